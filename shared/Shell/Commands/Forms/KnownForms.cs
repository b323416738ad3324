namespace Sallyport.Shell.Commands.Forms;

/// <summary>Every table of forms, as one text: it is searched for the program's name and costs nothing before.</summary>
internal static class KnownForms
{
    public const string All = "\n" + AgentForms.Table + "\n" + ClusterForms.Table + "\n" + CloudForms.Table + "\n" + DatabaseForms.Table + "\n" + DeliveryForms.Table + "\n" + ForgeForms.Table
        + "\n" + MachineForms.Table + "\n" + SecretForms.Table + "\n" + ServiceForms.Table + "\n";

    /// <summary>Adds what the forms of the command's program say.</summary>
    public static void Describe(Call call)
    {
        if (PassesOn(call.Program) && !call.Run.OutputCaptured && call.Run.Input.From is { } from && from.Any(Prints)) call.Shows(call.Program);
        else if (call.Program is "echo" or "printf" && !call.Run.OutputCaptured && call.Argv.Any(SaysSecret)) call.Shows(call.Program);
        if (!Form.Knows(All, call.Program) || call.AsksHelp || OnlyTries(call)) return;
        Form.Describe(call, All);
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
