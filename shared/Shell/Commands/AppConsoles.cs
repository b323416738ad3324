namespace Sallyport.Shell.Commands;

/// <summary>Code that a framework's own program runs inside the application: <c>rails runner</c>, <c>manage.py shell -c</c>, <c>artisan tinker --execute</c>.</summary>
internal static class AppConsoles
{
    private const int MostWords = 12;

    public static void Describe(Call call)
    {
        if (call.Program is not ("rails" or "gitlab-rails" or "ruby" or "bundle" or "python" or "python3" or "manage.py" or "django-admin" or "php" or "artisan" or "drush" or "wp")) return;
        // The program may stand behind an interpreter: python manage.py, php artisan, bundle exec rails.
        for (var i = 0; i + 1 < Math.Min(call.Count, MostWords); i++)
        {
            if (call.Text(i) is not { } word) continue;
            switch (PathText.Name(word))
            {
                case "rails" or "gitlab-rails" when call.Text(i + 1) is "runner" or "r": Code(call, CodeLanguage.Ruby, FirstPlain(call, i + 2)); return;
                case "manage.py" or "django-admin" when call.Text(i + 1) == "shell": Code(call, CodeLanguage.Python, After(call, i + 2, "-c", "--command")); return;
                case "artisan" when call.Text(i + 1) == "tinker": Code(call, CodeLanguage.Php, After(call, i + 2, "--execute", "--execute")); return;
                case "drush" when call.Text(i + 1) is "php:eval" or "ev" or "php-eval": Code(call, CodeLanguage.Php, FirstPlain(call, i + 2)); return;
                case "wp" when call.Text(i + 1) == "eval": Code(call, CodeLanguage.Php, FirstPlain(call, i + 2)); return;
                default: break;
            }
        }
    }

    private static void Code(Call call, CodeLanguage language, Word? code)
    {
        // A name without a sign of code in it is a file.
        if (code?.KnownPrefix.AsSpan().IndexOfAny(" (.;:") >= 0 && !code.KnownPrefix.StartsWith('/') && !code.KnownPrefix.EndsWith(".rb", StringComparison.Ordinal)) call.Nest(language, code, call.Program);
    }

    private static Word? FirstPlain(Call call, int from)
    {
        for (var i = from; i < call.Count; i++)
        {
            if (call.Argv[i].KnownPrefix is "-e" or "--environment") i++;
            else if (!call.Argv[i].KnownPrefix.StartsWith('-')) return call.Argv[i];
        }
        return null;
    }

    private static Word? After(Call call, int from, string brief, string full)
    {
        for (var i = from; i < call.Count; i++)
        {
            if ((call.Text(i) == brief || call.Text(i) == full) && i + 1 < call.Count) return call.Argv[i + 1];
            if (call.Argv[i].KnownPrefix.StartsWith(full, StringComparison.Ordinal) && call.Argv[i].KnownPrefix.Length > full.Length && call.Argv[i].KnownPrefix[full.Length] == '=') return WordText.Skip(call.Argv[i], full.Length + 1);
        }
        return null;
    }
}
