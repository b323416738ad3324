using System.Text;

namespace Sallyport.Detection.Secrets;

/// <summary>
/// Makes examples of a token format, so that no text that looks like a live credential stands in the sources: true ones as people
/// have them, false ones that are a character short, a placeholder, or the middle of a longer word.
/// </summary>
internal static class TokenSamples
{
    private const string Alphabet = "q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa";

    public static RuleCases For(TokenFormat format)
    {
        var samples = Array.ConvertAll(format.Shapes, shape => Held(format, shape, Build(shape, short1: false, fixedChar: null)));
        var truth = new List<string>();
        foreach (var sample in samples)
            truth.AddRange([sample, $"export KEY={sample}\n", $"{{\"value\": \"{sample}\"}}", $"log\\n{sample}\\n", $"use {sample}, please"]);
        var falsehood = new List<string>();
        foreach (var shape in format.Shapes)
        {
            falsehood.Add(Build(shape, short1: true, fixedChar: null));
            if (!format.AnyBody && (shape.Contains("<a:", StringComparison.Ordinal) || shape.Contains("<b:", StringComparison.Ordinal))) falsehood.Add(Build(shape, short1: false, fixedChar: 'x'));
            if (Chars.IsWord(shape[0])) falsehood.Add("Q" + Build(shape, short1: false, fixedChar: null));
        }
        return new RuleCases([.. truth], [.. falsehood]);
    }

    /// <summary>A text of the shape.</summary>
    public static string Example(ReadOnlySpan<char> shape) => Build(shape, short1: false, fixedChar: null);

    private static string Held(TokenFormat format, string shape, string sample)
    {
        if (format.Holds is not { } mark) return sample;
        var at = Shape.Prefix(shape).Length + 20;
        return sample[..at] + mark + sample[(at + mark.Length)..];
    }

    /// <summary>A text of the shape: with varied characters or one repeated; in full or with its first counted run cut to a third.</summary>
    private static string Build(ReadOnlySpan<char> shape, bool short1, char? fixedChar)
    {
        var text = new StringBuilder();
        var turn = 0;
        for (var i = 0; i < shape.Length;)
        {
            if (shape[i] != '<')
            {
                text.Append(shape[i++]);
                continue;
            }
            Shape.ReadRun(shape, ref i, out var kind, out var least, out _);
            if (short1) (least, short1) = (least / 3, false);
            for (var n = 0; n < least; n++)
            {
                var c = fixedChar ?? Alphabet[turn++ % Alphabet.Length];
                while (!Shape.Holds(kind, c)) c = Other(kind, c, ref turn);
                text.Append(c);
            }
        }
        return text.ToString();
    }

    private static char Other(char kind, char c, ref int turn) =>
        Shape.Holds(kind, char.ToUpperInvariant(c)) ? char.ToUpperInvariant(c)
        : Shape.Holds(kind, char.ToLowerInvariant(c)) ? char.ToLowerInvariant(c)
        : Alphabet[turn++ % Alphabet.Length];
}
