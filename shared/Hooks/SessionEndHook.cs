using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>The session is over: everything on the record reaches the disk, and the record is signed as it stands.</summary>
internal sealed class SessionEndHook : IHook
{
    public static EventName Name => EventName.SessionEnd;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var told = guard.Record(guard.RecordOf("session-end", hookEvent)) ?? guard.Sign();
        ShipBehind.Start(guard);
        return Answer.Tell(told);
    }
}
