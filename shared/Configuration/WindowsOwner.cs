using System.Runtime.InteropServices;

namespace Sallyport.Configuration;

/// <summary>Who owns a path on Windows.</summary>
internal static partial class WindowsOwner
{
    private const int FileObject = 1; // SE_FILE_OBJECT
    private const int OwnerInformation = 1; // OWNER_SECURITY_INFORMATION
    private const int LocalSystem = 22; // WinLocalSystemSid
    private const int Administrators = 26; // WinBuiltinAdministratorsSid

    /// <summary>Why a path cannot be trusted to be the administrator's, or null where it can.</summary>
    public static string? Distrust(string path)
    {
        // The root of the drive and ProgramData itself belong to the system or its installer.
        if (Path.GetDirectoryName(path) is not { } parent || Path.GetDirectoryName(parent) is null) return null;
        if (new FileInfo(path).LinkTarget is not null) return "is a link";
        if (GetOwner(path, FileObject, OwnerInformation, out var owner, 0, 0, 0, out var descriptor) != 0) return "has an owner that cannot be read";
        try
        {
            return IsWellKnown(owner, LocalSystem) || IsWellKnown(owner, Administrators) ? null : "is not owned by Administrators or SYSTEM";
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    [LibraryImport("advapi32", EntryPoint = "GetNamedSecurityInfoW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int GetOwner(
        string path, int objectType, int information, out nint owner, nint group, nint dacl, nint sacl, out nint descriptor);

    [LibraryImport("advapi32", EntryPoint = "IsWellKnownSid")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool IsWellKnown(nint sid, int kind);

    [LibraryImport("kernel32")]
    private static partial nint LocalFree(nint memory);
}
