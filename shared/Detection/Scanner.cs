using System.Numerics;
using Sallyport.Detection.Personal;
using Sallyport.Detection.Secrets;

namespace Sallyport.Detection;

/// <summary>
/// Finds secrets, personal data, injected instructions, SQL injection and unsafe code in a text, in one pass. A table says for each
/// character which families want to be asked there; everything else costs one look-up. Pure: a function of its arguments.
/// </summary>
public static class Scanner
{
    /// <summary>What is in the text, as far as the options allow it to be read; see <see cref="Inspect"/> for texts of unknown size.</summary>
    public static IReadOnlyList<Finding> Scan(ReadOnlySpan<char> text, Surface surface, ScanOptions? options = null) =>
        Inspect(text, surface, options).Findings;

    /// <summary>What is in the text, and how much of it was read.</summary>
    public static ScanResult Inspect(ReadOnlySpan<char> text, Surface surface, ScanOptions? options = null) => Inspect(text, surface, options, out _);

    /// <summary>The same, and what it cost.</summary>
    internal static ScanResult Inspect(ReadOnlySpan<char> text, Surface surface, ScanOptions? options, out long work)
    {
        work = 0;
        options ??= ScanOptions.Default;
        var seen = Math.Min(text.Length, options.MaxChars);
        if (seen == 0) return new ScanResult([], 0, text.Length > 0);

        var context = new ScanContext(text[..seen], surface, options);
        Walk(ref context);
        work = context.Work;
        if (options.Rules.Count > 0) seen = UserRules.Run(ref context);
        if (context.Found is not { Count: > 0 } found) return new ScanResult([], seen, seen < text.Length);

        if (context.IsFull) seen = Math.Min(seen, found.Max(f => f.End));
        return new ScanResult(Overlaps.Merge(found), seen, seen < text.Length);
    }

    private static void Walk(ref ScanContext context)
    {
        var places = Places.For(context.Options.Kinds, context.Surface);
        var room = BlockStore.Take(context.Text.Length);
        var blocks = room.AsSpan(0, (context.Text.Length + CharBlock.Size - 1) / CharBlock.Size);
        context.Signs = CharBlock.Read(context.Text, places.Signs, blocks);
        context.Blocks = blocks;
        Walk(ref context, places);
        context.Blocks = default;
        BlockStore.Give(room);
    }

    private static void Walk(ref ScanContext context, Places places)
    {
        Span<int> resume = stackalloc int[Places.MostFamilies];
        resume.Clear();
        Ask(ref context, resume, places.WholeText, 0);

        var text = context.Text;
        // After an escape a word may start whatever stands before; what the escape covers is not looked at.
        var (fresh, wordBefore, digitBefore) = (0, 0UL, 0UL);
        for (var from = 0; from < text.Length; from += CharBlock.Size)
        {
            ref readonly var block = ref context.Blocks[from / CharBlock.Size];
            // Inside a word nobody asks for letters, and of a number its first digit tells.
            var joined = block.Words << 1 | wordBefore;
            var events = block.Letters & ~joined | block.Beyond | block.Wanted & ~(block.Digits & (block.Digits << 1 | digitBefore));
            (wordBefore, digitBefore) = (block.Words >> 63, block.Digits >> 63);
            if (fresh >= from) events = From(events, fresh - from);
            while (events != 0)
            {
                var offset = BitOperations.TrailingZeroCount(events);
                events &= events - 1;
                var i = from + offset;
                var c = text[i];
                var inside = (joined >> offset & 1) != 0;
                uint wanted;
                // Only where a word starts, and hardly any starts like one that somebody looks for.
                if (char.IsAsciiLetter(c)) wanted = places.AtWord(text, i);
                else if (char.IsAsciiDigit(c))
                {
                    wanted = inside && i != fresh ? places.Anywhere(c) : places.AtNumber(text, i);
                    if (i < resume[Families.Numbers] || !inside && PlainNumber.IsShort(text, i, block.Digits >> offset)) wanted &= ~(1u << Families.Numbers);
                }
                else if (c >= 128) wanted = places.BeyondAscii;
                else
                {
                    wanted = places.AtSign(inside, c, i + 1 < text.Length ? text[i + 1] : '\0');
                    if ((wanted & 1u << Families.Colons) != 0 && !Network.MayBegin(text, i)) wanted &= ~(1u << Families.Colons);
                    if ((wanted & 1u << Families.Assignments) != 0 && Assignments.IsPlain(context, i)) wanted &= ~(1u << Families.Assignments);
                    if (c is '\\' or '%' or '\x1b' && Escapes.Length(text, i) is var length and > 1)
                    {
                        fresh = i + length;
                        events = fresh < text.Length ? From(events, fresh - from) : 0;
                    }
                }
                if (wanted == 0) continue;
                Ask(ref context, resume, wanted, i);
                if (context.IsFull) return;
            }
            if (fresh >= text.Length) return;
        }
    }

    /// <summary>Of a block's events those from an index on, and that index.</summary>
    private static ulong From(ulong events, int index) => index >= CharBlock.Size ? 0 : events & ~0UL << index | 1UL << index;

    private static void Ask(ref ScanContext context, scoped Span<int> resume, uint wanted, int at)
    {
        for (; wanted != 0; wanted &= wanted - 1)
        {
            var family = BitOperations.TrailingZeroCount(wanted);
            if (at < resume[family]) continue;
            context.Work++;
            resume[family] = Families.Ask(family, ref context, at);
        }
    }
}
