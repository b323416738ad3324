using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary><c>find . -name '*.pyc' -delete</c> goes through a tree, and takes only what has such a name.</summary>
internal static class FoundByName
{
    /// <summary>True where no file of the guard can have a name that is looked for.</summary>
    public static bool OnlyOthers(Effect effect)
    {
        if (effect.Detail != "find-named" || effect.By is not { } find) return false;
        var named = false;
        for (var i = 1; i < find.Argv.Count; i++)
        {
            switch (find.Argv[i].Known)
            {
                case null or "!" or "-not" or "-o" or "-or" or "," or "-path" or "-ipath" or "-wholename" or "-regex" or "-iregex":
                    return false;
                case "-name" or "-iname":
                    if (i + 1 >= find.Argv.Count || find.Argv[i + 1].Known is not { } pattern) return false;
                    foreach (var name in (ReadOnlySpan<string>)
                        ["hooks.json", "config.toml", "requirements.toml", "managed_config.toml", ".env", ".codex", "sallyport", "bin", "sessions", ".zshenv",
                            ".installed", "record.key", "keys", "audit",
                         "sallyport-pre-tool-use", "head.json", "policy.json", "settings.json", "pending-plan.json", "000001.jsonl", "rollout-1.jsonl", "a.calls", "a.lock", "lock", "checkpoint"])
                        if (PathGlob.Matches(pattern, name, StringComparison.OrdinalIgnoreCase)) return false;
                    named = true;
                    i++;
                    break;
            }
        }
        return named;
    }
}
