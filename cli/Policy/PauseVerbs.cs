using Sallyport.PolicyStore;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport pause</c> and <c>sallyport resume</c>: for every session, from the person's own terminal.</summary>
internal static class PauseVerbs
{
    public static readonly Verb Pause = new("pause", "let policy and plan stop nothing for a while; 'resume' ends it", """
        usage: sallyport pause 10m

        For the time given (seconds, minutes or an hour at most: 90s, 10m, 1h) policy and plan stop nothing, in every session.
        Everything is recorded as always, and what protects Sallyport itself goes on. 'sallyport resume' ends it at once.
        Typed as a prompt in Codex it is for that session alone. An administrator can forbid it ("pauseEnabled": false, locked).

        examples:
          sallyport pause 10m
        exit codes: 0 paused · 1 forbidden · 2 wrong words
        """, Begin);

    public static readonly Verb Resume = new("resume", "end a pause", """
        usage: sallyport resume

        examples:
          sallyport resume
        exit codes: 0 not paused any more · 2 wrong words
        """, End, Minor: true);

    private static int Begin(string[] args)
    {
        if (args.Length != 1 || Sallyport.PolicyStore.Pause.Duration(args[0]) is not { } duration) throw new UsageException("say how long, an hour at most: sallyport pause 10m");
        var actor = TerminalActor.Changer();
        if (!actor.Settings.MayPause)
        {
            TerminalActor.Record(actor.Data, actor.Settings, "pause", "refused: pausing is forbidden by the administrator", null, refused: true);
            Console.Error.WriteLine("sallyport pause: forbidden by the administrator.");
            return ExitCode.Findings;
        }
        TerminalActor.Record(actor.Data, actor.Settings, "pause", $"paused every session for {args[0]}", null, refused: false);
        Sallyport.PolicyStore.Pause.SetAll(actor.Data, Sallyport.State.Deadline.After(actor.Now, duration));
        Console.Out.WriteLine($"Paused for {args[0]}: policy and plan stop nothing in any session. 'sallyport resume' ends it.");
        return ExitCode.Ok;
    }

    private static int End(string[] args)
    {
        if (args.Length != 0) throw new UsageException("resume takes no words.");
        var actor = TerminalActor.Changer();
        Sallyport.PolicyStore.Pause.SetAll(actor.Data, null);
        foreach (var session in new Sallyport.State.SessionStore(actor.Data).All().Where(state => state.PausedUntil is not null))
            new Sallyport.State.SessionStore(actor.Data).Change(session.SessionId, actor.Now, state => state with { PausedUntil = null });
        TerminalActor.Record(actor.Data, actor.Settings, "pause", "resumed every session", null, refused: false);
        Console.Out.WriteLine("Sallyport stops calls again.");
        return ExitCode.Ok;
    }
}
