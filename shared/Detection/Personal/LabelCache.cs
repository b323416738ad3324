namespace Sallyport.Detection.Personal;

/// <summary>
/// Remembers what the last few hundred different words were as labels: texts say the same words again and again, and telling a word from
/// hundreds costs more than looking up that it was told before. A word is its own key, so one never stands for another.
/// </summary>
internal static class LabelCache
{
    private const int Slots = 512;
    private const int Longest = 12;

    [ThreadStatic]
    private static Slot[]? t_slots;

    private record struct Slot(ulong Key, Label Label);

    /// <param name="word">Lower case.</param>
    public static Label Of(ReadOnlySpan<char> word)
    {
        var key = Key(word);
        if (key == 0) return LabelWords.Of(word);
        ref var slot = ref (t_slots ??= new Slot[Slots])[(int)(key * 0x9E3779B97F4A7C15 >> 55)];
        if (slot.Key != key) slot = new Slot(key, LabelWords.Of(word));
        return slot.Label;
    }

    /// <summary>Five bits a letter; 0 for words with anything else in them, or too many.</summary>
    private static ulong Key(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return 0;
        var key = 0UL;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c)) return 0;
            key = key << 5 | (uint)(c - 'a' + 1);
        }
        return key;
    }
}
