using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>
/// A cmdlet nobody listed, read by the grammar they all share, <c>Verb-Noun</c>. A verb that takes something away or switches it off is
/// taken at its word where the call also passes over the question whether it is meant, or names what it takes by a wildcard.
/// </summary>
internal static class UnlistedCmdlets
{
    public static void Describe(string cmdlet, string name, Value input, Bound bound, Evaluator run)
    {
        var dash = cmdlet.IndexOf('-');
        var (verb, noun) = (cmdlet[..dash], cmdlet[(dash + 1)..]);
        if (noun.Contains("dump", StringComparison.Ordinal) && bound.Positional.Append(input).Any(OfLsass))
            run.Sink.Add(EffectKind.Read, new Target(TargetKind.Process, "lsass"), "secret-shown");
        if (verb is not ("remove" or "clear" or "disable" or "uninstall" or "revoke" or "reset") || OfThisSession(noun)) return;
        if (!Unasked(bound) && !bound.Positional.Exists(static word => word.Text.ToString().Contains('*'))) return;
        var what = bound.Positional.Count > 0 ? bound.Positional[0].Text : Word.Unknown("?");
        run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, $"{name} {what}", !what.HasUnknown), "service-delete", forced: true);
    }

    private static bool Unasked(Bound bound) => bound.Has("force") || bound.Named("confirm") is ConstantValue { Truth: false };

    private static bool OfLsass(Value value) => (value is ObjectValue { Type: "process", Subject: { } process } ? process : value).Known?.StartsWith("lsass", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What is gone with the session, and so does no harm beyond it.</summary>
    private static bool OfThisSession(string noun) => noun is "variable" or "alias" or "function" or "pssession" or "job" or "module" or "typedata" or "psbreakpoint" or "event"
        or "history" or "host" or "psdrive" or "pssnapin" or "formatdata" or "cimsession" or "breakpoint" or "psreadlinekeyhandler" or "dnsclientcache";
}
