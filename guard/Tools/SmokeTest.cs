using System.Diagnostics;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.GuardProgram.Work;
using Sallyport.Guards;
using Sallyport.Guards.ArmorIq;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Settings;
using Sallyport.Plans;

namespace Sallyport.GuardProgram.Tools;

/// <summary>
/// <c>sallyport guard test</c>: asks each guard about something harmless, as hooks do, and says how long it took. Neither the cache nor a
/// fail mode has a say: a service that does not answer fails the test.
/// </summary>
internal static class SmokeTest
{
    public static async Task<int> Run(HelperRequest request, Stream output)
    {
        using var desk = Desk.Open(request);
        using var to = new StreamWriter(output);
        var chosen = Chosen.Of(desk, request.Service);
        if (chosen.Count == 0) await to.WriteLineAsync(Chosen.None);
        var failed = chosen.Count == 0;
        foreach (var service in chosen)
        {
            var started = Stopwatch.GetTimestamp();
            using var deadline = new CancellationTokenSource(desk.Settings.TimeoutMs(service));
            var answer = await Probe(desk, service, deadline.Token);
            var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var good = answer.Outcome == GuardOutcome.Cleared;
            failed |= !good;
            var what = answer.Outcome == GuardOutcome.Unavailable ? answer.Fault.Word() : GuardAnswer.Word(answer.Outcome);
            var why = answer.Why.Length == 0 ? "" : ": " + Sanitize.ForTerminal(answer.Why);
            await to.WriteLineAsync($"{service.Word(),-9} {(good ? "[OK]" : "[FAIL]")} {what} ({took} ms){why}{(good || answer.Findings.Count == 0 ? "" : $" ({string.Join(", ", answer.Findings)})")}");
        }
        return failed ? 1 : 0;
    }

    private static Task<GuardAnswer> Probe(Desk desk, Service service, CancellationToken deadline) => service switch
    {
        Service.F5 => desk.Guard(service).Ask(Question(Surface.Prompt, "Hello, this is a test of the guard."), deadline),
        Service.AxonFlow => desk.Guard(service).Ask(Question(Surface.ToolInput, "echo sallyport guard test") with { Tool = "Bash", Input = """{"command":"echo sallyport guard test"}""" }, deadline),
        _ => SignPlan(desk, deadline),
    };

    // A plan of one step is signed and verified, and forgotten: no session has it.
    private static async Task<GuardAnswer> SignPlan(Desk desk, CancellationToken deadline)
    {
        var (headers, why) = ArmorIqCredential.Headers(desk.Context);
        if (headers is null) return GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.NoCredential, why);
        var plan = ArmorIqPlan.Of(new Plan("sallyport guard test", [new PlanStep { Action = ToolNames.Bash }]), desk.Settings.Text(GuardTable.ArmorIqMcp)!);
        var url = desk.Settings.Text(GuardTable.ArmorIqIntentUrl) ?? desk.Settings.Text(GuardTable.ArmorIqUrl) + ArmorIqGuard.TokenPath;
        var reply = await desk.Transport(Service.ArmorIq).Send(new HttpQuestion("POST", url, headers, ArmorIqPlan.Request(desk.Settings, plan, "sallyport-guard-test")), deadline);
        var (json, fault, wrong) = HttpFaults.Read(reply);
        if (json is null) return GuardAnswer.Unavailable(Service.ArmorIq, fault, wrong);
        using (json)
        {
            var expected = new Expectations(new PinnedKey(desk.Context).Keys(), desk.Settings.Text(GuardTable.ArmorIqIssuer),
                desk.Settings.Is(GuardTable.ArmorIqProofs), desk.Context.Now.ToUnixTimeMilliseconds() / 1000.0);
            var (signed, unverified) = SignedPlans.Verify(json.RootElement, plan, expected);
            if (signed is null) return GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.Unverified, unverified + ".");
            return signed.ExpiresAt > expected.Now ? GuardAnswer.Cleared(Service.ArmorIq)
                : GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.Unverified, "the token has expired already: is this machine's clock right?");
        }
    }

    private static GuardQuestion Question(Surface surface, string text) =>
        new() { Surface = surface, Event = "SmokeTest", Text = text, Session = "sallyport-guard-test" };
}
