using Sallyport.GuardProgram.Work;
using Sallyport.Guards;

namespace Sallyport.GuardProgram.Tools;

/// <summary>Which guards a command is about.</summary>
internal static class Chosen
{
    /// <summary>The named one, on or not; else every one that is on.</summary>
    public static List<Service> Of(Desk desk, Service? named)
    {
        var chosen = new List<Service>();
        foreach (var service in Services.All)
            if (named is { } one ? one == service : desk.Settings.On(service)) chosen.Add(service);
        return chosen;
    }

    /// <summary>What is said where none is.</summary>
    public const string None = "No guard is on. F5 and ArmorIQ are turned on by their credential, AxonFlow by its address: docs/guards.md.";
}
