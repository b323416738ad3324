using Sallyport.Detection;

namespace Sallyport.Guards;

/// <summary>What becomes of an event whose guard gives no answer. Larger is stricter.</summary>
internal enum FailMode
{
    /// <summary>It goes on; the outage is on the record.</summary>
    Open,

    /// <summary>The local verdict stands; the outage is on the record and the person is told.</summary>
    Local,

    /// <summary>It is refused.</summary>
    Closed,
}

/// <summary>A fail mode for each surface. Written as one word for all of them, or as <c>prompt=closed,tool_input=local</c>.</summary>
internal readonly record struct FailModes(FailMode Prompt, FailMode ToolInput, FailMode ToolOutput, FailMode Response)
{
    /// <summary>The mode of a surface.</summary>
    public FailMode this[Surface surface] => surface switch
    {
        Surface.Prompt => Prompt,
        Surface.ToolInput => ToolInput,
        Surface.ToolOutput => ToolOutput,
        _ => Response,
    };

    /// <summary>Reads what was written; null where it is anything else. A surface that is not named has <c>local</c>.</summary>
    public static FailModes? Parse(string written)
    {
        if (Mode(written) is { } all) return new FailModes(all, all, all, all);
        var modes = new FailModes(FailMode.Local, FailMode.Local, FailMode.Local, FailMode.Local);
        var seen = 0;
        foreach (var part in written.Split(','))
        {
            var pair = part.Split('=');
            if (pair.Length != 2 || Surfaces.Parse(pair[0].Trim()) is not { } surface || Mode(pair[1]) is not { } mode) return null;
            if ((seen & (1 << (int)surface)) != 0) return null;
            seen |= 1 << (int)surface;
            modes = surface switch
            {
                Surface.Prompt => modes with { Prompt = mode },
                Surface.ToolInput => modes with { ToolInput = mode },
                Surface.ToolOutput => modes with { ToolOutput = mode },
                _ => modes with { Response = mode },
            };
        }
        return modes;
    }

    /// <summary>The stricter of two, surface by surface.</summary>
    public static FailModes Stricter(FailModes a, FailModes b) =>
        new(Max(a.Prompt, b.Prompt), Max(a.ToolInput, b.ToolInput), Max(a.ToolOutput, b.ToolOutput), Max(a.Response, b.Response));

    /// <summary>The normal form.</summary>
    public override string ToString() =>
        Prompt == ToolInput && Prompt == ToolOutput && Prompt == Response ? Word(Prompt)
        : $"prompt={Word(Prompt)},tool_input={Word(ToolInput)},tool_output={Word(ToolOutput)},response={Word(Response)}";

    /// <summary>The word of a mode.</summary>
    public static string Word(FailMode mode) => mode switch { FailMode.Open => "open", FailMode.Local => "local", _ => "closed" };

    private static FailMode? Mode(string word) => word.Trim().ToLowerInvariant() switch
    {
        "open" => FailMode.Open,
        "local" => FailMode.Local,
        "closed" => FailMode.Closed,
        _ => null,
    };

    private static FailMode Max(FailMode a, FailMode b) => a > b ? a : b;
}
