namespace Sallyport.Detection.Secrets;

/// <summary>The private half of a JSON web key: its member "d", or "k" where it is symmetric.</summary>
internal static class JsonWebKeys
{
    private const int Around = 1_200;
    private const int Least = 22;
    private const int Longest = 800;

    public static readonly DetectionRule Rule = new("jwk-private-key", FindingKind.Secret, Severity.Critical, DataClass.Secret,
        "The private member of a JSON web key: d of a pair, k of a symmetric one.")
    {
        Cases = static () => new(["{\"kty\":\"oct\",\"k\":\"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa\",\"alg\":\"HS256\"}", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Faq7Zk2Vw9hT4\"}"],
            ["{\"kty\":\"RSA\",\"n\":\"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa\",\"e\":\"AQAB\"}", "{\"k\":\"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa\"}", "{\"kty\":\"oct\",\"k\":\"short\"}"]),
    };

    public static bool IsName(ReadOnlySpan<char> text, AssignedName name) => name is { Quoted: true, Length: 1 } && text[name.Start] is 'k' or 'd';

    public static int Recognise(ref ScanContext context, int at, int next)
    {
        var text = context.Text;
        while (context.At(next) is ' ' or '\t' or '\n' or '\r' && next - at < 24) next++;
        var escaped = context.At(next) == '\\';
        if (escaped) next++;
        if (context.At(next) != '"') return at;
        var start = next + 1;
        var end = start;
        while (end < text.Length && end - start < Longest && Chars.IsBase64Url(text[end])) end++;
        context.Work += end - at;
        var inside = text[start..end];
        if (inside.Length < Least || context.At(end) != (escaped ? '\\' : '"') || !Randomness.IsMixed(inside)) return at;
        context.Work += 2 * Around;
        if (text[Math.Max(0, at - Around)..Math.Min(text.Length, end + Around)].IndexOf("\"kty") < 0) return at;
        context.Add(Rule, start, end, 90);
        return end;
    }
}
