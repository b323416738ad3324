using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;
using Sallyport.Guards.Settings;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>
/// The last step of the pipeline: the remote guards a site has turned on, asked only where nothing local denies. A hook of a site without
/// any looks at a dozen variables and does no more. What is asked about leaves masked; what comes back can only be stricter.
/// </summary>
internal sealed class RemoteCheck
{
    /// <summary>The helper's own start and end, on top of the longest deadline of a guard.</summary>
    private const int SlackMs = 1500;

    /// <summary>Well within the watchdog, whatever the settings say.</summary>
    private const int LongestMs = 24_000;

    private readonly Guard _guard;
    private readonly HookEvent _event;
    private readonly GuardSettings _settings;

    private RemoteCheck(Guard guard, HookEvent hookEvent, GuardSettings settings) => (_guard, _event, _settings) = (guard, hookEvent, settings);

    /// <summary>The check; null where no guard is on.</summary>
    /// <exception cref="GuardException">The guards' settings are wrong.</exception>
    public static RemoteCheck? Open(Guard guard, HookEvent hookEvent)
    {
        if (!guard.Settings.Guards.Mentioned(Environment.GetEnvironmentVariable)) return null;
        CoreFiles.Suppress();
        var settings = GuardSettingsReader.Read(guard.Settings.Guards, Environment.GetEnvironmentVariable);
        return settings.Any ? new RemoteCheck(guard, hookEvent, settings) : null;
    }

    /// <summary>Asks about a prompt or an answer.</summary>
    public RemoteVerdict Text(Surface surface, string masked) => Ask(Question(surface, masked));

    /// <summary>Asks about a call.</summary>
    public RemoteVerdict Call()
    {
        var input = Input();
        return Ask(Question(Surface.ToolInput, ToolText.Of(input)) with { Input = input });
    }

    /// <summary>Asks about what a tool returned, and has it reported.</summary>
    public RemoteVerdict Result(string masked) => Ask(Question(Surface.ToolOutput, masked) with { Input = Input(), Failed = Failed(_event.ToolResponse) });

    /// <summary>Has the plan that was just bound signed, and waits for that as long as the person said. It goes on by itself afterwards.</summary>
    /// <returns>A verdict that denies where nobody signed and the person wants it so; null where no plan is signed here.</returns>
    public RemoteVerdict? Register()
    {
        if (!_settings.On(Service.ArmorIq)) return null;
        var request = new HelperRequest { Kind = "register", DataDirectory = _guard.Data.Root, Managed = _guard.Settings.Guards.OnlyTighten, Session = _event.SessionId, Agent = _event.AgentId };
        var wait = _settings.Number(GuardTable.ArmorIqDeadlineMs);
        var reply = HelperProcess.Ask(request.Write(), TimeSpan.FromMilliseconds(wait), keepWhenLate: true);
        if (reply.Fault is HelperFault.Late || (reply.Fault == HelperFault.None && wait == 0))
            return new RemoteVerdict([Judgement.Pass(GuardJudge.Step, "ArmorIQ signs the plan in the background")], null);
        var answer = HelperAnswer.Read(reply.Line) is [var only] ? only : GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.Helper, reply.Why);
        Record(answer, Surface.ToolInput);
        // Whether a plan without a signature serves is decided at each call; registering again is how it gets one.
        var judged = GuardJudge.Judge(answer, Surface.ToolInput, FailMode.Local, warnOnly: true);
        return new RemoteVerdict([judged], null);
    }

    /// <summary>Has everything sent that waits to be told, without waiting for it.</summary>
    public void Flush()
    {
        if (!_settings.Audits(Service.AxonFlow) && !_settings.Audits(Service.ArmorIq)) return;
        HelperProcess.Ask(new HelperRequest { Kind = "flush", DataDirectory = _guard.Data.Root, Managed = _guard.Settings.Guards.OnlyTighten,
            Session = _event.SessionId }.Write(), TimeSpan.Zero, keepWhenLate: true);
    }

    /// <summary>For the line of SessionStart: which guards are asked.</summary>
    public string Names => string.Join(", ", Services.All.ToArray().Where(_settings.On).Select(s => s.Title()));

    /// <summary>What was not taken of the guards' settings.</summary>
    public IReadOnlyList<string> Notes => _settings.Notes;

    private RemoteVerdict Ask(GuardQuestion question)
    {
        var asked = new List<Service>();
        foreach (var service in Services.All)
            if (_settings.Asks(service, question.Surface)) asked.Add(service);
        if (asked.Count == 0)
        {
            if (question.Surface == Surface.ToolOutput && (_settings.Audits(Service.AxonFlow) || _settings.Audits(Service.ArmorIq))) Send(question, TimeSpan.Zero);
            return RemoteVerdict.Nothing;
        }
        var wait = Math.Min(LongestMs, asked.Max(_settings.TimeoutMs) + SlackMs);
        var answers = Answers(asked, Send(question, TimeSpan.FromMilliseconds(wait)));
        var judgements = new List<Judgement>();
        string? redacted = null;
        foreach (var answer in answers)
        {
            Record(answer, question.Surface);
            judgements.Add(GuardJudge.Judge(answer, question.Surface, _settings.FailModes(answer.Service)[question.Surface], _settings.WarnsOnly(answer.Service, question.Surface)));
            if (answer.Outcome == GuardOutcome.Redacted && !_settings.WarnsOnly(answer.Service, question.Surface)) redacted = redacted is null ? answer.Redacted : "";
        }
        // The redactions of two guards cannot be laid over each other; and a text that another guard flags as a whole is not saved by one's redaction.
        if (redacted is { Length: 0 } || answers.Any(a => a.Outcome == GuardOutcome.Flagged)
            || judgements.Any(j => j.Verdict >= Verdict.Ask && !j.Rule!.EndsWith(".flagged", StringComparison.Ordinal))) redacted = null;
        return new RemoteVerdict(judgements, redacted);
    }

    private HelperReply Send(GuardQuestion question, TimeSpan wait) => HelperProcess.Ask(
        new HelperRequest { Kind = "ask", DataDirectory = _guard.Data.Root, Managed = _guard.Settings.Guards.OnlyTighten, Question = question }.Write(), wait, keepWhenLate: wait == TimeSpan.Zero);

    // One answer for each that was asked, whatever came back: what is missing did not say anything.
    private static List<GuardAnswer> Answers(List<Service> asked, HelperReply reply)
    {
        var given = reply.Fault == HelperFault.None ? HelperAnswer.Read(reply.Line) : null;
        var why = reply.Fault == HelperFault.None ? "sallyport-guard answered nonsense. Run: sallyport guard doctor" : reply.Why;
        var answers = new List<GuardAnswer>();
        foreach (var service in asked)
            answers.Add(given?.FirstOrDefault(a => a.Service == service) ?? GuardAnswer.Unavailable(service, GuardFault.Helper, why));
        return answers;
    }

    private void Record(GuardAnswer answer, Surface surface)
    {
        var row = _guard.RecordOf("guard", _event);
        row.Verdict = GuardAnswer.Word(answer.Outcome);
        var json = new CanonicalWriter(256);
        json.StartObject();
        json.Member("cached"u8, answer.Cached ? true : null);
        json.Member("fault"u8, answer.Fault == GuardFault.None ? null : answer.Fault.Word());
        if (answer.Findings.Count > 0)
        {
            json.Name("findings"u8);
            json.StartArray();
            foreach (var finding in answer.Findings) json.String(_guard.Mask(finding));
            json.EndArray();
        }
        json.Name("ms"u8);
        json.Integer(answer.Milliseconds);
        json.Member("service"u8, answer.Service.Word());
        json.Member("surface"u8, surface.Word());
        json.Member("why"u8, answer.Why.Length == 0 ? null : _guard.Mask(answer.Why));
        json.EndObject();
        row.Output = json.Written.ToArray();
        _guard.Record(row, denied: answer.Outcome != GuardOutcome.Cleared);
    }

    private GuardQuestion Question(Surface surface, string masked) => new()
    {
        Surface = surface,
        Event = _event.Name.Wire(),
        Text = WellFormed.Of(masked),
        Tool = _event.ToolName,
        Session = _event.SessionId,
        Turn = _event.TurnId,
        Agent = _event.AgentId,
        Call = _event.ToolUseId,
    };

    private string Input() => WellFormed.Of(System.Text.Encoding.UTF8.GetString(MaskedJson.Of(_event.ToolInput, _guard.Detection.Options.Rules)));

    private static bool Failed(JsonElement response) =>
        response.ValueKind == JsonValueKind.Object && response.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True;
}

/// <summary>What the guards made of an event.</summary>
/// <param name="Judgements">One for each that was asked.</param>
/// <param name="Redacted">The text to be seen in its place; null where there is none that could be used.</param>
internal sealed record RemoteVerdict(IReadOnlyList<Judgement> Judgements, string? Redacted)
{
    /// <summary>Nobody was asked.</summary>
    public static readonly RemoteVerdict Nothing = new([], null);

    /// <summary>The strictest.</summary>
    public Judgement Strictest
    {
        get
        {
            var strictest = Judgement.Pass(GuardJudge.Step);
            foreach (var judgement in Judgements) strictest = Judgement.Strictest(strictest, judgement);
            return strictest;
        }
    }

    /// <summary>True where it stops the event.</summary>
    public bool Stops => Strictest.Verdict >= Verdict.Ask;

    /// <summary>What the model sees in place of a tool's result: the text a guard lets pass, else that there is none.</summary>
    public Answer WithheldResult(string? warning) => Redacted is { } redacted
        ? Answer.Block(redacted, warning ?? $"Sallyport: a tool result was replaced. {Strictest.Reason}")
        : Answer.Block($"Sallyport withheld this tool result: {Strictest.Reason} The call itself did run.", warning ?? $"Sallyport: a tool result was withheld. {Strictest.Reason}");

    /// <summary>For the person, where the event goes on but is worth a word; null where it is not.</summary>
    public string? ToPerson => Strictest is { Verdict: Verdict.Warn } warned ? $"Sallyport: {warned.Reason}" : null;
}
