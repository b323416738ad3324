namespace Sallyport.Shell.Commands.Forms;

/// <summary>Secrets that lie in the environment, and the commands that print them.</summary>
internal static class EnvironmentSecrets
{
    public static void Describe(Call call)
    {
        if (call.Run.OutputCaptured || WritesFile(call)) return;
        switch (call.Program)
        {
            case "printenv":
                for (var i = 1; i < call.Count; i++)
                    if (call.Text(i) is { } name && IsSecret(name)) call.Shows(name);
                break;
            case "echo" or "printf":
                foreach (var word in call.Argv)
                    if (In(word) is { } secret) call.Shows(secret);
                break;
            case "grep" or "egrep" or "rg" or "ag" when call.Run.Input.From is { Count: > 0 } from
                && from[^1].Program is "env" or "printenv" or "set" or "export" or "declare" && call.Argv.Any(Names): call.Shows("environment"); break;
            default: break;
        }
    }

    /// <summary>The secret of the environment that is part of a word; null where none is.</summary>
    public static string? In(Word word)
    {
        foreach (var piece in word.Pieces)
            if (piece.Kind == PieceKind.Unknown && Variable(piece.Text) is { Length: > 0 } name && IsSecret(name)) return name.ToString();
        return null;
    }

    private static bool Names(Word word)
    {
        var text = word.ToString();
        foreach (var part in (ReadOnlySpan<string>)["token", "secret", "passw", "credential", "api_key", "apikey", "api.key", "private"])
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool WritesFile(Call call)
    {
        foreach (var redirection in call.Run.Redirections)
            if (redirection.Kind is RedirectionKind.Write or RedirectionKind.Append && redirection.Descriptor is 1 or -1) return true;
        return false;
    }

    // $NAME or ${NAME}: with an operator it may show no more than a part, or whether there is one.
    private static ReadOnlySpan<char> Variable(string text)
    {
        if (text.Length < 2 || text[0] != '$') return default;
        var name = text[1] == '{' && text[^1] == '}' ? text.AsSpan(2, text.Length - 3) : text.AsSpan(1);
        foreach (var letter in name)
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_') return default;
        return name;
    }

    private static bool IsSecret(ReadOnlySpan<char> name) =>
        name.EndsWith("TOKEN") || name.EndsWith("SECRET") || name.EndsWith("PASSWORD") || name.EndsWith("PASSWD") || name.EndsWith("SECRET_KEY")
            || name.EndsWith("API_KEY") || name.EndsWith("ACCESS_KEY")
        || name.EndsWith("PRIVATE_KEY") || name.EndsWith("CREDENTIALS") || name.EndsWith("APIKEY") || name.EndsWith("PASSPHRASE")
        || name.EndsWith("ENCRYPTION_KEY") || name is "PGPASSWORD" or "MYSQL_PWD";
}
