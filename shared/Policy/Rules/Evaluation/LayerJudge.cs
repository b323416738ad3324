using Sallyport.Detection;
using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules.Conditions;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>
/// What one layer says: for each part of the call the first rule that matches, else the default; of all parts the strictest.
/// </summary>
internal static class LayerJudge
{
    public static LayerVerdict Judge(PolicyLayer layer, CallView view)
    {
        if (layer.Document is not { } policy) return new LayerVerdict(layer, null, Verdict.Deny, false);
        var (rules, parts) = FirstOfEach(policy, view);
        // Where nothing can match, the parts need not be known, unless the default makes a difference between them.
        if (rules is null && policy.Default == Verdict.Allow) return new LayerVerdict(layer, null, Verdict.Allow, false);

        PolicyRule? decided = null;
        var verdict = Verdict.Allow;
        var escalate = true;
        parts ??= view.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            var rule = rules?[i];
            if (rule is null && parts[i].Idle) continue;
            escalate &= rule is { Escalate: true };
            var said = rule?.Action ?? policy.Default;
            if (said < verdict || (said == verdict && decided is not null)) continue;
            (decided, verdict) = (rule, said);
        }
        return new LayerVerdict(layer, decided, verdict, escalate && decided is not null && verdict == Verdict.Allow);
    }

    // For each part the first rule that matches it. What stands below the last of them need not be looked at.
    private static (PolicyRule?[]? Rules, IReadOnlyList<CallPart>? Parts) FirstOfEach(PolicyDocument policy, CallView view)
    {
        PolicyRule?[]? first = null;
        IReadOnlyList<CallPart>? parts = null;
        var open = 0;
        foreach (var rule in policy.Rules is CompiledRules compiled ? compiled.For(view) : policy.Rules)
        {
            if (!HoldsForCall(rule, view)) continue;
            if (parts is null)
            {
                parts = view.Parts;
                first = new PolicyRule?[parts.Count];
                open = parts.Count;
            }
            for (var i = 0; i < parts.Count; i++)
            {
                if (first![i] is not null || !HoldsForPart(rule, parts[i], view)) continue;
                first[i] = rule;
                open--;
            }
            if (open == 0) break;
        }
        return (first, parts);
    }

    private static bool HoldsForCall(PolicyRule rule, CallView view)
    {
        var when = rule.When;
        var context = view.Context;
        return when.Tools.Any(tool => Covers(tool, view.Tool) || (view.Tool == ToolNames.Bash && Covers(tool, ToolNames.ApplyPatch)))
            && (when.DataClasses == DataClass.None || (when.DataClasses & view.DataClasses) != 0)
            && (when.PermissionModes.Count == 0 || (context.PermissionMode is { } mode && when.PermissionModes.Has(mode)))
            && (when.Agents.Count == 0 || when.Agents.Any(agent => Calls(agent, context)))
            && (when.Directories.Count == 0 || when.Directories.Any(folder => PathPattern.Of(folder, view.Facts).Covers(view.Facts.Cwd)))
            && HoldsForTexts(when, view, (value, text, matcher) => matcher.Holds(text) || (view.IsCommand(text) && view.Readings.Any(matcher.Holds)));
    }

    private static bool Covers(string rule, string tool) => rule == tool || (rule.EndsWith('*') && tool.StartsWith(rule.AsSpan()[..^1], StringComparison.Ordinal));

    private static bool Calls(string agent, PolicyContext context) => agent switch
    {
        "root" => context.AgentId is null,
        "subagent" => context.AgentId is not null,
        _ => context.AgentId is not null && (agent == context.AgentType || agent == context.AgentId),
    };

    private static bool HoldsForTexts(RuleConditions when, CallView view, TextComparison compare) =>
        (when.Params is not { } fields || fields.Holds(view.Call.Input, compare))
        && (when.AnyParam is not { } any || view.Texts.Any(value => compare(value, value.GetString()!, any)));

    private static bool HoldsForPart(PolicyRule rule, CallPart part, CallView view)
    {
        var when = rule.When;
        var lets = rule.Action is Verdict.Allow or Verdict.Warn;
        if (!when.Tools.Any(tool => Covers(tool, part.Tool) || Covers(tool, view.Tool))) return false;
        if (view.Unreadable && (when.Command is not null || when.Path is not null || when.Hosts.Count > 0)) return !lets;
        if (when.Command is { } command && !Holds(command, part, view.Facts)) return false;
        if (!HoldsForTargets(when, part, view.Facts, surely: rule.Action == Verdict.Allow)) return false;
        // A rule that restricts looks at the whole text. One that lets "git" pass must not let pass what stands behind it,
        // unless the whole text is the one that it spells out.
        return !lets || HoldsForTexts(when, view, (value, text, matcher) =>
            view.IsCommand(text) ? (matcher.IsExact && matcher.Holds(text)) || (part.Words is { } words && matcher.Holds(words)) : matcher.Holds(text));
    }

    // A patch, or an effect of the whole line: no program, but an effect.
    private static bool Holds(CommandCondition command, CallPart part, ObservedFacts facts) =>
        part.Run is { } run ? command.Holds(run, part.Effect, facts) : command.OnlyEffects && part.Effect is { } effect && command.Effects.Has(effect.Kind);

    // With both a path and a host, one of them is this effect's and the other belongs to the same command.
    private static bool HoldsForTargets(RuleConditions when, CallPart part, ObservedFacts facts, bool surely)
    {
        bool Path(Effect effect) => when.Path!.Holds(effect, facts, surely);
        bool Host(Effect effect) => effect.Target is { Kind: TargetKind.Host, Known: true } target && when.Hosts.Any(host => host.Covers(target.Name));
        if (when.Path is null && when.Hosts.Count == 0) return true;
        if (part.Effect is not { } own) return false;
        if (when.Hosts.Count == 0) return Path(own);
        if (when.Path is null) return Host(own);
        return (Path(own) && part.RunEffects.Any(Host)) || (Host(own) && part.RunEffects.Any(Path));
    }
}
