namespace Sallyport.Detection.Secrets;

/// <summary>The signature of an Azure address that grants access by itself: sig=… beside what it grants and until when.</summary>
internal static class SharedAccessSignatures
{
    private const int Around = 300;

    /// <summary>32 bytes in base 64.</summary>
    private const int Bytes = 44;

    public static readonly DetectionRule Rule = new("azure-shared-access-signature", FindingKind.Secret, Severity.High, DataClass.Secret,
        "The signature in an address of Azure storage or Service Bus: whoever has the address has the access.")
    {
        Cases = static () => new(["?sv=2022-11-02&sp=r&se=2030-01-01&sig=q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5FaQ%2BwE9rTzU1I%3D"],
            ["?sv=2022-11-02&se=2030-01-01&sig=<signature>", "sig=q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5FaQ%2BwE9rTzU1I%3D", "&se=2030&sig=REDACTED"]),
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var (i, length) = (at + 1, 0);
        for (; i < text.Length && length <= Bytes; i++, length++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2])) i += 2;
            else if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '/' or '=')) break;
        }
        context.Work += i - at;
        if (length != Bytes || !Randomness.IsMixed(text[(at + 1)..i])) return at;
        context.Work += 2 * Around;
        var around = text[Math.Max(0, at - Around)..Math.Min(text.Length, i + Around)];
        if (around.IndexOf("se=") < 0 || around.IndexOf("sv=") < 0 && around.IndexOf("sr=") < 0 && around.IndexOf("skn=") < 0) return at;
        context.Add(Rule, at + 1, i, 90);
        return i;
    }
}
