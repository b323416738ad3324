using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>The person stopped the turn. Stop does not fire then, so without this the record would end in calls that seem to have no result.</summary>
internal sealed class InterruptHook : IHook
{
    public static EventName Name => EventName.Interrupt;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var told = guard.Record(guard.RecordOf("interrupt", hookEvent));
        ShipBehind.Start(guard);
        return Answer.Tell(told);
    }
}
