using System.Globalization;
using Sallyport.Detection;

namespace Sallyport.Guards.Settings;

/// <summary>The guards' settings in force, each with where it came from.</summary>
internal sealed class GuardSettings
{
    private readonly Dictionary<GuardSetting, GuardValue> _values;

    /// <summary>Settings of values.</summary>
    public GuardSettings(Dictionary<GuardSetting, GuardValue> values, IReadOnlyList<string> notes)
    {
        _values = values;
        Notes = notes;
    }

    /// <summary>What was not taken and why, for SessionStart and <c>status</c>.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>One value with its source.</summary>
    public GuardValue this[GuardSetting setting] => _values[setting];

    /// <summary>One value; null where nobody set it and there is no default.</summary>
    public string? Text(GuardSetting setting) => _values[setting].Value;

    /// <summary>One number.</summary>
    public int Number(GuardSetting setting) => int.Parse(Text(setting)!, CultureInfo.InvariantCulture);

    /// <summary>One flag.</summary>
    public bool Is(GuardSetting setting) => Text(setting) == "true";

    /// <summary>
    /// True where the person turned it on: F5 and ArmorIQ by their credential, AxonFlow by its address, any by saying so. A file that
    /// another product left behind turns nothing on.
    /// </summary>
    public bool On(Service service) => Text(Switch(service)) switch
    {
        "true" => true,
        "false" => false,
        _ => service switch
        {
            Service.F5 => Text(GuardTable.F5Token) is not null || Text(GuardTable.F5TokenFile) is not null,
            Service.AxonFlow => Text(GuardTable.AxonFlowUrl) is not null,
            _ => Text(GuardTable.ArmorIqKey) is not null || Text(GuardTable.ArmorIqKeyFile) is not null,
        },
    };

    /// <summary>True where any is on.</summary>
    public bool Any => On(Service.F5) || On(Service.AxonFlow) || On(Service.ArmorIq);

    /// <summary>True where a guard is asked about texts of a surface.</summary>
    public bool Asks(Service service, Surface surface) => On(service) && service switch
    {
        Service.F5 => Array.IndexOf(Text(GuardTable.F5Surfaces)!.Split(','), surface.Word()) >= 0,
        Service.AxonFlow => surface is Surface.ToolInput or Surface.ToolOutput,
        _ => surface == Surface.ToolInput,
    };

    /// <summary>True where a guard wants to be told what a tool did.</summary>
    public bool Audits(Service service) => On(service) && service switch
    {
        Service.AxonFlow => Is(GuardTable.AxonFlowAudit),
        Service.ArmorIq => Is(GuardTable.ArmorIqAudit),
        _ => false,
    };

    /// <summary>What becomes of texts a guard gives no answer for.</summary>
    public FailModes FailModes(Service service) => Guards.FailModes.Parse(Text(service switch
    {
        Service.F5 => GuardTable.F5FailMode,
        Service.AxonFlow => GuardTable.AxonFlowFailMode,
        _ => GuardTable.ArmorIqFailMode,
    })!)!.Value;

    /// <summary>The whole time a guard has, from the first byte of the address look-up to the last byte of the answer.</summary>
    public int TimeoutMs(Service service) => Text(service switch
    {
        Service.F5 => GuardTable.F5TimeoutMs,
        Service.AxonFlow => GuardTable.AxonFlowTimeoutMs,
        _ => GuardTable.ArmorIqTimeoutMs,
    }) is not null and var own ? int.Parse(own, CultureInfo.InvariantCulture) : Number(GuardTable.TimeoutMs);

    /// <summary>True where a hit is told and not acted upon.</summary>
    public bool WarnsOnly(Service service, Surface surface) =>
        service == Service.F5 && surface == Surface.ToolOutput && Text(GuardTable.F5OutputHit) == "warn";

    /// <summary>Where a guard is; null where nobody said.</summary>
    public string? Address(Service service) => Text(service switch
    {
        Service.F5 => GuardTable.F5Url,
        Service.AxonFlow => GuardTable.AxonFlowUrl,
        _ => GuardTable.ArmorIqUrl,
    });

    /// <summary>The switch of a guard.</summary>
    public static GuardSetting Switch(Service service) => service switch
    {
        Service.F5 => GuardTable.F5Enabled,
        Service.AxonFlow => GuardTable.AxonFlowEnabled,
        _ => GuardTable.ArmorIqEnabled,
    };
}
