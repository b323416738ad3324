namespace Sallyport.Shell.Commands.Forms;

/// <summary>
/// Where each program's lines stand in the table of forms. A hook looks for one or two programs and ends: for them the table is searched as it
/// stands. A process that goes on looking makes this index once, and finds the lines without a search.
/// </summary>
internal sealed class FormIndex
{
    private const int SearchesBefore = 24;
    private static int searches;
    private static FormIndex? made;
    private readonly int[] starts; // of every line that is no heading
    private readonly int[] first; // for a mark, one more than the number of its first line
    private readonly int[] next; // for a line, one more than the number of the next with its mark

    private FormIndex(string table)
    {
        var lines = new List<int>();
        for (var start = 0; start < table.Length; start = End(table, start) + 1)
            if (table[start] is not ('=' or '\n')) lines.Add(start);
        starts = [.. lines];
        next = new int[starts.Length];
        first = new int[KnownForms.MarkCount];
        for (var line = starts.Length - 1; line >= 0; line--)
        {
            var blank = table.IndexOf(' ', starts[line]);
            var end = End(table, starts[line]);
            ref var head = ref first[KnownForms.Mark(table[starts[line]..(blank < 0 || blank > end ? end : blank)])];
            next[line] = head;
            head = line + 1;
        }
    }

    /// <summary>The index, once enough was looked for; null before.</summary>
    public static FormIndex? Of(string table)
    {
        if (Volatile.Read(ref made) is { } known) return known;
        if (++searches < SearchesBefore) return null;
        var index = new FormIndex(table);
        Volatile.Write(ref made, index);
        return index;
    }

    /// <summary>Where the program of the next line begins, -1 where there is none; <paramref name="place"/> is -1 to begin with.</summary>
    public int Next(string table, string program, ref int place)
    {
        var line = place < 0 ? first[KnownForms.Mark(program)] : place;
        while (line > 0)
        {
            var start = starts[line - 1];
            var end = start + program.Length;
            line = next[line - 1];
            if (end > table.Length || !table.AsSpan(start, program.Length).SequenceEqual(program) || (end < table.Length && table[end] is not (' ' or '\n'))) continue;
            place = line;
            return start;
        }
        place = 0;
        return -1;
    }

    private static int End(string table, int start) => table.IndexOf('\n', start) is >= 0 and var end ? end : table.Length;
}
