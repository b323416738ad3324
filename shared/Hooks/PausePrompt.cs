using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary><c>sallyport pause 10m</c> and <c>sallyport resume</c>, typed by the person, for their session.</summary>
internal static class PausePrompt
{
    public static string Begin(Guard guard, HookEvent hookEvent, string length)
    {
        if (!guard.Settings.MayPause) return Refuse(guard, hookEvent, "Pausing is forbidden by the administrator.");
        if (Pause.Duration(length) is not { } duration) return "Say how long, an hour at most: sallyport pause 10m";
        var until = Deadline.After(guard.Now, duration);
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => state with { PausedUntil = until });
        Record(guard, hookEvent, "warn", $"paused for {length}");
        return $"Sallyport is paused in this session for {length}: policy and plan stop nothing, and all is recorded. Sallyport itself stays protected. 'sallyport resume' ends it.";
    }

    public static string End(Guard guard, HookEvent hookEvent)
    {
        var was = false;
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state =>
        {
            was = state.PausedUntil is not null;
            return was ? state with { PausedUntil = null } : state;
        });
        if (!was) return "This session is not paused.";
        Record(guard, hookEvent, "allow", "resumed");
        return "Sallyport stops calls again.";
    }

    private static string Refuse(Guard guard, HookEvent hookEvent, string why)
    {
        Record(guard, hookEvent, "deny", "refused: " + why);
        return why;
    }

    private static void Record(Guard guard, HookEvent hookEvent, string verdict, string text)
    {
        var record = guard.RecordOf("pause", hookEvent);
        record.Verdict = verdict;
        record.Text = text;
        guard.Record(record, denied: true);
    }
}
