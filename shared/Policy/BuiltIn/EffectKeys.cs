using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn;

/// <summary>The name by which a denied intent is remembered: kind, detail and target, whatever words it came in.</summary>
internal static class EffectKeys
{
    /// <summary>
    /// True for what is denied for its target's sake. Sending and running are denied for the sake of what is sent or run: the same host
    /// may be asked for something else.
    /// </summary>
    public static bool IsRemembered(Effect effect) => effect.Kind is EffectKind.Delete or EffectKind.Truncate or EffectKind.Move or EffectKind.ChangeMode or EffectKind.ChangeOwner
        or EffectKind.WriteDisk or EffectKind.ChangeHistory or EffectKind.ChangeInfrastructure or EffectKind.StopService or EffectKind.Persist or EffectKind.TamperGuard
        || (effect.Kind == EffectKind.Kill && effect.Target.Name.Length > 0);

    /// <summary>The key of an effect.</summary>
    public static string EffectKey(Effect effect)
    {
        var target = effect.Target.Name.TrimEnd('/', '*');
        if (target.Length == 0) target = effect.Target.Kind == TargetKind.Path ? "/" : "";
        if (effect.Target.Kind == TargetKind.Host) target = Shell.Commands.Hosts.Name(target);
        // The ways of finding what to delete, and of emptying a file, are one intent; deleting one file of a folder is not deleting the folder.
        var detail = effect.Kind is EffectKind.Truncate or EffectKind.Delete ? (effect.Recursive ? "tree" : "") : effect.Detail;
        return $"{effect.Kind}:{detail}:{effect.Target.Kind}:{target}".ToLowerInvariant();
    }
}
