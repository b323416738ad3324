namespace Sallyport.Detection.Personal;

/// <summary>Names of people: only where the words right before leave no doubt.</summary>
internal static class PersonName
{
    private static readonly DetectionRule Rule = new("person-name", FindingKind.Pii, Severity.Low, DataClass.Pii,
        "First and last name right after words that announce a person: my name is, patient, cardholder, full name.")
    {
        Cases = static () => new(
            ["my name is Ana Moreira", "Patient: John Q. Public", "cardholder name: Grace Okafor", "Full name: Lena Vogel", "Patient Name - Maria Souza"],
            ["my name is Ana", "name: Build And Test", "patient: none", "Patient Care Unit", "full name of the rule", "filename: Ana Moreira"]),
    };

    public static readonly Family Family = new("personal-names", static () => [Rule]) { Kinds = FindingKinds.Pii, WordPairs = "my pa ca fu" };

    public static int Recognise(ref ScanContext context, int at)
    {
        var after = Announced(context, at);
        if (after == 0) return at;
        var (start, words, end) = (after, 0, after);
        while (words < 4 && NameWordEnd(context.Text, after) is var next && next > after)
        {
            words++;
            end = after = next;
            if (after < context.Text.Length && context.Text[after] == ' ') after++;
            else break;
        }
        if (words < 2) return at;
        context.Add(Rule, start, end, 70);
        return end;
    }

    private static int Announced(in ScanContext context, int at)
    {
        if (context.At(at + 1) is not ('y' or 'a' or 'u' or 'A' or 'U' or 'Y')) return 0;
        foreach (var announcement in (ReadOnlySpan<string>)["my name is ", "patient name", "patient", "cardholder name", "cardholder", "card holder", "full name", "fullname"])
        {
            if (!context.HasWord(at, announcement)) continue;
            var end = at + announcement.Length;
            if (announcement[^1] == ' ') return end;
            var mark = context.At(end) == '"' ? end + 1 : end;
            while (mark < end + 2 && context.At(mark) == ' ') mark++;
            if (context.At(mark) is not (':' or '=' or '-')) return 0;
            mark++;
            while (context.At(mark) is ' ' or '"' && mark < end + 6) mark++;
            return mark;
        }
        return 0;
    }

    // A capital and lower case, or an initial.
    private static int NameWordEnd(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !char.IsUpper(text[at])) return at;
        if (at + 1 < text.Length && text[at + 1] == '.') return at + 2;
        var end = at + 1;
        while (end < text.Length && end - at < 24 && (char.IsLower(text[end])
            || text[end] is '\'' or '-' && end + 1 < text.Length && char.IsUpper(text[end + 1]) || char.IsUpper(text[end]) && text[end - 1] is '\'' or '-'))
            end++;
        return end - at >= 2 && !Ordinary(text[at..end]) ? end : at;
    }

    private static bool Ordinary(ReadOnlySpan<char> word) => word is "Care" or "Unit" or "Build" or "Test" or "And" or "The" or "Data" or "Name" or "Record"
        or "Portal" or "None" or "Unknown" or "Id" or "Number";
}
