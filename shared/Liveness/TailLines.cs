using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Liveness;

/// <summary>The last lines of a file, as far back as is asked for: what a turn left stands at the end of a file that may be huge.</summary>
internal static class TailLines
{
    private const int FirstLook = 256 * 1024;
    private const int Further = 4;

    /// <summary>Told of a line.</summary>
    public delegate void SeeLine(ReadOnlySpan<byte> line);

    /// <summary>True for the line that it begins with.</summary>
    public delegate bool IsBeginning(ReadOnlySpan<byte> line);

    /// <summary>Goes along the lines from the one that it begins with, the oldest first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many bytes from the end are looked at, at most.</param>
    /// <param name="isBeginning">Knows the first line; the last such line counts.</param>
    /// <param name="see">Told of each line from there; where that line is not found, of each line that was looked at.</param>
    /// <returns>True where nothing before what was told can belong to it: the first line was found, or the file begins there.</returns>
    public static bool Read(string path, long most, IsBeginning isBeginning, SeeLine see)
    {
        using var file = ReadableFile.Open(path);
        if (file is null) return false;
        var end = file.Length;
        for (long look = FirstLook; ; look *= Further)
        {
            var start = Math.Max(0, end - Math.Min(look, most));
            var begins = Find(file, start, end, isBeginning);
            if (begins < 0 && start > 0 && look < most) continue;
            Each(file, begins < 0 ? start : begins, end, begins < 0 && start > 0, see);
            return begins >= 0 || start == 0;
        }
    }

    private static long Find(ReadableFile file, long start, long end, IsBeginning isBeginning)
    {
        var lines = new LineReader(file.ReadSome, start, end);
        var found = -1L;
        while (lines.Next(out var line))
            if (isBeginning(line)) found = lines.Offset;
        return found;
    }

    private static void Each(ReadableFile file, long start, long end, bool cut, SeeLine see)
    {
        var lines = new LineReader(file.ReadSome, start, end);
        if (cut && !lines.Next(out _)) return; // the look may have begun inside a line
        while (lines.Next(out var line)) see(line);
    }
}
