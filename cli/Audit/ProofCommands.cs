using System.Text;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit checkpoint | prove | verify-proof | consistency</c></summary>
internal static class ProofCommands
{
    public static int Checkpoint(AuditArguments arguments)
    {
        AuditVerb.Files(arguments);
        var note = AuditLog.Checkpoint(AuditVerb.Data(arguments), AuditVerb.Now);
        if (arguments.Value("--cosign") is { } file)
        {
            var key = KeyFiles.Key(file);
            if (!key.CanSign) throw new UsageException("--cosign takes a file with a private key (PRIVATE+KEY+name+id+seed).");
            note = note.WithSignatureOf(key);
        }
        Console.Out.Write(note.ToString());
        return ExitCode.Ok;
    }

    public static int Prove(AuditArguments arguments)
    {
        AuditVerb.Files(arguments);
        var row = Number(arguments.One("row"));
        var proof = RecordProver.ProveRow(AuditVerb.Data(arguments), row, AuditVerb.Now);
        if (arguments.Value("--out") is { } path) AtomicFile.Write(Path.GetFullPath(path), proof, durable: false);
        else Console.Out.WriteLine(Encoding.UTF8.GetString(proof));
        return ExitCode.Ok;
    }

    public static int VerifyProof(AuditArguments arguments)
    {
        var key = arguments.Value("--key") is { } named ? KeyFiles.Key(named) : null;
        if (RecordProver.VerifyRow(KeyFiles.Bytes(arguments.One("proof")), key, out var line) is { } wrong)
        {
            Console.Out.WriteLine($"not proved: {Sanitize.ForTerminal(wrong)}.");
            return ExitCode.Findings;
        }
        Console.Out.WriteLine(key is null ? "proved, under the key that the proof itself names: pass --key to know who signed." : $"proved, under {Sanitize.ForTerminal(key.Name)}.");
        Console.Out.WriteLine(Sanitize.ForTerminal(line));
        return ExitCode.Ok;
    }

    public static int Consistency(AuditArguments arguments)
    {
        if (arguments.Rest.Count is not (1 or 2)) throw new UsageException("name an earlier checkpoint, and a later one or none for the record as it is.");
        var files = AuditVerb.Files(arguments);
        var data = AuditVerb.Data(arguments);
        var key = arguments.Value("--key") is { } named ? KeyFiles.Key(named) : CheckpointStore.VerifierKey(files) ?? throw new StateException("there is no key to verify with: pass --key.");
        var earlier = Read(KeyFiles.Note(arguments.Rest[0]), key);
        var later = Read(arguments.Rest.Count == 2 ? KeyFiles.Note(arguments.Rest[1]) : AuditLog.Checkpoint(data, AuditVerb.Now), key);
        if (earlier is null || later is null)
        {
            Console.Out.WriteLine($"not consistent: a checkpoint is not signed by {Sanitize.ForTerminal(key.Name)}.");
            return ExitCode.Findings;
        }
        if (earlier.Origin != later.Origin || earlier.Size > later.Size)
        {
            Console.Out.WriteLine("not consistent: the checkpoints are of two records, or the second is the older one.");
            return ExitCode.Findings;
        }
        var proof = RecordProver.ProveConsistency(data, earlier.Size, later.Size);
        var holds = earlier.Size == 0 || MerkleProof.VerifyConsistency(earlier.Size, later.Size, proof, earlier.Root, later.Root);
        Console.Out.WriteLine(holds
            ? $"consistent: the record of {later.Size} rows begins with the {earlier.Size} rows it had."
            : $"forked: the record of {later.Size} rows does not begin with the {earlier.Size} rows that were signed.");
        foreach (var hash in proof) Console.Out.WriteLine(Convert.ToBase64String(hash));
        return holds ? ExitCode.Ok : ExitCode.Findings;
    }

    internal static long Number(string text) => long.TryParse(text, out var number) && number >= 0 ? number : throw new UsageException("a row is named by its number.");

    private static Checkpoint? Read(SignedNote note, NoteKey key) => note.IsSignedBy(key) ? Integrity.Checkpoint.Parse(note.Text) : null;
}
