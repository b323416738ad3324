namespace Sallyport.Cli.Policy;

/// <summary>Files that an administrator writes for users to read.</summary>
internal static class AdministratorFiles
{
    /// <summary>Sallyport's files are their owner's alone unless they are meant for others.</summary>
    public static void LetUsersRead(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
