namespace Sallyport.Shell.Commands;

/// <summary>
/// A program nobody listed, read by the grammar that clients of services share: <c>client noun … verb name</c>. A verb that means loss
/// anywhere is taken at its word; one that may be harmless only where the call also passes over the question whether it is meant.
/// </summary>
internal static class UnlistedClients
{
    private const int MostNouns = 3;

    public static void Describe(Call call)
    {
        if (Talks(call.Program) || call.AsksHelp) return;
        var nouns = 0;
        for (var i = 1; i < call.Count && nouns <= MostNouns; i++)
        {
            if (call.Argv[i].KnownPrefix.StartsWith('-')) continue;
            if (call.Text(i) is not { Length: > 1 } word || !Plain(word)) return;
            // What is kept only to be quick is made again.
            var trivial = word.Contains("cache", StringComparison.Ordinal) || word.Contains("unused", StringComparison.Ordinal) || word.Contains("stale", StringComparison.Ordinal) || word.Contains("orphan", StringComparison.Ordinal);
            if (trivial && !Verbs.Destroys(word)) return;
            if (Verbs.Destroys(word) || ((nouns > 0 || word.Contains('-', StringComparison.Ordinal)) && Verbs.Kind(word) == VerbKind.TakesAway && Unasked(call)))
            {
                call.Infrastructure("service-delete", call.Program + ":" + WordText.JoinAll([.. call.Argv.Skip(1).Take(i + 1)]), Unasked(call));
                return;
            }
            nouns++;
        }
    }

    private static bool Unasked(Call call)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix is "--yes" or "-y" or "--force" or "--auto-approve" or "--no-confirm" or "--noconfirm" or "--skip-confirmation"
                or "--assume-yes" or "--non-interactive" or "--no-input" or "--no-prompt") return true;
        return false;
    }

    private static bool Plain(string word)
    {
        foreach (var letter in word)
            if (letter is not ((>= 'a' and <= 'z') or '-' or '_' or ':' or (>= '0' and <= '9'))) return false;
        return true;
    }

    // Their arguments are somebody's words.
    public static bool Talks(string program) => program is "tldr" or "man" or "apropos" or "whatis" or "info" or "cheat" or "howdoi" or "say" or "espeak"
        or "notify-send" or "osascript" or "toilet" or "lolcat" or "banner"
        or "which" or "whereis" or "where" or "dict" or "trans" or "aspell" or "gum" or "dialog" or "whiptail" or "zenity" or "tts" or "wall" or "write"
        or "just" or "mask" or "mage" or "invoke" or "nx" or "turbo";
}
