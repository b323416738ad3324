using Sallyport.Configuration;
using Sallyport.State;

namespace Sallyport.Export;

/// <summary>Ships where the settings say, for those that run without a terminal.</summary>
internal static class ConfiguredShipping
{
    /// <summary>Ships what there is; null where no collector is set, or another already waits to ship.</summary>
    /// <exception cref="GuardException">The address, the headers or the cursor cannot be used.</exception>
    public static ShipReport? Run(DataDirectory data, Settings settings)
    {
        if (settings.AuditShipUrl is not { } written) return null;
        var url = Collectors.Address(written);
        return new Shipper(data, url.AbsoluteUri, Collectors.Of(data, url, Collectors.Stored(data))).RunUnlessOneWaits();
    }
}
