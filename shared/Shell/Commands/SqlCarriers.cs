namespace Sallyport.Shell.Commands;

/// <summary>Clients that carry statements to a database among their arguments, each behind an option of its own.</summary>
internal static class SqlCarriers
{
    /// <summary>Adds what the statements among the arguments would do.</summary>
    public static void Describe(Call call)
    {
        if (!Carries(call.Program) || call.AsksHelp) return;
        // wrangler --local: a copy that the next migration makes again.
        if (call.Program == "wrangler" && call.Argv.TakeWhile(static word => word.Known != "--").Any(static word => word.Known == "--local") && !call.Argv.Any(static word => word.KnownPrefix.StartsWith("--remote", StringComparison.Ordinal))) return;
        for (var i = 2; i < call.Count; i++)
        {
            var text = call.Argv[i].ToString().AsSpan().TrimStart();
            if (text.Length > 0 && text[0] == '-' && text.IndexOf('=') is var equals and > 0) text = text[(equals + 1)..].TrimStart("\"' ");
            if (IsStatement(text)) call.Nest(CodeLanguage.Sql, Word.Of(text.ToString()), call.Program);
            if (call.Exhausted) return;
        }
    }

    /// <summary>A program that nobody listed may pass on a statement it is given: <c>wp db query 'DROP TABLE x'</c>.</summary>
    public static void Unlisted(Call call)
    {
        for (var i = 1; i < Math.Min(call.Count, 12); i++)
            if (call.Argv[i].KnownPrefix is { Length: > 10 } text && Loses(text.TrimStart())) Said(call, call.Argv[i]);
        if (call.Run.Input is { Kind: InputKind.Text, Text: { } fed } && fed.KnownPrefix.Length > 10 && Loses(fed.KnownPrefix.TrimStart())) Said(call, fed);
    }

    // What only some stores have (buckets, namespaces) no reader of SQL knows.
    private static void Said(Call call, Word statement)
    {
        var text = statement.KnownPrefix.AsSpan().TrimStart();
        if (IsOwn(text)) call.Infrastructure("drop-object", call.Program + ":" + text[..Math.Min(text.Length, 60)].ToString());
        else call.Nest(CodeLanguage.Sql, statement, call.Program);
    }

    private static bool IsOwn(ReadOnlySpan<char> text)
    {
        foreach (var start in Own)
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Own = ["DROP BUCKET ", "DROP COLLECTION ", "DROP KEYSPACE ", "DROP NAMESPACE ", "DROP GRAPH ", "DROP STREAM ", "DROP MEASUREMENT ", "DROP SERIES ", "DROP SPACE ",
        "REMOVE TABLE ", "REMOVE DATABASE ", "REMOVE NAMESPACE ", "DELETE DATABASE "];

    private static bool Loses(string text)
    {
        foreach (var start in (ReadOnlySpan<string>)["DROP TABLE ", "DROP DATABASE ", "DROP SCHEMA ", "TRUNCATE TABLE ", "DELETE FROM ", "ALTER TABLE "])
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return IsOwn(text);
    }

    private static bool IsStatement(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOfAny(" \n\t");
        if (blank is < 4 or > 8) return false;
        Span<char> verb = stackalloc char[8];
        text[..blank].ToUpperInvariant(verb);
        return verb[..blank] is "DROP" or "DELETE" or "TRUNCATE" or "UPDATE" or "ALTER" or "WITH" or "GRANT" or "REVOKE" or "CREATE" or "INSERT" or "MERGE" or "LOAD" or "REMOVE";
    }

    private static bool Carries(string program) => program is "wrangler" or "bq" or "gcloud" or "aws" or "awslocal" or "az" or "cockroach" or "turso" or "pscale" or "supabase" or "heroku" or "fly"
        or "flyctl" or "databricks" or "snow" or "influx" or "dolt" or "rqlite" or "tsql" or "mysqlsh" or "neonctl" or "steampipe" or "spanner-cli"
        or "railway" or "xata" or "ksql" or "hdbsql" or "db2" or "sqlcl" or "ysqlsh" or "gsql" or "typeorm" or "wp" or "drush" or "prisma" or "knex" or "rails"
        or "artisan" or "n98-magerun2" or "duckdb" or "osqueryi";
}
