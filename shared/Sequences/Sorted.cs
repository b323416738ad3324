using System.Collections;

namespace Sallyport.Sequences;

/// <summary>A sequence in order; equals stay in the order they came in. Sorted when it is walked.</summary>
internal sealed class Sorted<T>(IEnumerable<T> items, Comparison<T> order) : IEnumerable<T>
{
    /// <summary>Where the order so far finds two equal, they are ordered by this.</summary>
    public Sorted<T> ThenBy(Func<T, string> key, IComparer<string?> by) => new(items, (a, b) => order(a, b) is var first and not 0 ? first : by.Compare(key(a), key(b)));

    public IEnumerator<T> GetEnumerator()
    {
        var all = items.ToArray();
        var places = new int[all.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(places, (a, b) => order(all[a], all[b]) is var first and not 0 ? first : a.CompareTo(b));
        foreach (var place in places) yield return all[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
