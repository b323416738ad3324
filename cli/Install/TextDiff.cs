namespace Sallyport.Cli.Install;

/// <summary>Shows what a change adds and removes, line by line.</summary>
internal static class TextDiff
{
    /// <summary>Writes the lines that differ, in order, with <c>+</c> and <c>-</c>.</summary>
    public static void Write(TextWriter to, string path, string before, string after)
    {
        to.WriteLine(before == after ? $"{path}: no change" : $"{path}:");
        if (before == after) return;
        string[] old = before.Split('\n'), now = after.Split('\n');
        var longest = Longest(old, now);
        int i = 0, j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j]) (i, j) = (i + 1, j + 1);
            else if (j < now.Length && (i == old.Length || longest[i, j + 1] >= longest[i + 1, j])) to.WriteLine("+ " + Sanitize.ForTerminal(now[j++].TrimEnd('\r')));
            else to.WriteLine("- " + Sanitize.ForTerminal(old[i++].TrimEnd('\r')));
        }
    }

    // The length of the longest common part from each pair of lines on. Such files have a few hundred lines.
    private static int[,] Longest(string[] old, string[] now)
    {
        var table = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                table[i, j] = old[i] == now[j] ? table[i + 1, j + 1] + 1 : Math.Max(table[i + 1, j], table[i, j + 1]);
        return table;
    }
}
