using System.Diagnostics;
using Sallyport.GuardProgram.Work;
using Sallyport.Guards;
using Sallyport.Guards.ArmorIq;
using Sallyport.Guards.AxonFlow;
using Sallyport.Guards.F5;
using Sallyport.Guards.Settings;

namespace Sallyport.GuardProgram.Tools;

/// <summary>Sends what a test would send and shows the exchange, credentials left out.</summary>
internal static class HttpProbe
{
    private const int ShownBytes = 400;

    public static async Task<bool> Run(StreamWriter to, Desk desk, Service service, CancellationToken deadline)
    {
        var (question, why) = Question(desk, service);
        if (question is null)
        {
            await to.WriteLineAsync("  ! " + why);
            return false;
        }
        await to.WriteLineAsync($"  request     {question.Method} {question.Url} ({question.Body.Length} bytes)");
        foreach (var (name, value) in question.Headers) await to.WriteLineAsync($"    {name}: {(IsSecret(name) ? "<redacted>" : value)}");
        var started = Stopwatch.GetTimestamp();
        var reply = await desk.Transport(service).Send(question, deadline);
        var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (reply.Fault != GuardFault.None)
        {
            await to.WriteLineAsync($"  ! {reply.Fault.Word()} ({took} ms): {reply.Why}");
            return false;
        }
        await to.WriteLineAsync($"  answer      {reply.Status} {Sanitize.ForTerminal(reply.ContentType ?? "no type")}, {reply.Body.Length} bytes ({took} ms)");
        if (reply.RetryAfter is { } retry) await to.WriteLineAsync($"    Retry-After: {Sanitize.ForTerminal(retry)}");
        if (HttpFaults.OfStatus(reply.Status) == GuardFault.None) return true;
        await to.WriteLineAsync($"  ! {HttpFaults.Explain(reply)}");
        // A service may repeat in its error what it was sent: masked like everything else that is shown.
        var text = System.Text.Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(ShownBytes, reply.Body.Length)]);
        await to.WriteLineAsync("    " + Sanitize.ForTerminal(Detection.Masker.Mask(text)));
        return false;
    }

    private static (HttpQuestion? Question, string Why) Question(Desk desk, Service service)
    {
        switch (service)
        {
            case Service.F5:
                var (token, missing) = desk.Context.Credential(GuardTable.F5Token, GuardTable.F5TokenFile);
                if (token is null) return (null, missing);
                var asked = new GuardQuestion { Surface = Detection.Surface.Prompt, Event = "Doctor", Text = "", Session = "sallyport-guard-doctor" };
                var body = F5Messages.Request("Hello, this is a test of the guard.", desk.Settings.Text(GuardTable.F5Project), asked);
                return (new HttpQuestion("POST", desk.Settings.Text(GuardTable.F5Url) + F5Guard.ScanPath, [("Authorization", "Bearer " + token)], body), "");
            case Service.AxonFlow:
                var (headers, fault) = AxonFlowIdentity.Headers(desk.Context);
                if (headers is null) return (null, fault!.Why);
                return (new HttpQuestion("POST", desk.Settings.Text(GuardTable.AxonFlowUrl) + AxonFlowGuard.McpPath, headers, AxonFlowMessages.CheckPolicy("Bash", "echo sallyport guard doctor")), "");
            default:
                var (own, none) = ArmorIqCredential.Headers(desk.Context);
                if (own is null) return (null, none);
                return (new HttpQuestion("GET", desk.Settings.Text(GuardTable.ArmorIqUrl) + "/health", own, []), "");
        }
    }

    private static bool IsSecret(string header) => header is "Authorization" or "X-API-Key" or "X-License-Token" or "X-User-Token";
}
