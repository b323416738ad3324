using System.Text;

namespace Sallyport.Cli.Words;

/// <summary><c>sallyport man</c>: the manual page, made of the help.</summary>
internal static class ManVerb
{
    public static readonly Verb Verb = new("man", "manual page", """
        usage: sallyport man

        Prints the manual page, sallyport(1), in the form that man reads.

        examples:
          sallyport man > sallyport.1
        exit codes: 0 printed · 2 wrong words
        """, Run, Minor: true);

    private static int Run(string[] args)
    {
        if (args.Length > 0) throw new UsageException("it takes no words.");
        var text = new StringBuilder();
        text.Append(".TH SALLYPORT 1 \"\" \"Sallyport ").Append(ProductVersion.Text).Append("\" \"User Commands\"\n");
        text.Append(".SH NAME\nsallyport \\- lets a Codex tool call pass only when it is planned and allowed\n");
        text.Append(".SH SYNOPSIS\n.B sallyport\n.I VERB\n[options]\n");
        text.Append(".SH DESCRIPTION\nSallyport stands between OpenAI Codex and its tools. Codex starts one small program for each of its events; a tool call runs only when it is in the plan that Codex declared and allowed by policy. This command installs it, proves that it works, and shows what it did.\n");
        text.Append(".SH VERBS\n");
        foreach (var verb in Verbs.All) text.Append(".SS ").Append(verb.Name).Append('\n').Append(Escape(verb.Summary)).Append(".\n.PP\n.nf\n").Append(Escape(verb.Help.ReplaceLineEndings("\n"))).Append("\n.fi\n");
        text.Append(".SH EXIT STATUS\n.TP\n0\ndone, and nothing is wrong\n.TP\n1\ndone, and something is wrong: protection reduced, findings, a record that does not verify\n.TP\n2\nthe words of the command are off\n.TP\n3\nit could not be done: a file, a permission, a disk\n");
        text.Append(".SH ENVIRONMENT\n.TP\nSALLYPORT_DATA_DIR\nthe data directory; else the one the program is installed in, else $CODEX_HOME/sallyport, else ~/.codex/sallyport\n.TP\nCODEX_HOME\nthe home directory of Codex\n.TP\nSALLYPORT_MODE and others\nsettings: 'sallyport status' shows each and where it came from\n.TP\nNO_COLOR, COLUMNS\nno colours; the width to wrap to\n");
        text.Append(".SH FILES\n.TP\n/etc/sallyport\nthe administrator's settings and policy (on macOS /Library/Application Support/Sallyport, on Windows %ProgramData%\\eSallyport)\n.TP\n/etc/codex/requirements.toml\nwhat makes Codex run managed hooks\n");
        Console.Out.Write(Portable(text.ToString()));
        return ExitCode.Ok;
    }

    // roff reads ASCII; everything else is named by its code point.
    private static string Portable(string text) => text.All(char.IsAscii) ? text
        : string.Concat(text.EnumerateRunes().Select(static r => r.IsAscii ? r.ToString() : $"\\[u{r.Value:X4}]"));

    // A backslash is roff's own; a line that begins with a dot or a quote would be an instruction.
    private static string Escape(string text) => string.Join('\n', text.Split('\n').Select(static line =>
    {
        var safe = line.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return safe.StartsWith('.') || safe.StartsWith('\'') ? "\\&" + safe : safe;
    }));
}
