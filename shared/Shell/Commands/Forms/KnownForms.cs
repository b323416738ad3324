namespace Sallyport.Shell.Commands.Forms;

/// <summary>Every table of forms, as one text: it is searched for the program's name and costs nothing before.</summary>
internal static class KnownForms
{
    public const string All = "\n" + AgentForms.Table + "\n" + ClusterForms.Table + "\n" + CloudForms.Table + "\n" + CloudGuardForms.Table + "\n" + DatabaseForms.Table + "\n" + DeliveryForms.Table + "\n" + ForgeForms.Table
        + "\n" + MachineForms.Table + "\n" + ProtectionForms.Table + "\n" + SecretForms.Table + "\n" + ServiceForms.Table + "\n";

    /// <summary>One bit for each name in the tables (see <see cref="Mark"/>), so that a program they do not hold is known without a search. KnownFormsTests compares them.</summary>
    internal static ReadOnlySpan<ulong> Marks =>
    [
        0x1A30A12487AD16E7, 0x807524648A140222, 0x5D34214080514B8D, 0x4A20395A148A2601,
        0x8060901A085A040B, 0x860CA29AC2182804, 0x11083CB424490C43, 0x80E6E2820218568A,
        0x461622C00C1CC92A, 0x1C19B97180244000, 0x0A110181A8479650, 0x8BD151A2860226C0,
        0x5C02815099211524, 0xC33058C662B21130, 0x4C0F2AF806186544, 0x8C40B25C922B3F52,
    ];

    /// <summary>Which bit a name has.</summary>
    internal static int Mark(string name) => ((name[0] * 37) + (name[^1] * 5) + (name[name.Length / 2] * 11) + (name.Length * 101)) & 1023;

    private static bool MayHold(string name) => name.Length > 0 && Mark(name) is var mark && (Marks[mark >> 6] >> (mark & 63) & 1) != 0;

    /// <summary>Adds what the forms of the command's program say.</summary>
    public static void Describe(Call call)
    {
        if (PassesOn(call.Program) && !call.Run.OutputCaptured && call.Run.Input.From is { } from && from.Any(Prints)) call.Shows(call.Program);
        else if (call.Program is "echo" or "printf" && !call.Run.OutputCaptured && call.Argv.Any(SaysSecret)) call.Shows(call.Program);
        EnvironmentSecrets.Describe(call);
        if (MayHold(call.Program) && !call.AsksHelp && !OnlyTries(call)) Form.Describe(call, All);
    }

    // What a filter prints of a secret is still shown.
    private static bool PassesOn(string program) => program is "base64" or "jq" or "yq" or "cat" or "head" or "tail" or "grep" or "sed" or "awk" or "cut" or "tr" or "xxd" or "openssl" or "rev" or "tee";

    // echo $(gh auth token)
    private static bool SaysSecret(Word word)
    {
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind != PieceKind.Unknown || piece.Text.Length < 8 || !(piece.Text.StartsWith("$(", StringComparison.Ordinal) || piece.Text[0] == '`')) continue;
            var inner = piece.Text.AsSpan(piece.Text[0] == '`' ? 1 : 2, piece.Text.Length - (piece.Text[0] == '`' ? 2 : 3)).ToString();
            if (WordText.Split(inner) is { Count: > 1 } words && Prints(new CommandRun { Argv = words, OutputCaptured = true })) return true;
        }
        return false;
    }

    private static bool Prints(CommandRun run)
    {
        if (!run.OutputCaptured || run.Argv.Count < 2 || run.Program is not ("kubectl" or "oc" or "aws" or "gcloud" or "az" or "vault" or "op" or "sops" or "gh" or "doppler" or "terraform" or "pulumi" or "heroku" or "bw" or "pass" or "gopass" or "gpg" or "security" or "secret-tool")) return false;
        foreach (var effect in CommandCatalog.Describe(run, NoFacts).Effects)
            if (effect.Detail == "secret-piped") return true;
        return false;
    }

    private static readonly ObservedFacts NoFacts = new() { Cwd = "/", Workspace = "/" };

    private static bool OnlyTries(Call call)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix is "--dry-run" or "--dry-run=client" or "--dry-run=server" or "--dryrun" or "--noop" or "--what-if" or "--simulate" or "help") return true;
        return false;
    }
}
