using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport pending</c>: what waits for the person, for clients that do not show it.</summary>
internal static class PendingVerb
{
    public static readonly Verb Verb = new("pending", "what waits for you, each with a fresh code", """
        usage: sallyport pending

        Lists the calls and plans that wait for your approval in any session, each with a new one-time code (codes shown before
        no longer work: only their hashes are kept), and the changes of policy that wait for your yes.
        Type 'sallyport approve CODE' as a prompt in the session that asked.

        examples:
          sallyport pending
        exit codes: 0 nothing waits · 1 something waits · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        if (args.Length != 0) throw new UsageException("pending takes no words.");
        var actor = TerminalActor.Changer(); // codes are for the person's eyes
        var store = new SessionStore(actor.Data);
        var count = 0;
        foreach (var session in store.All())
        {
            if (!session.Approvals.Any(approval => Waits(approval, actor.Now))) continue;
            foreach (var (approval, code) in Mint(store, session.SessionId, actor.Now))
            {
                count++;
                Console.Out.WriteLine($"{Sanitize.ForTerminal(approval.Summary)}");
                Console.Out.WriteLine($"  session {Sanitize.ForTerminal(session.SessionId)}, void in {Math.Max(1, (approval.Until.At - actor.Now) / 60_000)} min");
                Console.Out.WriteLine($"  type there: sallyport approve {code}");
            }
        }
        foreach (var change in new PolicyChanges(actor).Waiting())
        {
            count++;
            Console.Out.WriteLine($"{change.Id}: {Sanitize.ForTerminal(change.Summary)}{(change.ByModel ? " (proposed by Codex)" : "")}");
            Console.Out.WriteLine("  see it: sallyport policy staged");
        }
        if (count == 0) Console.Out.WriteLine("Nothing waits for you.");
        return count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static bool Waits(Approval approval, long now) => !approval.Approved && approval.Until.IsOpen(now);

    private static List<(Approval, string Code)> Mint(SessionStore store, string session, long now)
    {
        var minted = new List<(Approval, string)>();
        store.Change(session, now, state => state with
        {
            Approvals = [.. state.Approvals.Select(approval =>
            {
                if (!Waits(approval, now)) return approval;
                var code = ApprovalCode.Mint();
                minted.Add((approval, code));
                return approval with { CodeHash = ApprovalCode.Hash(code) };
            })],
        });
        return minted;
    }
}
