using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Content;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.Shell;
using Sallyport.State;

namespace Sallyport.Cli.Check;

/// <summary>What people's policy adds to a check: their rules, and what they made of the built-in ones.</summary>
internal static class CheckPolicy
{
    /// <summary>The policy in force here; none where <c>--built-in</c> is among the words, which is taken out, or where nothing is installed.</summary>
    public static PolicyInForce Load(ref string[] args)
    {
        var builtIn = args.Contains("--built-in");
        args = [.. args.Where(word => word != "--built-in")];
        if (builtIn) return PolicyInForce.None;
        string root;
        try
        {
            root = DataDirectory.Locate(Environment.GetEnvironmentVariable);
        }
        catch (StateException)
        {
            return PolicyInForce.None; // no home directory: nothing is installed for anybody
        }
        var data = DataDirectory.At(root);
        return PolicyLoader.Load(data, SettingsReader.Read(data, managedStart: false), Surroundings.Look(root).Workspace);
    }

    /// <summary>Judges a command as a Bash call.</summary>
    public static BuiltInVerdict Judge(string command, ObservedFacts facts, PolicyInForce policy, CodeLanguage? language = null)
    {
        var analysis = ShellAnalyzer.Analyze(command, language ?? (facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell), facts);
        return With(BuiltInPolicy.JudgeEffects(analysis, facts, policy.BuiltInActions, HiddenText.In(command)), new ToolCall("Bash", CommandInput.Of(command)), facts, policy);
    }

    /// <summary>The call that a tool's name and its input, as JSON, make: <c>mcp__git__git_reset '{"mode":"hard"}'</c>; null where the words are none.</summary>
    public static ToolCall? Tool(string[] words)
    {
        if (words is not [var name, var input] || !name.StartsWith("mcp__", StringComparison.Ordinal)) return null;
        try
        {
            using var document = JsonDocument.Parse(input);
            return new ToolCall(name, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new UsageException("what follows the name of an MCP tool is its input as JSON: '{\"path\":\"README.md\"}'");
        }
    }

    /// <summary>Judges a call.</summary>
    public static BuiltInVerdict Judge(ToolCall call, ObservedFacts facts, PolicyInForce policy) => With(BuiltInPolicy.Judge(call, facts, policy.BuiltInActions), call, facts, policy);

    private static BuiltInVerdict With(BuiltInVerdict builtIn, ToolCall call, ObservedFacts facts, PolicyInForce policy)
    {
        builtIn = Add(builtIn, ContentPolicy.Judge(call, builtIn, policy.Detection).Judgement);
        if (policy.IsEmpty) return builtIn;
        var context = new PolicyContext { Facts = facts, Analysis = builtIn.Analysis, Effects = call.Name == "apply_patch" ? builtIn.Effects : [] };
        var people = policy.Set.Evaluate(call, context);
        return Add(builtIn, people);
    }

    private static BuiltInVerdict Add(BuiltInVerdict verdict, Judgement more) => verdict with
    {
        Strictest = verdict.Strictest.Rule is null && more.Verdict == verdict.Strictest.Verdict && more.Rule is not null ? more : Judgement.Strictest(verdict.Strictest, more),
        All = more.Verdict > Verdict.Allow || more.Rule is not null ? [.. verdict.All, more] : verdict.All,
    };
}
