using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection;

/// <summary>Which families want to be asked at which character: a bit for each family of <see cref="Families.All"/>.</summary>
internal sealed class Places
{
    public const int MostFamilies = 32;

    private static readonly Places?[] s_known = new Places?[64];
    private static PlaceTables? s_tables;

    private readonly PlaceTables _tables = s_tables ??= new PlaceTables();
    private readonly uint _families;

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
        Span<char> signs = stackalloc char[128];
        var count = 0;
        for (var c = '\0'; c < 128; c++)
            if (!char.IsAsciiLetter(c) && ((_tables.WordStart[c] | _tables.Anywhere[c] | _tables.Signs[c]) & _families) != 0 || c is '\\' or '%' or '\x1b') signs[count++] = c;
        Signs = CharBlock.SetOf(signs[..count]);
    }

    public uint BeyondAscii => _tables.BeyondAscii & _families;

    public uint WholeText => _tables.WholeText & _families;

    /// <summary>Which families want to be asked at a character inside a word, or at one that is no word character. No family wants letters there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Anywhere(char c) => _tables.Anywhere[c] & _families;

    /// <summary>Which families want to be asked at a character that is no letter and no digit, before this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtSign(char sign, char next) => _tables.AtSign(sign, next) & _families;

    /// <summary>Which families want to be asked where a word starts with these characters; a few more than truly do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtWord(char first, char second, char third) => _tables.AtWord(first, second, third) & _families;
}
