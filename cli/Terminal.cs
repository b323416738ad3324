namespace Sallyport.Cli;

/// <summary>The colours that are used, each for one meaning.</summary>
internal enum Colour
{
    None = 0,
    Red = 31,
    Green = 32,
    Yellow = 33,
}

/// <summary>
/// Standard output as people read it: wrapped to the width there is, coloured only on a terminal and never with NO_COLOR. Where it goes
/// into a file or a pipe a line stays a line.
/// </summary>
internal sealed class Terminal(TextWriter to, bool colours, int? width)
{
    private const int Narrowest = 40, Widest = 120;

    /// <summary>Standard output.</summary>
    public static Terminal Out => new(Console.Out, HasColours(), Width());

    /// <summary>A line as it is.</summary>
    public void WriteLine(string line) => to.WriteLine(line);

    /// <summary>A marked line; what does not fit goes on below, indented.</summary>
    public void WriteItem(string mark, Colour colour, string text)
    {
        text = Sanitize.ForTerminal(text, keepLines: true); // a finding repeats names and what other programs said
        var shown = mark.PadRight(3);
        to.Write(colours && colour != Colour.None ? $"\x1b[{(int)colour}m{shown}\x1b[0m" : shown);
        var lines = width is { } columns ? Wrap(text, columns - shown.Length) : [text];
        for (var i = 0; i < lines.Count; i++) to.WriteLine(i == 0 ? lines[i] : new string(' ', shown.Length) + lines[i]);
    }

    /// <summary>Breaks a text at spaces; a word that is longer than the line stays whole, so that it can be copied.</summary>
    internal static List<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                lines.Add(line);
                line = word;
            }
            else line = line.Length == 0 ? word : line + " " + word;
        }
        lines.Add(line);
        return lines;
    }

    private static bool HasColours() =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static int? Width()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var named) && named > 0) return Math.Clamp(named, Narrowest, Widest);
        if (Console.IsOutputRedirected) return null;
        try
        {
            return Math.Clamp(Console.WindowWidth, Narrowest, Widest);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
