namespace Sallyport.Shell.Commands;

/// <summary>Clients that carry statements to a database among their arguments, each behind an option of its own.</summary>
internal static class SqlCarriers
{
    /// <summary>Adds what the statements among the arguments would do.</summary>
    public static void Describe(Call call)
    {
        if (!Carries(call.Program) || call.AsksHelp) return;
        for (var i = 2; i < call.Count; i++)
        {
            var text = call.Argv[i].ToString().AsSpan().TrimStart();
            if (text.Length > 0 && text[0] == '-' && text.IndexOf('=') is var equals and > 0) text = text[(equals + 1)..].TrimStart("\"' ");
            if (IsStatement(text)) call.Nest(CodeLanguage.Sql, Word.Of(text.ToString()), call.Program);
            if (call.Exhausted) return;
        }
    }

    private static bool IsStatement(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOfAny(" \n\t");
        if (blank is < 4 or > 8) return false;
        Span<char> verb = stackalloc char[8];
        text[..blank].ToUpperInvariant(verb);
        return verb[..blank] is "DROP" or "DELETE" or "TRUNCATE" or "UPDATE" or "ALTER" or "WITH" or "GRANT";
    }

    private static bool Carries(string program) => program is "wrangler" or "bq" or "gcloud" or "aws" or "awslocal" or "az" or "cockroach" or "turso" or "pscale" or "supabase" or "heroku" or "fly"
        or "flyctl" or "databricks" or "snow" or "influx" or "dolt" or "rqlite" or "tsql" or "mysqlsh" or "neonctl" or "steampipe" or "spanner-cli" or "railway" or "xata" or "ksql" or "hdbsql" or "db2" or "sqlcl" or "ysqlsh" or "gsql";
}
