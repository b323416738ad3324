using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>The truth of a <c>[[ ]]</c> expression; null where nobody knows.</summary>
    private bool? Test(ConditionExpression expression)
    {
        if (!Enter())
        {
            Leave();
            return null;
        }
        var truth = expression.Operator switch
        {
            "!" => !Test(expression.First!),
            "&&" => Test(expression.First!) is var first && first == false ? false : And(first, Test(expression.Second!)),
            "||" => Test(expression.First!) is var first && first == true ? true : Or(first, Test(expression.Second!)),
            _ => TestWords(expression),
        };
        Leave();
        return truth;
    }

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool? Or(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;

    private bool? TestWords(ConditionExpression expression)
    {
        if (expression.Left is null) return null;
        var results = ForEachChoice<bool?>(() => TestOnce(expression));
        foreach (var result in results)
            if (result != results[0]) return null;
        return results[0];
    }

    private bool? TestOnce(ConditionExpression expression)
    {
        var left = ExpandValue(expression.Left!);
        if (expression.Operator is "-v" or "-R") RunSubscript(left);
        if (expression.Right is null) return Unary(expression.Operator.Length == 0 ? "-n" : expression.Operator, left);
        if (expression.Operator is "=" or "==" or "!=")
        {
            var matches = Matches(left, ExpandPattern(expression.Right));
            return expression.Operator == "!=" ? !matches : matches;
        }
        if (expression.Operator == "=~")
        {
            ExpandValue(expression.Right);
            _state.Variables["BASH_REMATCH"] = Variable.Of(new ArrayValue([], false, false));
            return null;
        }
        var right = ExpandValue(expression.Right);
        if (expression.Operator is ['-', ..] and not ("-ef" or "-nt" or "-ot"))
        {
            RunSubscript(left);
            RunSubscript(right);
            return Compare(expression.Operator, ArithmeticText(left), ArithmeticText(right));
        }
        return Binary(left, expression.Operator, right);
    }

    /// <summary>The truth of <c>test</c>'s arguments, by how many there are, as POSIX has it.</summary>
    private static bool? Test(IReadOnlyList<Word> words)
    {
        switch (words.Count)
        {
            case 0: return false;
            case 1: return Unary("-n", words[0]);
            case 2:
                if (words[0].Known == "!") return !Unary("-n", words[1]);
                return words[0].Known is { } op ? Unary(op, words[1]) : null;
            case 3:
                if (words[1].Known is { } binary && (binary is "=" or "==" or "!=" or "<" or ">" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" or "-ef" or "-nt" or "-ot"))
                    return binary[0] == '-' && binary is not ("-ef" or "-nt" or "-ot") ? Compare(binary, Integer(words[0]), Integer(words[2])) : Binary(words[0], binary, words[2]);
                if (words[0].Known == "!") return !Test([words[1], words[2]]);
                if (words[1].Known == "-a") return And(Unary("-n", words[0]), Unary("-n", words[2]));
                if (words[1].Known == "-o") return Or(Unary("-n", words[0]), Unary("-n", words[2]));
                return words[0].Known == "(" && words[2].Known == ")" ? Unary("-n", words[1]) : null;
            case 4 when words[0].Known == "!": return !Test([words[1], words[2], words[3]]);
            default: return null;
        }
    }

    private static long? Integer(Word word) =>
        word.Known is { } known && long.TryParse(known, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool? Unary(string op, Word word)
    {
        var empty = word.Pieces.Count == 0 ? true : word.Pieces.Any(p => p.Kind != PieceKind.Unknown) ? false : (bool?)null;
        return op switch
        {
            "-n" => !empty,
            "-z" => empty,
            // Whether a file is there when the command runs, nobody knows now.
            _ => null,
        };
    }

    private static bool? Binary(Word left, string op, Word right)
    {
        if (left.Known is not { } a || right.Known is not { } b) return null;
        return op switch
        {
            "=" or "==" => a == b,
            "!=" => a != b,
            "<" => string.CompareOrdinal(a, b) < 0,
            ">" => string.CompareOrdinal(a, b) > 0,
            _ => null,
        };
    }

    private static bool? Compare(string op, long? left, long? right)
    {
        if (left is not { } a || right is not { } b) return null;
        return op switch
        {
            "-eq" => a == b,
            "-ne" => a != b,
            "-lt" => a < b,
            "-le" => a <= b,
            "-gt" => a > b,
            "-ge" => a >= b,
            _ => null,
        };
    }
}
