using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>
/// The conversation was cut down to a summary. What the model forgot of its plan SessionStart tells it again; here the record learns
/// where the cut was, so that whoever reads it knows why a plan is told twice.
/// </summary>
internal sealed class PostCompactHook : IHook
{
    public static EventName Name => EventName.PostCompact;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var record = guard.RecordOf("compact", hookEvent);
        record.Text = hookEvent.Trigger is { } trigger ? Sanitize.ForTerminal(trigger) : null;
        return Answer.Tell(guard.Record(record));
    }
}
