using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary><c>find . -name '*.pyc' -delete</c> goes through a tree, and takes only what has such a name.</summary>
internal static class FoundByName
{
    /// <summary>True where no file of the guard can have a name that is looked for.</summary>
    public static bool OnlyOthers(Effect effect) => effect.Detail == "find-named" && effect.By is { } find && OnlyOthers(find);

    /// <summary>True where no file of the guard can have a name that this <c>find</c> looks for.</summary>
    public static bool OnlyOthers(CommandRun find)
    {
        var named = false;
        for (var i = 1; i < find.Argv.Count; i++)
        {
            // *.pyc without quotes is the same pattern where no file here has such a name.
            if (find.Argv[i].HasUnknown) return false;
            switch (find.Argv[i].ToString())
            {
                // What is left out takes nothing more.
                case "!" or "-not" when i + 2 < find.Argv.Count && find.Argv[i + 1].KnownPrefix.StartsWith('-'):
                    i += 2;
                    break;
                case "-path" or "-ipath" or "-wholename" or "-iwholename":
                    if (i + 1 >= find.Argv.Count || find.Argv[i + 1].HasUnknown || !NamesFolder(find.Argv[i + 1].ToString())) return false;
                    named = true;
                    i++;
                    break;
                case "-regex" or "-iregex":
                    if (i + 1 >= find.Argv.Count || find.Argv[i + 1].Known is not { } expression || !EndsInKind(expression)) return false;
                    named = true;
                    i++;
                    break;
                case "-name" or "-iname":
                    if (i + 1 >= find.Argv.Count || find.Argv[i + 1].HasUnknown) return false;
                    if (IsOwn(find.Argv[i + 1].ToString())) return false;
                    named = true;
                    i++;
                    break;
            }
        }
        return named;
    }

    /// <summary>True for the name of a file or folder of the guard, and a pattern that one of them has.</summary>
    public static bool IsOwn(string pattern)
    {
        foreach (var name in (ReadOnlySpan<string>)
            ["hooks.json", "config.toml", "requirements.toml", "managed_config.toml", ".env", ".codex", "sallyport", "bin", "sessions", ".zshenv", ".installed", "record.key", "keys", "audit",
             "sallyport-pre-tool-use", "head.json", "policy.json", "settings.json", "pending-plan.json", "000001.jsonl", "rollout-1.jsonl", "a.calls", "a.lock", "lock", "checkpoint"])
            if (PathGlob.Matches(pattern, name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // ./dist/*, */__pycache__/*: below a folder of what is built, which none of the guard's is.
    private static bool NamesFolder(string pattern)
    {
        var built = false;
        foreach (var part in pattern.Split('/'))
        {
            if (part is not ("*" or "**" or "." or "") && IsOwn(part)) return false;
            built |= part is "node_modules" or "dist" or "build" or "out" or "target" or "obj" or "coverage" or "vendor" or "__pycache__" or ".pytest_cache" or ".mypy_cache" or ".ruff_cache" or ".next" or ".turbo";
        }
        return built;
    }

    // .*\.pyc
    private static bool EndsInKind(string expression)
    {
        var dot = expression.TrimEnd('$').LastIndexOf("\\.", StringComparison.Ordinal);
        if (dot < 0) return false;
        var kind = expression.AsSpan(dot + 2).TrimEnd('$');
        foreach (var letter in kind)
            if (!char.IsAsciiLetterOrDigit(letter)) return false;
        return kind.Length > 0 && kind is not ("json" or "jsonl" or "toml" or "env" or "lock" or "calls" or "key" or "zshenv" or "installed" or "codex");
    }
}
