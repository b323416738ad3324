namespace Sallyport.Shell.Commands;

/// <summary>Stores of passwords on this machine, and what shows their contents.</summary>
internal static class Keychains
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "security":
                if (call.Text(1) is "dump-keychain" or "export" || (call.Text(1) is "find-generic-password" or "find-internet-password"
                    && call.Argv.Any(word => word.KnownPrefix is ['-', ..] flags && flags.AsSpan(1).IndexOfAny("wg") >= 0))) Shows(call);
                else if (call.Text(1) is "delete-keychain" or "delete-generic-password" or "delete-internet-password" or "delete-identity"
                    or "delete-certificate") call.Add(EffectKind.Delete, new Target(TargetKind.Resource, "keychain"), "secret-key");
                return true;
            case "pass" or "gopass":
                if (call.AsksHelp || call.Count < 2) return true;
                if (call.Text(1) is "rm" or "remove" or "delete") call.Infrastructure("secret-store-delete", "pass:" + call.Argv[^1]);
                else if (call.Text(1) is "show" || (call.Count == 2 && call.Program == "pass" && call.Text(1) is { } name
                    && name is not ("ls" or "list" or "init" or "git" or "find" or "grep" or "insert" or "generate" or "edit" or "mv" or "cp" or "version")
                    && !name.StartsWith('-'))) call.Shows(call.Program, named: true);
                return true;
            case "secret-tool":
                if (call.Text(1) is "lookup" or "search") Shows(call);
                else if (call.Text(1) is "clear") call.Infrastructure("secret-store-delete", "secret-tool");
                return true;
            case "keyctl":
                if (call.Text(1) is "print" or "pipe" or "read") call.Shows(call.Program, named: true);
                return true;
            case "kwallet-query" or "lpass" or "keepassxc-cli" or "rbw":
                if (call.Argv.Any(word => word.Known == "export")) Shows(call);
                else if (call.Argv.Any(word => word.Known is "-r" or "show" or "get")) call.Shows(call.Program, named: true);
                return true;
            default: return false;
        }
    }

    private static void Shows(Call call) => call.Add(EffectKind.Read, call.Run.OutputCaptured ? "secret-piped" : "keychain", TargetKind.Resource, call.Program);
}
