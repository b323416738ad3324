using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection;

/// <summary>Which families want to be asked at which character: a bit for each family of <see cref="Families.All"/>.</summary>
internal sealed class Places
{
    public const int MostFamilies = 32;

    private const int Ascii = 128;

    private static readonly Places?[] s_known = new Places?[64];
    private static PlaceTables? s_tables;

    private readonly PlaceTables _tables = s_tables ??= new PlaceTables();
    private readonly Place[] _places = new Place[Ascii];
    private readonly uint _families;

    /// <summary>What is wanted at one character: all of it in one place, for most characters are looked up once in a scan.</summary>
    private struct Place
    {
        /// <summary>Inside a word, or where it is no word character.</summary>
        public uint Anywhere;

        /// <summary>Where a word starts with it, for some characters after it and for any.</summary>
        public uint Word, AnySecond;

        /// <summary>For some characters after it.</summary>
        public uint Sign;

        /// <summary>Of the last two and the first, right behind a word character and elsewhere.</summary>
        public uint AfterWord, AfterGap;
    }

    /// <summary>Every character but letters that somebody asks for, and what escapes begin with.</summary>
    public readonly Vector128<byte> Signs;

    /// <summary>For a set of kinds on a surface, made once.</summary>
    public static Places For(FindingKinds kinds, Surface surface) =>
        s_known[(int)(kinds & FindingKinds.All) << 1 | (surface == Surface.ToolInput ? 1 : 0)] ??= new Places(kinds, surface);

    private Places(FindingKinds kinds, Surface surface)
    {
        var families = Families.All;
        for (var f = 0; f < families.Length; f++)
            if ((families[f].Kinds & kinds) != 0 && (!families[f].OnlyInput || surface == Surface.ToolInput)) _families |= 1u << f;
        Span<char> signs = stackalloc char[Ascii];
        var count = 0;
        for (var c = '\0'; c < Ascii; c++)
        {
            _places[c] = new Place
            {
                Anywhere = _tables.Anywhere[c] & _families, Word = _tables.WordStart[c] & _families, AnySecond = _tables.AnySecond[c] & _families, Sign = _tables.Signs[c] & _families,
                AfterWord = ~_tables.NotAfterWord[c], AfterGap = ~_tables.NotAfterGap[c],
            };
            if (!char.IsAsciiLetter(c) && (_places[c].Word | _places[c].Anywhere | _places[c].Sign) != 0 || c is '\\' or '%' or '\x1b') signs[count++] = c;
        }
        Signs = CharBlock.SetOf(signs[..count]);
    }

    public uint BeyondAscii => _tables.BeyondAscii & _families;

    public uint WholeText => _tables.WholeText & _families;

    /// <summary>Which families want to be asked at a character inside a word. No family wants letters there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Anywhere(char c) => Of(c).Anywhere;

    /// <summary>The same for a word that starts with a digit: for most digits it is only numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtNumber(ReadOnlySpan<char> text, int at)
    {
        ref readonly var place = ref Of(text[at]);
        return (place.Word & ~(1u << Families.Numbers)) == 0 ? place.Word : AtWord(text, at);
    }

    // There is a place for each ASCII character, and nobody asks about others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Place Of(char c) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), c & (Ascii - 1));

    /// <summary>Which families want to be asked at an ASCII character that is no letter and no digit.</summary>
    /// <param name="afterWord">A word character stands right before it.</param>
    /// <param name="sign">The character.</param>
    /// <param name="next">The one after it; NUL at the text's end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtSign(bool afterWord, char sign, char next)
    {
        ref readonly var place = ref Of(sign);
        var wanted = place.Anywhere;
        if (place.Sign != 0) wanted |= place.Sign & _tables.AtPair(sign, next);
        return wanted & (afterWord ? place.AfterWord : place.AfterGap);
    }

    /// <summary>Which families want to be asked where a word starts at an index of a text; a few more than truly do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtWord(ReadOnlySpan<char> text, int at)
    {
        var front = PlaceTables.Front(text, at);
        ref readonly var place = ref Of(text[at]);
        return _tables.Begins(front) ? place.Word & (_tables.AtFront(front) | place.AnySecond) : place.AnySecond;
    }
}
