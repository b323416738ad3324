namespace Sallyport.Cli;

/// <summary>The one screen of <c>sallyport --help</c>.</summary>
internal static class Help
{
    public static void Write(TextWriter to)
    {
        to.WriteLine("sallyport: lets a Codex tool call pass only when it is planned and allowed.");
        to.WriteLine();
        to.WriteLine("usage: sallyport VERB [options]        sallyport VERB --help");
        to.WriteLine();
        var described = Verbs.All.Where(static v => !v.Minor).ToList();
        var width = described.Max(static v => v.Name.Length);
        foreach (var verb in described) to.WriteLine($"  {verb.Name.PadRight(width)}  {verb.Summary}");
        to.WriteLine();
        to.WriteLine($"also: {string.Join(", ", Verbs.All.Where(static v => v.Minor).Select(static v => v.Name))}");
        to.WriteLine("exit codes: 0 fine · 1 something is wrong · 2 wrong words · 3 could not be done");
    }
}
