using System.Text;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.State;

namespace Sallyport.Guards.ArmorIq;

/// <summary>
/// Whose signature counts: the keys in the settings; where there are none, the first key that came over a verified connection from the
/// address in the settings, remembered from then on.
/// </summary>
internal sealed class PinnedKey(GuardContext context)
{
    private const int Limit = 4096;

    private string File => Path.Combine(context.Folder.Root, "armoriq-key");

    private string Address => context.Settings.Address(Service.ArmorIq) ?? "";

    /// <summary>The keys that may sign; empty where the first is still to come.</summary>
    public IReadOnlyList<string> Keys()
    {
        if (context.Settings.Text(GuardTable.ArmorIqPublicKey) is { } set) return [.. set.Split(',').Select(k => k.Trim())];
        if (AtomicFile.Read(File, Limit) is not { } bytes) return [];
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        return lines.Length >= 2 && lines[0] == Address ? [lines[1]] : [];
    }

    /// <summary>Remembers the first key.</summary>
    public void Remember(string key)
    {
        if (context.Settings.Text(GuardTable.ArmorIqPublicKey) is not null || Keys().Count > 0) return;
        AtomicFile.Write(File, Encoding.UTF8.GetBytes($"{Address}\n{key}\n"), durable: true);
    }
}
