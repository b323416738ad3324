using System.Text;

namespace Sallyport.Shell.Commands;

/// <summary>
/// What can be said of a path part of which is unknown. <c>build/$name</c>, <c>$OUT/cache/*</c> and <c>run-$$</c> stay with what they name whatever the
/// variable holds; <c>$dir</c>, <c>$dir/*</c> and <c>./$name</c> may be anything, or all there is.
/// </summary>
internal static class PathOutline
{
    private const char Hole = '\u0001';

    /// <summary>True where the path keeps to a file or folder that the word itself names.</summary>
    public static bool Bounds(Word word)
    {
        var text = Outline(word);
        // What begins at the root is judged by the folders that are known; a way up may lead anywhere.
        if (text.Length == 0 || text[0] is '/' or '~' || text.StartsWith("..", StringComparison.Ordinal)) return false;
        var parts = new List<string>();
        foreach (var part in text.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts is [.., var last] && last.IndexOf(Hole, StringComparison.Ordinal) < 0) parts.RemoveAt(parts.Count - 1);
        }
        // Everything in a folder is the folder.
        if (parts.Count > 0 && IsAll(parts[^1])) parts.RemoveAt(parts.Count - 1);
        if (parts.Count == 0) return false;
        // $PREFIX/usr is /usr where nobody set it.
        if (text[0] == Hole && parts.Count == 2 && IsVital(parts[1])) return false;
        if (Names(parts[^1])) return true;
        // $ROOT/usr/$x is /usr where neither is set.
        return parts.Count > 1 && Names(parts[^2]) && !(text[0] == Hole && parts.Count == 3 && IsSystem(parts[1]));
    }

    private static string Outline(Word word)
    {
        var text = new StringBuilder();
        foreach (var piece in word.Pieces)
            text.Append(piece.Kind switch { PieceKind.Literal => piece.Text, PieceKind.Glob => "*", _ => Default(piece.Text) ?? Hole.ToString() });
        return text.ToString();
    }

    // ${BUILD_DIR:-build}: whoever sets it otherwise means a folder of that kind.
    private static string? Default(string source)
    {
        if (!source.StartsWith("${", StringComparison.Ordinal) || source[^1] != '}') return null;
        var at = source.IndexOf('-', StringComparison.Ordinal);
        if (at < 3) return null;
        var value = source.AsSpan(at + 1, source.Length - at - 2).Trim('"');
        if (value.Length == 0 || value[0] is '/' or '.' or '~' or '-') return null;
        foreach (var letter in value)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('/' or '-' or '_' or '.')) return null;
        return value.Contains("..", StringComparison.Ordinal) ? null : value.ToString();
    }

    private static bool IsAll(string part)
    {
        foreach (var letter in part)
            if (letter is not ('*' or '.' or '?' or '[' or ']' or '!')) return false;
        return true;
    }

    private static bool Names(string part)
    {
        foreach (var letter in part)
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_') return true;
        return false;
    }

    /// <summary>A folder at the root that a project has no folder of its own by: <c>bin</c> and <c>lib</c> it has.</summary>
    public static bool IsVital(ReadOnlySpan<char> part) => part is "usr" or "etc" or "home" or "boot" or "root" or "Users" or "System" or "Applications";

    private static bool IsSystem(string part) => part is "bin" or "boot" or "dev" or "etc" or "home" or "lib" or "lib64" or "opt" or "proc" or "root" or "run"
        or "sbin" or "srv" or "sys" or "usr" or "var" or "mnt" or "media" or "Users" or "Library" or "Applications" or "System" or "Volumes";
}
