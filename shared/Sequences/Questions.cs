namespace Sallyport.Sequences;

/// <summary>
/// What is asked of a sequence as a whole. These are LINQ's own words and meanings, as plain loops: LINQ's iterators know each other, so
/// every pair of element types that two calls join is compiled many times over (a fourth of a hook's code, and more types to set up at
/// each start than all of the product's own).
/// </summary>
internal static class Questions
{
    public static bool Any<T>(this IEnumerable<T> items)
    {
        if (items is IReadOnlyCollection<T> counted) return counted.Count > 0;
        using var each = items.GetEnumerator();
        return each.MoveNext();
    }

    public static bool Any<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        if (Storage.Of(items, out var stored))
        {
            foreach (ref readonly var item in stored)
                if (test(item)) return true;
            return false;
        }
        foreach (var item in items)
            if (test(item)) return true;
        return false;
    }

    public static bool All<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        if (Storage.Of(items, out var stored))
        {
            foreach (ref readonly var item in stored)
                if (!test(item)) return false;
            return true;
        }
        foreach (var item in items)
            if (!test(item)) return false;
        return true;
    }

    public static int Count<T>(this IEnumerable<T> items)
    {
        if (items is IReadOnlyCollection<T> counted) return counted.Count;
        var count = 0;
        foreach (var _ in items) checked { count++; }
        return count;
    }

    public static int Count<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        var count = 0;
        foreach (var item in items)
            if (test(item)) checked { count++; }
        return count;
    }

    public static T First<T>(this IEnumerable<T> items)
    {
        foreach (var item in items) return item;
        throw new InvalidOperationException("the sequence is empty");
    }

    public static T First<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        foreach (var item in items)
            if (test(item)) return item;
        throw new InvalidOperationException("nothing in the sequence is asked for");
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> items)
    {
        foreach (var item in items) return item;
        return default;
    }

    public static T? FirstOrDefault<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        if (Storage.Of(items, out var stored))
        {
            foreach (ref readonly var item in stored)
                if (test(item)) return item;
            return default;
        }
        foreach (var item in items)
            if (test(item)) return item;
        return default;
    }

    public static T Last<T>(this IReadOnlyList<T> items) => items[^1];

    public static T? LastOrDefault<T>(this IEnumerable<T> items)
    {
        T? last = default;
        foreach (var item in items) last = item;
        return last;
    }

    public static T? LastOrDefault<T>(this IEnumerable<T> items, Func<T, bool> test)
    {
        T? last = default;
        foreach (var item in items)
            if (test(item)) last = item;
        return last;
    }

    public static int Sum<T>(this IEnumerable<T> items, Func<T, int> of)
    {
        var sum = 0;
        foreach (var item in items) checked { sum += of(item); }
        return sum;
    }

    public static long Sum<T>(this IEnumerable<T> items, Func<T, long> of)
    {
        var sum = 0L;
        foreach (var item in items) checked { sum += of(item); }
        return sum;
    }

    public static TValue Max<T, TValue>(this IEnumerable<T> items, Func<T, TValue> of) where TValue : struct, IComparable<TValue> =>
        Extreme(items, of, 1) ?? throw new InvalidOperationException("the sequence is empty");

    public static TValue Min<T, TValue>(this IEnumerable<T> items, Func<T, TValue> of) where TValue : struct, IComparable<TValue> =>
        Extreme(items, of, -1) ?? throw new InvalidOperationException("the sequence is empty");

    private static TValue? Extreme<T, TValue>(IEnumerable<T> items, Func<T, TValue> of, int sign) where TValue : struct, IComparable<TValue>
    {
        TValue? best = null;
        foreach (var item in items)
            if (of(item) is var value && (best is not { } known || value.CompareTo(known) * sign > 0)) best = value;
        return best;
    }

    public static bool SequenceEqual<T>(this IEnumerable<T> items, IEnumerable<T> others)
    {
        using var each = items.GetEnumerator();
        using var other = others.GetEnumerator();
        while (each.MoveNext())
            if (!other.MoveNext() || !EqualityComparer<T>.Default.Equals(each.Current, other.Current)) return false;
        return !other.MoveNext();
    }
}
