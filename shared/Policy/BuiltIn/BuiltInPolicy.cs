using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Policy.BuiltIn.Mcp;
using Sallyport.Shell;
using Sallyport.Shell.Patches;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Judges tool calls by what they would do.</summary>
internal static class BuiltInPolicy
{
    private const string Step = "built-in";

    private const int MaxWanted = 64;

    /// <summary>Judges <paramref name="call"/> by itself and the facts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="facts">What was observed.</param>
    /// <param name="actions">Other actions for rules and packs, by id; a rule's own id counts before its pack's.</param>
    public static BuiltInVerdict Judge(ToolCall call, ObservedFacts facts, IReadOnlyDictionary<string, Verdict>? actions = null)
    {
        try
        {
            return Read(call, facts, actions);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A reader at fault has read nothing: what it says is no, with a reason, and on the record.
            var refused = new Judgement(Step, Verdict.Deny, "analysis.fault", $"The call could not be checked: {fault.GetType().Name} while reading it.");
            return new BuiltInVerdict { Strictest = refused, All = [refused] };
        }
    }

    private static BuiltInVerdict Read(ToolCall call, ObservedFacts facts, IReadOnlyDictionary<string, Verdict>? actions)
    {
        if (call.Name == "apply_patch") return JudgeEffects(PatchEffects.Analyze(call.Command ?? Text(call.Input, "input") ?? Text(call.Input, "patch") ?? "", facts), facts, actions);
        if (call.Name.StartsWith("mcp__", StringComparison.Ordinal)) return JudgeEffects(McpArguments.Analyze(call.Name, call.Input, facts), facts, actions);
        if (ToolNames.Canonical(call.Name) == ToolNames.Bash && call.CommandFault is { } fault)
            return new BuiltInVerdict { Strictest = new Judgement(Step, Verdict.Deny, "analysis.unreadable", $"The command could not be read: {fault}.") };
        if (call.Command is not { } command) return new BuiltInVerdict { Strictest = Judgement.Pass(Step) };
        return JudgeEffects(ShellAnalyzer.Analyze(command, facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, facts), facts, actions, HiddenText.In(command));
    }

    private static string? Text(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Judges what an analysis found.</summary>
    public static BuiltInVerdict JudgeEffects(CommandAnalysis analysis, ObservedFacts facts, IReadOnlyDictionary<string, Verdict>? actions = null, bool hidden = false)
    {
        var judgements = new List<Judgement>();
        var matches = new List<(Effect, Rule, Verdict)>();
        var keys = new List<string>();
        if (analysis.BudgetExhausted) judgements.Add(new Judgement(Step, Verdict.Deny, "analysis.too-large", "The command is too large or too deeply nested to be checked."));
        if (analysis.Error is { } error) judgements.Add(new Judgement(Step, Verdict.Deny, "analysis.unreadable", $"The command could not be read: {error.Message} at {error.Position}."));
        if (hidden) judgements.Add(new Judgement(Step, Verdict.Ask, "analysis.hidden-text", "The command holds characters that no screen shows, or that make it show something else than what would run."));
        var flow = analysis.Effects.Count > 1 && !analysis.BudgetExhausted ? new DataFlow(analysis, facts) : null;
        foreach (var effect in flow is null ? analysis.Effects : [.. analysis.Effects, .. flow.Builds(analysis)])
        {
            var subject = new Subject(effect, facts) { Taint = flow?.Of(effect) ?? Taint.None };
            if (Strictest(subject, actions) is not { } rule) continue;
            var action = Action(rule, actions);
            matches.Add((effect, rule, action));
            if (action == Verdict.Allow) continue;
            if (action == Verdict.Deny && EffectKeys.IsRemembered(effect)) keys.Add(EffectKeys.EffectKey(effect));
            if (!judgements.Exists(known => known.Rule == rule.Id)) judgements.Add(new Judgement(Step, action, rule.Id, rule.Reason, rule.Suggest));
        }
        var strictest = Judgement.Pass(Step);
        foreach (var judgement in judgements) strictest = Judgement.Strictest(strictest, judgement);
        return new BuiltInVerdict
        {
            Strictest = strictest,
            All = judgements.Count == 0 ? [strictest] : judgements,
            Analysis = analysis,
            Wanted = Wanted(analysis, facts),
            Effects = analysis.Effects,
            EffectKeys = KeysOf(analysis.Effects),
            DeniedEffectKeys = keys,
            Matches = matches,
        };
    }

    private static List<string> KeysOf(IReadOnlyList<Effect> effects)
    {
        var keys = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var effect in effects)
            if (EffectKeys.IsRemembered(effect) && EffectKeys.EffectKey(effect) is var key && seen.Add(key)) keys.Add(key);
        return keys;
    }

    private static Rule? Strictest(Subject subject, IReadOnlyDictionary<string, Verdict>? actions)
    {
        Rule? strictest = null;
        foreach (var pack in RulePacks.Of(subject.Effect.Kind))
            foreach (var rule in pack)
                if ((strictest is null || Action(rule, actions) > Action(strictest, actions)) && rule.Matches(subject)) strictest = rule;
        return strictest;
    }

    private static Verdict Action(Rule rule, IReadOnlyDictionary<string, Verdict>? actions) =>
        actions is null ? rule.Action : actions.TryGetValue(rule.Id, out var own) ? own : actions.TryGetValue(rule.Pack, out var pack) ? pack : rule.Action;

    // A link may lead anywhere: what is changed is looked at before the verdict stands.
    private static List<FactRequest> Wanted(CommandAnalysis analysis, ObservedFacts facts)
    {
        var wanted = new List<FactRequest>(analysis.Wanted);
        foreach (var effect in analysis.Effects)
        {
            if (wanted.Count >= MaxWanted) break;
            if (effect.Target is not { Kind: TargetKind.Path, Known: true, Glob: false } || effect.By is { Elsewhere: true }) continue;
            if (effect.Kind is not (EffectKind.Write or EffectKind.Truncate or EffectKind.ChangeMode or EffectKind.ChangeOwner or EffectKind.Delete or EffectKind.Move or EffectKind.Read)) continue;
            var path = effect.Kind is EffectKind.Delete or EffectKind.Move ? Shell.Commands.PathText.Parent(effect.Target.Name) : effect.Target.Name;
            if (facts.Files.ContainsKey(path) || wanted.Exists(known => known.Path == path)) continue;
            wanted.Add(new FactRequest(path, false));
        }
        return wanted;
    }
}
