using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Sallyport.Guards.Settings;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Guards.ArmorIq;

/// <summary>
/// ArmorIQ: the plan is signed when it is registered, and a call passes while that signature holds. All of it is verified here, at every
/// call; the service is asked again only to refresh, and at each step where <c>verifyStep</c> says so.
/// </summary>
internal sealed class ArmorIqGuard(GuardContext context, IGuardTransport transport, DataDirectory data) : IRemoteGuard
{
    /// <summary>Where plans are signed, below the service's address.</summary>
    public const string TokenPath = "/iap/sdk/token";

    /// <summary>Where a step is verified, below the service's address.</summary>
    public const string VerifyPath = "/iap/verify-step";

    /// <summary>A plan that could not be signed is not tried again at every call.</summary>
    private const long RetryAfterMs = 15_000;

    private readonly TokenStore _tokens = new(context.Folder);
    private readonly PinnedKey _pinned = new(context);

    public Service Service => Service.ArmorIq;

    /// <summary>Has a session's plan signed.</summary>
    public async Task<GuardAnswer> Register(string session, string? agent, CancellationToken deadline)
    {
        if (PlanOf(session, agent) is not { } plan) return GuardAnswer.Cleared(Service); // nothing was bound
        return (await Obtain(session, plan, null, deadline).ConfigureAwait(false)).Answer;
    }

    public async Task<GuardAnswer> Ask(GuardQuestion question, CancellationToken deadline)
    {
        if (PlanOf(question.Session, question.Agent) is not { } plan) return GuardAnswer.Cleared(Service); // whether one is needed was decided here
        var kept = _tokens.Find(question.Session, plan.Root);
        if (kept?.Answer is null)
        {
            if (kept is not null && Milliseconds - kept.At < RetryAfterMs) return GuardAnswer.Unavailable(Service, kept.Fault, kept.Why);
            var (obtained, fresh) = await Obtain(question.Session, plan, kept, deadline).ConfigureAwait(false);
            if (fresh is null) return obtained;
            kept = fresh;
        }
        var (signed, wrong) = Verify(kept.Answer!.Value, kept.Plan, _pinned.Keys());
        if (signed is null) return GuardAnswer.Unavailable(Service, GuardFault.Unverified, wrong + ".");
        if (signed.ExpiresAt <= Seconds) return Expired();
        if (signed.ExpiresAt - Seconds < context.Settings.Number(GuardTable.ArmorIqRefresh)
            && await Obtain(question.Session, plan, kept, deadline).ConfigureAwait(false) is (_, { Answer: { } newer } renewed)
            && Verify(newer, renewed.Plan, _pinned.Keys()) is ({ } again, _)) (signed, kept) = (again, renewed);
        return context.Settings.Is(GuardTable.ArmorIqVerifyStep) ? await VerifyStep(question, plan, kept, signed, deadline).ConfigureAwait(false) : GuardAnswer.Cleared(Service);
    }

    /// <summary>The token and the step of a call, for the audit.</summary>
    public (string Token, int Step) StepOf(GuardQuestion question)
    {
        if (PlanOf(question.Session, question.Agent) is not { } plan) return ("", 0);
        var kept = _tokens.Find(question.Session, plan.Root);
        if (kept?.Answer is not { } answer) return ("", 0);
        var token = answer.TryGetProperty("jwt_token", out var jwt) && jwt.ValueKind == JsonValueKind.String ? jwt.GetString()! : answer.GetProperty("token").GetRawText();
        return (token, Math.Max(0, StepFor(question.Tool, plan, kept.Used)));
    }

    private SessionPlan? PlanOf(string session, string? agent) => new SessionStore(data).Load(session)?.PlanFor(agent);

    private async Task<(GuardAnswer Answer, KeptToken? Kept)> Obtain(string session, SessionPlan plan, KeptToken? before, CancellationToken deadline)
    {
        var (headers, why) = ArmorIqCredential.Headers(context);
        if (headers is null) return (GuardAnswer.Unavailable(Service, GuardFault.NoCredential, why), null);
        var sent = ArmorIqPlan.Of(plan.Plan, context.Settings.Text(GuardTable.ArmorIqMcp)!, context.Rules);
        var body = ArmorIqPlan.Request(context.Settings, sent, session);
        var url = context.Settings.Text(GuardTable.ArmorIqIntentUrl) ?? context.Settings.Text(GuardTable.ArmorIqUrl) + TokenPath;
        // A request that is repeated because its answer was lost must not make a second token.
        var key = Convert.ToHexStringLower(Integrity.Sha256.Hash(Encoding.UTF8.GetBytes($"{session}\n{plan.Root}\n{plan.RegisteredAt}\n{before?.At}")))[..32];
        var reply = await transport.Send(new HttpQuestion("POST", url, [.. headers, ("Idempotency-Key", key)], body), deadline).ConfigureAwait(false);
        var (json, fault, wrong) = HttpFaults.Read(reply);
        if (json is not null)
        {
            using (json)
            {
                var answer = Unwrap(json.RootElement);
                var (signed, unverified) = Verify(answer, sent, _pinned.Keys());
                if (signed is { } good && good.ExpiresAt > Seconds)
                {
                    _pinned.Remember(good.Key);
                    var kept = new KeptToken(answer, sent, before?.Used ?? [], GuardFault.None, "", Milliseconds);
                    _tokens.Keep(session, plan.Root, kept);
                    return (GuardAnswer.Cleared(Service), kept);
                }
                (fault, wrong) = (GuardFault.Unverified, (signed is null ? unverified : "the token has expired already: is this machine's clock right?") + ".");
            }
        }
        if (before?.Answer is null) _tokens.Keep(session, plan.Root, new KeptToken(null, sent, [], fault, wrong, Milliseconds));
        return (GuardAnswer.Unavailable(Service, fault, wrong), null);
    }

    private async Task<GuardAnswer> VerifyStep(GuardQuestion question, SessionPlan plan, KeptToken kept, SignedPlan signed, CancellationToken deadline)
    {
        var step = StepFor(question.Tool, plan, kept.Used);
        if (step < 0) return GuardAnswer.Cleared(Service); // a tool that needs no plan
        var (headers, why) = ArmorIqCredential.Headers(context);
        if (headers is null) return GuardAnswer.Unavailable(Service, GuardFault.NoCredential, why);
        var url = context.Settings.Text(GuardTable.ArmorIqVerifyUrl) ?? context.Settings.Text(GuardTable.ArmorIqUrl) + VerifyPath;
        var body = ArmorIqMessages.VerifyStep(signed, step, question.Tool!, kept.Plan);
        var answer = ArmorIqMessages.Verdict(await transport.Send(new HttpQuestion("POST", url, headers, body), deadline).ConfigureAwait(false));
        if (answer.Outcome == GuardOutcome.Cleared && kept.Used.All(used => used != step)) _tokens.Keep(question.Session, plan.Root, kept with { Used = [.. kept.Used, step] });
        return answer;
    }

    // The first step of this tool that was not used yet; where all were, the first.
    private static int StepFor(string? tool, SessionPlan plan, IReadOnlyList<int> used)
    {
        var first = -1;
        for (var i = 0; tool is not null && i < plan.Plan.Steps.Count; i++)
        {
            if (!ToolNames.Covers(plan.Plan.Steps[i].Action, ToolNames.Canonical(tool))) continue;
            if (first < 0) first = i;
            if (used.All(known => known != i)) return i;
        }
        return first;
    }

    private (SignedPlan? Plan, string Wrong) Verify(JsonElement answer, JsonElement plan, IReadOnlyList<string> keys) =>
        SignedPlans.Verify(answer, plan, new Expectations(keys, context.Settings.Text(GuardTable.ArmorIqIssuer), context.Settings.Is(GuardTable.ArmorIqProofs), Seconds));

    // A service at an address of its own may wrap the answer in a text.
    private static JsonElement Unwrap(JsonElement answer)
    {
        foreach (var name in (ReadOnlySpan<string>)["intentTokenRaw", "tokenRaw"])
        {
            if (!answer.TryGetProperty(name, out var raw) || raw.ValueKind != JsonValueKind.String) continue;
            try
            {
                using var inner = Protocol.StrictJson.Parse(Encoding.UTF8.GetBytes(raw.GetString()!));
                return inner.RootElement.Clone();
            }
            catch (Protocol.MalformedInputException)
            {
                break;
            }
        }
        return answer.Clone();
    }

    private static GuardAnswer Expired() => GuardAnswer.Flagged(Service.ArmorIq,
        "the token of this plan has expired. Call register_intent_plan again with your current plan, then retry this call.", "token-expired");

    private double Seconds => Milliseconds / 1000.0;

    private long Milliseconds => context.Now.ToUnixTimeMilliseconds();
}
