using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>The words for effects in policy files: <c>delete</c>, <c>send-data</c>, <c>change-history</c> …</summary>
internal static class EffectNames
{
    /// <summary>The word for an effect.</summary>
    public static string Of(EffectKind kind) => kind switch
    {
        EffectKind.Read => "read",
        EffectKind.Write => "write",
        EffectKind.Delete => "delete",
        EffectKind.Truncate => "truncate",
        EffectKind.Move => "move",
        EffectKind.ChangeMode => "change-mode",
        EffectKind.ChangeOwner => "change-owner",
        EffectKind.ExecuteDownloaded => "execute-downloaded",
        EffectKind.SendData => "send-data",
        EffectKind.Connect => "connect",
        EffectKind.Escalate => "escalate",
        EffectKind.Persist => "persist",
        EffectKind.Kill => "kill",
        EffectKind.StopService => "stop-service",
        EffectKind.ChangeHistory => "change-history",
        EffectKind.ChangeInfrastructure => "change-infrastructure",
        EffectKind.Install => "install",
        EffectKind.OpenSession => "open-session",
        EffectKind.TamperGuard => "tamper-guard",
        EffectKind.WriteDisk => "write-disk",
        EffectKind.ExecuteUnknown => "execute-unknown",
        EffectKind.Exhaust => "exhaust",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>All of them, for messages.</summary>
    public static string All
    {
        get
        {
            var words = Of(EffectKind.Read);
            for (var kind = EffectKind.Read + 1; kind <= EffectKind.Exhaust; kind++) words += ", " + Of(kind);
            return words;
        }
    }

    /// <summary>Reads a word; false where it is none of them.</summary>
    public static bool TryParse(string word, out EffectKind kind)
    {
        for (kind = EffectKind.Read; kind <= EffectKind.Exhaust; kind++)
            if (Of(kind) == word) return true;
        return false;
    }
}
