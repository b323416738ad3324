namespace Sallyport.Detection.Personal;

/// <summary>A house in a street, where the words before speak of an address, or a state and its postal code follow.</summary>
internal static class StreetAddress
{
    private const int MostWords = 5;

    public static readonly DetectionRule Rule = new("street-address", FindingKind.Pii, Severity.Medium, DataClass.Pii,
        "A house number and a street, where words speak of an address or a US state and ZIP code follow.")
    {
        Cases = static () => new(
            ["She lives at 742 Evergreen Terrace", "ship to: 1600 Amphitheatre Parkway, Mountain View", "221 Baker Street, Springfield, IL 62701", "Anschrift: 12 Rose Lane"],
            ["12 Monkeys", "742 Evergreen Terrace", "address 0x7fff5 street", "3 Way Street Sorting", "listen address 8080 Drive"]),
    };

    public static int Recognise(ref ScanContext context, int start, int end)
    {
        var text = context.Text;
        if (end - start > 5 || !char.IsAsciiDigit(text[start]) || end + 4 >= text.Length || text[end] != ' ' || !char.IsAsciiLetterUpper(text[end + 1])) return 0;
        var (at, street) = (end, 0);
        for (var word = 0; word < MostWords && street == 0 && at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]); word++)
        {
            var from = ++at;
            while (at < text.Length && at - from < 24 && (char.IsLetter(text[at]) || text[at] is '\'' or '-')) at++;
            if (word > 0 && IsStreet(text[from..at])) street = at;
        }
        if (street == 0) return 0;
        var postal = PostalEnd(text, street);
        if (postal == 0 && (Labels.Ahead(ref context, start) & Label.Address) == 0) return 0;
        var last = postal > 0 ? postal : street;
        context.Add(Rule, start, last, postal > 0 ? 85 : 70);
        return last;
    }

    private static bool IsStreet(ReadOnlySpan<char> word) => word is "Street" or "St" or "Avenue" or "Ave" or "Road" or "Rd" or "Lane" or "Ln" or "Drive" or "Dr" or "Boulevard"
        or "Blvd" or "Court" or "Ct" or "Terrace" or "Place" or "Pl" or "Parkway" or "Pkwy" or "Square" or "Way" or "Crescent" or "Close" or "Highway" or "Circle" or "Trail";

    // ", Springfield, IL 62701": within a line or the next.
    private static int PostalEnd(ReadOnlySpan<char> text, int street)
    {
        var limit = Math.Min(text.Length, street + 48);
        for (var i = street; i + 8 <= limit; i++)
        {
            if (!char.IsAsciiLetterUpper(text[i]) || !char.IsAsciiLetterUpper(text[i + 1]) || text[i + 2] != ' ' || text[i - 1] is not (' ' or '\n')) continue;
            if (!Checksums.AreDigits(text.Slice(i + 3, 5)) || i + 8 < text.Length && char.IsAsciiLetterOrDigit(text[i + 8])) continue;
            return i + 8;
        }
        return 0;
    }
}
