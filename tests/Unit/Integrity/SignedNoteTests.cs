using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class SignedNoteTests
{
    // The note and keys of the signed-note documentation.
    private const string Verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string Signer = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string Note = Text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_vectors_of_RFC_8032(string seed, string publicKey, string message, string signature)
    {
        var (key, text) = (Convert.FromHexString(seed), Convert.FromHexString(message));
        Assert.Equal(publicKey, Convert.ToHexStringLower(Ed25519Key.PublicOf(key)));
        Assert.Equal(signature, Convert.ToHexStringLower(Ed25519Key.Sign(key, text)));
        Assert.Equal(signature, Convert.ToHexStringLower(Ed25519Key.Sign(key, Convert.FromHexString(publicKey), text)));
        Assert.True(Ed25519Key.Verify(Convert.FromHexString(publicKey), text, Convert.FromHexString(signature)));
        Assert.False(Ed25519Key.Verify(Convert.FromHexString(publicKey), [.. text, 0], Convert.FromHexString(signature)));
    }

    [Fact]
    public void The_published_note_is_read_verified_and_signed_again()
    {
        var note = SignedNote.Parse(Note);
        Assert.True(note.IsSignedBy(NoteKey.Parse(Verifier)));
        Assert.Equal(Note, note.ToString());
        Assert.Equal(Note, SignedNote.Sign(Text, NoteKey.Parse(Signer)).ToString());
        Assert.Equal(Verifier, NoteKey.Parse(Signer).ToVerifier());
        Assert.Equal(Signer, NoteKey.Parse(Signer).ToSigner());
    }

    [Fact]
    public void A_second_signature_stands_beside_the_first()
    {
        var witness = NoteKey.FromSeed("witness.example", new byte[32]);
        var note = SignedNote.Parse(SignedNote.Parse(Note).WithSignatureOf(witness).ToString());
        Assert.True(note.IsSignedBy(NoteKey.Parse(Verifier)));
        Assert.True(note.IsSignedBy(witness));
        Assert.False(SignedNote.Parse(Note).IsSignedBy(witness));
    }

    [Fact]
    public void A_note_that_was_changed_is_not_signed() =>
        Assert.False(SignedNote.Parse(Note.Replace("answer", "Answer", StringComparison.Ordinal)).IsSignedBy(NoteKey.Parse(Verifier)));

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAAAAA=\n")]
    [InlineData("text\n\n— na+me AAAAAAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAAAAAA=")]
    [InlineData("te\u0007xt\n\n— name AAAAAAAAAAA=\n")]
    [InlineData("te\rxt\n\n— name AAAAAAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAAAAAA= more\n")]
    public void What_is_no_note_is_refused(string note) => Assert.Throws<FormatException>(() => SignedNote.Parse(note));

    [Theory]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void What_is_no_key_is_refused(string key) => Assert.Throws<FormatException>(() => NoteKey.Parse(key));

    [Fact]
    public void A_checkpoint_is_written_and_read()
    {
        var checkpoint = new Checkpoint("example.com/log", 42, Sha256.Hash("x"u8));
        var read = Checkpoint.Parse(checkpoint.ToText() + "an extension\n");
        Assert.Equal((checkpoint.Origin, checkpoint.Size, Convert.ToHexString(checkpoint.Root)), (read.Origin, read.Size, Convert.ToHexString(read.Root)));
    }

    [Theory]
    [InlineData("o\n1\nAAAA\n")]
    [InlineData("o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")]
    public void What_is_no_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => Checkpoint.Parse(text));
}
