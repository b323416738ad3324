using System.Runtime.CompilerServices;

namespace Sallyport.Detection;

/// <summary>Several classes of ASCII characters in one look-up, for loops that read every character of a run; a test compares.</summary>
internal static class CharKinds
{
    /// <summary>Letters, digits and underscores.</summary>
    public const byte Word = 1;

    public const byte Digit = 2;

    public const byte Upper = 4;

    public const byte Lower = 8;

    /// <summary>Hexadecimal digits, in either case.</summary>
    public const byte Hex = 16;

    /// <summary>What base 64 is written with, in either alphabet.</summary>
    public const byte Run = 32;

    /// <summary>What names are written with: word characters, dashes and dots.</summary>
    public const byte Name = 64;

    private static ReadOnlySpan<byte> Table =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 96, 64, 32, 115, 115, 115, 115, 115, 115, 115, 115, 115, 115, 0, 0, 0, 0, 0, 0,
        0, 117, 117, 117, 117, 117, 117, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 0, 0, 0, 0, 97,
        0, 121, 121, 121, 121, 121, 121, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 0, 0, 0, 0, 0,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Of(char c) => c < 128 ? Table[c] : (byte)0;
}
