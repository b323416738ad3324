using Sallyport.Detection.Secrets;

namespace Sallyport.Detection;

/// <summary>
/// Values known by the name of the field that holds them: <c>{"password": "…"}</c>. A scanner of texts sees the value without its name, so
/// whoever walks a structure asks here.
/// </summary>
public static class FieldSecrets
{
    /// <summary>The id that findings of fields carry.</summary>
    public const string RuleId = "field";

    /// <summary>What stands in the place of such a value.</summary>
    public static readonly string Mark = Redactor.Mark(RuleId);

    /// <summary>A field of this name holds a credential, whatever its value looks like: it is never kept.</summary>
    public static bool Named(string field) => SecretNames.Judge(field) is NameKind.Password or NameKind.Key || Judge(field) == NameKind.Password;

    /// <summary>Whether this very value, under this name, is a credential and not a placeholder, a reference or a word.</summary>
    public static bool Holds(string field, string value) => Judge(field) switch
    {
        NameKind.Password => SecretValues.Password(value, quoted: true, literalContext: true, shout: false) > 0 || IsNumber(value),
        NameKind.Key => SecretValues.Key(value, quoted: true, literalContext: true) > 0 || IsHeader(value),
        _ => false,
    };

    /// <summary>The finding over a whole value.</summary>
    public static Finding Finding(string value) => new(FindingKind.Secret, RuleId, Severity.High, 0, value.Length, 75, DataClass.Secret);

    // A list of passwords is named in the plural.
    private static NameKind Judge(string field)
    {
        var kind = SecretNames.Judge(field);
        return (kind is NameKind.Plain or NameKind.Hint) && field.Length > 1 && field[^1] is 's' or 'S' ? SecretNames.Judge(field.AsSpan(0, field.Length - 1)) : kind;
    }

    // A password of digits is a number in JSON; one of less than four digits is a setting.
    private static bool IsNumber(string value) => value.Length >= 4 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsHeader(string text) =>
        text.Length > 14 && (text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            && !Placeholders.Is(text.AsSpan(text.IndexOf(' ') + 1));
}
