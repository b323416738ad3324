using System.Globalization;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>What had to be mended before the record could go on. It goes on the record itself.</summary>
internal struct Mending
{
    /// <summary>The kind of the row that tells it.</summary>
    public const string Kind = "recovered";

    /// <summary>The head was missing or damaged and was made again from the rows.</summary>
    public bool HeadDamaged { get; set; }

    /// <summary>The file that bytes which were no whole row were moved to.</summary>
    public string? TornFile { get; set; }

    /// <summary>How many bytes.</summary>
    public long TornBytes { get; set; }

    /// <summary>Rows that the head knew and the files no longer hold.</summary>
    public long LostRows { get; set; }

    /// <summary>What the head said before: size and root of the tree.</summary>
    public string? HeadBefore { get; set; }

    /// <summary>True where anything was.</summary>
    public readonly bool Any => HeadDamaged || TornFile is not null || LostRows > 0;

    /// <summary>The row.</summary>
    public readonly AuditRecord Record(long time)
    {
        var detail = new CanonicalWriter(256);
        detail.StartObject();
        detail.Member("headBefore"u8, HeadBefore);
        detail.Member("headDamaged"u8, HeadDamaged);
        detail.Member("lostRows"u8, LostRows);
        detail.Member("tornBytes"u8, TornBytes);
        detail.Member("tornFile"u8, TornFile);
        detail.EndObject();
        return new AuditRecord { Kind = Kind, Time = time, Input = detail.Written.ToArray(), Text = Words() };
    }

    private readonly string Words()
    {
        var words = new List<string>(3);
        if (LostRows > 0) words.Add(string.Create(CultureInfo.InvariantCulture, $"{LostRows} rows that were on the record are gone"));
        if (TornFile is not null) words.Add(string.Create(CultureInfo.InvariantCulture, $"{TornBytes} bytes that are no whole row were set aside as {TornFile}"));
        if (HeadDamaged) words.Add("the head was missing or damaged and was made again from the rows");
        return string.Join("; ", words);
    }
}
