using System.Text;
using Sallyport.Configuration;
using Sallyport.State;

namespace Sallyport.Guards.Keeping;

/// <summary>A file that holds a credential: it counts only where nobody else can read it.</summary>
internal static class PrivateFile
{
    private const int Limit = 64 * 1024;
    private const uint GroupOrOthers = 0x3F; // 0077

    /// <summary>Its text, trimmed; null where it is missing.</summary>
    /// <exception cref="GuardException">Others can read or write it; names the fix.</exception>
    public static string? Read(string path)
    {
        if (!OperatingSystem.IsWindows() && UnixStatus.Of(path) is { } status && (status.Mode & GroupOrOthers) != 0)
            throw new GuardException($"{path} is open to other users of this machine, so what it holds is not used. Close it: chmod 600 '{path}'");
        return AtomicFile.Read(path, Limit) is { } bytes ? Encoding.UTF8.GetString(bytes.Span).Trim() : null;
    }
}
