namespace Sallyport.Detection.Secrets;

/// <summary>Credentials that carry their issuer's mark at the front.</summary>
internal static class Tokens
{
    private static readonly DetectionRule AwsAccessKey = new("aws-access-key-id", FindingKind.Secret, Severity.High, DataClass.Secret,
        "The id of an AWS access key: AKIA, ASIA, ABIA or ACCA and 16 characters of base 32.")
    {
        Cases = static () => new(["export AWS_ACCESS_KEY_ID=AKIA" + "QYLPMN5HFIQR7XYA"], ["AKIAIOSFODNN7EXAMPLE", "AKIAlowercase"]),
    };

    public static readonly Family Family = new("tokens", static () => [AwsAccessKey], Recognise)
    {
        Kinds = FindingKinds.Secret,
        WordStarts = "a",
    };

    private static int Recognise(ref ScanContext context, int at)
    {
        if (!context.Has(at, "AKIA") && !context.Has(at, "ASIA") && !context.Has(at, "ABIA") && !context.Has(at, "ACCA")) return at;
        var end = context.WordEnd(at, 64);
        if (end - at != 20 || context.Text[at..end].EndsWith("EXAMPLE")) return at;
        foreach (var c in context.Text[(at + 4)..end])
            if (c is not ((>= 'A' and <= 'Z') or (>= '2' and <= '7'))) return at;
        context.Add(AwsAccessKey, at, end, 95);
        return end;
    }
}
