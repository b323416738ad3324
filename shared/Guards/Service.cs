namespace Sallyport.Guards;

/// <summary>A remote guard that a site may have.</summary>
internal enum Service
{
    F5,
    AxonFlow,
    ArmorIq,
}

/// <summary>Their names.</summary>
internal static class Services
{
    /// <summary>Every one.</summary>
    public static ReadOnlySpan<Service> All => [Service.F5, Service.AxonFlow, Service.ArmorIq];

    /// <summary>The word in settings, records and commands.</summary>
    public static string Word(this Service service) => service switch
    {
        Service.F5 => "f5",
        Service.AxonFlow => "axonflow",
        _ => "armoriq",
    };

    /// <summary>The product's name, for people.</summary>
    public static string Title(this Service service) => service switch
    {
        Service.F5 => "F5 AI Guardrails",
        Service.AxonFlow => "AxonFlow",
        _ => "ArmorIQ",
    };

    /// <summary>The service of a word, or null.</summary>
    public static Service? Parse(string? word) => word switch
    {
        "f5" => Service.F5,
        "axonflow" => Service.AxonFlow,
        "armoriq" => Service.ArmorIq,
        _ => null,
    };
}
