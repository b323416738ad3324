namespace Sallyport.Shell.Code;

/// <summary>Reads SQL for what it destroys, whom it gives rights, which files it touches and which programs it starts.</summary>
internal sealed partial class SqlReader(EffectSink sink, Work work)
{
    private List<SqlToken> tokens = [];
    private HashSet<string>? temporary;

    public void Read(string text)
    {
        if (!work.Enter()) return;
        var outer = tokens;
        tokens = new SqlLexer(text, work).Read();
        var start = 0;
        for (var i = 0; i <= tokens.Count && work.Step(); i++)
        {
            if (i < tokens.Count && tokens[i].Kind == SqlTokenKind.Client)
            {
                if (i > start) Statement(start, i);
                Client(tokens[i].Text);
                start = i + 1;
            }
            else if (i == tokens.Count || tokens[i].Is(";") || tokens[i].Is("GO"))
            {
                if (i > start) Statement(start, i);
                start = i + 1;
            }
        }
        tokens = outer;
        work.Leave();
    }

    private SqlToken At(int i) => i >= 0 && i < tokens.Count ? tokens[i] : default;

    private void Statement(int start, int end)
    {
        if (At(start).Is("SYSTEM") || (At(start).Is("SOURCE") && end - start > 1 && At(start + 1).Kind != SqlTokenKind.Symbol))
            sink.Unknown("client command " + At(start).Text);
        for (var i = start; i < end && work.Step(); i++)
        {
            var token = tokens[i];
            if (token.Kind != SqlTokenKind.Word) continue;
            if (Begins(i, start)) Verb(i, end);
            Anywhere(i, start, end);
        }
    }

    /// <summary>True where a statement or a part of one can begin.</summary>
    private bool Begins(int i, int start)
    {
        if (i == start) return true;
        var before = tokens[i - 1];
        return before.Kind is SqlTokenKind.Word or SqlTokenKind.Symbol
            && before.Text is "(" or ")" or "BEGIN" or "THEN" or "ELSE" or "AS" or "EXPLAIN" or "ANALYZE" or "ANALYSE" or "LOOP" or "DO";
    }

    private void Verb(int i, int end)
    {
        switch (tokens[i].Text)
        {
            case "DROP":
                Drop(i + 1, end);
                break;
            case "TRUNCATE":
                var table = At(i + 1).Is("TABLE") ? i + 2 : i + 1;
                if (At(table).Is("ONLY")) table++;
                if (table < end && !At(table).Is("(")) Change("truncate-table", "table " + Named(table, end));
                break;
            case "DELETE" when i + 1 < end:
                var from = At(i + 1).Is("FROM") ? i + 2 : i + 1;
                if (!At(from).Is("ONLY")) Rows(from, end, "delete-all-rows", "delete-rows");
                else Rows(from + 1, end, "delete-all-rows", "delete-rows");
                break;
            case "UPDATE" when i + 1 < end && Has("SET", i, end):
                Rows(i + 1, end, "update-all-rows", "update-rows");
                break;
            // MySQL's record of changes, which replicas and restores rest on.
            case "PURGE" when At(i + 1).Text is "BINARY" or "MASTER":
            case "RESET" when At(i + 1).Text is "MASTER" or "REPLICA" or "SLAVE":
                Change("drop-object", "binary log");
                break;
            case "ALTER" when At(i + 1).Is("SYSTEM") && At(i + 2).Is("RESET"):
                Change("drop-object", "settings");
                break;
            case "ALTER":
                Alter(i + 1, end);
                break;
            case "CREATE" when At(i + 1).Is("OR") && At(i + 2).Is("REPLACE") && At(At(i + 3).Text is "TRANSIENT" or "DYNAMIC" ? i + 4 : i + 3).Text is "TABLE" or "DATABASE" or "SCHEMA" or "STAGE" or "PIPE"
                or "WAREHOUSE" or "TASK" or "STREAM":
            case "INSERT" when At(i + 1).Is("OVERWRITE"):
            case "LOAD" when At(i + 1).Is("DATA") && At(i + 2).Is("OVERWRITE"):
                Change("replace-object", Rest(i + 1, Math.Min(end, i + 6)));
                break;
            case "MERGE" when NotInSource(i, end):
                Change("delete-all-rows", "table " + Named(At(i + 1).Is("INTO") ? i + 2 : i + 1, end));
                break;
            case "REMOVE" or "RM" when i + 1 < end && At(i + 1).Text?.StartsWith('@') == true:
                Change("drop-object", "stage " + Rest(i + 1, Math.Min(end, i + 4)));
                break;
            case "GRANT" when Has("ACCOUNTADMIN", i, end) || (Has("ALL", i, end) && Has("ACCOUNT", i, end)):
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "sql:the account"), "grant-all");
                break;
            case "GRANT" when At(i + 1).Is("OWNERSHIP"):
            case "REVOKE" when At(i + 1).Is("ALL"):
                Change("hand-over", "rights " + Rest(i + 1, Math.Min(end, i + 8)));
                break;
            case "GRANT" when Everything(i, end):
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "sql:every database"), "grant-all");
                break;
            case "GRANT" or "REVOKE":
                Change(tokens[i].Text == "GRANT" ? "grant" : "revoke", "grant " + Rest(i + 1, Math.Min(end, i + 12)));
                break;
            case "CREATE" when At(i + 1).Text is "USER" or "ROLE" or "LOGIN":
                Change("grant", "role " + Named(i + 2, end));
                break;
            // What a session makes for itself goes with it, and nobody else sees it.
            case "CREATE" when At(i + 1).Text is "TEMP" or "TEMPORARY" && At(i + 2).Is("TABLE"):
                (temporary ??= new(StringComparer.OrdinalIgnoreCase)).Add("table " + Named(At(i + 3).Is("IF") ? i + 6 : i + 3, end));
                break;
            case "COPY":
                Copy(i + 1, end);
                break;
            case "ATTACH":
                File(EffectKind.Write, i, end);
                break;
            case "VACUUM" when Has("INTO", i, end):
                File(EffectKind.Write, i, end);
                break;
            case "BACKUP" when Has("DISK", i, end):
                File(EffectKind.Write, i, end);
                break;
            case "DO" or "EXECUTE" or "EXEC" or "PREPARE":
                Dynamic(i + 1, end);
                break;
            case "SHUTDOWN":
                Change("shutdown", "server");
                break;
        }
    }

    /// <summary>Functions and clauses that count wherever they stand.</summary>
    private void Anywhere(int i, int start, int end)
    {
        var called = At(i + 1).Is("(");
        switch (tokens[i].Text)
        {
            case "XP_CMDSHELL":
                sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, "xp_cmdshell"), "sql-program");
                if (FirstText(i, end) is { } command) sink.Shell(new TextValue(Marked.Word(command)), "xp_cmdshell", CodeLanguage.Cmd);
                break;
            case "SP_OACREATE" or "SYS_EVAL" or "SYS_EXEC" or "DBMS_SCHEDULER" or "LOAD_EXTENSION":
                sink.NotKnown(new UnknownValue(tokens[i].Text), "sql");
                break;
            case "EDIT" when called && At(i + 2).Kind == SqlTokenKind.Text && At(i + 4).Kind == SqlTokenKind.Text:
                Shell(At(i + 4).Text, "edit()");
                break;
            case "SP_EXECUTESQL":
                Dynamic(i + 1, end);
                break;
            case "OUTFILE" or "DUMPFILE":
                File(EffectKind.Write, i, end);
                break;
            case "INFILE":
                File(EffectKind.Read, i, end);
                break;
            case "LOAD_FILE" or "PG_READ_FILE" or "PG_READ_BINARY_FILE" or "LO_IMPORT" or "READFILE" or "PG_LS_DIR" when called:
                File(EffectKind.Read, i, end);
                break;
            case "LO_EXPORT" or "WRITEFILE" or "PG_FILE_WRITE" when called:
                File(EffectKind.Write, i, end);
                break;
            case "LANGUAGE" when At(i + 1).Text is "PLPYTHONU" or "PLPYTHON3U" or "PLPERLU" or "C" or "PLSH":
                sink.NotKnown(new UnknownValue("function in " + At(i + 1).Text), "sql");
                break;
            case "PG_TERMINATE_BACKEND" when called:
                sink.Add(EffectKind.Kill, new Target(TargetKind.Process, "database sessions"), "sql");
                break;
        }
    }

    private void Drop(int i, int end)
    {
        while (At(i).Text is "TEMPORARY" or "TEMP" or "UNIQUE" or "MATERIALIZED" or "FOREIGN" or "CONCURRENTLY" or "EXTERNAL" or "DYNAMIC" or "SNAPSHOT" or "SEARCH" or "VECTOR"
            or "NETWORK" or "MASKING" or "ALL" or "ROW" or "ACCESS" or "FILE" or "EVENT" or "RESOURCE" && At(i + 1).Kind == SqlTokenKind.Word && At(i + 1).Text is not ("IF" or "CASCADE")) i++;
        var what = At(i).Text ?? "";
        if (At(i).Kind != SqlTokenKind.Word) return;
        var kind = what switch
        {
            "DATABASE" or "SCHEMA" or "TABLE" or "VIEW" or "INDEX" or "USER" or "ROLE" or "FUNCTION" or "PROCEDURE" or "TRIGGER" or "SEQUENCE" or "TYPE"
                or "TABLESPACE" or "EXTENSION" or "KEYSPACE" or "LOGIN" or "OWNED" or "POLICY" or "POLICIES" or "SERVER" or "COLUMN" or "CONSTRAINT" or "EVENT"
                or "STAGE" or "PIPE" or "STREAM" or "TASK" or "WAREHOUSE" or "SHARE" or "INTEGRATION" or "MODEL" or "FORMAT" or "CATALOG" or "VOLUME" or "CONNECTION" or "RESERVATION"
                or "CAPACITY" or "ASSIGNMENT" or "PUBLICATION" or "SUBSCRIPTION" or "AGGREGATE" or "OPERATOR" or "DOMAIN" or "RULE" or "DICTIONARY" or "MONITOR" or "TAG" => what.ToLowerInvariant(),
            _ => null,
        };
        if (kind is null) return;
        i++;
        while (At(i).Text is "IF" or "EXISTS" or "CONCURRENTLY" or "BY" && i < end) i++;
        var detail = kind switch
        {
            "database" or "schema" or "keyspace" => "drop-database",
            "table" or "tablespace" => "drop-table",
            "user" or "role" or "login" or "owned" => "drop-user",
            _ => "drop-object",
        };
        // What a session made for itself goes with it.
        if (At(i).Text?.StartsWith("PG_TEMP", StringComparison.OrdinalIgnoreCase) == true) return;
        Change(detail, kind + " " + Named(i, end));
    }

    // MERGE … WHEN NOT MATCHED BY SOURCE THEN DELETE
    private bool NotInSource(int i, int end)
    {
        for (var k = i; k + 2 < end && work.Step(); k++)
            if (At(k).Is("SOURCE") && At(k - 1).Is("BY") && At(k + 1).Is("THEN") && At(k + 2).Is("DELETE")) return true;
        return false;
    }

    private void Rows(int i, int end, string all, string some)
    {
        var where = -1;
        var level = 0;
        for (var k = i; k < end && work.Step(); k++)
        {
            if (At(k).Is("(")) level++;
            else if (At(k).Is(")") && --level < 0)
            {
                end = k;
                break;
            }
            else if (level == 0 && At(k).Is("WHERE") && where < 0) where = k;
        }
        if (At(i).Kind is not (SqlTokenKind.Word or SqlTokenKind.Name) || At(i).Text is "CASCADE" or "SET" or "OF" or "ON") return;
        var name = "table " + Named(i, end);
        if (where < 0 || AlwaysTrue(where + 1, end)) Change(all, name);
        else sink.Add(EffectKind.Write, new Target(TargetKind.Resource, "sql:" + name), some);
    }

    /// <summary><c>WHERE 1=1</c>, <c>WHERE true</c></summary>
    private bool AlwaysTrue(int i, int end)
    {
        var length = end - i;
        if (length <= 0) return true;
        if (At(i + 1).Is("=") && length == 3) return At(i).Text == At(i + 2).Text;
        return length == 1 && At(i).Text is "TRUE" or "1";
    }

    private bool Has(string word, int i, int end)
    {
        for (var k = i; k < end && work.Step(); k++)
            if (At(k).Is(word)) return true;
        return false;
    }

    /// <summary><c>ALL … ON *.*</c></summary>
    private bool Everything(int i, int end)
    {
        if (!Has("ALL", i, end)) return false;
        for (var k = i; k + 2 < end; k++)
            if (At(k).Is("*") && At(k + 1).Is(".") && At(k + 2).Is("*")) return true;
        return false;
    }

    private string Named(int i, int end)
    {
        var name = "";
        for (; i < end && name.Length < 200; i++)
        {
            var token = At(i);
            if (token.Kind == SqlTokenKind.Word) name += token.Text.ToLowerInvariant();
            else if (token.Kind is SqlTokenKind.Name or SqlTokenKind.Text) name += token.Text;
            else if (token.Is(".")) name += ".";
            else break;
            if (!token.Is(".") && !At(i + 1).Is(".")) break;
        }
        return name.Length == 0 ? "?" : name;
    }

    private string Rest(int i, int end)
    {
        var text = "";
        for (; i < end; i++) text += (text.Length > 0 ? " " : "") + At(i).Text;
        return text;
    }

    private void Change(string detail, string name)
    {
        if (temporary?.Contains(name) != true) sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "sql:" + name, !name.Contains(Marked.Open)), detail);
    }
}
