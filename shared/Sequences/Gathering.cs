namespace Sallyport.Sequences;

/// <summary>Sequences put into something that holds them: LINQ's words and meanings (see <see cref="Questions"/>).</summary>
internal static class Gathering
{
    public static List<T> ToList<T>(this IEnumerable<T> items) => new(items);

    public static T[] ToArray<T>(this IEnumerable<T> items) => new List<T>(items).ToArray();

    public static Dictionary<TKey, TValue> ToDictionary<T, TKey, TValue>(this IEnumerable<T> items, Func<T, TKey> key, Func<T, TValue> value, IEqualityComparer<TKey>? same = null)
        where TKey : notnull
    {
        var made = new Dictionary<TKey, TValue>(same);
        foreach (var item in items) made.Add(key(item), value(item));
        return made;
    }

    public static HashSet<T> ToHashSet<T>(this IEnumerable<T> items, IEqualityComparer<T>? same = null) => new(items, same);

    /// <summary>Groups in the order in which their keys first came.</summary>
    public static IEnumerable<(string Key, List<T> Items)> GroupBy<T>(this IEnumerable<T> items, Func<T, string> key, StringComparer same)
    {
        var groups = new Dictionary<string, List<T>>(same);
        var order = new List<(string, List<T>)>();
        foreach (var item in items)
        {
            var name = key(item);
            if (!groups.TryGetValue(name, out var group))
            {
                groups.Add(name, group = []);
                order.Add((name, group));
            }
            group.Add(item);
        }
        foreach (var group in order) yield return group;
    }

    /// <summary>Lists of at most so many items.</summary>
    public static IEnumerable<List<T>> Chunk<T>(this List<T> items, int size)
    {
        for (var at = 0; at < items.Count; at += size) yield return items.GetRange(at, Math.Min(size, items.Count - at));
    }
}
