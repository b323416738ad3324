namespace Sallyport.Cli.Install;

/// <summary>What may be put over what.</summary>
internal static class Upgrades
{
    /// <summary>Refuses to put this version over one whose files it could not read.</summary>
    /// <exception cref="InvalidDataException">The installed version's data is of a format this one does not know.</exception>
    public static void RefuseLoss(string version, int format)
    {
        if (format <= InstallManifest.CurrentFormat) return;
        throw new InvalidDataException(
            $"Sallyport {version} is installed, and its data has format {format}. This is {ProductVersion.Text}, which knows up to format {InstallManifest.CurrentFormat} "
            + $"and would lose what it cannot read. Nothing was changed. Use {version} or later, or begin anew: sallyport uninstall --purge with that version.");
    }

    /// <summary>What becomes of the version, in words.</summary>
    public static string Words(string installed) => Compare(ProductVersion.Text, installed) switch
    {
        0 => $"{installed} again",
        > 0 => $"{installed} → {ProductVersion.Text}",
        _ => $"{installed} → {ProductVersion.Text}, which is older; the format of the data is the same, so nothing is lost",
    };

    /// <summary>Compares versions number by number; a pre-release comes before its release.</summary>
    internal static int Compare(string left, string right)
    {
        var (a, b) = (left.Split('+')[0].Split('-', 2), right.Split('+')[0].Split('-', 2));
        string[] x = a[0].Split('.'), y = b[0].Split('.');
        for (var i = 0; i < Math.Max(x.Length, y.Length); i++)
        {
            var order = Number(x, i).CompareTo(Number(y, i));
            if (order != 0) return order;
        }
        if (a.Length == b.Length) return a.Length == 1 ? 0 : string.CompareOrdinal(a[1], b[1]);
        return a.Length == 1 ? 1 : -1;
    }

    private static int Number(string[] parts, int i) => i < parts.Length && int.TryParse(parts[i], out var number) ? number : 0;
}
