namespace Sallyport.Shell.Code;

internal sealed partial class SqlReader
{
    private void Alter(int i, int end)
    {
        var what = At(i).Text;
        if (what is "USER" or "ROLE" or "LOGIN")
        {
            if (Has("SUPERUSER", i, end)) sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "sql:every database"), "grant-all");
            Change("grant", "role " + Named(i + 1, end));
            return;
        }
        if (what is "PIPE" or "TASK" or "WAREHOUSE" or "STREAM" && (Has("SUSPEND", i, end) || Has("PIPE_EXECUTION_PAUSED", i, end)))
            Change("pause-object", what.ToLowerInvariant() + " " + Named(i + 1, end));
        if (what is not ("TABLE" or "DATABASE")) return;
        var name = i + 1;
        while (At(name).Text is "IF" or "EXISTS" or "ONLY") name++;
        // Who may see which rows is asked no more.
        for (var k = name; k + 1 < end && work.Step(); k++)
            if (At(k).Is("DISABLE") && At(k + 1).Text is "ROW" or "TRIGGER") Change("drop-object", "table " + Named(name, end));
        if (At(name + 1).Is("SWAP") || Has("EXPIRATION_TIMESTAMP", name, end)) Change("replace-object", "table " + Named(name, end));
        // ClickHouse changes rows by ALTER.
        if (At(name + 1).Is("DELETE") && At(name + 2).Is("WHERE") && At(name + 3).Text is "1" or "TRUE" or "true") Change("delete-all-rows", "table " + Named(name, end));
        for (var k = name; k < end && work.Step(); k++)
        {
            if (!At(k).Is("DROP") || At(k + 1).Text is "DEFAULT" or "NOT" or "EXPRESSION" or "IDENTITY") continue;
            var detail = At(k + 1).Text is "CONSTRAINT" or "INDEX" or "PRIMARY" or "FOREIGN" or "KEY" ? "drop-object" : "drop-column";
            Change(detail, "table " + Named(name, end));
            return;
        }
    }
}
