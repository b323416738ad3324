using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Sallyport.Configuration;
using Sallyport.Shell;

namespace Sallyport.Gate;

/// <summary>Looks at the machine for the pure steps: bounded, once per path, and everything seen can be kept for a replay.</summary>
internal sealed partial class FactObserver
{
    /// <summary>The longest script that is read.</summary>
    public const int ContentLimit = 256 * 1024;

    private const int MostFiles = 128;
    private const int MostLinks = 256;
    private readonly Dictionary<string, FileFact> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _resolved = new(StringComparer.Ordinal);

    /// <summary>Everything seen so far.</summary>
    public IReadOnlyDictionary<string, FileFact> Files => _files;

    /// <summary>Looks at what was asked for.</summary>
    /// <returns>True where something new was seen: analysing again may say more.</returns>
    public bool Observe(IReadOnlyList<FactRequest> wanted)
    {
        var seen = false;
        foreach (var request in wanted)
        {
            if (!Path.IsPathFullyQualified(request.Path)) continue;
            if (_files.TryGetValue(request.Path, out var known) && (!request.WantContent || known.Content is not null || known.Kind != FileKind.File)) continue;
            if (_files.Count >= MostFiles && known is null) continue;
            var fact = Look(request.Path, request.WantContent);
            if (fact == known) continue;
            _files[request.Path] = fact;
            seen = true;
        }
        return seen;
    }

    /// <summary>Follows the links of paths. Only those that lead elsewhere than their letters say are kept: a replay needs no more.</summary>
    /// <returns>True where there was such a link.</returns>
    public bool ObserveLinks(IEnumerable<string> paths)
    {
        var left = MostLinks;
        var seen = false;
        foreach (var path in paths)
        {
            if (left-- == 0) break;
            if (!Path.IsPathFullyQualified(path) || _files.ContainsKey(path)) continue;
            var real = RealPath(path);
            if (real == path || real == Shell.Commands.PathText.Normalize(path)) continue;
            _files[path] = Look(path, wantContent: false);
            seen = true;
        }
        return seen;
    }

    private FileFact Look(string path, bool wantContent)
    {
        var real = RealPath(path);
        var kind = Directory.Exists(path) ? FileKind.Directory : File.Exists(path) ? FileKind.File : FileKind.Missing;
        if (kind == FileKind.File && !IsRegular(path)) kind = FileKind.Other; // reading a pipe or a terminal could wait for ever
        return new FileFact(kind, real, kind == FileKind.File && wantContent ? Content(path) : null);
    }

    /// <summary>The path with its links followed; of a missing file, that of the nearest parent that is there.</summary>
    private string RealPath(string path)
    {
        var rest = "";
        for (var at = path; ; at = Path.GetDirectoryName(at)!)
        {
            if (ResolveOnce(at) is { } real) return rest.Length == 0 ? real : Path.Join(real, rest);
            if (Path.GetDirectoryName(at) is null) return path;
            rest = rest.Length == 0 ? Path.GetFileName(at) : Path.Join(Path.GetFileName(at), rest);
        }
    }

    // The words of one command mostly lie in one folder: its links are followed once, and then each name takes one look.
    private string? ResolveOnce(string path)
    {
        if (_resolved.TryGetValue(path, out var known)) return known;
        return _resolved[path] = Path.GetDirectoryName(path) is { } folder && Path.GetFileName(path) is not ("" or "." or "..") && OperatingSystem.IsLinux() ? Below(folder, path) : Resolve(path);
    }

    private string? Below(string folder, string path)
    {
        if (!_resolved.TryGetValue(folder, out var above)) _resolved[folder] = above = Resolve(folder);
        if (above is null || UnixStatus.Of(path) is not { } status) return null;
        return status.IsLink ? Resolve(path) : Path.Join(above, Path.GetFileName(path));
    }

    private static string? Resolve(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            if (!File.Exists(path) && !Directory.Exists(path)) return null;
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        var resolved = UnixRealPath(path, 0);
        if (resolved == 0) return null;
        try
        {
            return Marshal.PtrToStringUTF8(resolved);
        }
        finally
        {
            Free(resolved);
        }
    }

    private static bool IsRegular(string path) => OperatingSystem.IsWindows() || UnixStatus.Of(path, follow: true) is { IsRegular: true };

    private static string? Content(string path)
    {
        try
        {
            if (new FileInfo(path).Length > ContentLimit) return null;
            var bytes = File.ReadAllBytes(path);
            return bytes.Length <= ContentLimit && Utf8.IsValid(bytes) && !bytes.AsSpan().Contains((byte)0) ? Encoding.UTF8.GetString(bytes) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null; // unread is "unknown program", which the policy judges
        }
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint UnixRealPath(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint memory);
}
