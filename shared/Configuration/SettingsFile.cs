using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Configuration;

/// <summary>A settings.json as read: values by setting, and for a managed one what is locked.</summary>
internal sealed class SettingsFile
{
    /// <summary>Most bytes of a settings file.</summary>
    public const int Limit = 64 * 1024;

    private readonly string?[] _values = new string?[SettingDefinition.All.Length];
    private readonly bool[] _locked = new bool[SettingDefinition.All.Length];

    /// <summary>Where it was read from.</summary>
    public required string Path { get; init; }

    /// <summary>Keys that the administrator's policy may be signed with; only a managed file names them.</summary>
    public IReadOnlyList<string> PolicyKeys { get; private set; } = [];

    /// <summary>The value in its normal form, or null where the file does not set it.</summary>
    public string? this[Setting setting] => _values[(int)setting];

    /// <summary>What it says of remote guards, as written; null where it says nothing.</summary>
    public JsonElement? Guards { get; private set; }

    /// <summary>True where the file locks what it says of remote guards.</summary>
    public bool LocksGuards { get; private set; }

    /// <summary>True where the file locks the setting.</summary>
    public bool Locks(Setting setting) => _locked[(int)setting];

    /// <summary>Reads a settings file.</summary>
    /// <param name="path">For errors.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="managed">True where <c>locked</c> may stand in it.</param>
    /// <exception cref="GuardException">Not JSON, an unknown key, an unknown value; names the file, the key and the fix.</exception>
    public static SettingsFile Parse(string path, ReadOnlyMemory<byte> utf8, bool managed)
    {
        var file = new SettingsFile { Path = path };
        try
        {
            var root = StrictJson.Read(utf8);
            if (root.ValueKind != JsonValueKind.Object) throw new GuardException($"{path}: not a JSON object.");
            foreach (var property in root.EnumerateObject())
            {
                if (property.NameEquals("$schema")) continue;
                if (managed && property.NameEquals("locked")) file.ReadLocked(property.Value);
                else if (managed && property.NameEquals("policyKeys")) file.ReadKeys(property.Value);
                else if (property.NameEquals("guards")) file.Guards = property.Value.Clone();
                else file.Set(property);
            }
        }
        catch (MalformedInputException wrong)
        {
            throw new GuardException($"{path}: {wrong.Message}. Mend it or remove it.", wrong);
        }
        return file;
    }

    /// <summary>A value as it would be written in a variable; empty for what no setting takes.</summary>
    internal static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    private void Set(JsonProperty property)
    {
        var definition = Find(property.Name) ?? throw new GuardException(
            $"{Path}: unknown setting '{Sanitize.ForTerminal(property.Name)}'. Known: {string.Join(", ", SettingDefinition.All.Select(d => d.Key))}.");
        var written = Written(property.Value);
        _values[(int)definition.Setting] = definition.Read(written) ?? throw new GuardException(
            $"{Path}: '{property.Name}' may not be '{Sanitize.ForTerminal(written)}'. It takes {definition.Allowed}.");
    }

    private void ReadLocked(JsonElement locked)
    {
        if (locked.ValueKind == JsonValueKind.True)
        {
            Array.Fill(_locked, true);
            LocksGuards = true;
            return;
        }
        if (locked.ValueKind != JsonValueKind.Array) throw new GuardException($"{Path}: 'locked' takes true or a list of settings.");
        foreach (var item in locked.EnumerateArray())
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (name == "guards")
            {
                LocksGuards = true;
                continue;
            }
            var definition = Find(name) ?? throw new GuardException($"{Path}: 'locked' names an unknown setting '{Sanitize.ForTerminal(name)}'.");
            _locked[(int)definition.Setting] = true;
        }
    }

    private void ReadKeys(JsonElement keys)
    {
        if (keys.ValueKind != JsonValueKind.Array) throw new GuardException($"{Path}: 'policyKeys' takes a list of keys of the form name+id+key.");
        var list = new List<string>();
        foreach (var item in keys.EnumerateArray())
            list.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new GuardException($"{Path}: 'policyKeys' holds something that is no text."));
        PolicyKeys = list;
    }

    private static SettingDefinition? Find(string key) => Array.Find(SettingDefinition.All, d => d.Key == key);
}
