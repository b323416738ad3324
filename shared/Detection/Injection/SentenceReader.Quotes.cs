namespace Sallyport.Detection.Injection;

internal ref partial struct SentenceReader
{
    /// <summary>The same as <see cref="TrackQuote"/> for a double quotation mark, which data is full of.</summary>
    private void QuoteAt(int at)
    {
        if (_quote == '\0' || at - _quoteStart > LongestQuote) (_quote, _quoteStart) = ('"', at);
        else if (_quote == '"') _quote = '\0';
    }

    private void TrackQuote(char c)
    {
        if (_quote != '\0' && _at - _quoteStart > LongestQuote) _quote = '\0';
        if (_quote != '\0' && c == _quote)
        {
            // An apostrophe inside a word closes nothing.
            if (c == '\'' && _at + 1 < _text.Length && char.IsLetter(_text[_at + 1])) return;
            _quote = '\0';
            return;
        }
        if (_quote != '\0') return;
        var closing = c switch
        {
            '"' or '`' => c,
            '\'' when _at == 0 || !char.IsLetterOrDigit(_text[_at - 1]) => c,
            '“' or '„' => '”',
            '‘' => '’',
            '«' => '»',
            '「' => '」',
            _ => '\0',
        };
        if (closing != '\0') (_quote, _quoteStart) = (closing, _at);
    }
}
