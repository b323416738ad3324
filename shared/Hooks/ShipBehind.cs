using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;

namespace Sallyport.Hooks;

/// <summary>
/// Has the record shipped behind the hook's back, where a collector is set: by <c>sallyport-guard</c> in a session of its own, which
/// outlives the hook and Codex. Nobody waits for it. If it is killed, the cursor stands where it stood and the next run goes on from there.
/// </summary>
internal static class ShipBehind
{
    /// <summary>The kind of request.</summary>
    public const string Kind = "ship";

    /// <summary>Starts it. That it could not be started is seen in <c>status</c>, by the rows that wait.</summary>
    public static void Start(Guard guard)
    {
        if (!guard.Settings.AuditEnabled || guard.Settings.AuditShipUrl is null) return;
        HelperProcess.Ask(new HelperRequest { Kind = Kind, DataDirectory = guard.Data.Root, Managed = guard.Settings.OnlyTighten }.Write(), TimeSpan.Zero, keepWhenLate: true);
    }
}
