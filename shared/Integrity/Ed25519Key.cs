using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Sallyport.Integrity;

/// <summary>Ed25519 (RFC 8032).</summary>
public static class Ed25519Key
{
    /// <summary>Bytes of a seed, the private key.</summary>
    public const int SeedSize = 32;

    /// <summary>Bytes of a public key.</summary>
    public const int PublicSize = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureSize = 64;

    /// <summary>The public key of a seed.</summary>
    public static byte[] PublicOf(byte[] seed)
    {
        var key = new byte[PublicSize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }

    /// <summary>Signs a message.</summary>
    public static byte[] Sign(byte[] seed, byte[] message)
    {
        var signature = new byte[SignatureSize];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    /// <summary>
    /// The same where the seed's public key was derived before, which takes a third of the time. It must be that seed's own, never one that
    /// was read from somewhere: two signatures over the same text with different public keys give the seed away.
    /// </summary>
    internal static byte[] Sign(byte[] seed, byte[] publicKey, byte[] message)
    {
        var signature = new byte[SignatureSize];
        Ed25519.Sign(seed, 0, publicKey, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    /// <summary>True where the signature is that of the key over the message.</summary>
    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature) =>
        publicKey.Length == PublicSize && signature.Length == SignatureSize && Ed25519Verifier.Verify(publicKey, message, signature);
}
