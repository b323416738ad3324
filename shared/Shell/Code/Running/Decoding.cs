using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>Decoding constants: what was hidden in base64 or hex is read like anything else.</summary>
internal static class Decoding
{
    public static Value Base64(Value? value)
    {
        if (value?.Known is not { } text || text.Length > Operators.MaxText) return Unknown(value, "decoded base64");
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') clean.Append(c);
            else if (c == '-') clean.Append('+');
            else if (c == '_') clean.Append('/');
        }
        while (clean.Length % 4 != 0) clean.Append('=');
        var bytes = new byte[clean.Length];
        return Convert.TryFromBase64String(clean.ToString(), bytes, out var length)
            ? Text(bytes.AsSpan(0, length), value.Origin)
            : Unknown(value, "decoded base64");
    }

    public static Value Hex(Value? value)
    {
        if (value?.Known is not { } text || text.Length > Operators.MaxText) return Unknown(value, "decoded hex");
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) clean.Append(c);
        if (clean.Length % 2 != 0) return Unknown(value, "decoded hex");
        try
        {
            return Text(Convert.FromHexString(clean.ToString()), value.Origin);
        }
        catch (FormatException)
        {
            return Unknown(value, "decoded hex");
        }
    }

    /// <summary>Bytes as text: UTF-8 where they are, else one character a byte.</summary>
    public static TextValue Text(ReadOnlySpan<byte> bytes, Origin origin)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\uFFFD')) text = Encoding.Latin1.GetString(bytes);
        return new TextValue(Word.Of(text)) { Origin = origin };
    }

    /// <summary>UTF-16, as PowerShell's encoded commands are.</summary>
    public static Value Base64Utf16(string text)
    {
        var bytes = new byte[text.Length];
        var padded = text.Trim();
        while (padded.Length % 4 != 0) padded += "=";
        return Convert.TryFromBase64String(padded, bytes, out var length)
            ? new TextValue(Word.Of(Encoding.Unicode.GetString(bytes.AsSpan(0, length))))
            : new UnknownValue("decoded base64") { Origin = Origin.Decoded };
    }

    public static UnknownValue Unknown(Value? value, string what) =>
        new(what) { Origin = (value?.Origin ?? Origin.None) | Origin.Decoded };
}
