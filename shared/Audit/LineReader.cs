namespace Sallyport.Audit;

/// <summary>Reads bytes from a place; returns how many there were.</summary>
internal delegate int ReadBytes(long offset, Span<byte> into);

/// <summary>The lines of a file, in pieces, whatever their length.</summary>
internal sealed class LineReader(ReadBytes read, long start, long end)
{
    private byte[] _buffer = new byte[256 * 1024];
    private int _from, _to;
    private long _next = start;

    /// <summary>Where the line that <see cref="Next"/> gave begins.</summary>
    public long Offset { get; private set; } = start;

    /// <summary>What stands behind the last line feed, once there is no next line.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_from, _to - _from);

    /// <summary>The next line, without its line feed; valid until the next call. False at the end.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var held = _buffer.AsSpan(_from, _to - _from);
            var feed = held[searched..].IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = held[..(searched + feed)];
                Offset = _next - held.Length;
                _from += line.Length + 1;
                return true;
            }
            searched = held.Length;
            if (!Fill())
            {
                Offset = _next - held.Length;
                line = default;
                return false;
            }
        }
    }

    private bool Fill()
    {
        var wanted = end - _next;
        if (wanted <= 0) return false;
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }
        if (_to == _buffer.Length) Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        var got = read(_next, _buffer.AsSpan(_to, (int)Math.Min(wanted, _buffer.Length - _to)));
        _to += got;
        _next += got;
        return got > 0;
    }
}
