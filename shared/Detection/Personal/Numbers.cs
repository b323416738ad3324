namespace Sallyport.Detection.Personal;

/// <summary>Personal data that holds a digit: asked at the first digit of each word.</summary>
internal static class Numbers
{
    private const int LongestWord = 100;

    public static readonly Family Family = new("personal-numbers", Rules, Recognise)
    {
        Kinds = FindingKinds.Pii,
        Characters = "0123456789",
    };

    private static IReadOnlyList<DetectionRule> Rules() =>
    [
        PaymentCard.Rule, Iban.Rule, SocialSecurity.Rule, .. NationalNumbers.All.Select(static n => n.Rule), Phone.Rule, .. Network.Rules, .. BankAccount.Rules,
        .. Wallet.Rules, .. Health.Rules, .. Documents.Rules, BirthDate.Rule, StreetAddress.Rule,
    ];

    private static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var start = WordStart(text, at);
        var end = at;
        while (end < text.Length && end - start < LongestWord && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end - start >= LongestWord)
        {
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            return end;
        }

        var found = Network.RecogniseIpv4(ref context, start, end);
        if (found == 0) found = Wallet.Recognise(ref context, start, end);
        if (found == 0) found = RecogniseChains(ref context, start);
        if (found == 0) found = Phone.Recognise(ref context, at, end);
        if (found == 0) found = StreetAddress.Recognise(ref context, start, end);
        return Math.Max(end, found);
    }

    /// <returns>The end of what was found, or 0.</returns>
    private static int RecogniseChains(ref ScanContext context, int start)
    {
        var chain = new Chain(context.Text);
        // Some numbers begin with a word of letters alone: AB 12 34 56 C, X-1234567-L.
        if (PrefixStart(context.Text, start) is var prefix && prefix < start && chain.Read(prefix))
        {
            var around = Labels.Around(context.Text, prefix, chain[chain.Count - 1].End);
            var found = NationalNumbers.Recognise(ref context, chain, around);
            if (found == 0) found = Health.Recognise(ref context, chain, around);
            if (found > 0) return found;
        }
        if (!chain.Read(start)) return 0;
        if (chain[0].Length <= 4 && BirthDate.Recognise(ref context, chain[0]) is var born and > 0) return born;
        if (chain.Compact(chain.Count).Length < (char.IsAsciiDigit(context.Text[start]) ? 6 : 3)) return 0;

        var labels = Labels.Around(context.Text, start, chain[chain.Count - 1].End);
        var end = PaymentCard.Recognise(ref context, chain, labels);
        if (end == 0) end = Iban.Recognise(ref context, chain);
        if (end == 0) end = SocialSecurity.Recognise(ref context, chain, labels);
        if (end == 0) end = NationalNumbers.Recognise(ref context, chain, labels);
        if (end == 0) end = BankAccount.Recognise(ref context, chain, labels);
        if (end == 0) end = Health.Recognise(ref context, chain, labels);
        if (end == 0) end = Documents.Recognise(ref context, chain, labels);
        return end;
    }

    // The letters before the digit belong to the word, but not the n of an escaped line break.
    private static int WordStart(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestWord && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return start > 0 && start < at && text[start - 1] == '\\' && text[start] is 'n' or 'r' or 't' && start < at ? start + 1 : start;
    }

    private static int PrefixStart(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] is not (' ' or '-')) return start;
        var prefix = start - 1;
        while (prefix > 0 && start - prefix <= 3 && char.IsAsciiLetterUpper(text[prefix - 1])) prefix--;
        return prefix == start - 1 || start - prefix > 3 || prefix > 0 && Chars.IsWord(text[prefix - 1]) ? start : prefix;
    }
}
