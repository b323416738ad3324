namespace Sallyport.Shell.Commands;

/// <summary>Reads SQL as far as what it destroys, grants or runs.</summary>
internal static class SqlText
{
    private const int MaxStatements = 2000;

    /// <summary>True when a line that should name a program is a statement.</summary>
    public static bool IsStatement(IReadOnlyList<Word> argv) => argv[0].Known?.ToUpperInvariant() switch
    {
        "DROP" => argv.Count > 2 && argv[1].Known?.ToUpperInvariant() is "TABLE" or "DATABASE" or "SCHEMA" or "INDEX" or "VIEW" or "USER" or "ROLE",
        "TRUNCATE" => argv.Count > 1 && (argv[1].Known?.ToUpperInvariant() is "TABLE" || (argv[0].Known == "TRUNCATE" && argv.Count == 2 && !argv[1].KnownPrefix.StartsWith('-'))),
        "DELETE" => argv.Count > 2 && argv[1].Known?.ToUpperInvariant() == "FROM",
        "GRANT" => argv.Any(word => word.Known?.ToUpperInvariant() == "TO"),
        "UPDATE" => argv.Any(word => word.Known?.ToUpperInvariant() == "SET"),
        "ALTER" => argv.Count > 2 && argv[1].Known?.ToUpperInvariant() is "TABLE" or "DATABASE" or "USER",
        "FLUSHALL" or "FLUSHDB" => true,
        _ => false,
    };

    public static void Judge(Call call, string text)
    {
        // psql and mysql run shell commands from \! and system.
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("\\!", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, Word.Of(trimmed[2..]), call.Program + " \\!");
            else if (call.Program is "mysql" or "mariadb" && trimmed.StartsWith("system ", StringComparison.OrdinalIgnoreCase)) call.Nest(CodeLanguage.Shell, Word.Of(trimmed[7..]), "mysql system");
            else if (call.Program is "sqlite3" && (trimmed.StartsWith(".shell ", StringComparison.Ordinal) || trimmed.StartsWith(".system ", StringComparison.Ordinal))) call.Nest(CodeLanguage.Shell, Word.Of(trimmed[(trimmed.IndexOf(' ', StringComparison.Ordinal) + 1)..]), "sqlite3 .shell");
        }
        var count = 0;
        foreach (var tokens in Statements(text))
        {
            if (++count > MaxStatements) break;
            Statement(call, tokens);
        }
    }

    private static void Statement(Call call, List<string> tokens)
    {
        if (tokens.Count == 0) return;
        // WITH … DELETE and EXPLAIN ANALYZE DELETE delete as well.
        var at = tokens[0] is "WITH" ? tokens.FindIndex(token => token is "DELETE" or "UPDATE") : tokens[0] is "EXPLAIN" && tokens.Contains("ANALYZE") ? tokens.FindIndex(token => token is "DELETE" or "UPDATE") : 0;
        if (at < 0) return;
        var next = at + 1 < tokens.Count ? tokens[at + 1] : "";
        switch (tokens[at])
        {
            case "DROP" when next is "DATABASE" or "SCHEMA" or "KEYSPACE" or "CATALOG": call.Infrastructure("drop-database", "sql:" + Name(tokens, at), true); break;
            case "DROP" when next is "TABLE" or "TABLESPACE" or "MATERIALIZED" or "COLLECTION": call.Infrastructure("drop-table", "sql:" + Name(tokens, at), true); break;
            case "DROP" when next is "USER" or "ROLE" or "OWNED": call.Infrastructure("drop-user", "sql:" + Name(tokens, at)); break;
            case "DROP" when next is "VIEW" or "INDEX" or "FUNCTION" or "PROCEDURE" or "TRIGGER" or "SEQUENCE" or "TYPE" or "EXTENSION": call.Infrastructure("drop-object", "sql:" + Name(tokens, at)); break;
            case "TRUNCATE": call.Infrastructure("truncate-table", "sql:" + Name(tokens, at), true); break;
            case "DELETE" when next is "FROM" or "":
                if (!tokens.Contains("WHERE") || Always(tokens)) call.Infrastructure("delete-all-rows", "sql:" + Name(tokens, at), true);
                break;
            case "UPDATE" when !tokens.Contains("WHERE") && tokens.Contains("SET"): call.Infrastructure("update-all-rows", "sql:" + Name(tokens, at)); break;
            case "ALTER" when tokens.Contains("DROP") && next == "TABLE": call.Infrastructure("drop-column", "sql:" + Name(tokens, at)); break;
            case "GRANT" when tokens.Contains("ALL") && tokens.IndexOf("*") is var star and > 0 && star + 2 < tokens.Count && tokens[star + 1] == "." && tokens[star + 2] == "*": call.Add(EffectKind.Escalate, "grant-all", TargetKind.Resource, "sql:every database"); break;
            case "COPY" when tokens.Contains("PROGRAM"): call.Unknown("sql-program", Word.Of("COPY … PROGRAM")); break;
            case "EXEC" or "EXECUTE" when next.Contains("XP_CMDSHELL", StringComparison.Ordinal): call.Unknown("sql-program", Word.Of("xp_cmdshell")); break;
            case "FLUSHALL" or "FLUSHDB": call.Infrastructure("flush-all", "redis:all", true); break;
            default: break;
        }
    }

    // WHERE 1=1 and WHERE TRUE are no condition.
    private static bool Always(List<string> tokens)
    {
        var at = tokens.IndexOf("WHERE");
        var rest = tokens.Skip(at + 1).ToList();
        return rest is ["TRUE"] or ["1"] || (rest is [var a, "=", var b] && a == b);
    }

    private static string Name(List<string> tokens, int at)
    {
        foreach (var token in tokens.Skip(at + 1))
            if (token is not ("TABLE" or "DATABASE" or "SCHEMA" or "IF" or "EXISTS" or "FROM" or "ONLY" or "USER" or "ROLE" or "INDEX" or "VIEW" or "CONCURRENTLY" or "MATERIALIZED" or "KEYSPACE")) return token.ToLowerInvariant();
        return "?";
    }

    // Words in upper case, strings and comments left out, one list a statement.
    private static IEnumerable<List<string>> Statements(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ';')
            {
                yield return tokens;
                tokens = [];
            }
            else if (c == '-' && i + 1 < text.Length && text[i + 1] == '-' || c == '#')
            {
                while (i < text.Length && text[i] != '\n') i++;
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                // MySQL runs what stands in /*! … */.
                if (i + 2 < text.Length && text[i + 2] == '!') i += 2;
                else
                {
                    var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                    i = end < 0 ? text.Length : end + 1;
                }
            }
            else if (c == '\'')
            {
                var end = text.IndexOf('\'', i + 1);
                tokens.Add("''");
                i = end < 0 ? text.Length : end;
            }
            else if (c is '"' or '`')
            {
                var end = text.IndexOf(c, i + 1);
                tokens.Add(end < 0 ? text[(i + 1)..] : text[(i + 1)..end]);
                i = end < 0 ? text.Length : end;
            }
            else if (char.IsLetterOrDigit(c) || c is '_' or '$' or '\\')
            {
                var start = i;
                while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '_' or '$')) i++;
                tokens.Add(text[start..(i + 1)].ToUpperInvariant());
            }
            else if (c is '*' or '=' or '.') tokens.Add(c.ToString());
            if (tokens.Count > 4096) yield break;
        }
        yield return tokens;
    }
}
