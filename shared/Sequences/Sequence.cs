namespace Sallyport.Sequences;

/// <summary>Sequences made of others, item by item as they are asked for: LINQ's words and meanings (see <see cref="Questions"/>).</summary>
internal static class Sequence
{
    public static IEnumerable<T> Where<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        foreach (var item in items)
            if (test(item)) yield return item;
    }

    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> items, Func<T, TResult> to)
    {
        foreach (var item in items) yield return to(item);
    }

    public static IEnumerable<TResult> Select<T, TResult>(this IEnumerable<T> items, Func<T, int, TResult> to)
    {
        var at = 0;
        foreach (var item in items) yield return to(item, at++);
    }

    public static IEnumerable<TResult> SelectMany<T, TResult>(this IEnumerable<T> items, Func<T, IEnumerable<TResult>> to)
    {
        foreach (var item in items)
            foreach (var result in to(item)) yield return result;
    }

    public static IEnumerable<TResult> OfType<TResult>(this IEnumerable<object?> items)
    {
        foreach (var item in items)
            if (item is TResult wanted) yield return wanted;
    }

    public static IEnumerable<T> Skip<T>(this IEnumerable<T> items, int count)
    {
        foreach (var item in items)
            if (count > 0) count--;
            else yield return item;
    }

    public static IEnumerable<T> Skip<T>(this IReadOnlyList<T> items, int count)
    {
        for (var i = Math.Max(0, count); i < items.Count; i++) yield return items[i];
    }

    public static IEnumerable<T> SkipLast<T>(this IEnumerable<T> items, int count)
    {
        var held = new Queue<T>();
        foreach (var item in items)
        {
            held.Enqueue(item);
            if (held.Count > count) yield return held.Dequeue();
        }
    }

    public static IEnumerable<T> SkipWhile<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        var skipping = true;
        foreach (var item in items)
            if (!(skipping = skipping && test(item))) yield return item;
    }

    public static IEnumerable<T> Take<T>(this IEnumerable<T> items, int count)
    {
        if (count <= 0) yield break;
        foreach (var item in items)
        {
            yield return item;
            if (--count == 0) yield break;
        }
    }

    public static IEnumerable<T> TakeLast<T>(this IReadOnlyCollection<T> items, int count) => items.Skip(items.Count - count);

    public static IEnumerable<T> TakeLast<T>(this IEnumerable<T> items, int count) => Later(() => items.ToList().TakeLast(count));

    public static IEnumerable<T> TakeWhile<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        foreach (var item in items)
            if (test(item)) yield return item;
            else yield break;
    }

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> items, IEnumerable<T> others)
    {
        foreach (var item in items) yield return item;
        foreach (var item in others) yield return item;
    }

    public static IEnumerable<T> Append<T>(this IEnumerable<T> items, T last)
    {
        foreach (var item in items) yield return item;
        yield return last;
    }

    public static IEnumerable<T> Reverse<T>(this IEnumerable<T> items)
    {
        var all = items.ToList();
        for (var i = all.Count - 1; i >= 0; i--) yield return all[i];
    }

    public static IEnumerable<(T First, TOther Second)> Zip<T, TOther>(this IEnumerable<T> items, IEnumerable<TOther> others)
    {
        using var other = others.GetEnumerator();
        foreach (var item in items)
            if (other.MoveNext()) yield return (item, other.Current);
            else yield break;
    }

    public static IEnumerable<T> Distinct<T>(this IEnumerable<T> items)
    {
        var seen = new HashSet<T>();
        foreach (var item in items)
            if (seen.Add(item)) yield return item;
    }

    public static IEnumerable<T> Union<T>(this IEnumerable<T> items, IEnumerable<T> others) => items.Concat(others).Distinct();

    public static IEnumerable<T> AsEnumerable<T>(this IEnumerable<T> items) => items;

    /// <summary>One thing, so many times.</summary>
    public static IEnumerable<T> Repeat<T>(T item, int count)
    {
        for (var i = 0; i < count; i++) yield return item;
    }

    private static IEnumerable<T> Later<T>(Func<IEnumerable<T>> items)
    {
        foreach (var item in items()) yield return item;
    }
}
