using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Plans;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.BuiltIn.Mcp;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// Guarded files in the input of a tool that is no shell and no patch. What it does with a path nobody sees: by its name it may read; any other
/// tool that is given the guard's files is taken to change them.
/// </summary>
internal static class GuardedInputs
{
    private const string Step = "self-protection";
    private const int LongestPath = 4096;

    /// <summary>Judges every text of the input that is a path as a whole.</summary>
    public static Judgement Judge(ToolCall call, GuardedPaths guarded, ObservedFacts facts)
    {
        if (IsRead(call.Name)) return Judgement.Pass(Step);
        var handling = Handling(call.Name);
        var ends = Ends(call.Name);
        var strictest = Judgement.Pass(Step);
        foreach (var (name, text) in InputTexts.Of(call.Input))
        {
            if (ends && IsProcess(text)) return new Judgement(Step, Verdict.Deny, "guard.kill", "This would end or stop what guards this session.");
            if (Around(call.Name, name, text) is { } around) return new Judgement(Step, Verdict.Deny, "guard.command", $"This would reach around Sallyport: {around}.");
            if (Path(name, text, facts) is not { } path) continue;
            strictest = Judgement.Strictest(strictest, Of(PathText.Normalize(path), call.Name, handling, guarded));
            if (facts.Files.TryGetValue(path, out var fact) && fact.RealPath != path) strictest = Judgement.Strictest(strictest, Of(fact.RealPath, call.Name, handling, guarded));
        }
        return strictest;
    }

    /// <summary>Where links may lead from the paths in the input.</summary>
    public static IEnumerable<string> Wanted(ToolCall call, ObservedFacts facts)
    {
        if (IsRead(call.Name)) yield break;
        foreach (var (name, text) in InputTexts.Of(call.Input))
            if (Path(name, text, facts) is { } path) yield return path;
    }

    // What is typed to a shell or held in a patch is read as what it is.
    private static bool IsRead(string tool) => ToolNames.Canonical(tool) is ToolNames.Bash || tool == ToolNames.ApplyPatch;

    private static Handling Handling(string tool) =>
        tool == ToolNames.ViewImage || ToolVerbs.Of(tool) == ToolVerb.Reads ? SelfProtection.Handling.Reads : SelfProtection.Handling.Unknown;

    private static Judgement Of(string path, string tool, Handling handling, GuardedPaths guarded)
    {
        var gone = ToolVerbs.Of(tool) is ToolVerb.Deletes or ToolVerb.Moves && guarded.Of(path, wholeTree: true) == Protection.Deny;
        return gone || guarded.OfMention(path, handling) == Protection.Deny
            ? new Judgement(Step, Verdict.Deny, "guard.files", $"This would hand what guards this session to a tool ({SelfProtectionPolicy.Short(path)}).")
            : guarded.OfMention(path, handling) == Protection.Ask
                ? new Judgement(Step, Verdict.Ask, "guard.codex-files", $"This could change what guards this session ({SelfProtectionPolicy.Short(path)}).")
                : Judgement.Pass(Step);
    }

    private static bool Ends(string tool)
    {
        foreach (var word in ToolName.Of(tool).Tool)
            if (word is "kill" or "terminate" or "stop" or "signal" or "suspend" or "end" or "pkill" or "killall" or "taskkill") return true;
        return false;
    }

    // A variable that the next hook reads; another Codex with other settings.
    private static string? Around(string tool, string name, string text)
    {
        var words = ToolName.Of(tool);
        if (ToolVerbs.Of(words) != ToolVerb.Reads && words.SaysAny("env", "environment", "variable", "variables", "setenv", "registry") && (GuardGround.IsVariable(text) || GuardGround.IsVariable(name))) return "a setting of the guard would be left to whatever is started later";
        if (words.Tool.Contains("uninstall") && (text.StartsWith("sallyport", StringComparison.OrdinalIgnoreCase) || text.StartsWith("@openai/codex", StringComparison.Ordinal))) return "the guard would be taken off this machine";
        if (!words.Server.Contains("codex")) return null;
        foreach (var word in ToolName.Words(name))
            if (word is "hooks" or "features" or "profile") return "another Codex with hooks changed would not be guarded";
        return text is "danger-full-access" or "never" || text.Contains("features.hooks", StringComparison.Ordinal) || text.Contains("mcp_servers", StringComparison.Ordinal) ? "another Codex with other settings may not be guarded" : null;
    }

    // A process is called by its program's name, or the whole of its command.
    private static bool IsProcess(string text) => text.Trim() is var name
        && (name.Equals("codex", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sallyport", StringComparison.OrdinalIgnoreCase) || name.Contains("/sallyport-", StringComparison.OrdinalIgnoreCase));

    private static string? Path(string name, string text, ObservedFacts facts)
    {
        if (text.Length is 0 or > LongestPath || text.Contains('\n', StringComparison.Ordinal)) return null;
        text = text.Trim();
        if (text.StartsWith("file://", StringComparison.OrdinalIgnoreCase)) text = Uri.UnescapeDataString(text[7..]);
        if (text.StartsWith("localhost/", StringComparison.Ordinal)) text = text[9..];
        if (facts.Windows) text = text.Replace('\\', '/');
        // Somebody's words may speak of a file, and even end with its name.
        if (ArgumentKinds.IsTalk(name) || text.Contains(' ', StringComparison.Ordinal) && ArgumentKinds.IsWords(name)) return null;
        if (PathText.IsAbsolute(text, facts.Windows)) return text;
        foreach (var home in (ReadOnlySpan<string>)["~", "$HOME", "${HOME}", "%USERPROFILE%"])
            if (facts.Home is { } own && text.StartsWith(home, StringComparison.Ordinal) && (text.Length == home.Length || text[home.Length] == '/')) return own + text[home.Length..];
        return facts.Cwd + "/" + text;
    }
}
