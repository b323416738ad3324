namespace Sallyport.Policy.BuiltIn.Names;

/// <summary>Looks a path or a name up in a list of parts.</summary>
internal static class NameLists
{
    /// <summary>True where it ends with one of them.</summary>
    public static bool Ends(string text, string[] with)
    {
        foreach (var ending in with)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True where it begins with one of them.</summary>
    public static bool Begins(string text, string[] with)
    {
        foreach (var beginning in with)
            if (text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True where one of them is in it.</summary>
    public static bool Contains(string text, string[] parts)
    {
        foreach (var part in parts)
            if (text.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }
}
