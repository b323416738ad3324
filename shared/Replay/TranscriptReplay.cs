using System.Text;
using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Gate;
using Sallyport.Hooks;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Replay;

/// <summary>Something that Sallyport would have stepped in at.</summary>
/// <param name="Line">The line of the transcript.</param>
/// <param name="Kind">At what.</param>
/// <param name="Verdict">What it would have done: <c>warn</c>, <c>ask</c>, <c>deny</c>, <c>redact</c> or <c>block</c>.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Tool">The tool, for calls.</param>
/// <param name="What">The call in one masked line, or what was found.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct WouldBe(int Line, TranscriptKind Kind, string Verdict, string Rule, string? Tool, string What, string Reason);

/// <summary>Judges a past session by today's policy, as if Sallyport had been there. No plan is asked: there was nobody to ask for one.</summary>
internal sealed class TranscriptReplay(Surroundings surroundings, Settings settings, Func<string, PolicyInForce> policy)
{
    private const int MostWords = 160;
    private readonly Settings _settings = settings.With(Setting.IntentRequired, "false");

    /// <summary>Tool calls.</summary>
    public int Calls { get; private set; }

    /// <summary>Prompts.</summary>
    public int Prompts { get; private set; }

    /// <summary>Results.</summary>
    public int Results { get; private set; }

    /// <summary>Lines that are no JSON.</summary>
    public int Unreadable { get; private set; }

    /// <summary>True where Sallyport was there already.</summary>
    public bool Guarded { get; private set; }

    /// <summary>Judges a transcript.</summary>
    public void Run(string path, Action<WouldBe> see)
    {
        using var file = ReadableFile.Open(path) ?? throw new StateException($"{path} is not there.");
        var lines = new LineReader(file.ReadSome, 0, file.Length);
        var reader = new TranscriptReader();
        while (lines.Next(out var line))
            foreach (var one in reader.Read(line))
                if (Judge(one) is { } would) see(would);
        Unreadable += reader.Unreadable;
        Guarded |= reader.Guarded;
    }

    private WouldBe? Judge(TranscriptEvent one)
    {
        switch (one.Kind)
        {
            case TranscriptKind.Call:
                Calls++;
                return Call(one);
            case TranscriptKind.Prompt:
                Prompts++;
                return Found(one, Surface.Prompt, "block", Verdict.Ask);
            case TranscriptKind.Answer:
                return Found(one, Surface.Response, "redact", Verdict.Ask);
            default:
                Results++;
                return Result(one);
        }
    }

    private WouldBe? Call(TranscriptEvent one)
    {
        if (Plans.OwnTools.IsOwn(one.Tool!)) return null;
        var place = surroundings with { Workspace = one.Cwd };
        var call = new ToolCall(one.Tool!, one.Input);
        var hookEvent = new HookEvent { Name = EventName.PreToolUse, SessionId = "replay", Cwd = one.Cwd, ToolName = one.Tool, ToolInput = one.Input, ToolUseId = one.Id };
        var inForce = policy(one.Cwd);
        var decision = new ToolCallGate(place, _settings, inForce, Detection(inForce)).Decide(call, hookEvent, null, 0);
        var deciding = decision.Deciding;
        return deciding.Verdict == Verdict.Allow ? null
            : new WouldBe(one.Line, one.Kind, deciding.Verdict.Word(), deciding.Rule ?? deciding.Step, one.Tool, Summary(call.Command ?? one.Input.GetRawText()), deciding.Reason);
    }

    private WouldBe? Result(TranscriptEvent one)
    {
        var json = new CanonicalWriter(one.Text!.Length + 16);
        json.String(one.Text);
        using var text = JsonDocument.Parse(json.Written.ToArray());
        var result = ToolResult.Check(text.RootElement, Detection(policy(one.Cwd)));
        if (!result.Changed) return null;
        var rules = string.Join(", ", result.Findings.Select(f => f.Rule).Distinct());
        return new WouldBe(one.Line, one.Kind, "redact", rules, null, rules, result.Summary);
    }

    private WouldBe? Found(TranscriptEvent one, Surface surface, string verdict, Verdict least)
    {
        var detection = Detection(policy(one.Cwd));
        var found = Scanner.Inspect(one.Text!, surface, detection.Options).Findings.Where(f => detection.ActionFor(surface, f) >= least).ToList();
        if (found.Count == 0) return null;
        var list = FindingText.List(one.Text!, found);
        return new WouldBe(one.Line, one.Kind, verdict, found[0].Rule, null, list, $"it holds {list}");
    }

    private DetectionActions Detection(PolicyInForce inForce) => DetectionLayers.Of(inForce.Set.Layers, settings.OnlyTighten);

    private static string Summary(string text)
    {
        text = MaskedJson.Text(text.Length > 4096 ? text[..4096] : text);
        return text.Length <= MostWords ? text : new StringBuilder(text, 0, MostWords, MostWords + 1).Append('…').ToString();
    }
}
