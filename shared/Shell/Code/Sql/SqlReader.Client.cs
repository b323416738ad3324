namespace Sallyport.Shell.Code;

internal sealed partial class SqlReader
{
    /// <summary>Commands to <c>psql</c>, <c>mysql</c> and <c>sqlite3</c> themselves.</summary>
    private void Client(string line)
    {
        var end = line.AsSpan(1).IndexOfAny(" \t|");
        var name = (end < 0 ? line[1..] : line[1..(end + 1)]).ToLowerInvariant();
        var rest = end < 0 ? "" : line[(end + 1)..].Trim();
        if (line.StartsWith("\\!", StringComparison.Ordinal))
        {
            var command = line[2..].Trim();
            if (command.Length > 0) Shell(command, "\\!");
            else sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, "sh"), "shell");
            return;
        }
        if (line[0] == '\\') Substituted(line);
        // What is quoted may be a pipe all the same.
        if (rest.Length > 2 && rest[0] is '\'' or '"' && rest[1] == '|') rest = rest[1..].TrimEnd(rest[0]);
        switch (name)
        {
            case "shell" or "system" when line[0] == '.':
                Shell(rest, "." + name);
                break;
            case "copy":
                var program = rest.IndexOf("program", StringComparison.OrdinalIgnoreCase);
                if (program >= 0) Shell(rest[(program + 7)..].Trim().Trim('\'', '"'), "\\copy program");
                else CopyFile(rest);
                break;
            case "o" or "out" or "g" or "gx" or "w" or "write" or "output" or "once" or "excel" or "save" or "backup" or "log" or "tee" or "t" or "dump":
                if (rest.StartsWith('|')) Shell(rest[1..], line[..(name.Length + 1)]);
                else if (rest.Length > 0 && name is not ("t" or "g" or "gx" or "dump" or "log") && rest is not ("stdout" or "off"))
                    sink.Path(EffectKind.Write, TextValue.Of(rest.Trim('\'', '"')), "sql");
                break;
            case "i" or "ir" or "include" or "read" or "source":
                if (rest.StartsWith('|')) Shell(rest[1..], "." + name);
                else if (rest.Length > 0) Included(rest.Trim('\'', '"'));
                break;
            case "import" when rest.StartsWith('|'):
                Shell(rest[1..].Split('\'', '"')[0], ".import");
                break;
            case "load":
                sink.NotKnown(new UnknownValue(rest), ".load");
                break;
            case "cd":
                sink.GoTo(TextValue.Of(rest));
                break;
        }
    }

    /// <summary>psql puts in what a command in backquotes prints.</summary>
    private void Substituted(string line)
    {
        for (var open = line.IndexOf('`'); open >= 0 && work.Step();)
        {
            var close = line.IndexOf('`', open + 1);
            if (close < 0) return;
            Shell(line[(open + 1)..close], "backquotes");
            open = line.IndexOf('`', close + 1);
        }
    }

    private void Shell(string command, string how) => sink.Shell(new TextValue(Marked.Word(command)), how);

    private void CopyFile(string rest)
    {
        var to = rest.IndexOf(" to ", StringComparison.OrdinalIgnoreCase);
        var from = rest.IndexOf(" from ", StringComparison.OrdinalIgnoreCase);
        if (to >= 0) sink.Path(EffectKind.Write, TextValue.Of(First(rest[(to + 4)..])), "sql");
        else if (from >= 0) sink.Path(EffectKind.Read, TextValue.Of(First(rest[(from + 6)..])), "sql");
    }

    private static string First(string rest)
    {
        rest = rest.Trim();
        var quote = rest.Length > 0 && rest[0] is '\'' or '"' ? rest[0] : ' ';
        var end = rest.IndexOf(quote, quote == ' ' ? 0 : Math.Min(1, rest.Length));
        return (end < 0 ? rest : rest[..end]).Trim('\'', '"');
    }

    /// <summary>A file of SQL that is run: read where it was observed.</summary>
    private void Included(string file)
    {
        var path = sink.Absolute(TextValue.Of(file));
        if (path is not null && sink.Content(path)?.Known is { } content) Read(content);
        else sink.NotKnown(new UnknownValue("script " + file), "sql");
    }
}
