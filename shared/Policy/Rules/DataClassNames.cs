using Sallyport.Detection;

namespace Sallyport.Policy.Rules;

/// <summary>The words for data classes.</summary>
internal static class DataClassNames
{
    /// <summary>Reads a word; none where it is no class.</summary>
    public static DataClass Parse(string word) => Kinds.ParseClass(word);
}
