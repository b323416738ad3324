namespace Sallyport.Hooks;

/// <summary>
/// On Windows a managed registration cannot pass arguments (the command must be a bare path), so a file named <c>managed</c>
/// beside the executable, in a folder only administrators can write, says the same as <c>--managed</c>.
/// </summary>
internal static class ManagedMarker
{
    /// <summary>True where the marker stands beside this executable.</summary>
    public static bool Stands() => OperatingSystem.IsWindows() && File.Exists(Path.Combine(AppContext.BaseDirectory, "managed"));
}
