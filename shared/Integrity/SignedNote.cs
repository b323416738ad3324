using System.Text;

namespace Sallyport.Integrity;

/// <summary>One signature under a note.</summary>
/// <param name="Name">Whose.</param>
/// <param name="KeyId">Four bytes of which key.</param>
/// <param name="Signature">The signature itself.</param>
public readonly record struct NoteSignature(string Name, byte[] KeyId, byte[] Signature);

/// <summary>A text with signatures under it (C2SP signed-note).</summary>
/// <param name="Text">What is signed; ends in a line feed.</param>
/// <param name="Signatures">The signatures, known or not.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Dash = "— ";
    private const int Longest = 1_000_000;
    private const int MostSignatures = 100;

    /// <summary>Signs a text.</summary>
    public static SignedNote Sign(string text, params ReadOnlySpan<NoteKey> keys)
    {
        if (!IsText(text)) throw new FormatException("a note's text ends in a line feed and holds no other control characters");
        var signatures = new List<NoteSignature>();
        foreach (var key in keys) signatures.Add(new NoteSignature(key.Name, key.Id, key.Sign(text)));
        return new SignedNote(text, signatures);
    }

    /// <summary>Reads a note. Nothing is verified yet.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SignedNote Parse(string note)
    {
        if (note.Length > Longest || !IsText(note)) throw new FormatException("not a signed note");
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || note.Length == split + 2) throw new FormatException("not a signed note: no empty line before the signatures");
        var text = note[..(split + 1)];
        var lines = note[(split + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures) throw new FormatException("not a signed note: too many signatures");
        return new SignedNote(text, [.. lines.Select(ParseSignature)]);
    }

    /// <summary>True where the key's signature is there and right. A signature of the key that is wrong is an error of its own.</summary>
    public bool IsSignedBy(NoteKey key)
    {
        var seen = false;
        foreach (var signature in Signatures)
        {
            if (!signature.Name.Equals(key.Name, StringComparison.Ordinal) || !signature.KeyId.AsSpan().SequenceEqual(key.Id)) continue;
            if (!key.Verify(Text, signature.Signature)) return false;
            seen = true;
        }
        return seen;
    }

    /// <summary>With one more signature under it.</summary>
    public SignedNote WithSignatureOf(NoteKey key) => this with { Signatures = [.. Signatures, new NoteSignature(key.Name, key.Id, key.Sign(Text))] };

    /// <summary>The note as it is passed on.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(Dash).Append(signature.Name).Append(' ').Append(Convert.ToBase64String([.. signature.KeyId, .. signature.Signature])).Append('\n');
        return note.ToString();
    }

    private static NoteSignature ParseSignature(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2 || !NoteKey.IsName(parts[0])) throw new FormatException("not a signed note: a signature line is wrong");
        var bytes = Convert.FromBase64String(parts[1]);
        if (bytes.Length < 5 || Convert.ToBase64String(bytes) != parts[1]) throw new FormatException("not a signed note: a signature is not base64");
        return new NoteSignature(parts[0], bytes[..4], bytes[4..]);
    }

    private static bool IsText(string text)
    {
        if (text.Length == 0 || text[^1] != '\n') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] != '\n') return false;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }
        return true;
    }
}
