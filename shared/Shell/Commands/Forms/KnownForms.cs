namespace Sallyport.Shell.Commands.Forms;

/// <summary>Every table of forms, as one text: it is searched for the program's name and costs nothing before.</summary>
internal static class KnownForms
{
    public const string All = "\n" + AgentForms.Table + "\n" + ClusterForms.Table + "\n" + CloudForms.Table + "\n" + CloudGuardForms.Table + "\n" + DatabaseForms.Table + "\n" + DeliveryForms.Table + "\n" + ForgeForms.Table
        + "\n" + MachineForms.Table + "\n" + ProtectionForms.Table + "\n" + SecretForms.Table + "\n" + ServiceForms.Table + "\n";

    /// <summary>One bit for each name in the tables (see <see cref="Mark"/>), so that nearly every program they do not hold is known without a search. KnownFormsTests compares them, and prints them where they differ.</summary>
    internal static ReadOnlySpan<ulong> Marks =>
    [
        0x00000C0400020200, 0x20830001000090C0, 0x0002204000304000, 0x0000024020800000,
        0x0144008015000820, 0x8010101001008008, 0x0000100800010000, 0x0001004A090A0000,
        0x002A000207804085, 0x088400800A001000, 0x14001000C4082000, 0x8110008804048200,
        0x0002000108344260, 0x0000240902000028, 0x0000000048045008, 0x2001001000209010,
        0x0401240020000510, 0x2080002001100000, 0x0800401001081040, 0x020010000088A800,
        0x0024000000044200, 0x0CC0800800400800, 0x10803A0300092082, 0x0000005000040000,
        0x0C88000062820000, 0x4080000002000000, 0x1402008204200008, 0x2390041000040000,
        0x1210008418000840, 0x0A00080500520520, 0x00E9082000100040, 0x9200180000610004,
        0x6080248010100104, 0x400000048A000100, 0x4060800204800094, 0x07B85000000C0400,
        0x000B000134000400, 0x8100000008128002, 0x0000200000000842, 0x8000304801009088,
        0x67100060B8200080, 0x0000000000C02C14, 0x0000000008200042, 0x0084148100008001,
        0x0040008021000060, 0x4600080004520012, 0x8810400000508008, 0x0C07400060400004,
        0x0000B04200400002, 0xF0008000A0008241, 0x4082004001141008, 0x8022800800820400,
        0x8000000100081320, 0x8000000200006400, 0x0200211210040220, 0x002101040201CE00,
        0x0020209000010020, 0x0101020020000088, 0x0000501004113040, 0x300002001000010C,
        0x0040080100200840, 0x0080202000404010, 0x00540100010004C4, 0x0848003000004490,
    ];

    /// <summary>How many bits there are.</summary>
    internal const int MarkCount = 4096;

    /// <summary>Which bit a name has.</summary>
    internal static int Mark(string name) => ((name[0] * 613) + (name[^1] * 29) + (name[name.Length / 2] * 97) + (name.Length * 1031)) & (MarkCount - 1);

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
    private static bool PassesOn(string program) => program is "base64" or "jq" or "yq" or "cat" or "head" or "tail" or "grep" or "sed" or "awk" or "cut"
        or "tr" or "xxd" or "openssl" or "rev" or "tee";

    // echo $(gh auth token)
    private static bool SaysSecret(Word word)
    {
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind != PieceKind.Unknown || piece.Text.Length < 8 || !(piece.Text.StartsWith("$(", StringComparison.Ordinal) || piece.Text[0] == '`')) continue;
            var inner = piece.Text.AsSpan(piece.Text[0] == '`' ? 1 : 2, piece.Text.Length - (piece.Text[0] == '`' ? 2 : 3)).ToString();
            if (WordText.Split(inner) is not { Count: > 1 } words) continue;
            if (Prints(new CommandRun { Argv = words, OutputCaptured = true }) || words.Exists(NamesProjectSecrets)) return true;
        }
        return false;
    }

    // echo "$(cat .env)", and what was kept of it before.
    private static bool NamesProjectSecrets(Word word) => word.Known is { } text && PathText.Name(text) is var name && name.StartsWith(".env", StringComparison.Ordinal)
        && (name.Length == 4 || name[4] == '.') && !name.Contains("example", StringComparison.Ordinal) && !name.Contains("sample", StringComparison.Ordinal) && !name.Contains("template", StringComparison.Ordinal);

    private static bool Prints(CommandRun run)
    {
        if (!run.OutputCaptured || run.Argv.Count < 2 || run.Program is not ("kubectl" or "oc" or "aws" or "gcloud" or "az" or "vault" or "op" or "sops"
            or "gh" or "doppler" or "terraform" or "pulumi" or "heroku" or "bw" or "pass" or "gopass" or "gpg" or "security" or "secret-tool")) return false;
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
