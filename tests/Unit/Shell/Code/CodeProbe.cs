using Sallyport.Shell;
using Sallyport.Shell.Code;

namespace Sallyport.Tests.Shell.Code;

/// <summary>Reads a piece of code and puts what it would do in lines that a test can compare.</summary>
internal static class CodeProbe
{
    public static readonly ObservedFacts Facts = new() { Cwd = "/home/dev/app", Home = "/home/dev", Workspace = "/home/dev/app" };

    public static CodeReading Read(CodeLanguage language, string text, ObservedFacts? facts = null) => Read(language, Word.Of(text), facts);

    public static CodeReading Read(CodeLanguage language, Word text, ObservedFacts? facts = null)
    {
        var by = new CommandRun { Argv = [Word.Of("program")], Cwd = (facts ?? Facts).Cwd };
        return CodeReader.Read(new NestedCode(language, text, "code"), by, facts ?? Facts);
    }

    /// <summary>Effects as <c>Kind target</c>, runs as <c>run argv</c>, nested code as <c>Language: text</c>.</summary>
    public static string[] Lines(CodeReading reading) =>
    [
        .. reading.Effects.Select(e => $"{e.Kind}{(e.Recursive ? " -r" : "")} {e.Target.Name}{(e.Target.Known ? "" : " ?")}{(e.Detail.Length > 0 ? " #" + e.Detail : "")}"),
        .. reading.Runs.Select(r => "run " + string.Join(' ', r.Argv)),
        .. reading.Code.Select(c => $"{c.Language}: {c.Text}"),
    ];

    public static string[] Lines(CodeLanguage language, string text) => Lines(Read(language, text));

    public static void Does(CodeLanguage language, string text, string expected)
    {
        var lines = Lines(language, text);
        Assert.True(lines.Contains(expected), $"{text}\nexpected: {expected}\nfound: {string.Join("\n       ", lines)}");
    }

    /// <summary>Nothing but reading and writing ordinary files, if that.</summary>
    public static void IsHarmless(CodeLanguage language, string text)
    {
        var reading = Read(language, text);
        Assert.False(reading.BudgetExhausted);
        Assert.True(reading.Runs.Count == 0 && reading.Code.Count == 0 && reading.Effects.All(e => e.Kind == EffectKind.Read),
            $"{text}\nfound: {string.Join("\n       ", Lines(reading))}");
    }
}
