namespace Sallyport.Shell.Commands;

/// <summary>Schema tools of frameworks: the verbs that empty or drop the database.</summary>
internal static class Migrations
{
    // A test database is made anew for every run.
    private static bool OfTests(Call call)
    {
        foreach (var (name, value) in call.Run.Environment)
            if (name is "RAILS_ENV" or "RACK_ENV" or "MIX_ENV" or "NODE_ENV" or "APP_ENV" && value.Known is "test" or "testing") return true;
        return false;
    }

    // --all, or back to version 0.
    private static bool ToTheBeginning(IReadOnlyList<Word> argv)
    {
        for (var i = 1; i < argv.Count; i++)
            if (argv[i].KnownPrefix is "--all" or "--to=0" or "--target-version=0" or "VERSION=0" or "--target=0" || (argv[i].Known is "0" && argv[i - 1].KnownPrefix is "--to" or "--target-version" or "-d" or "--target" or "-t")) return true;
        return false;
    }

    public static bool Judge(Call call, IReadOnlyList<Word> argv)
    {
        var line = WordText.JoinAll(argv).ToString();
        foreach (var word in argv.Skip(1))
        {
            switch (word.Known)
            {
                case "db:drop" or "db:reset" or "db:purge" or "db:wipe" or "migrate:fresh" or "migrate:reset" or "migrate:refresh" or "db:migrate:reset"
                    or "db:drop:_unsafe" or "schema:drop" or "db:drop:all" or "db:schema:load" or "db:truncate_all" or "db:migrate:undo:all"
                    or "doctrine:schema:drop" or "doctrine:database:drop" or "orm:schema-tool:drop" or "ecto.drop" or "ecto.reset" or "reset_db" or "sqlflush"
                    or "db:seed:replant" or "flush" when word.Known != "flush" || line.Contains("manage.py", StringComparison.Ordinal) || call.Program == "django-admin":
                    if (OfTests(call)) return true;
                    call.Infrastructure("drop-database", "sql:" + word.Known, argv.Any(other => other.Known is "--force" or "-f" or "--no-interaction" or "--noinput"));
                    return true;
                case "reset" when line.Contains("prisma", StringComparison.Ordinal): call.Infrastructure("drop-database", "sql:prisma", true); return true;
                case "push" when line.Contains("prisma", StringComparison.Ordinal)
                    && argv.Any(other => other.Known is "--force-reset" or "--accept-data-loss"): call.Infrastructure("drop-database", "sql:prisma",
                    true); return true;
                case "clean" when call.Program == "flyway": call.Infrastructure("drop-database", "sql:flyway", true); return true;
                case "drop-all" or "dropAll" when call.Program == "liquibase": call.Infrastructure("drop-database", "sql:liquibase", true); return true;
                case "rollback" or "rollback-to-date" or "rollbackToDate" when call.Program == "liquibase":
                case "rollback-count" or "rollbackCount" when call.Program == "liquibase" && argv[^1].Known is not ("1" or "--count=1"): call.Infrastructure("drop-objects", "sql:liquibase", true); return true;
                case "reset" when call.Program is "diesel" or "goose" or "dbmate" or "sqlx": call.Infrastructure("drop-database", "sql:" + call.Program, true); return true;
                case "migrate:rollback" when argv.Any(other => other.Known == "--all"): call.Infrastructure("drop-database", "sql:migrations", true); return true;
                case "push" when call.Program == "drizzle-kit" && argv.Any(other => other.Known == "--force"): call.Infrastructure("drop-object", "sql:drizzle", true); return true;
                case "drop" when call.Program is "dbmate" or "sqlx" or "diesel" or "drizzle-kit": call.Infrastructure("drop-database", "sql:" + call.Program, true); return true;
                // manage.py migrate app zero
                case "zero" when argv.Any(other => other.Known == "migrate"): call.Infrastructure("drop-objects", "sql:django", true); return true;
                case "downgrade" when call.Program is "alembic" or "flask" && argv.Any(other => other.Known == "base"): call.Infrastructure("drop-database", "sql:alembic", true); return true;
                default: break;
            }
        }
        foreach (var word in argv.Skip(1))
            if (word.Known is { } verb && (LossWords.MakesAnew(verb) || (LossWords.TakesBack(verb) && ToTheBeginning(argv))))
            {
                if (!OfTests(call)) call.Infrastructure("drop-objects", "sql:" + verb, true);
                return true;
            }
        if (call.Program == "rails" && call.Argv.Any(word => word.Known is "console" or "c" or "dbconsole" or "db") && call.Run.Input.Kind == InputKind.Inherited) call.Session("rails console");
        return false;
    }
}
