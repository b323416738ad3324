using Sallyport.Shell;

namespace Sallyport.Policy.Content;

/// <summary>Where something in a command's text goes when the command runs.</summary>
[Flags]
internal enum Destination : byte
{
    /// <summary>Nowhere that outlasts the command.</summary>
    Nowhere = 0,

    /// <summary>Into a file.</summary>
    File = 1,

    /// <summary>To another machine.</summary>
    Network = 2,
}

/// <summary>Follows a place of a command's text to what the commands that hold it do.</summary>
internal static class Destinations
{
    /// <summary>Where what stands at an index of the command's text goes. In doubt it goes wherever any part of the command does.</summary>
    public static Destination Of(CommandAnalysis analysis, int at)
    {
        var holders = Holders(analysis.Runs, at);
        var where = Destination.Nowhere;
        foreach (var effect in analysis.Effects)
            if (holders is null || effect.By is not { } run || holders.Contains(run)) where |= Of(effect);
        return where;
    }

    /// <summary>The files that what stands at an index of the command's text is written to.</summary>
    public static IEnumerable<Target> Files(CommandAnalysis analysis, int at)
    {
        var holders = Holders(analysis.Runs, at);
        foreach (var effect in analysis.Effects)
            if ((holders is null || effect.By is not { } run || holders.Contains(run)) && Of(effect) == Destination.File) yield return effect.Target;
    }

    /// <summary>The commands that hold the place or read from one that does; null where no command was seen to hold it (a variable, a here-document).</summary>
    private static HashSet<CommandRun>? Holders(IReadOnlyList<CommandRun> runs, int at)
    {
        var holders = new HashSet<CommandRun>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs)
            if (run.Start >= 0 && at >= run.Start && at < run.Start + run.Length) holders.Add(run);
        if (holders.Count == 0) return null;
        foreach (var run in runs)
            if (run.Start < 0 || run.Input.From is { } from && from.Any(holders.Contains)) holders.Add(run);
        return holders;
    }

    private static Destination Of(Effect effect) => effect.Kind switch
    {
        EffectKind.SendData or EffectKind.Connect => IsOwnMachine(effect.Target) ? Destination.Nowhere : Destination.Network,
        EffectKind.Write or EffectKind.Truncate or EffectKind.Persist => IsDevice(effect.Target) ? Destination.Nowhere : Destination.File,
        _ => Destination.Nowhere,
    };

    private static bool IsDevice(Target target) => target.Kind == TargetKind.Path && target.Name is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty";

    private static bool IsOwnMachine(Target target)
    {
        if (target.Kind != TargetKind.Host || !target.Known) return false;
        var host = target.Name.AsSpan();
        if (host.IndexOf("://") is >= 0 and var scheme) host = host[(scheme + 3)..];
        host = host[(host[..HostEnd(host)].LastIndexOf('@') + 1)..];
        host = host[..HostEnd(host)];
        if (host.StartsWith("[::1]")) return true;
        var colon = host.IndexOf(':');
        if (colon >= 0) host = host[..colon];
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.") && IsNumeric(host);
    }

    private static bool IsNumeric(ReadOnlySpan<char> host)
    {
        foreach (var c in host)
            if (!char.IsAsciiDigit(c) && c != '.') return false;
        return true;
    }

    private static int HostEnd(ReadOnlySpan<char> host) => host.IndexOfAny('/', '?', '#') is >= 0 and var end ? end : host.Length;
}
