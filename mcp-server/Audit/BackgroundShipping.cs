using Sallyport.Configuration;
using Sallyport.Export;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Ships the record while the session's server runs, where a collector is set. Hooks never wait for the network; this may.</summary>
internal static class BackgroundShipping
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>Starts it; ends with the process, and what is left goes with the next run.</summary>
    public static async Task Run(DataDirectory data, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Run(() => Once(data), CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(Every, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Once(DataDirectory data)
    {
        try
        {
            ConfiguredShipping.Run(data, SettingsReader.Read(data, managedStart: false));
        }
        catch (Exception wrong) when (wrong is GuardException or IOException or UnauthorizedAccessException)
        {
            return; // 'sallyport audit ship' says what is wrong; 'status' that rows wait
        }
    }
}
