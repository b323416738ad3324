namespace Sallyport.Shell.Commands;

/// <summary>Commands that clients of fleets, clouds and platforms run on other machines.</summary>
internal static class RemoteCommands
{
    /// <summary>Adds the command that would run elsewhere, where the call names one.</summary>
    public static void Describe(Call call)
    {
        if (call.Count < 3 || call.AsksHelp) return;
        switch (call.Program)
        {
            case "salt" or "salt-ssh" or "salt-call": After(call, "cmd.run", "cmd.shell", "cmd.run_all", "cmd.run_stdout"); break;
            case "adb" or "hdc":
                for (var i = 1; i + 1 < call.Count; i++)
                    if (call.Text(i) == "shell")
                    {
                        call.Nest(new NestedCode(CodeLanguage.Shell, WordText.JoinAll([.. call.Argv.Skip(i + 1)]), "adb shell") { Elsewhere = true });
                        break;
                    }
                break;
            case "knife" when call.Text(1) == "ssh" && call.Count > 3: Run(call, Options.Parse(call.Argv, 2, "aACGiPpx").Operands is [_, var line, ..] ? line : null); break;
            case "bolt" when call.Text(1) == "command" && call.Text(2) == "run" && call.Count > 3: Run(call, call.Argv[3]); break;
            case "pdsh" or "dsh" or "clush" or "pssh" or "parallel-ssh" or "mpssh" or "orgalorg": Line(call, 1, "wxglfRutuhHpmc"); break;
            case "gcloud" when call.Argv.Any(word => word.Known == "ssh"): Valued(call, "--command"); break;
            case "az" when call.Argv.Any(word => word.Known == "run-command"): After(call, "--scripts"); Valued(call, "--scripts"); break;
            case "aws" when call.Argv.Any(word => word.Known is "send-command"): Parameters(call); break;
            case "aws" when call.Argv.Any(word => word.Known is "execute-command"): Valued(call, "--command"); break;
            case "fly" or "flyctl" when call.Argv.Any(word => word.Known is "ssh" or "console"): Valued(call, "-C"); Valued(call, "--command"); break;
            case "heroku" when call.Text(1) is "run" or "run:detached": Line(call, 2, "asre"); break;
            case "tailscale" when call.Text(1) == "ssh": Line(call, 2, "", 1); break;
            case "eb" when call.Text(1) == "ssh": Valued(call, "-c"); Valued(call, "--command"); break;
            case "cf" when call.Text(1) == "ssh": Valued(call, "-c"); break;
            case "doctl": Valued(call, "--ssh-command"); break;
            case "nomad" when call.Text(1) == "exec" || call.Text(2) == "exec": Inside(call, call.Text(1) == "exec" ? 2 : 3, "task job"); break;
            case "docker-machine" or "minikube" or "hcloud" or "colima"
                or "balena" when call.Argv.Take(3).Any(word => word.Known == "ssh"): Line(call, call.Text(1) == "ssh" ? 2
                : 3, "pn", call.Program is "docker-machine" or "hcloud" or "balena" ? 1 : 0); break;
            case "virt-customize" or "virt-sysprep" or "guestfish": Valued(call, "--run-command"); Valued(call, "--firstboot-command"); break;
            default: break;
        }
    }

    /// <summary>Adds the command that would be run here with secrets put into its environment.</summary>
    public static void WithSecrets(Call call)
    {
        var from = call.Program switch
        {
            "op" or "doppler" or "infisical" or "teller" or "dotenvx" or "bws" or "akeyless" or "keeper" when call.Text(1) == "run" => 2,
            "berglas" or "aws-vault" or "chamber" or "saml2aws" or "envchain" when call.Text(1) == "exec" => 2,
            "sops" when call.Text(1) is "exec-env" or "exec-file" => 3,
            "summon" or "envconsul" or "watchexec" => 1,
            "dotenv" when call.Text(1) != "set" => call.Text(1) is "run" or "exec" ? 2 : 1,
            _ => 0,
        };
        if (from == 0 || call.AsksHelp) return;
        var options = Options.Parse(call.Argv, from, "efpcowk", "env env-file project config file path token environment", stopAtOperand: true).Operands;
        if (options.Count == 0) return;
        if (call.Program is "sops") call.Nest(CodeLanguage.Shell, options[0], "sops exec-env");
        else if (call.Program is "dotenv" && options[0].Known is "list" or "get" or "unset" or "version") return;
        else call.Start(call.Program is "aws-vault" or "chamber" && options.Count > 1 && call.Argv.Any(word => word.Known == "--")
            ? [.. call.Argv.SkipWhile(word => word.Known != "--").Skip(1)] : options, call.Program + " run");
    }

    private static void Run(Call call, Word? line)
    {
        if (line is not null) call.Nest(new NestedCode(CodeLanguage.Shell, line, "ssh: " + call.Program) { Elsewhere = true });
    }

    // What follows one of these words is the command.
    private static void After(Call call, params ReadOnlySpan<string> words)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            foreach (var word in words)
                if (call.Text(i) == word) Run(call, call.Argv[i + 1]);
    }

    private static void Valued(Call call, string option)
    {
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Text(i) == option && i + 1 < call.Count) Run(call, call.Argv[i + 1]);
            else if (call.Argv[i].KnownPrefix is { } prefix && prefix.Length > option.Length && prefix.StartsWith(option, StringComparison.Ordinal)
                && prefix[option.Length] == '=') Run(call, WordText.Skip(call.Argv[i], option.Length + 1));
        }
    }

    private static void Line(Call call, int from, string shortValued, int skip = 0)
    {
        var operands = Options.Parse(call.Argv, from, shortValued, "app size remote type host hosts user par timeout options args", stopAtOperand: true).Operands;
        if (operands.Count > skip) Run(call, WordText.JoinAll([.. operands.Skip(skip).SkipWhile(word => word.Known == "--")]));
    }

    private static void Inside(Call call, int from, string valued)
    {
        var operands = Options.Parse(call.Argv, from, "e", valued, stopAtOperand: true).Operands;
        if (operands.Count > 1) call.Start([.. operands.Skip(1)], "ssh: " + call.Program, run => run with { Elsewhere = true, Cwd = null });
    }

    // commands=["one","two"], {"commands":["one"]} or commands=one
    private static void Parameters(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            var text = call.Argv[i].ToString();
            var at = text.IndexOf("commands", StringComparison.Ordinal);
            if (at is < 0 or > 12) continue;
            foreach (var part in text[(at + 8)..].TrimStart('"', '=', ':', ' ', '[').Split("\",", 64))
                if (part.Trim('"', '\'', '[', ']', '{', '}', ' ') is { Length: > 0 } line) Run(call, Word.Of(line));
        }
    }
}
