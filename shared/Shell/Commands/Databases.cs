namespace Sallyport.Shell.Commands;

/// <summary>Database clients: statements in arguments, files and pipes, and prompts that can be typed into.</summary>
internal static class Databases
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "psql" or "pgcli" or "usql" or "cockroach" when call.Program != "cockroach"
                || call.Text(1) == "sql": Sql(call, "cdfFhLoOpPRTUvw" + (call.Program == "cockroach" ? "e" : ""),
                "command dbname file host port username output execute variable set", 'c', "command", 'f', "file"); return true;
            case "mysql" or "mariadb" or "mycli" or "tidb": Sql(call, "DehPuS",
                "execute host user port socket database init-command default-character-set protocol ssl-ca", 'e', "execute", '\0', ""); return true;
            case "sqlite3" or "sqlite" or "duckdb" or "litecli" or "libsql": Sqlite(call); return true;
            case "sqlcmd" or "osql" or "bcp" or "isql" or "mssql-cli": Sql(call, "QqSUPdihsWwlo", "command file", 'Q', "command", 'i', "file"); return true;
            case "snowsql":
                Sql(call, "qfoacuhdrwsmP", "query filename option accountname username host dbname rolename warehouse schemaname config connection", 'q', "query", 'f', "filename");
                return true;
            case "sqlplus" or "sql" or "clickhouse-client" or "trino" or "presto" or "beeline" or "hive" or "impala-shell" or "cqlsh" or "vsql"
                or "spark-sql" or "athena" or "clickhouse" or "dolt":
                if (call.Program == "dolt" && call.Text(1) != "sql") return true;
                Sql(call, "qeufhpdUPk", "query execute file host user password database multiquery", 'q', "query", 'f', "file");
                return true;
            case "redis-cli" or "valkey-cli" or "keydb-cli": KeyValue.Redis(call); return true;
            case "mongo" or "mongosh" or "mongodb": KeyValue.Mongo(call); return true;
            case "memcached-tool" or "nc-memcached": return true;
            case "dropdb" or "pg_dropcluster": if (!call.AsksHelp
                && !call.Argv.Any(word => word.Known is "-i" or "--interactive")) call.Infrastructure("drop-database", "sql:database " + call.Argv[^1],
                true); return true;
            case "dropuser":
                if (!call.AsksHelp && call.Count > 1 && !call.Argv.Any(word => word.Known is "-i" or "--interactive")) call.Infrastructure("drop-role", "sql:user " + call.Argv[^1], true);
                return true;
            case "cypher-shell":
                if (call.AsksHelp) return true;
                if (WordText.JoinAll(call.Argv).ToString().ToUpperInvariant() is var cypher && cypher.Contains(" DELETE ", StringComparison.Ordinal)
                    && !cypher.Contains("WHERE", StringComparison.Ordinal)) call.Infrastructure("delete-all-rows", "graph:nodes");
                else if (call.Run.Input.Kind == InputKind.Inherited && call.Argv.Skip(1).All(word => word.KnownPrefix.StartsWith('-'))) call.Session(call.Program);
                return true;
            case "mysqladmin" or "mariadb-admin":
                if (call.Argv.Any(word => word.Known is "drop")) call.Infrastructure("drop-database", "sql:database " + call.Argv[^1], true);
                else if (call.Argv.Any(word => word.Known is "shutdown")) call.Add(EffectKind.StopService, "database", TargetKind.Process, "mysql");
                return true;
            case "pg_restore":
                if (call.Argv.Any(word => word.Known is "-c" or "--clean")) call.Infrastructure("drop-objects", "sql:database", true);
                return true;
            case "mongorestore":
                if (call.Argv.Any(word => word.Known is "--drop")) call.Infrastructure("drop-objects", "mongo:collections", true);
                return true;
            case "pg_dump" or "pg_dumpall":
                var dump = Options.Parse(call.Argv, 1, "fFjZnNtTehpUdlE", "dbname file format host port username");
                if (!call.AsksHelp && dump.Has('c', "clean")) call.Infrastructure("dump-drops", "sql:dump");
                return true;
            case "mongodump" or "mysqldump" or "createdb" or "createuser" or "pg_isready" or "vacuumdb": return true;
            case "django-admin" or "flask" when Migrations.Judge(call, call.Argv): return true;
            case "prisma" or "sequelize" or "sequelize-cli" or "console" or "manage.py" or "typeorm" or "knex" or "drizzle-kit" or "alembic" or "flyway"
                or "liquibase" or "rails" or "rake" or "artisan" or "dbmate" or "sqlx" or "diesel" or "goose"
                or "mikro-orm": Migrations.Judge(call, call.Argv); return true;
            default:
                // A statement where a command should be: someone meant to type it into a prompt.
                if (call.Program is "drop" or "truncate" or "delete" or "grant" or "alter" or "update" or "flushall" or "flushdb" && IsStatement(call.Argv))
                {
                    if (call.Program is "flushall" or "flushdb") call.Infrastructure("flush-all", "redis:all", true);
                    else Statements(call, WordText.JoinAll(call.Argv));
                    call.Understood = false;
                    return true;
                }
                return false;
        }
    }

    /// <summary>True when a line that should name a program is a statement.</summary>
    private static bool IsStatement(IReadOnlyList<Word> argv) => argv[0].Known?.ToUpperInvariant() switch
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

    private static void Statements(Call call, Word text) => call.Nest(CodeLanguage.Sql, text, call.Program);

    private static void Sql(Call call, string shortValued, string longValued, char command, string longCommand, char file, string longFile)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-l" or "--list" or "-V" or "-?")) return;
        var options = Options.Parse(call.Argv, 1, shortValued, longValued);
        var given = false;
        foreach (var text in options.Values(longCommand, command).Concat(options.Values("execute", 'e')).Concat(options.Values("init-command")).Concat(options.Values("query")).Distinct())
        {
            given = true;
            Statements(call, text);
        }
        if (options.Value("dbname", 'd') is { } dsn && dsn.ToString().Contains("DROP", StringComparison.OrdinalIgnoreCase)
            && dsn.ToString().Contains(' ', StringComparison.Ordinal)) Statements(call, dsn);
        if (file != '\0' && options.Value(longFile, file) is { } script)
        {
            given = true;
            if (script.Known != "-") Script(call, script);
            else Input(call, true);
        }
        Input(call, given);
    }

    private static void Input(Call call, bool given)
    {
        switch (call.Run.Input.Kind)
        {
            case InputKind.Text when call.Run.Input.Text is { } text: Statements(call, text); break;
            case InputKind.File when call.Run.Input.Text is { } file: Script(call, file); break;
            case InputKind.Pipe when call.Run.Input.From is { } from
                && from.Any(Network.Fetches): call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, "statements", false), "sql"); break;
            // select 'drop table ' || name: statements that one query makes and the next client runs.
            case InputKind.Pipe when call.Run.Input.From is { Count: > 0 } makers && makers[^1] is { } maker && maker.Argv.Any(MakesDrops): call.Infrastructure("drop-objects", "sql:made by " + maker.Program); break;
            case InputKind.Inherited when !given: call.Session(call.Program); break;
            default: break;
        }
    }

    private static bool MakesDrops(Word word)
    {
        var text = word.KnownPrefix;
        if (!text.Contains("select", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var begin in (ReadOnlySpan<string>)["'drop ", "\"drop ", "'truncate ", "\"truncate ", "'delete from ", "\"delete from "])
            if (text.Contains(begin, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Script(Call call, Word file)
    {
        if (call.Run.Feed(file) is { Text: { } fed })
        {
            Statements(call, fed);
            return;
        }
        var target = PathText.Target(file, call.Run.Cwd, call.Facts);
        if (target is { Known: true, Glob: false } && call.Want(target.Name, content: true)?.Content is { } text) Statements(call, Word.Of(text));
        else call.Add(EffectKind.ExecuteUnknown, target, "sql-script");
    }

    private static void Sqlite(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "", "cmd init separator nullvalue newline mmap vfs maxsize c", singleDash: true);
        foreach (var text in options.Values("cmd").Concat(options.Values("c"))) Statements(call, text);
        // The browsers keep passwords and cookies in such files.
        if (options.Operands.Count > 0) call.Path(EffectKind.Read, options.Operands[0], "database");
        var scratch = options.Operands.Count > 0 && IsScratch(call, options.Operands[0]);
        foreach (var text in options.Operands.Skip(1))
            if (!scratch || text.Known is not { } sql || Reaches(sql)) Statements(call, text);
        Input(call, options.Operands.Count > 1 || options.Value("c") is not null);
    }

    // A database in memory, or in a file made for the moment: nobody misses what is dropped there.
    private static bool IsScratch(Call call, Word file) =>
        file.Known == ":memory:" || PathText.Target(file, call.Run.Cwd, call.Facts) is { Known: true } target && target.Name.StartsWith("/tmp/", StringComparison.Ordinal) && !PathText.IsBelow(target.Name, call.Facts.Workspace);

    // What leaves the database: its client's own commands, other files, loaded code.
    private static bool Reaches(string sql)
    {
        if (sql.TrimStart().StartsWith('.') || sql.Contains("\n.", StringComparison.Ordinal)) return true;
        foreach (var word in (ReadOnlySpan<string>)["attach", "vacuum", "writefile", "readfile", "load_extension", "edit(", "fts3_tokenizer", "copy", "install", "read_", "export"])
            if (sql.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
