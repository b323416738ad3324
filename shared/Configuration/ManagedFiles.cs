using System.Runtime.InteropServices;

namespace Sallyport.Configuration;

/// <summary>
/// The administrator's directory. Its files count only when no user could have put them there: the owner of the file and of every
/// folder above it is the administrator, none is a link, and none can be written by group or others.
/// </summary>
internal static partial class ManagedFiles
{
    private const uint GroupOrOthersWrite = 0x12; // 0022

    /// <summary>Where the administrator's files are on this platform.</summary>
    public static string Directory =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Sallyport")
            : OperatingSystem.IsMacOS() ? "/Library/Application Support/Sallyport" : "/etc/sallyport";

    /// <summary>True where this process itself has the administrator's rights: then nothing is beyond the user, and nothing is managed.</summary>
    public static bool RunsAsAdministrator => !OperatingSystem.IsWindows() && GetEffectiveUser() == 0;

    /// <summary>Why a managed file cannot be trusted, or null where it can.</summary>
    /// <param name="path">An absolute path that exists.</param>
    public static string? Distrust(string path)
    {
        for (var at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            var what = OperatingSystem.IsWindows() ? WindowsOwner.Distrust(at) : DistrustUnix(at);
            if (what is not null) return $"{at} {what}";
        }
        return null;
    }

    private static string? DistrustUnix(string path)
    {
        if (UnixStatus.Of(path) is not { } status) return "cannot be looked at";
        if (status.IsLink) return "is a link";
        if (status.Owner != 0) return "is not owned by root";
        return (status.Mode & GroupOrOthersWrite) != 0 ? "can be written by group or others" : null;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();
}
