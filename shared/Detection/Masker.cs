namespace Sallyport.Detection;

/// <summary>Makes a text safe to keep: for the record, state files, debug output and error messages.</summary>
public static class Masker
{
    /// <summary>Surer to hide than to show: what is doubtful goes too.</summary>
    private static readonly ScanOptions s_strict = new() { Kinds = FindingKinds.Secret | FindingKinds.Pii, MinConfidence = 40, MaxChars = 4 * 1024 * 1024 };

    /// <summary>The text without any secret or personal datum; what is too long to be checked is left out.</summary>
    public static string Mask(string text) => Redactor.Clean(text, Surface.ToolOutput, s_strict);

    /// <summary>A field of this name holds a credential, whatever it looks like: its value is never kept.</summary>
    public static bool HidesField(string name) => Secrets.SecretNames.Judge(name) is Secrets.NameKind.Password or Secrets.NameKind.Key;
}
