using Sallyport.Shell;

namespace Sallyport;

/// <summary>
/// Whether a list holds a value, by a loop. LINQ's Contains asks every array type of the program how to compare its elements: 150 more
/// types whose statics each hook would set up when it starts, for a call that most of them never make.
/// </summary>
internal static class Membership
{
    /// <summary>True where one of the texts is this one, byte for byte.</summary>
    public static bool Has(this IReadOnlyList<string> texts, string text)
    {
        for (var i = 0; i < texts.Count; i++)
            if (texts[i] == text) return true;
        return false;
    }

    /// <summary>True where one of the kinds is this one.</summary>
    public static bool Has(this IReadOnlyList<EffectKind> kinds, EffectKind kind)
    {
        for (var i = 0; i < kinds.Count; i++)
            if (kinds[i] == kind) return true;
        return false;
    }
}
