using Sallyport.Shell.Cmd;
using Sallyport.Shell.PowerShell;

namespace Sallyport.Shell.Code;

/// <summary>Reads code in languages other than the shell's, as far as its effects on files, processes and the network go.</summary>
internal static class CodeReader
{
    /// <summary>Longest code that is read.</summary>
    private const int MaxLength = 1024 * 1024;

    /// <summary>Reads <paramref name="code"/>, which <paramref name="by"/> would run.</summary>
    public static CodeReading Read(NestedCode code, CommandRun by, ObservedFacts facts, IReadOnlyDictionary<string, Word>? exported = null)
    {
        var work = new Work();
        var sink = new EffectSink(by, facts, code.Wrapper, work)
        {
            Cwd = code.Cwd ?? by.Cwd, EitherSlash = code.Language == CodeLanguage.PowerShell, Given = Given(code),
            Script = code.Arguments.Count > 0 && !code.Arguments.Any(word => ReferenceEquals(word, code.Text)) ? code.Arguments[0].ToString() : null, Exported = exported,
        };
        if (code.Text.Pieces.Count > 0 && code.Text.Pieces.All(p => p.Kind == PieceKind.Unknown))
        {
            sink.NotKnown(new UnknownValue(code.Text.ToString()), code.Wrapper);
            return sink.Reading;
        }
        var text = Marked.Of(code.Text);
        if (text.Length > MaxLength) work.Exhaust();
        else Read(code.Language, text, code.Arguments, sink, work);
        return sink.Reading;
    }

    // Behind the code itself, or behind the name of the script that holds it.
    private static IReadOnlyList<Word> Given(NestedCode code)
    {
        if (code.Language is CodeLanguage.Make) return [];
        for (var i = 0; i < code.Arguments.Count; i++)
            if (ReferenceEquals(code.Arguments[i], code.Text)) return [.. code.Arguments.Skip(i + 1).SkipWhile(word => i > 0 && word.Known is "--")];
        return code.Arguments.Count > 1 && !code.Arguments[0].KnownPrefix.StartsWith('-') && !code.Wrapper.Contains(" -", StringComparison.Ordinal) ? [.. code.Arguments.Skip(1)] : [];
    }

    private static void Read(CodeLanguage language, string text, IReadOnlyList<Word> goals, EffectSink sink, Work work)
    {
        switch (language)
        {
            case CodeLanguage.Python:
                new Evaluator(new PythonDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.JavaScript:
                new Evaluator(new JavaScriptDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Perl:
                new Evaluator(new PerlDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Ruby:
                new Evaluator(new RubyDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Php:
                new Evaluator(new PhpDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Lua:
                new Evaluator(new LuaDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Make:
                new MakeReader(sink, work).Read(text, goals);
                break;
            case CodeLanguage.PowerShell:
                new Evaluator(new PowerShellDialect(), sink, work).Run(text);
                break;
            case CodeLanguage.Sql:
                new SqlReader(sink, work).Read(text);
                break;
            case CodeLanguage.Awk:
                new AwkReader(text, sink, work).Read();
                break;
            case CodeLanguage.Sed:
                new SedReader(text, sink, work).Read();
                break;
            case CodeLanguage.Cmd:
                new CmdReader(text, sink, work).Read();
                break;
            default:
                sink.NotKnown(null, language.ToString());
                break;
        }
    }
}
