using System.Numerics;
using System.Runtime.CompilerServices;
using Sallyport.Detection.Personal;

namespace Sallyport.Detection;

/// <summary>One scan in progress: the text, what is wanted, what was found so far.</summary>
internal ref struct ScanContext(ReadOnlySpan<char> text, Surface surface, ScanOptions options)
{
    private List<Finding>? _found;

    /// <summary>The text, cut to the bound of the options.</summary>
    public readonly ReadOnlySpan<char> Text = text;

    /// <summary>Where the text stands.</summary>
    public readonly Surface Surface = surface;

    /// <summary>What is wanted.</summary>
    public readonly ScanOptions Options = options;

    /// <summary>
    /// Characters looked at ahead and behind, and recognisers asked: a measure of the scan's cost that no load changes. Tests hold it to
    /// the length of the text.
    /// </summary>
    public long Work;

    /// <summary>The labels read last, and around what: a number is often asked about more than once.</summary>
    public (int Start, int End, Label Labels) Around;

    /// <summary>The text, sixty-four characters a block.</summary>
    public ReadOnlySpan<CharBlock> Blocks;

    /// <summary>The last table in which a column was read: where its heading starts, the end of what was read, how many columns were.</summary>
    public (int Heading, int End, int Columns) Table;

    /// <summary>Signs that stand anywhere in the text.</summary>
    public TextSigns Signs;

    /// <summary>The words that label something, as far as they were asked for.</summary>
    public LabelTape? Tape;

    /// <summary>The scan found as much as it may keep.</summary>
    public readonly bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _found is not null && _found.Count >= Options.MaxFindings;
    }

    /// <summary>What was found, unmerged, in no order.</summary>
    public readonly List<Finding>? Found => _found;

    /// <summary>Reports <paramref name="rule"/> at [<paramref name="start"/>, <paramref name="end"/>), 0 to 100 sure.</summary>
    public void Add(DetectionRule rule, int start, int end, int confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        if (confidence < Options.MinConfidence || IsFull) return;
        if (((FindingKinds)(1 << (int)rule.Kind) & Options.Kinds) == 0) return;
        foreach (var allowance in Options.Allowed)
            if (allowance.Allows(rule.Id, Options.Path, Text[start..end])) return;
        (_found ??= []).Add(new Finding(rule.Kind, rule.Id, rule.Severity, start, end, confidence, rule.Classes));
    }

    /// <summary>Reports what a scan of the same text in another form found, in the places of this one.</summary>
    public void AddFound(in Finding finding)
    {
        if (finding.Confidence < Options.MinConfidence || IsFull || ((FindingKinds)(1 << (int)finding.Kind) & Options.Kinds) == 0) return;
        foreach (var allowance in Options.Allowed)
            if (allowance.Allows(finding.Rule, Options.Path, Text[finding.Start..finding.End])) return;
        (_found ??= []).Add(finding);
    }

    /// <summary>Whether one of these signs stands anywhere in the text.</summary>
    public readonly bool HasSign(TextSigns any) => (Signs & any) != 0;

    /// <summary>The character at an index, or NUL outside the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly char At(int index) => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    /// <summary>The end of the run of ASCII letters and digits that an index is in, or the index itself.</summary>
    public readonly int LettersEnd(int at)
    {
        while (at < Text.Length)
        {
            ref readonly var block = ref Blocks[at / CharBlock.Size];
            var run = BitOperations.TrailingZeroCount(~((block.Letters | block.Digits) >> at));
            at += run;
            if (run == 0 || at % CharBlock.Size != 0) break;
        }
        return at;
    }

    /// <summary>The start of the run of ASCII letters, digits and underscores right before an index, as far as its block of the text goes; or the index itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int WordStart(int end)
    {
        if (end == 0) return 0;
        var last = end - 1;
        return end - BitOperations.LeadingZeroCount(~(Blocks[last / CharBlock.Size].Words << (CharBlock.Size - 1 - last % CharBlock.Size)));
    }

    /// <summary>Whether <paramref name="literal"/> stands at an index, exactly.</summary>
    public readonly bool Has(int at, string literal) =>
        (uint)at < (uint)Text.Length && Text[at] == literal[0] && Text[at..].StartsWith(literal, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="literal"/> stands at an index, in any case (ASCII).</summary>
    public readonly bool HasWord(int at, string literal) =>
        (uint)at < (uint)Text.Length && (((Text[at] ^ literal[0]) & ~0x20) == 0 || Text[at] >= 128) && Text[at..].StartsWith(literal, StringComparison.OrdinalIgnoreCase);

    /// <summary>The end of the run of ASCII letters, digits and underscores that starts at an index, at most <paramref name="most"/> on.</summary>
    public readonly int WordEnd(int at, int most = 256)
    {
        var end = Math.Min(Text.Length, at + most);
        while (at < end && Chars.IsWord(Text[at])) at++;
        return at;
    }
}
