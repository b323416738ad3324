namespace Sallyport.Sequences;

/// <summary>Puts sequences in order: LINQ's words and meanings (see <see cref="Questions"/>).</summary>
internal static class Sorting
{
    public static Sorted<string> Order(this IEnumerable<string> items, IComparer<string?> by) => new(items, by.Compare);

    public static Sorted<T> OrderBy<T>(this IEnumerable<T> items, Func<T, string?> key, IComparer<string?> by) => new(items, (a, b) => by.Compare(key(a), key(b)));

    public static Sorted<T> OrderByDescending<T>(this IEnumerable<T> items, Func<T, string?> key, IComparer<string?> by) => new(items, (a, b) => by.Compare(key(b), key(a)));

    public static Sorted<T> OrderBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) where TKey : struct, IComparable<TKey> => new(items, (a, b) => key(a).CompareTo(key(b)));

    public static Sorted<T> OrderByDescending<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) where TKey : struct, IComparable<TKey> => new(items, (a, b) => key(b).CompareTo(key(a)));
}
