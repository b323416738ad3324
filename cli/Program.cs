namespace Sallyport.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        // The code page of a Windows console knows few of the characters of a path or a name.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (!Console.IsOutputRedirected) Console.SetOut(new TerminalWriter(Console.Out, json: Array.Exists(args, a => a is "--json" or "--jsonl")));
        if (!Console.IsErrorRedirected) Console.SetError(new TerminalWriter(Console.Error, json: false));
        if (args.Length == 0 || args[0] is "--help" or "-h" or "help")
        {
            Help.Write(Console.Out);
            return args.Length == 0 ? ExitCode.Usage : ExitCode.Ok;
        }
        if (args[0] is "--version" or "version")
        {
            Console.Out.WriteLine("sallyport " + ProductVersion.Text);
            return ExitCode.Ok;
        }

        var verb = Array.Find(Verbs.All, v => v.Name.Equals(args[0], StringComparison.OrdinalIgnoreCase));
        if (verb is null)
        {
            Console.Error.WriteLine(args[0].ToLowerInvariant() is "approve" or "accept" or "plan"
                ? $"sallyport: '{Sanitize.ForTerminal(args[0])}' is typed as a prompt, to the Codex session it is meant for: sallyport {args[0].ToLowerInvariant()}{(args[0].Equals("approve", StringComparison.OrdinalIgnoreCase) ? " CODE. 'sallyport pending' here lists what waits" : "")}."
                : $"sallyport: there is no verb '{Sanitize.ForTerminal(args[0])}'. 'sallyport --help' lists them.");
            return ExitCode.Usage;
        }
        if (args.Length > 1 && (args[1] is "--help" or "-h" || args[^1] == "--help"))
        {
            Console.Out.WriteLine(verb.Help);
            return ExitCode.Ok;
        }

        try
        {
            return verb.Run(args[1..]);
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine($"sallyport {verb.Name}: {Sanitize.ForTerminal(wrong.Message, keepLines: true)}");
            return ExitCode.Usage;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException or GuardException)
        {
            Console.Error.WriteLine($"sallyport {verb.Name}: {Sanitize.ForTerminal(wrong.Message, keepLines: true)}");
            return ExitCode.Failed;
        }
    }
}

/// <summary>The words of a command are off; the message says which and what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
