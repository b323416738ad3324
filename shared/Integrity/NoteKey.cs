using System.Text;

namespace Sallyport.Integrity;

/// <summary>
/// The keys of C2SP signed notes, in the text forms that the other tools of that world read and write:
/// <c>name+id+key</c> to verify, <c>PRIVATE+KEY+name+id+seed</c> to sign.
/// </summary>
public sealed class NoteKey
{
    private const byte Ed25519Algorithm = 1;
    private const string PrivateMark = "PRIVATE+KEY+";
    private readonly byte[]? _seed;

    private NoteKey(string name, byte[] publicKey, byte[]? seed)
    {
        (Name, PublicKey, _seed) = (name, publicKey, seed);
        Id = Sha256.Hash([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Algorithm, .. publicKey])[..4];
    }

    /// <summary>Who signs.</summary>
    public string Name { get; }

    /// <summary>The Ed25519 public key.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Four bytes that a signature names its key by.</summary>
    public byte[] Id { get; }

    /// <summary>True where it can sign.</summary>
    public bool CanSign => _seed is not null;

    /// <summary>Makes a key of a seed.</summary>
    public static NoteKey FromSeed(string name, byte[] seed) => IsName(name)
        ? new NoteKey(name, Ed25519Key.PublicOf(seed), seed)
        : throw new FormatException("a key's name holds no white space and no plus sign");

    /// <summary>Reads either form.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static NoteKey Parse(string text)
    {
        text = text.Trim();
        var isPrivate = text.StartsWith(PrivateMark, StringComparison.Ordinal);
        var parts = (isPrivate ? text[PrivateMark.Length..] : text).Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || parts[1].Length != 8) throw new FormatException("not a key of the form name+id+key");
        var key = Convert.FromBase64String(parts[2]);
        if (key.Length != 1 + Ed25519Key.PublicSize || key[0] != Ed25519Algorithm) throw new FormatException("not an Ed25519 key");
        var read = isPrivate ? FromSeed(parts[0], key[1..]) : new NoteKey(parts[0], key[1..], null);
        return parts[1].Equals(Convert.ToHexStringLower(read.Id), StringComparison.Ordinal) ? read : throw new FormatException("the key's id does not fit the key");
    }

    /// <summary>Signs a text.</summary>
    // Where there is a seed, the public key was derived from it (FromSeed), whatever the text said that it was read from.
    public byte[] Sign(string text) =>
        Ed25519Key.Sign(_seed ?? throw new InvalidOperationException("a key to verify with does not sign"), PublicKey, Encoding.UTF8.GetBytes(text));

    /// <summary>True where a signature over a text is this key's.</summary>
    public bool Verify(string text, byte[] signature) => Ed25519Key.Verify(PublicKey, Encoding.UTF8.GetBytes(text), signature);

    /// <summary>The form that others verify with.</summary>
    public string ToVerifier() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ed25519Algorithm, .. PublicKey])}";

    /// <summary>The secret form.</summary>
    public string ToSigner() => $"{PrivateMark}{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ed25519Algorithm, .. _seed!])}";

    internal static bool IsName(string name) => name.Length is > 0 and <= 256 && !name.Contains('+') && !name.Any(char.IsWhiteSpace) && !name.Any(char.IsControl);
}
