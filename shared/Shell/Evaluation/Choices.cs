namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Goes through the values that variables may have, one combination a time, like an odometer: the first pass finds out what there is to choose.
/// </summary>
internal sealed class Choices
{
    /// <summary>More combinations than this are not tried: what has several values is then unknown.</summary>
    public const int Most = 16;
    private readonly List<(string Key, int Count, int Index)> _made = [];
    private int _passes;

    /// <summary>True in the pass that stands for all that were not tried.</summary>
    public bool Vague { get; private set; }

    /// <summary>True where a choice was made at all.</summary>
    public bool Any => _made.Count > 0;

    /// <summary>The choice for <paramref name="key"/> in this pass; -1 for none of them in particular.</summary>
    public int Pick(string key, int count)
    {
        if (Vague) return -1;
        foreach (var (made, madeCount, index) in _made)
            if (made == key) return madeCount == count ? index : -1;
        _made.Add((key, count, 0));
        return 0;
    }

    /// <summary>Turns to the next combination; false after the last.</summary>
    public bool Next()
    {
        if (Vague) return false;
        if (++_passes >= Most)
        {
            Vague = _made.Exists(m => m.Index + 1 < m.Count);
            return Vague;
        }
        while (_made.Count > 0)
        {
            var (key, count, index) = _made[^1];
            if (index + 1 < count)
            {
                _made[^1] = (key, count, index + 1);
                return true;
            }
            _made.RemoveAt(_made.Count - 1);
        }
        return false;
    }
}
