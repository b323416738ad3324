namespace Sallyport.Detection.Injection;

/// <summary>What Arabic writes as one word with the next: and, so, with, for, like, will, the.</summary>
internal static class Prefixes
{
    private const int Least = 2;

    public static bool Has(char first) => first is 'و' or 'ف' or 'ب' or 'ل' or 'ك' or 'س' or 'ا';

    /// <summary>Takes one off the front; false where none is left or too little would be.</summary>
    public static bool Cut(ref ReadOnlySpan<char> word)
    {
        var length = word is ['ا', 'ل', ..] or ['ل', 'ل', ..] ? 2 : word is ['و' or 'ف' or 'ب' or 'ل' or 'ك' or 'س', ..] ? 1 : 0;
        if (length == 0 || word.Length - length < Least) return false;
        word = word[length..];
        return true;
    }
}
