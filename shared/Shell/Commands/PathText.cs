namespace Sallyport.Shell.Commands;

/// <summary>Paths as text: made absolute, and normalised without looking at the disk.</summary>
internal static class PathText
{
    /// <summary>The target that <paramref name="word"/> names as a path, seen from <paramref name="cwd"/>.</summary>
    public static Target Target(Word word, string? cwd, ObservedFacts facts)
    {
        var glob = word.HasGlob;
        var text = Text(word, facts, out var known);
        if (facts.Windows) text = text.Replace('\\', '/');
        if (!known) return new Target(TargetKind.Path, Tidy(text), false, glob) { Bounded = PathOutline.Bounds(word) };
        if (IsAbsolute(text, facts.Windows)) return new Target(TargetKind.Path, Normalize(text), true, glob);
        if (cwd is null) return new Target(TargetKind.Path, text.Length == 0 ? "." : text, false, glob) { Bounded = PathOutline.Bounds(word) };
        return new Target(TargetKind.Path, Normalize((facts.Windows ? cwd.Replace('\\', '/') : cwd) + "/" + text), true, glob);
    }

    /// <summary>True for <c>/x</c>, and with Windows rules <c>C:/x</c>.</summary>
    public static bool IsAbsolute(string path, bool windows) =>
        path.StartsWith('/') || (windows && path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]));

    /// <summary>Resolves <c>.</c>, <c>..</c> and doubled slashes of an absolute path, which may begin with a drive.</summary>
    public static string Normalize(string path)
    {
        var drive = path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) ? 2 : 0;
        if (!NeedsWork(path)) return path.Length > drive + 1 && path[^1] == '/' ? path[..^1] : path;
        var text = new System.Text.StringBuilder(path, 0, drive, path.Length);
        var rest = path.AsSpan(drive);
        foreach (var range in rest.Split('/'))
        {
            var part = rest[range];
            if (part.Length == 0 || part is ".") continue;
            if (part is "..")
            {
                var slash = text.Length;
                while (slash > drive && text[slash - 1] != '/') slash--;
                text.Length = Math.Max(drive, slash - 1);
            }
            else text.Append('/').Append(part);
        }
        return text.Length == drive ? path[..drive] + "/" : text.ToString();
    }

    /// <summary>True when <paramref name="path"/> lies below <paramref name="folder"/>; not when they are the same.</summary>
    public static bool IsBelow(string path, string folder)
    {
        if (folder.Length == 0) return false;
        if (folder == "/") return path.Length > 1 && path[0] == '/';
        return path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);
    }

    /// <summary>The last part of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The folder a path lies in.</summary>
    public static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash <= 0 ? "/" : path[..slash];
    }

    // A person reads $HOME and ~ as the home directory, and so may we where the shell's own value was not looked at.
    private static string Text(Word word, ObservedFacts facts, out bool known)
    {
        known = true;
        if (word.IsKnown) return word.Known!;
        var text = new System.Text.StringBuilder();
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind != PieceKind.Unknown)
            {
                text.Append(piece.Text);
                continue;
            }
            var value = Named(piece.Text, facts);
            if (value is null) known = false;
            text.Append(value ?? piece.Text);
        }
        return text.ToString();
    }

    private static string? Named(string source, ObservedFacts facts) => source switch
    {
        "$HOME" or "${HOME}" or "~" or "$env:USERPROFILE" or "$env:HOME" or "%USERPROFILE%" => facts.Home,
        "$TMPDIR" or "${TMPDIR}" or "${TMPDIR:-/tmp}" or "${TMPDIR-/tmp}" or "${TMPDIR%/}" or "${TMPDIR%%/}" or "$RUNNER_TEMP" or "${RUNNER_TEMP}" => "/tmp",
        "$(mktemp)" or "$(mktemp -d)" or "`mktemp -d`" => "/tmp/tmp.0",
        "$PWD" or "${PWD}" or "$(pwd)" or "`pwd`" => facts.Cwd,
        "$CODEX_HOME" or "${CODEX_HOME}" or "${CODEX_HOME:-$HOME/.codex}" or "${CODEX_HOME:-~/.codex}" => facts.CodexHome,
        "$(printenv HOME)" or "`printenv HOME`" => facts.Home,
        "$(printenv CODEX_HOME)" or "`printenv CODEX_HOME`" => facts.CodexHome,
        _ when IsTopLevel(source) => facts.Workspace,
        _ => source.StartsWith("$(mktemp", StringComparison.Ordinal) || source.StartsWith("`mktemp", StringComparison.Ordinal) ? "/tmp/tmp.0" : null,
    };

    /// <summary>True of what git is asked for the folder that the repository lies in.</summary>
    public static bool IsTopLevel(string source) => source is "$(git rev-parse --show-toplevel)" or "$(git rev-parse --show-toplevel 2>/dev/null)" or "`git rev-parse --show-toplevel`";

    private static string Tidy(string text)
    {
        while (text.Contains("//", StringComparison.Ordinal)) text = text.Replace("//", "/", StringComparison.Ordinal);
        return text;
    }

    private static bool NeedsWork(string path) =>
        path.Contains("//", StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal);
}
