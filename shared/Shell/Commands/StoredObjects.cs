namespace Sallyport.Shell.Commands;

/// <summary>
/// Code for the object layer of a framework: a call that deletes every record of a class, or drops what holds them. It is looked for in
/// the text, because what such a call does rests on classes that are not there to be read.
/// </summary>
internal static class StoredObjects
{
    private const int LongestCode = 16384;

    /// <summary>Adds what the code among the arguments would do to the database.</summary>
    public static void Describe(Call call)
    {
        if (!Runs(call.Program)) return;
        for (var i = 1; i < Math.Min(call.Count, 12); i++)
        {
            if (call.Argv[i].KnownPrefix is not { Length: > 8 and < LongestCode } code || !code.Contains('.', StringComparison.Ordinal) && !code.Contains(':', StringComparison.Ordinal)) continue;
            if (Drops(code)) call.Infrastructure("drop-database", "objects:database");
            else if (Empties(code)) call.Infrastructure("delete-all-rows", "objects:records");
            else if (Pays(code) && Withdraws(code)) call.Infrastructure("service-delete", "objects:payments");
            else if (ServiceLibraries.Deletes(code)) call.Infrastructure("service-delete", "objects:service");
        }
    }

    private static bool Drops(string code)
    {
        foreach (var part in (ReadOnlySpan<string>)[".drop_all(", "._dropDatabase(", "db._drop(", ".dropDatabase(", "Schema::dropAllTables(", "sync({force:true",
            "sync({ force: true", "synchronize(true)", "dropSchema(", ".flushall(", ".flushdb(", ".flushAll(", ".flushDb(", ".flushall", ".drop_database(",
            "call_command('flush'", "call_command(\"flush\""])
            if (code.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Empties(string code)
    {
        // A condition in front picks out what is meant.
        if (code.Contains(".where(", StringComparison.Ordinal) || code.Contains(".filter(", StringComparison.Ordinal)
            || code.Contains("->where(", StringComparison.Ordinal) || code.Contains("::where(", StringComparison.Ordinal)) return false;
        foreach (var part in (ReadOnlySpan<string>)[".delete_all", ".destroy_all", ".objects.all().delete()", "::truncate()", "->truncate()",
            ".deleteMany({})", ".deleteMany()", ".truncate!", "Queue.all.each(&:clear)", "Repo.delete_all("])
            if (code.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }

    // The libraries of payment services name the service, or its gateway.
    private static bool Pays(string code) => code.Contains("braintree", StringComparison.OrdinalIgnoreCase) || code.Contains("stripe", StringComparison.OrdinalIgnoreCase)
        || code.Contains("gateway.", StringComparison.Ordinal) || code.Contains("square", StringComparison.OrdinalIgnoreCase);

    private static bool Withdraws(string code)
    {
        foreach (var part in (ReadOnlySpan<string>)[".delete(", ".del(", ".cancel(", ".void(", ".refund(", "::delete(", "::cancel(", "->delete(", "->cancel(", ".delete_", ".cancel_"])
            if (code.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Runs(string program) => program is "rails" or "rake" or "ruby" or "gitlab-rails" or "bundle" or "python" or "python3" or "manage.py"
        or "django-admin" or "flask" or "node" or "php" or "artisan" or "mix" or "elixir" or "iex"
        or "console" or "arangosh" or "tsx" or "bun" or "heroku" or "spring" or "hanami";
}
