using System.Text;
using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>Writes <c>mode</c> into a settings.json that may be anybody's: every other byte stays.</summary>
internal static class SettingsMode
{
    private const string Key = "mode";

    /// <summary>The file's text after <c>install --monitor</c> or <c>--enforce</c>; null for no file.</summary>
    /// <param name="path">For errors.</param>
    /// <param name="text">Its text; null where there is none.</param>
    /// <param name="mode">The mode that was asked for; null to leave it as it is.</param>
    /// <param name="managed">True for the administrator's file.</param>
    /// <exception cref="GuardException">It cannot be read; names the file and the place.</exception>
    public static string? Apply(string path, string? text, string? mode, bool managed)
    {
        if (mode is null) return text;
        var enforce = mode == "enforce"; // the default
        if (text is null) return enforce ? null : Whole(mode);
        var bytes = Encoding.UTF8.GetBytes(text);
        SettingsFile.Parse(path, bytes, managed);
        var (start, end, only) = Find(bytes);
        if (start < 0) return enforce ? text : Insert(bytes, mode, only);
        // What 'install --monitor' alone wrote goes again with it.
        if (enforce && only && !managed) return null;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, start)) + $"\"{mode}\"" + Encoding.UTF8.GetString(bytes.AsSpan(end));
    }

    /// <summary>Puts the settings that were worked out into their place.</summary>
    public static void Settle(string path, string? before, string? after)
    {
        if (before == after) return;
        if (after is null) File.Delete(path);
        else AtomicFile.Write(path, Encoding.UTF8.GetBytes(after), durable: true);
    }

    /// <summary>What holds from the next session on, by every layer of settings there is.</summary>
    public static string InForce(CodexInstallation installation)
    {
        try
        {
            var mode = SettingsReader.Read(installation.Data, managedStart: false)[Setting.Mode];
            return mode.Value == "enforce" ? "It enforces from the next session on. 'sallyport status' says what is enforced."
                : $"It watches and stops nothing ({mode.Source}). To enforce: sallyport install --enforce";
        }
        catch (GuardException wrong)
        {
            return $"! Every call is refused until this is mended: {wrong.Message}";
        }
    }

    private static string Whole(string mode) => $"{{\n  \"{Key}\": \"{mode}\"\n}}\n";

    /// <summary>Where the value stands, and whether the object holds nothing but it.</summary>
    private static (int Start, int End, bool Only) Find(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var (start, end, count) = (-1, -1, 0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
            count++;
            var ours = reader.ValueTextEquals(Key);
            reader.Read();
            if (ours) (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            else reader.Skip();
        }
        return (start, end, count <= (start < 0 ? 0 : 1));
    }

    private static string Insert(byte[] bytes, string mode, bool empty)
    {
        var open = Array.IndexOf(bytes, (byte)'{') + 1;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, open)) + $"\n  \"{Key}\": \"{mode}\"{(empty ? "\n" : ",")}" + Encoding.UTF8.GetString(bytes.AsSpan(open));
    }
}
