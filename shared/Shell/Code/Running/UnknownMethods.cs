namespace Sallyport.Shell.Code;

/// <summary>Methods of things that are not known, which their names and arguments tell all the same.</summary>
internal static class UnknownMethods
{
    /// <summary>Names under which clients of databases are given SQL.</summary>
    public static bool IsQuery(string method) =>
        method is "execute" or "executescript" or "executemany" or "query" or "exec" or "do" or "run" or "raw" or "prepare" or "exec_driver_sql" or "execute_batch";

    /// <summary>A method of something unknown that is given SQL: who calls <c>execute</c> with a statement means a database.</summary>
    public static void Query(string method, Value? text, Evaluator run)
    {
        if (!IsQuery(method) || text is not TextValue) return;
        var word = text.Text.KnownPrefix.TrimStart();
        var end = word.AsSpan().IndexOfAny(" \n\t;");
        if (end <= 0) return;
        if (word[..end].ToUpperInvariant() is "DROP" or "DELETE" or "TRUNCATE" or "UPDATE" or "ALTER" or "GRANT" or "COPY" or "EXEC" or "REVOKE" or "SELECT" or "INSERT" or "CREATE")
            run.Sink.Shell(text, method, CodeLanguage.Sql);
    }

    /// <summary>A method of something unknown whose name leaves nothing to ask: a store emptied, a database dropped, something of the cloud deleted.</summary>
    public static void Drops(string method, Value? first, Evaluator run)
    {
        var detail = method switch
        {
            "flushall" or "flushAll" or "flushdb" or "flushDb" or "flushDB" => "flush-all",
            "drop_database" or "dropDatabase" => "drop-database",
            "deleteBucket" or "terminateInstances" or "deleteTable" or "deleteDBInstance" or "deleteDBCluster" or "deleteStack" or "deleteUserPool" or "deleteCluster" when first is DictValue => "cloud-delete",
            _ => null,
        };
        if (detail is not null) run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "objects:" + (first is TextValue ? first.Text.ToString() : method)), detail);
    }
}
