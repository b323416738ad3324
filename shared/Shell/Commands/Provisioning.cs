namespace Sallyport.Shell.Commands;

/// <summary>Infrastructure as code: Terraform and its kin, Pulumi, CDK, Serverless, Ansible.</summary>
internal static class Provisioning
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "terraform" or "tofu" or "terragrunt" or "tf": Terraform(call); return true;
            case "pulumi" or "cdk" or "cdktf" or "serverless" or "sls" or "sst" or "cloudformation" or "packer" or "nixops" or "crossplane" or "chalice"
                or "zappa" or "up" or "kamal" or "dokku" or "waypoint": Stack(call); return true;
            case "ansible": Ansible(call); return true;
            case "ansible-pull":
                if (Options.Parse(call.Argv, 1, "UCdieMot", "url checkout directory inventory extra-vars module-path module-name limit").Value("url", 'U') is { } url && !call.AsksHelp)
                    call.Unknown("ansible-pull", url);
                return true;
            case "ansible-playbook" or "salt" or "chef-client" or "puppet" or "cap" or "fab" or "knife": return true;
            default: return false;
        }
    }

    private static void Terraform(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "", "", singleDash: true);
        var verbs = options.Operands.Select(word => word.ToString()).SkipWhile(word => word is "run-all" or "run").ToList();
        if (verbs.Count == 0 || options.Has("help")) return;
        // TF_CLI_ARGS stands behind the verb as if it were typed there.
        var more = call.Run.Environment.Where(pair => pair.Key.StartsWith("TF_CLI_ARGS", StringComparison.Ordinal)).Select(pair => pair.Value.ToString()).ToList();
        if (verbs[0] == "apply" && more.Exists(text => text.Contains("-destroy", StringComparison.Ordinal))) verbs[0] = "destroy";
        var forced = more.Exists(text => text.Contains("-auto-approve", StringComparison.Ordinal))
            || options.Given.Any(option => option.Name is "auto-approve" or "force" or "terragrunt-non-interactive" or "non-interactive"
            && option.Value?.Known != "false");
        switch (verbs[0])
        {
            case "destroy" or "destroy-all": call.Infrastructure("terraform-destroy", "terraform:state", forced); break;
            case "apply" or "apply-all":
                if (options.Given.Any(option => option.Name == "destroy")) call.Infrastructure("terraform-destroy", "terraform:state", forced);
                else if (forced) call.Infrastructure("terraform-apply", "terraform:state", true);
                if (options.Given.Any(option => option.Name == "replace")) call.Infrastructure("terraform-taint", "terraform:resource");
                break;
            case "state" when verbs.Count > 1 && verbs[1] is "rm" or "push" or "mv" && verbs[1] != "mv": call.Infrastructure("terraform-state", "terraform:" + verbs[^1], true); break;
            case "taint": call.Infrastructure("terraform-taint", "terraform:" + verbs[^1]); break;
            case "force-unlock": call.Infrastructure("terraform-state", "terraform:lock", true); break;
            case "workspace" when verbs.Count > 2 && verbs[1] == "delete": call.Infrastructure("terraform-state", "terraform:workspace " + verbs[2], true); break;
            case "console": if (call.Run.Input.Kind == InputKind.Inherited) call.Session("terraform console"); break;
            default: break;
        }
    }

    private static void Stack(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--help" or "-h" or "--dry-run" or "--preview-only")) return;
        var forced = call.Argv.Any(word => word.Known is "--yes" or "-y" or "--force" or "-f" or "--skip-preview");
        var verbs = Options.Parse(call.Argv, 1, call.Program == "kamal" ? "dcHrhp" : "Cs",
            "cwd stack color config-file destination hosts roles primary stage region app profile context").Operands.ConvertAll(word => word.ToString());
        if (verbs.Count == 0) return;
        if (verbs[0] is "destroy" or "remove" or "down" or "delete" or "undeploy" || Verbs.Destroys(verbs[0])
            || (call.Program is "kamal" && verbs.Count > 1 && verbs[1] is "remove")
            || (verbs.Count > 1 && verbs[0] is "stack" or "state" && verbs[1] is "rm" or "delete"))
            call.Infrastructure("stack-destroy", call.Program + ":stack", forced);
        else if (call.Program == "pulumi" && verbs[0] is "up" or "update" && forced) call.Infrastructure("terraform-apply", "pulumi:stack", true);
        else if (call.Program == "pulumi" && verbs[0] is "cancel") call.Infrastructure("terraform-state", "pulumi:update", true);
    }

    private static void Ansible(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "amiufblMpcPBTt", "args module-name inventory user forks become-user limit");
        if (options.Value("args", 'a') is { } text && options.Value("module-name", 'm')?.Known is null or "shell" or "command" or "raw" or "ansible.builtin.shell" or "ansible.builtin.command")
            call.Nest(CodeLanguage.Shell, text, "ansible", elsewhere: true);
        else if (options.Value("args", 'a') is { } arguments) Module(call, options.Value("module-name", 'm')!.ToString(), arguments.ToString());
    }

    // What a module would do, in the words of the program it stands for.
    private static void Module(Call call, string module, string arguments)
    {
        var name = module[(module.LastIndexOf('.') + 1)..];
        if (name == "file" && arguments.Contains("state=absent", StringComparison.Ordinal))
            call.Nest(CodeLanguage.Shell, Word.Of("rm -rf " + (Argument(arguments, "path") ?? Argument(arguments, "dest") ?? "")), "ansible file",
            elsewhere: true);
        else if (name is "service" or "systemd" && arguments.Contains("state=stopped", StringComparison.Ordinal))
            call.Nest(CodeLanguage.Shell, Word.Of("systemctl stop " + Argument(arguments, "name")), "ansible service", elsewhere: true);
        else if (arguments.Contains("state=absent", StringComparison.Ordinal)) call.Infrastructure("service-delete", "ansible:" + name);
    }

    private static string? Argument(string arguments, string name)
    {
        foreach (var word in WordText.Split(arguments) ?? [])
            if (word.ToString().StartsWith(name + "=", StringComparison.Ordinal)) return word.ToString()[(name.Length + 1)..];
        return null;
    }
}
