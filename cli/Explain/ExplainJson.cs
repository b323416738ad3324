using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;
using Sallyport.Streams;

namespace Sallyport.Cli.Explain;

/// <summary>The reading of a command for programs.</summary>
internal static class ExplainJson
{
    public static void Write(TextWriter to, BuiltInVerdict verdict)
    {
        var analysis = verdict.Analysis ?? new CommandAnalysis();
        to.WriteLine(JsonText.Object(json =>
        {
            json.WriteString("verdict", verdict.Strictest.Verdict.Word());
            json.WriteString("rule", verdict.Strictest.Rule);
            if (analysis.Error is { } error) json.WriteString("error", $"{error.Message} at {error.Position}");
            json.WriteBoolean("budget_exhausted", analysis.BudgetExhausted);
            json.WriteStartArray("runs");
            foreach (var run in analysis.Runs)
            {
                json.WriteStartObject();
                json.WriteStartArray("argv");
                foreach (var word in run.Argv) json.WriteStringValue(word.ToString());
                json.WriteEndArray();
                json.WriteStartArray("wrappers");
                foreach (var wrapper in run.Wrappers) json.WriteStringValue(wrapper);
                json.WriteEndArray();
                json.WriteString("cwd", run.Cwd);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("effects");
            foreach (var effect in analysis.Effects) Effect(json, effect, verdict);
            json.WriteEndArray();
            json.WriteStartArray("unknown");
            foreach (var unknown in analysis.Unknowns) json.WriteStringValue(unknown.What);
            json.WriteEndArray();
            json.WriteStartArray("judgements");
            foreach (var judgement in verdict.All)
            {
                json.WriteStartObject();
                json.WriteString("verdict", judgement.Verdict.Word());
                json.WriteString("rule", judgement.Rule);
                json.WriteString("reason", judgement.Reason);
                json.WriteString("suggest", judgement.Suggest);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }, indented: true));
    }

    private static void Effect(Utf8JsonWriter json, Effect effect, BuiltInVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("kind", effect.Kind.ToString());
        json.WriteString("detail", effect.Detail);
        json.WriteString("target", effect.Target.Name);
        json.WriteBoolean("target_known", effect.Target.Known);
        json.WriteBoolean("recursive", effect.Recursive);
        foreach (var (matched, rule, action) in verdict.Matches)
        {
            if (!ReferenceEquals(matched, effect)) continue;
            json.WriteString("rule", rule.Id);
            json.WriteString("action", action.Word());
        }
        json.WriteEndObject();
    }
}
