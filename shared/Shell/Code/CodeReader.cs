using Sallyport.Shell.Cmd;
using Sallyport.Shell.PowerShell;

namespace Sallyport.Shell.Code;

/// <summary>Reads code in languages other than the shell's, as far as its effects on files, processes and the network go.</summary>
internal static class CodeReader
{
    /// <summary>Longest code that is read.</summary>
    private const int MaxLength = 1024 * 1024;

    /// <summary>Reads <paramref name="code"/>, which <paramref name="by"/> would run.</summary>
    public static CodeReading Read(NestedCode code, CommandRun by, ObservedFacts facts)
    {
        var work = new Work();
        var sink = new EffectSink(by, facts, code.Wrapper, work) { Cwd = code.Cwd ?? by.Cwd, EitherSlash = code.Language == CodeLanguage.PowerShell };
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
