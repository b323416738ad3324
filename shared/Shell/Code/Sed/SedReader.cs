namespace Sallyport.Shell.Code;

/// <summary>
/// Reads a sed script for what leaves it: GNU's <c>e</c> command and flag run shell code, <c>w</c> and <c>W</c> write files,
/// <c>r</c> and <c>R</c> read them.
/// </summary>
internal sealed class SedReader(string text, EffectSink sink, Work work)
{
    /// <summary>The place; never past the end.</summary>
    private int at { get; set => field = Math.Clamp(value, 0, text.Length); }

    private char Now => at < text.Length ? text[at] : '\0';

    public void Read()
    {
        while (at < text.Length && work.Step())
        {
            var before = at;
            Space();
            Address();
            Space();
            if (Now == '!') at++;
            Space();
            Command();
            if (at == before) at++;
        }
    }

    private void Space()
    {
        while (at < text.Length && (char.IsWhiteSpace(Now) || Now is ';' or '{' or '}')) at++;
    }

    private void Address()
    {
        while (at < text.Length && work.Step())
        {
            if (Now == '/')
            {
                Delimited('/');
                while (Now is 'I' or 'M') at++;
            }
            else if (Now == '\\' && at + 1 < text.Length)
            {
                at++;
                Delimited(Now);
            }
            else if (char.IsAsciiDigit(Now) || Now is '$' or '~' or '+' or ',') at++;
            else if (Now == ' ' && at + 1 < text.Length && text[at + 1] is ',' or '!') at++;
            else break;
        }
    }

    /// <summary>From a delimiter to the next one that is not escaped; what lies between.</summary>
    private string Delimited(char delimiter)
    {
        var start = ++at;
        var inClass = false;
        while (at < text.Length && (Now != delimiter || inClass))
        {
            if (Now == '\\') at++;
            else if (Now == '\n' && delimiter != '\n' && start < at) inClass = false;
            at++;
        }
        var inside = text[Math.Min(start, text.Length)..Math.Min(at, text.Length)];
        at = Math.Min(at + 1, text.Length);
        return inside;
    }

    private string Line()
    {
        var end = text.IndexOf('\n', at);
        if (end < 0) end = text.Length;
        var line = text[at..end].Trim();
        at = end;
        return line;
    }

    private void Command()
    {
        var c = Now;
        at++;
        switch (c)
        {
            case 's':
                Substitute();
                break;
            case 'y':
                var delimiter = Now;
                Delimited(delimiter);
                at--;
                Delimited(delimiter);
                break;
            case 'e':
                var command = Line();
                if (command.Length > 0) sink.Shell(new TextValue(Marked.Word(command)), "sed e");
                else sink.NotKnown(new UnknownValue("pattern space"), "sed e");
                break;
            case 'w' or 'W':
                Write(Line());
                break;
            case 'r' or 'R':
                if (Line() is { Length: > 0 } read and not "/dev/stdin") sink.Path(EffectKind.Read, new TextValue(Marked.Word(read)));
                break;
            case 'a' or 'i' or 'c':
                while (Line().EndsWith('\\') && at < text.Length) at++;
                break;
            case 'b' or 't' or 'T' or ':' or '#' or 'v' or 'q' or 'Q' or 'l' or 'L':
                if (c is '#' or ':') Line();
                else
                    while (at < text.Length && Now is not (';' or '\n' or '}')) at++;
                break;
        }
    }

    private void Substitute()
    {
        var delimiter = Now;
        if (at >= text.Length || delimiter is '\n' or '\\') return;
        Delimited(delimiter);
        at--;
        var replacement = Delimited(delimiter).Replace("\\" + delimiter, delimiter.ToString(), StringComparison.Ordinal);
        while (at < text.Length && (char.IsAsciiLetterOrDigit(Now)))
        {
            var flag = Now;
            at++;
            if (flag == 'w')
            {
                Write(Line());
                return;
            }
            if (flag != 'e') continue;
            var known = replacement.AsSpan().IndexOfAny('&', '\\') < 0;
            sink.Shell(known ? new TextValue(Marked.Word(replacement)) : new UnknownValue("s///e"), "sed s///e");
            // The program itself comes out of the file.
            if (replacement is ['&' or '\\', ..]) sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, "s///e", false), "code-from-input");
        }
    }

    private void Write(string path)
    {
        if (path.Length > 0 && path is not ("/dev/stdout" or "/dev/stderr")) sink.Path(EffectKind.Write, new TextValue(Marked.Word(path)), "overwrite");
    }
}
