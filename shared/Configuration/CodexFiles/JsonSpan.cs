using System.Text.Json;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>A JSON value and where it stands in its text, so that an edit can touch just that.</summary>
internal sealed class JsonSpan
{
    public required JsonTokenType Kind { get; init; }
    public required int Start { get; init; }
    public int End { get; set; }

    /// <summary>The text of a string, the digits of a number.</summary>
    public string Text { get; init; } = "";

    public List<JsonMember> Members { get; } = [];
    public List<JsonSpan> Items { get; } = [];

    public bool IsObject => Kind == JsonTokenType.StartObject;
    public bool IsArray => Kind == JsonTokenType.StartArray;
    public bool IsString => Kind == JsonTokenType.String;

    /// <summary>The value of a member; null where there is none.</summary>
    public JsonSpan? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name) return member.Value;
            }
            return null;
        }
    }
}

/// <summary>A member of an object, and where its name begins.</summary>
internal readonly record struct JsonMember(string Name, int NameStart, JsonSpan Value);
