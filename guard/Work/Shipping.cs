using Sallyport.Configuration;
using Sallyport.Export;
using Sallyport.Guards.Exchange;
using Sallyport.State;

namespace Sallyport.GuardProgram.Work;

/// <summary>Ships the record to the collector that the settings name, after the hook that asked for it has answered. Nobody reads what it says.</summary>
internal static class Shipping
{
    public static int Run(HelperRequest request)
    {
        var data = DataDirectory.At(request.DataDirectory);
        return ConfiguredShipping.Run(data, SettingsReader.Read(data, request.Managed)) is { Fault: not null } ? 1 : 0;
    }
}
