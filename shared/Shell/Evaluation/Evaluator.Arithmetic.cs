using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator : IArithmeticVariables
{
    /// <summary>The value of an arithmetic text; null where nobody knows.</summary>
    private long? Arithmetic(WordNode expression) => ArithmeticText(ExpandValue(expression));

    private long? ArithmeticText(Word text)
    {
        if (text.Known is not { } known) return null;
        if (known.Contains(Marks.Sign)) return null;
        _budget.Expand(known.Length);
        return new ArithmeticReader(known, this, _budget, 0).Evaluate();
    }

    string? IArithmeticVariables.Read(string name, long? index)
    {
        var found = Lookup(name, index?.ToString(CultureInfo.InvariantCulture), "$" + name);
        if (found.Items is not null || found.MaybeUnset) return null;
        return found.Text is null ? "0" : found.Text.Known is { } known ? known.Length == 0 ? "0" : known : null;
    }

    void IArithmeticVariables.Write(string name, long? index, long? value)
    {
        var word = value is { } number ? Number(number).Text! : Word.Unknown("$" + name);
        if (index is { } at) Apply(new Assignment(name, false, at.ToString(CultureInfo.InvariantCulture), word, null));
        else Assign(name, Variable.Of(ShellValue.Of(word)));
    }
}
