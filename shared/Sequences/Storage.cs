using System.Runtime.InteropServices;

namespace Sallyport.Sequences;

/// <summary>The memory of what most sequences are, an array or a list: walking that asks no interface what to do.</summary>
internal static class Storage
{
    /// <summary>The items, where they lie side by side. The list must not change while they are looked at.</summary>
    public static bool Of<T>(IEnumerable<T> items, out ReadOnlySpan<T> stored)
    {
        // Exactly T[]: an array of a derived type is no span of T, and int[] would pass for uint[].
        if (items.GetType() == typeof(T[]))
        {
            stored = (T[])items;
            return true;
        }
        if (items is List<T> list)
        {
            stored = CollectionsMarshal.AsSpan(list);
            return true;
        }
        stored = default;
        return false;
    }
}
