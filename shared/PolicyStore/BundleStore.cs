using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>What was applied last, so that an older bundle cannot be put back.</summary>
/// <param name="Version">The version in force.</param>
/// <param name="Void">Versions that were recovered from: they never count again.</param>
internal sealed record BundleState(long Version, IReadOnlyList<long> Void);

/// <summary>
/// The signed bundle of a directory: the administrator's own, or the data directory where the administrator only handed out keys.
/// </summary>
internal sealed class BundleStore(string directory)
{
    /// <summary>The bundle in force.</summary>
    public string File => Path.Combine(directory, "policy.bundle.json");

    /// <summary>What an apply writes.</summary>
    public IReadOnlyList<string> Written => [File, StateFile];

    private string StateFile => Path.Combine(directory, "policy.bundle.state.json");

    /// <summary>Puts a bundle in force.</summary>
    /// <param name="bytes">The bundle.</param>
    /// <param name="keys">Whose signature counts.</param>
    /// <param name="now">The time.</param>
    /// <returns>The bundle, or why the one before stays in force. Nothing is written before every check.</returns>
    public (PolicyBundle? Bundle, string? Problem) Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> keys, DateTimeOffset now)
    {
        var (bundle, problem) = PolicyBundle.Read(bytes, keys, PolicyReader.Read);
        if (bundle is null) return (null, problem);
        if (bundle.Stale(now) is { } stale) return (null, stale);
        using var held = FileLock.Acquire(Path.Combine(directory, "policy.lock"));
        var state = ReadState();
        if (state is not null && Older(bundle, state) is { } older) return (null, older);
        AtomicFile.Write(File, bytes.Span, durable: true);
        var recovered = bundle.RecoversFrom is { } mistaken && state?.Version == mistaken && bundle.Version < mistaken;
        Save(new BundleState(bundle.Version, recovered ? [.. state!.Void, state.Version] : state?.Void ?? []));
        return (bundle, null);
    }

    /// <summary>The bundle in force; neither where there is none.</summary>
    /// <param name="keys">Whose signature counts.</param>
    /// <param name="now">The time.</param>
    /// <param name="form">How much of it the caller needs.</param>
    /// <param name="cache">Where its compiled form lies; null where none counts.</param>
    public (PolicyBundle? Bundle, string? Problem) Load(IReadOnlyList<string> keys, DateTimeOffset now, IBundleForm form, PolicyCache? cache)
    {
        var compiled = cache is not null && PolicyCache.IsWorthwhile(File) && form.Open(cache, File, now.ToUnixTimeMilliseconds()) is { } known
            ? PolicyBundle.Of(known.Statement, known.Content, known.Root, known.Policy, keys) : null;
        var (bundle, problem) = compiled is not null ? (compiled, null) : ReadWhole(keys, now, form, cache);
        if (bundle is null) return (null, problem);
        if (bundle.Stale(now) is { } stale) return (null, stale);
        var state = ReadState();
        // A crash between the two writes leaves a newer bundle than the state knows, which was checked before it was written.
        return state is not null && bundle.Version < state.Version && !(bundle.RecoversFrom == state.Version)
            ? (null, $"an older one (version {bundle.Version}) was put in the place of version {state.Version}")
            : state is not null && IsVoid(state, bundle.Version) ? (null, $"version {bundle.Version} was recovered from and never counts again")
            : (bundle, null);
    }

    private (PolicyBundle? Bundle, string? Problem) ReadWhole(IReadOnlyList<string> keys, DateTimeOffset now, IBundleForm form, PolicyCache? cache)
    {
        if (AtomicFile.Read(File, PolicyReader.MostBytes + 1) is not { } bytes)
            return (null, System.IO.File.Exists(StateFile) ? "it is gone, although one was applied" : null);
        var (bundle, problem) = PolicyBundle.Read(bytes, keys, form.Read);
        if (bundle is not null && cache is not null && bytes.Length > PolicyCache.Worthwhile) form.Keep(cache, File, bytes, bundle, now.ToUnixTimeMilliseconds());
        return (bundle, problem);
    }

    private static string? Older(PolicyBundle bundle, BundleState state)
    {
        if (IsVoid(state, bundle.Version)) return $"version {bundle.Version} was recovered from and never counts again";
        if (bundle.Version >= state.Version) return null;
        return bundle.RecoversFrom == state.Version ? null
            : $"its version {bundle.Version} is lower than {state.Version}, which is in force{(bundle.RecoversFrom is { } from ? $" (it recovers from {from})" : "")}";
    }

    private static bool IsVoid(BundleState state, long version)
    {
        foreach (var other in state.Void)
            if (other == version) return true;
        return false;
    }

    private void Save(BundleState state)
    {
        var json = new CanonicalWriter(128);
        json.StartObject();
        json.Member("version"u8, state.Version);
        json.Name("void"u8);
        json.StartArray();
        foreach (var version in state.Void) json.Integer(version);
        json.EndArray();
        json.EndObject();
        AtomicFile.Write(StateFile, json.Written, durable: true);
    }

    private BundleState? ReadState()
    {
        if (AtomicFile.Read(StateFile, 64 * 1024) is not { } bytes) return null;
        try
        {
            var json = StrictJson.Read(bytes);
            return new BundleState(json.GetProperty("version").GetInt64(), [.. json.GetProperty("void").EnumerateArray().Select(item => item.GetInt64())]);
        }
        catch (Exception wrong) when (wrong is MalformedInputException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new GuardException($"{StateFile} is damaged. An administrator must remove it and apply the newest bundle again.", wrong);
        }
    }
}
