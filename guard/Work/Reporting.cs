using System.Text;
using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.ArmorIq;
using Sallyport.Guards.AxonFlow;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.Integrity;

namespace Sallyport.GuardProgram.Work;

/// <summary>
/// Tells services what tools did. Rows wait in a spool until the service has them: one that is down loses none, and a row it refuses for
/// good is set aside. Nobody waits for this.
/// </summary>
internal static class Reporting
{
    private const int BatchRows = 100;
    private const int MostBatches = 20;
    private static readonly TimeSpan OldEnough = TimeSpan.FromSeconds(5);

    /// <summary>Puts what is to be told into the spools, and sends what is due.</summary>
    public static async Task After(Desk desk, GuardQuestion question, IReadOnlyList<GuardAnswer> answers)
    {
        var refusal = answers.FirstOrDefault(a => a.Outcome == GuardOutcome.Flagged && question.Surface == Surface.ToolInput);
        if (question.Surface != Surface.ToolOutput && refusal is null) return;
        if (desk.Settings.Audits(Service.AxonFlow))
        {
            Spool(desk, Service.AxonFlow).Add(AxonFlowMessages.Audit(question, refusal));
            await Task.Run(() => Send(desk, Service.AxonFlow));
        }
        if (refusal is null && desk.Settings.Audits(Service.ArmorIq))
        {
            var (token, step) = desk.ArmorIq.StepOf(question);
            var spool = Spool(desk, Service.ArmorIq);
            spool.Add(ArmorIqMessages.AuditRow(question, token, step, desk.Context.Now));
            var (rows, since) = spool.Waiting();
            if (rows >= BatchRows || desk.Context.Now - since > OldEnough) await Task.Run(() => Send(desk, Service.ArmorIq));
        }
    }

    /// <summary>Sends everything that waits: the turn is over.</summary>
    public static async Task<int> Run(HelperRequest request)
    {
        using var desk = Desk.Open(request);
        foreach (var service in (Service[])[Service.AxonFlow, Service.ArmorIq])
            if (desk.Settings.Audits(service)) await Task.Run(() => Send(desk, service));
        return 0;
    }

    private static Spool Spool(Desk desk, Service service) => new(desk.Context.Folder.Spool(service));

    private static void Send(Desk desk, Service service)
    {
        var spool = Spool(desk, service);
        var most = service == Service.AxonFlow ? 1 : BatchRows;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var split = false;
            var more = spool.Drain(most, rows =>
            {
                var fate = Fate(desk, service, rows);
                split = fate == SpoolFate.Refused && rows.Count > 1; // one row of them is bad: find it
                return split ? SpoolFate.Again : fate;
            });
            if (split) most = 1;
            else if (!more) return;
        }
    }

    private static SpoolFate Fate(Desk desk, Service service, IReadOnlyList<string> rows)
    {
        var answer = desk.Ask(service, deadline => service == Service.AxonFlow
            ? desk.AxonFlow.Report(Encoding.UTF8.GetBytes(rows[0]), deadline)
            : Post(desk, rows, deadline)).GetAwaiter().GetResult();
        return answer.Outcome == GuardOutcome.Cleared ? SpoolFate.Done : answer.Fault == GuardFault.Rejected ? SpoolFate.Refused : SpoolFate.Again;
    }

    private static async Task<GuardAnswer> Post(Desk desk, IReadOnlyList<string> rows, CancellationToken deadline)
    {
        var (headers, why) = ArmorIqCredential.Headers(desk.Context);
        if (headers is null) return GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.NoCredential, why);
        var body = ArmorIqMessages.Batch(rows);
        // The same rows sent twice are one batch.
        var key = Convert.ToHexStringLower(Sha256.Hash(body))[..32];
        var reply = await desk.Transport(Service.ArmorIq).Send(
            new HttpQuestion("POST", desk.Settings.Text(GuardTable.ArmorIqUrl) + ArmorIqMessages.AuditPath, [.. headers, ("Idempotency-Key", key)], body), deadline);
        var (json, fault, wrong) = HttpFaults.Read(reply);
        if (json is null) return GuardAnswer.Unavailable(Service.ArmorIq, fault, wrong);
        json.Dispose();
        return GuardAnswer.Cleared(Service.ArmorIq);
    }
}
