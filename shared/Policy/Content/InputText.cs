using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.Content;

/// <summary>A text in a tool's input.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands, for people: a file, an argument; empty for the command itself.</param>
/// <param name="Path">The file it goes into, where it does.</param>
/// <param name="Field">The name of the argument that holds it.</param>
/// <param name="Lines">For what a patch adds, the place of each line in the patch, from 0.</param>
internal readonly record struct InputText(string Text, string Place = "", string? Path = null, string Field = "", IReadOnlyList<int>? Lines = null)
{
    private const int MostTexts = 20_000;

    /// <summary>The lines that a patch adds, file by file. Lines it removes or shows as context go nowhere.</summary>
    public static List<InputText> AddedBy(string patch)
    {
        var texts = new List<InputText>();
        var diff = PatchPlace.IsDiff(patch);
        var (added, lines, file, number) = (new StringBuilder(), new List<int>(), "", -1);
        foreach (var range in patch.AsSpan().Split('\n'))
        {
            var line = patch.AsSpan()[range];
            number++;
            if (PatchPlace.Header(line, diff, out var name, out _))
            {
                Close(texts, added, ref lines, file);
                file = name;
            }
            // What looks like a diff's header may be a line that is added: it is looked at either way.
            if (line.StartsWith("+"))
            {
                added.Append(line[1..]).Append('\n');
                lines.Add(number);
            }
        }
        Close(texts, added, ref lines, file);
        return texts;
    }

    /// <summary>Every text of an MCP tool's arguments, names of members included; null where they are too many to be looked at.</summary>
    public static List<InputText>? In(JsonElement input)
    {
        var texts = new List<InputText>();
        return Collect(texts, input, "", "") ? texts : null;
    }

    private static void Close(List<InputText> texts, StringBuilder added, ref List<int> lines, string file)
    {
        if (added.Length > 0) texts.Add(new InputText(added.ToString(), file, file, "", lines));
        added.Clear();
        lines = [];
    }

    // Codex's JSON is read to a bounded depth, so this recursion is bounded.
    private static bool Collect(List<InputText> texts, JsonElement value, string place, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(new InputText(JsonText.Of(value), place, null, field));
                break;
            case JsonValueKind.Number:
                texts.Add(new InputText(value.GetRawText(), place, null, field));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    if (!Collect(texts, item, place, field)) return false;
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    var name = JsonText.Name(member);
                    texts.Add(new InputText(name));
                    if (!Collect(texts, member.Value, name, name)) return false;
                }
                break;
        }
        return texts.Count <= MostTexts;
    }
}
