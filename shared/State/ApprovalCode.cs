using System.Text;
using Sallyport.Integrity;

namespace Sallyport.State;

/// <summary>
/// One-time codes: 13 characters of Crockford's base 32 (65 bits), in groups, without the letters that are taken for digits.
/// </summary>
internal static class ApprovalCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 13;

    /// <summary>A fresh code, as <c>ABCD-EFGHJ-KMNP</c>.</summary>
    public static string Mint()
    {
        Span<byte> random = stackalloc byte[Length];
        RandomBytes.Fill(random);
        var code = new StringBuilder(Length + 2);
        for (var i = 0; i < Length; i++)
        {
            if (i is 4 or 9) code.Append('-');
            code.Append(Alphabet[random[i] & 31]);
        }
        return code.ToString();
    }

    /// <summary>True for a text of the form of a code, whether anything waits for it or not.</summary>
    public static bool IsOne(string typed)
    {
        var digits = 0;
        foreach (var c in typed)
        {
            if (c == '-') continue;
            if (!char.IsAsciiLetterOrDigit(c) || ++digits > Length) return false;
        }
        return digits == Length && typed.AsSpan().ContainsAnyInRange('0', '9');
    }

    /// <summary>The hash that is kept. Case and dashes do not matter; O, I and L are read as the digits they look like.</summary>
    public static string Hash(string typed)
    {
        var normal = new StringBuilder(Length);
        foreach (var c in typed)
        {
            var upper = char.ToUpperInvariant(c);
            if (upper is '-' or ' ') continue;
            normal.Append(upper switch { 'O' => '0', 'I' or 'L' => '1', _ => upper });
        }
        return Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes("sallyport approval\n" + normal)));
    }
}
