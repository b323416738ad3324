namespace Sallyport.Shell.Commands;

/// <summary>The command-line clients of the clouds.</summary>
internal static class Cloud
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "aws" or "awslocal" or "aws2": Aws(call); return true;
            case "gcloud" or "az" or "oci" or "ibmcloud" or "aliyun" or "doctl" or "linode-cli" or "hcloud" or "scw" or "vultr-cli" or "openstack" or "exo" or "civo"
                or "tccli" or "yc" or "cf" or "bluemix" or "ovhai" or "upctl" or "eb" or "sam" or "copilot" or "gcutil" or "bq" or "lightsailctl" or "ecs-cli" or "azd":
                if (call.Program == "az" && call.Text(1) == "interactive") call.Session("az interactive");
                Verbal(call);
                return true;
            case "gsutil": Gsutil(call); return true;
            case "eksctl" or "kops" or "rosa" or "k3d" or "kind" or "minikube" or "kubeadm" or "talosctl" or "k3s-uninstall.sh": Clusters(call); return true;
            default: return false;
        }
    }

    // A delivery network that is told to forget everything asks the origin for everything at once; single pages are a deployment.
    private static bool Everything(Call call)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Text(i) == "--paths") return call.Argv.Skip(i + 1).TakeWhile(word => !word.KnownPrefix.StartsWith('-')).Any(word => word.Known is null or "/*" or "*");
        return true;
    }

    private static void Aws(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "", "region profile output endpoint-url query color cli-read-timeout cli-connect-timeout ca-bundle cli-input-json bucket key");
        if (options.Has("help") || options.Has("dryrun") || options.Has("dry-run") || options.Operands.Count < 2 || options.Operands.Any(word => word.Known == "help")) return;
        var service = options.Operands[0].ToString();
        var action = options.Operands[1].ToString();
        var resource = $"aws:{service} {action}";
        if (service == "s3")
        {
            S3(call, options, action);
            return;
        }
        // Whoever takes the lock off deletes next; what is only being made has nothing yet to lock.
        if (!action.StartsWith("create-", StringComparison.Ordinal) && action != "run-instances" && call.Argv.Any(word => word.Known is "--no-deletion-protection" or "--no-disable-api-termination" or "--no-enable-termination-protection"
            or "--no-deletion-protection-enabled")) call.Infrastructure("cloud-delete", resource);
        if (call.Argv.Zip(call.Argv.Skip(1)).Any(pair => pair.First.Known is "--desired-count" or "--desired-capacity" && pair.Second.Known == "0")) call.Infrastructure("cloud-delete", resource);
        var critical = service is "rds" or "docdb" or "neptune" or "dynamodb" or "organizations" or "kms" or "cloudtrail" or "backup" or "eks" or "redshift" or "cloudformation" or "iam" or "glacier";
        if (action is "export-credentials" || (service == "configure" && action == "get"
            && call.Argv.Any(word => word.ToString().Contains("secret", StringComparison.Ordinal)
            || word.ToString().Contains("token", StringComparison.Ordinal)))) call.Add(EffectKind.Read, "keychain", TargetKind.Resource, resource);
        else if (Verbs.Kind(action) == VerbKind.TakesAway && !action.StartsWith("flush", StringComparison.Ordinal))
            call.Infrastructure(service == "cloudtrail" ? "cloud-audit-off" : critical ? "cloud-delete-critical" : "cloud-delete", resource, true);
        else if (action is "schedule-key-deletion" or "disable-key" or "stop-logging" or "put-bucket-lifecycle-configuration" or "close-account")
            call.Infrastructure("cloud-delete-critical", resource, true);
        else if (service == "secretsmanager" && action is "update-secret" or "put-secret-value"
            || action is "put-parameter" && call.Argv.Any(word => word.Known == "--overwrite")) call.Infrastructure("cloud-secret-change", resource);
        else if (action is "release-address" or "disassociate-address") call.Infrastructure("cloud-delete", resource);
        else if (action == "change-resource-record-sets" && call.Argv.Any(word => word.ToString().Contains("DELETE", StringComparison.Ordinal))) call.Infrastructure("cloud-delete", resource);
        else if ((action is "create-invalidation" && Everything(call)) || action is "flush-stage-cache" or "flush-stage-authorizers-cache") call.Infrastructure("cloud-cache-purge", resource);
        else if (action is "put-bucket-acl" or "put-object-acl" && call.Argv.Any(word => word.Known is "public-read" or "public-read-write")) call.Infrastructure("make-public", resource);
        else if (action is "authorize-security-group-ingress" && call.Argv.Any(word => word.ToString().Contains("0.0.0.0/0", StringComparison.Ordinal))) call.Infrastructure("make-public", resource);
        else if (action is "attach-user-policy" or "attach-role-policy" or "put-user-policy"
            && call.Argv.Any(word => word.ToString().Contains("AdministratorAccess", StringComparison.Ordinal)))
            call.Add(EffectKind.Escalate, "cloud-admin", TargetKind.Resource, resource);
        else if (action is "create-access-key") call.Add(EffectKind.Persist, "cloud-key", TargetKind.Resource, resource);
        else if (action is "get-secret-value") call.Shows(resource, named: true);
        else if (action is "batch-get-secret-value" or "get-session-token" or "get-login-password" or "get-federation-token") call.Shows(resource);
        else if (action is "start-session" && call.Argv.Any(word => word.ToString().Contains("PortForwarding", StringComparison.Ordinal)))
            call.Add(EffectKind.Connect, "tunnel", TargetKind.Host, resource);
        else if (action is "start-session" or "execute-command" && service is "ssm" or "ecs") call.Session("aws " + service + " " + action);
        else if (action is "stop-instances" or "reboot-instances" or "stop-db-instance" or "stop-task" or "batch-delete-image" or "modify-db-instance") call.Infrastructure("cloud-stop", resource);
    }

    private static void S3(Call call, Options options, string action)
    {
        var target = options.Operands.Count > 2 ? options.Operands[^1].ToString() : "";
        switch (action)
        {
            case "rb": call.Infrastructure("cloud-delete-critical", "aws:" + target, options.Has("force")); break;
            case "rm": call.Infrastructure(options.Has("recursive") ? "cloud-delete-critical" : "cloud-delete", "aws:" + target); break;
            case "sync":
                if (options.Has("delete")) call.Infrastructure("cloud-delete", "aws:" + target);
                Upload(call, options);
                break;
            case "cp" or "mv": Upload(call, options); break;
            default: break;
        }
    }

    private static void Upload(Call call, Options options)
    {
        if (options.Operands.Count < 4) return;
        var source = options.Operands[2];
        var destination = options.Operands[3].ToString();
        if (source.KnownPrefix.StartsWith("s3://", StringComparison.Ordinal))
        {
            if (!destination.StartsWith("s3://", StringComparison.Ordinal) && destination != "-") call.Path(EffectKind.Write, options.Operands[3], "download");
            return;
        }
        if (source.Known != "-") call.Path(EffectKind.Read, source, "upload", recursive: options.Has("recursive"));
        call.Add(EffectKind.SendData, new Target(TargetKind.Resource, "aws:" + destination), source.Known == "-" ? "stdin" : "file");
    }

    private static void Verbal(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--help" or "-h" or "help" or "--dry-run" or "--what-if")) return;
        if (call.Program == "gcloud" && call.Argv.Any(word => word.Known is "ssh")
            && !call.Argv.Any(word => word.KnownPrefix.StartsWith("--command", StringComparison.Ordinal))) call.Session("gcloud compute ssh");
        var line = WordText.JoinAll(call.Argv).ToString();
        if (line.Contains("iam-policy-binding", StringComparison.Ordinal) && line.Contains(" add-", StringComparison.Ordinal))
        {
            if (line.Contains("allUsers", StringComparison.Ordinal) || line.Contains("allAuthenticatedUsers", StringComparison.Ordinal)) call.Infrastructure("make-public", call.Program + ":policy");
            if (line.Contains("roles/owner", StringComparison.Ordinal) || line.Contains("roles/editor", StringComparison.Ordinal))
                call.Add(EffectKind.Escalate, "cloud-admin", TargetKind.Resource, call.Program);
        }
        if (call.Program == "az" && line.Contains("role assignment create", StringComparison.Ordinal)
            && (line.Contains("Owner", StringComparison.Ordinal) || line.Contains("User Access Administrator", StringComparison.Ordinal)))
            call.Add(EffectKind.Escalate, "cloud-admin", TargetKind.Resource, "az");
        if (call.Program == "az" && line.Contains("--mode Complete", StringComparison.OrdinalIgnoreCase)) call.Infrastructure("cloud-delete-critical", "az:deployment");
        if (line.Contains("service-accounts keys create", StringComparison.Ordinal) || line.Contains("credential reset", StringComparison.Ordinal))
            call.Add(EffectKind.Persist, "cloud-key", TargetKind.Resource, call.Program);
        if (call.Program == "gcloud" && line.Contains(" services disable", StringComparison.Ordinal)) call.Infrastructure("cloud-delete", "gcloud:service");
        var words = 0;
        for (var i = 1; i < call.Count && words < 7; i++)
        {
            var text = call.Argv[i].ToString();
            if (text.StartsWith('-')) continue;
            words++;
            if (text == "unset" && call.Argv.Any(word => word.Known == "config")) return;
            if (Verbs.Kind(text) == VerbKind.TakesAway || text is "d" && call.Program == "bluemix" || (call.Program == "bq" && text is "rm"))
            {
                if (i > 1 && call.Argv[i - 1].KnownPrefix.StartsWith("--", StringComparison.Ordinal)
                    && !call.Argv[i - 1].KnownPrefix.Contains('=', StringComparison.Ordinal) && i > 2 && call.Program is "az") continue;
                // A right taken from somebody is not the database it was a right to.
                var binding = text.EndsWith("iam-policy-binding", StringComparison.Ordinal);
                var critical = call.Argv.Any(word => word.Known is "projects" or "organizations" || !binding && word.Known is "group" or "sql" or "clusters" or "aks" or "database" or "databases"
                    or "keyvault" or "vault" or "account" or "namespace" or "server" or "kms");
                call.Infrastructure(critical ? "cloud-delete-critical"
                    : "cloud-delete", call.Program + ":" + string.Join(' ', call.Argv.Skip(1).Take(i + 1)),
                    call.Argv.Any(word => word.Known is "--yes" or "-y" or "--quiet" or "-q" or "--force" or "-f"));
                return;
            }
            if (text is "invalidate-cdn-cache" or "reset-windows-password" or "stop" && call.Program is "gcloud" or "az" && text != "stop") call.Infrastructure("cloud-cache-purge", call.Program);
        }
    }

    private static void Gsutil(Call call)
    {
        foreach (var word in call.Argv.Skip(1))
        {
            if (word.KnownPrefix.StartsWith('-')) continue;
            if (word.Known is "rm" or "rb") call.Infrastructure(call.Argv.Any(other => other.Known is "-r" or "-R" or "-a") || word.Known == "rb"
                ? "cloud-delete-critical" : "cloud-delete", "gsutil:" + call.Argv[^1]);
            else if (word.Known == "rsync" && call.Argv.Any(other => other.KnownPrefix is ['-', not '-', ..] flags
                && flags.Contains('d', StringComparison.Ordinal)) && !call.Argv.Any(other => other.Known == "-n"))
                call.Infrastructure("cloud-delete", "gsutil:" + call.Argv[^1]);
            else if (word.Known is "cp" or "mv" && call.Argv[^1].KnownPrefix.StartsWith("gs://", StringComparison.Ordinal))
            {
                foreach (var source in call.Argv.SkipWhile(other => other.Known != word.Known).Skip(1).SkipLast(1))
                    if (!source.KnownPrefix.StartsWith('-') && !source.KnownPrefix.StartsWith("gs:", StringComparison.Ordinal)) call.Path(EffectKind.Read, source, "upload");
                call.Add(EffectKind.SendData, new Target(TargetKind.Resource, call.Argv[^1].ToString()), "file");
            }
            return;
        }
    }

    private static void Clusters(Call call)
    {
        if (call.AsksHelp) return;
        // It asks, unless it is told not to, or told what to answer.
        if (call.Program == "kubeadm" && call.Run.Input.Kind == InputKind.Inherited && call.Run.Wrappers.All(static wrapper => wrapper is "sudo" or "doas")
            && !call.Argv.Any(static word => !word.IsKnown || word.Known is "-f" || word.KnownPrefix.StartsWith("--f", StringComparison.Ordinal) || word.KnownPrefix.StartsWith("--config", StringComparison.Ordinal)))
        {
            if (call.Argv.Any(static word => word.Known == "reset")) call.Infrastructure("cloud-stop", "kubeadm:cluster");
            return;
        }
        var local = call.Program is "kind" or "k3d" or "minikube";
        if (call.Argv.Skip(1).Any(word => word.Known is "delete" or "destroy" or "reset" or "uninstall"))
            call.Infrastructure(local ? "local-cluster-delete" : "cloud-delete-critical", call.Program + ":cluster");
    }
}
