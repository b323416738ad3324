using System.Text.Json;
using Sallyport.Detection.Patterns;
using Sallyport.Policy.Rules.Conditions;

namespace Sallyport.Policy.Rules.Reading;

/// <summary>Reads the conditions of one rule, and says what is wrong with them.</summary>
internal sealed class ConditionReader(string rule, FaultList faults)
{
    private const int MostPatterns = 200;
    private const int MostLength = 4096;
    private const int MostDepth = 16;

    public void Fault(string place, string message) => faults.Add(rule, place, message);

    /// <summary>A text, or a list of texts.</summary>
    public IReadOnlyList<string> Strings(JsonElement value, string place)
    {
        var texts = new List<string>();
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and <= MostPatterns)
        {
            foreach (var item in value.EnumerateArray()) Add(item);
        }
        else if (value.ValueKind == JsonValueKind.String) Add(value);
        else Fault(place, $"is neither a text nor a list of 1 to {MostPatterns} texts");
        return texts;

        void Add(JsonElement item)
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: <= MostLength } text && text.AsSpan().Trim().Length > 0) texts.Add(text);
            else Fault(place, $"holds something that is not a text of 1 to {MostLength} characters");
        }
    }

    /// <summary>What an input must be.</summary>
    public InputCondition? Input(JsonElement value, string place, int depth)
    {
        if (depth > MostDepth)
        {
            Fault(place, "is nested too deep");
            return null;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth > 0 && value.EnumerateObject().Any(field => field.Name.StartsWith('$')):
                return Text(value, place, null) is { } matcher ? new TextInput(matcher) : null;
            case JsonValueKind.Object when depth > 0 || value.EnumerateObject().Any():
                var fields = new List<(string, InputCondition)>();
                foreach (var field in value.EnumerateObject())
                    if (Input(field.Value, $"{place}.{FaultList.Short(field.Name)}", depth + 1) is { } condition) fields.Add((field.Name, condition));
                return new FieldsInput(fields);
            case JsonValueKind.Array when depth > 0:
                return new ElementsInput([.. value.EnumerateArray().Select((item, i) => Input(item, $"{place}[{i}]", depth + 1)).OfType<InputCondition>()]);
            default:
                if (depth > 0) return new ValueInput(value);
                Fault(place, "is not an object of fields");
                return null;
        }
    }

    /// <summary>An object of operators; a bare text where <paramref name="bare"/> says what it means.</summary>
    public TextMatcher? Text(JsonElement value, string place, TextOperator? bare)
    {
        if (bare is { } plain && value.ValueKind == JsonValueKind.String) return Test(plain, value, place) is { } only ? new TextMatcher([only]) : null;
        if (value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().Any())
        {
            Fault(place, "is not an object of operators such as {\"$contains\": \"text\"}");
            return null;
        }
        var tests = new List<TextTest>();
        foreach (var field in value.EnumerateObject())
        {
            TextOperator? known = field.Name switch
            {
                "$equals" => TextOperator.Equals,
                "$contains" => TextOperator.Contains,
                "$startsWith" => TextOperator.StartsWith,
                "$endsWith" => TextOperator.EndsWith,
                "$matches" => TextOperator.Matches,
                "$pathContains" => TextOperator.PathContains,
                _ => null,
            };
            if (known is not { } op) Fault(place, $"has an unknown operator '{FaultList.Short(field.Name)}': $equals, $contains, $startsWith, $endsWith, $matches, $pathContains");
            else if (Test(op, field.Value, $"{place}.{field.Name}") is { } test) tests.Add(test);
        }
        return tests.Count > 0 ? new TextMatcher(tests) : null;
    }

    private TextTest? Test(TextOperator op, JsonElement value, string place)
    {
        var text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        if (text is null || (text.Length == 0 && op != TextOperator.Equals) || text.Length > MostLength)
        {
            Fault(place, $"is not a text of 1 to {MostLength} characters, or a number");
            return null;
        }
        if (op != TextOperator.Matches) return new TextTest(op, text);
        if (LinearPattern.TryCompile(text, ignoreCase: true, out var pattern, out var wrong)) return new TextTest(op, text, pattern);
        Fault(place, $"is not a pattern: {wrong.Message}");
        return null;
    }

    /// <summary>What a command must be: a pattern, several, or an object.</summary>
    public CommandCondition? Command(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return new CommandCondition { Patterns = Strings(value, "command") };
        var command = new CommandCondition();
        foreach (var field in value.EnumerateObject())
        {
            var place = "command." + FaultList.Short(field.Name);
            switch (field.Name)
            {
                case "pattern": command = command with { Patterns = Strings(field.Value, place) }; break;
                case "program": command = command with { Programs = [.. Strings(field.Value, place).Select(name => name.ToLowerInvariant())] }; break;
                case "args": command = command with { Arguments = Strings(field.Value, place) }; break;
                case "effect": command = command with { Effects = Effects(field.Value, place) }; break;
                default: Fault(place, "is unknown: a command has pattern, program, args and effect"); break;
            }
        }
        if (!value.EnumerateObject().Any()) Fault("command", "is empty: a command has pattern, program, args and effect");
        return command;
    }

    private List<Shell.EffectKind> Effects(JsonElement value, string place)
    {
        var effects = new List<Shell.EffectKind>();
        foreach (var word in Strings(value, place))
        {
            if (EffectNames.TryParse(word, out var kind)) effects.Add(kind);
            else Fault(place, $"'{FaultList.Short(word)}' is no effect: {EffectNames.All}");
        }
        return effects;
    }

    /// <summary>Which path, and how it is touched: a glob, several, or an object.</summary>
    public PathCondition? Path(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object) return new PathCondition { Globs = Strings(value, place) };
        var path = new PathCondition { Globs = [] };
        foreach (var field in value.EnumerateObject())
        {
            var at = $"{place}.{FaultList.Short(field.Name)}";
            switch (field.Name)
            {
                case "glob": path = path with { Globs = Strings(field.Value, at) }; break;
                case "except": path = path with { Except = Strings(field.Value, at) }; break;
                case "access": path = path with { Access = Access(field.Value, at) }; break;
                default: Fault(at, "is unknown: a path has glob, except and access"); break;
            }
        }
        if (!value.TryGetProperty("glob", out _)) Fault(place, "has no glob");
        return path;
    }

    private PathAccess Access(JsonElement value, string place)
    {
        PathAccess access = 0;
        foreach (var word in Strings(value, place))
        {
            PathAccess one = word switch { "read" => PathAccess.Read, "write" => PathAccess.Write, "delete" => PathAccess.Delete, _ => 0 };
            if (one == 0) Fault(place, $"'{FaultList.Short(word)}' is none of read, write, delete");
            access |= one;
        }
        return access;
    }
}
