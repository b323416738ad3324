using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Detection;
using Sallyport.Detection.Injection;
using Sallyport.Integrity;

namespace Sallyport.Hooks;

/// <summary>What a tool returned, checked.</summary>
internal sealed class ToolResult
{
    private static readonly SearchValues<char> s_base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    private readonly TextChecker _checker;
    // Put together where the model is to see it, which is hardly ever: nearly every result goes to it as it came.
    private readonly List<string> _shown = [];
    private readonly CanonicalWriter _kept;
    // A result that is a text by itself, as a shell's is: as it came, and what of it goes on the record so.
    private ReadOnlyMemory<byte> _json, _whole;
    private bool _renamed;

    private ToolResult(DetectionActions actions, int size) => (_checker, _kept) = (new TextChecker(actions), new CanonicalWriter(size));

    /// <summary>True where the model must not see it as it was.</summary>
    public bool Changed => _checker.Replaced.Count > 0 || _checker.Cut || _checker.Injected;

    /// <summary>What the model sees instead.</summary>
    public string ForModel => _checker.Injected ? InjectionNotice.Wrap(string.Concat(_shown)) : string.Concat(_shown);

    /// <summary>What is recorded: everything that was found is masked, what the model may see included.</summary>
    /// <remarks>Canonical as it was written, but for a masked name, which may stand where the canonical form has another.</remarks>
    public RecordedJson? Recorded => _renamed ? _kept.Written.ToArray() : RecordedJson.Written(_whole.IsEmpty ? _kept.Memory : _whole);

    /// <summary>Everything found.</summary>
    public IReadOnlyList<Finding> Findings => _checker.Findings;

    /// <summary>For the person: what was done.</summary>
    public string Summary => string.Join(" ", new[]
    {
        _checker.Replaced.Count > 0 ? $"replaced in a tool result: {string.Join(", ", _checker.Replaced)}." : "",
        _checker.Injected ? "a tool result holds text that tries to instruct the agent; it was marked as data." : "",
        _checker.Cut ? "a tool result was too long to be checked; the rest was withheld." : "",
    }.Where(s => s.Length > 0));

    /// <summary>Checks a result: a bare string for shell calls, content blocks and structured content for MCP tools.</summary>
    /// <param name="response">The result as Codex gives it.</param>
    /// <param name="actions">What policy says of findings; null for the defaults.</param>
    /// <param name="json">The same as it stands in the event, where that stays as it is: nothing of a text that says nothing is copied.</param>
    public static ToolResult Check(JsonElement response, DetectionActions? actions = null, ReadOnlyMemory<byte> json = default)
    {
        var result = new ToolResult(actions ?? DetectionActions.Default, response.ValueKind == JsonValueKind.Undefined ? 16 : JsonMarshal.GetRawUtf8Value(response).Length + 64);
        if (response.ValueKind == JsonValueKind.String) result._json = json;
        result.Read(response, "", shown: true);
        return result;
    }

    // One walk writes both: lines for the model, canonical JSON for the record. The document was read to a bounded depth.
    private void Read(JsonElement value, string field, bool shown)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                ReadObject(value, shown);
                break;
            case JsonValueKind.Array:
                _kept.StartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Read(item, field, shown);
                    if (shown) EndLine();
                }
                _kept.EndArray();
                break;
            case JsonValueKind.String:
                ReadText(value, field, shown);
                break;
            case JsonValueKind.Number:
                ReadNumber(value, field, shown);
                break;
            default:
                if (shown) Show(value.GetRawText());
                CanonicalJson.Write(_kept, value);
                break;
        }
    }

    private void ReadObject(JsonElement value, bool shown)
    {
        var isText = IsTextBlock(value);
        _kept.StartObject();
        foreach (var (name, member) in MaskedJson.Members(value))
        {
            var checkedName = _checker.Check(name);
            _kept.Name(checkedName.Kept);
            _renamed |= checkedName.Kept != name;
            // What says nothing to a model: {"type":"text","text":…} is its text, and no error and no value are the rule.
            var wanted = shown && !(isText && name == "type") && member.ValueKind != JsonValueKind.Null && !(name == "isError" && member.ValueKind == JsonValueKind.False);
            if (wanted && !isText && name != "content") Show(checkedName.Shown + ": ");
            Read(member, name, wanted);
            if (wanted) EndLine();
        }
        _kept.EndObject();
    }

    private void ReadText(JsonElement value, string field, bool shown)
    {
        var text = JsonText.Of(value);
        if (IsImage(text))
        {
            if (shown) Show(text);
            _kept.String("[an image]");
            return;
        }
        var read = field.Length > 0 && FieldSecrets.Holds(field, text) ? _checker.Field(text) : _checker.Check(text);
        if (!ReferenceEquals(read.Kept, text) || FieldSecrets.Named(field))
        {
            Write(read, field, shown);
            return;
        }
        if (shown) Show(read.Shown);
        if (!_json.IsEmpty && JsonEscapes.In(_json.Span[1..^1]).AreShortest) _whole = _json;
        else CanonicalJson.Write(_kept, value);
    }

    // A number may be a card's, and a password can be digits.
    private void ReadNumber(JsonElement value, string field, bool shown)
    {
        var digits = value.GetRawText();
        if (FieldSecrets.Named(field) || _checker.Check(digits) is var safe && safe.Kept != digits)
        {
            Write(FieldSecrets.Holds(field, digits) ? _checker.Field(digits) : _checker.Check(digits), field, shown);
            return;
        }
        if (shown) Show(digits);
        CanonicalJson.Write(_kept, value);
    }

    private void Write(in CheckedText text, string field, bool shown)
    {
        if (shown) Show(text.Shown);
        _kept.String(FieldSecrets.Named(field) ? FieldSecrets.Mark : text.Kept);
    }

    private void Show(string text)
    {
        if (text.Length > 0) _shown.Add(text);
    }

    private void EndLine()
    {
        if (_shown.Count > 0 && _shown[^1][^1] != '\n') _shown.Add("\n");
    }

    private static bool IsTextBlock(JsonElement value) =>
        value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("text")
        && value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && value.EnumerateObject().Count() == 2;

    // A picture is not text: its base 64 is neither scanned nor recorded. Anything but base 64 after such a beginning is text.
    private static bool IsImage(string text)
    {
        const string mark = ";base64,";
        if (!text.StartsWith("data:image/", StringComparison.Ordinal)) return false;
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        return start is > 0 and < 40 && text.AsSpan(start + mark.Length).IndexOfAnyExcept(s_base64) < 0;
    }
}
