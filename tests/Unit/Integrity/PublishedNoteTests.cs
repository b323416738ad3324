using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

/// <summary>Signed notes and checkpoints that others published: the examples of C2SP, of Go's note package, and trees of Go's checksum database.</summary>
public class PublishedNoteTests
{
    // c2sp.org/tlog-checkpoint, the example
    private const string Checkpoint1 = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private const string Note1 = Checkpoint1 + "\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    // c2sp.org/signed-note, the example
    private const string Poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
    private const string Note2 = Poem + "\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    // c2sp.org/signed-note v1.0.0, the example and its key
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string ExampleNote = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    // golang.org/x/mod/sumdb/note, note_test.go and the example of two signers
    private const string Peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string Enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PeterSigned = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string EnochSigned = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    // cmd/go/internal/modfetch/key.go
    private const string SumKey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    [Fact]
    public void The_example_of_tlog_checkpoint_is_read_and_written_again()
    {
        var note = SignedNote.Parse(Note1);
        Assert.Equal(Note1, note.ToString());
        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.Equal(("example.com/behind-the-sofa", 20852163L), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal("0AC5186A91863E8E1D90C808014AA89BF5DA8E3EE1D9F07630F0378F68F1AB62", Convert.ToHexString(checkpoint.Root));
        Assert.Equal(Checkpoint1, checkpoint.ToText());
    }

    [Fact]
    public void The_example_of_signed_note_keeps_its_empty_line()
    {
        var note = SignedNote.Parse(Note2);
        Assert.Equal((Poem, "quasimodo.example/salvatore"), (note.Text, Assert.Single(note.Signatures).Name));
        Assert.Equal(Note2, note.ToString());
    }

    [Fact]
    public void The_example_with_its_key_is_verified()
    {
        Assert.True(SignedNote.Parse(ExampleNote).IsSignedBy(NoteKey.Parse(ExampleKey)));
        Assert.Equal(ExampleKey, NoteKey.Parse(ExampleKey).ToVerifier());
        Assert.False(SignedNote.Parse(ExampleNote.Replace("example message", "exemplary message", StringComparison.Ordinal)).IsSignedBy(NoteKey.Parse(ExampleKey)));
    }

    [Fact]
    public void Both_signatures_of_Gos_example_are_verified_whichever_comes_first()
    {
        foreach (var published in (string[])[$"{Text}\n{PeterSigned}{EnochSigned}", $"{Text}\n{EnochSigned}{PeterSigned}"])
        {
            var note = SignedNote.Parse(published);
            Assert.True(note.IsSignedBy(NoteKey.Parse(Peter)) && note.IsSignedBy(NoteKey.Parse(Enoch)));
            Assert.Equal(published, note.ToString());
        }
        var enoch = NoteKey.FromSeed("EnochRoot", new byte[32]); // the example makes that key of a reader of zeros
        Assert.Equal(Enoch, enoch.ToVerifier());
        Assert.Equal($"{Text}\n{PeterSigned}{EnochSigned}", SignedNote.Parse($"{Text}\n{PeterSigned}").WithSignatureOf(enoch).ToString());
    }

    [Fact]
    public void A_signature_of_a_known_key_that_is_wrong_spoils_the_note()
    {
        var wrong = EnochSigned.Replace("rwz+eBzm", "rwz+eBzn", StringComparison.Ordinal);
        var note = SignedNote.Parse($"{Text}\n{PeterSigned}{EnochSigned}{wrong}");
        Assert.True(note.IsSignedBy(NoteKey.Parse(Peter)));
        Assert.False(note.IsSignedBy(NoteKey.Parse(Enoch)));
    }

    [Theory] // as sum.golang.org/latest served them
    [InlineData(3935567, "SapHtgdNCeF00Cx8kqztePV24kgzNg++Xovae42HAMw=", "Az3grsm7Wm4CVNR1RHq9BFnu9jzcRlU2uw7lr0gfUWgO6+rqPNjT+fUTl9gH0NRTgdwW9nItuQSMbhSaLCsk8YeYSAs=")]
    [InlineData(6476701, "mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=", "Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=")]
    [InlineData(19777102, "+g50vJoV4VVGa6aiQF3LYGUZHEP4pvGkW38vlR7WKtU=", "Az3griMTLHyRzj7jMuyEt85a2JnegVME6Lx3xLEBdzTd3FMDiD5y3bHV24rcl0yijOtWxV0zyygwTdo/rnaennuoqgU=")]
    [InlineData(31700353, "qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=", "Az3grnmrIUEDFqHzAElIQCPNoRFRAAdFo47fooyWKMHb89k11GJh5zHIfNCOBmwn/C3YI8oW9/C8DJ87F61QqspBYwM=")]
    [InlineData(65209736, "5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=", "Az3grnbssgK7ubgFX36gVETtNv0U23qxyAhAMai2QUfeGa3nB/akvkMdlUErfcZz7l/R3cVtYspg3dxXABkGZZKdsQ8=")]
    public void Trees_of_Gos_checksum_database_are_verified(long size, string root, string signature)
    {
        var text = $"go.sum database tree\n{size}\n{root}\n";
        var note = SignedNote.Parse($"{text}\n— sum.golang.org {signature}\n");
        Assert.True(note.IsSignedBy(NoteKey.Parse(SumKey)));
        Assert.Equal(size, Checkpoint.Parse(note.Text).Size);
        Assert.Equal(text, Checkpoint.Parse(note.Text).ToText());
        Assert.False(SignedNote.Parse($"{text.Replace(size.ToString(), (size + 1).ToString(), StringComparison.Ordinal)}\n— sum.golang.org {signature}\n").IsSignedBy(NoteKey.Parse(SumKey)));
    }
}
