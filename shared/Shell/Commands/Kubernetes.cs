namespace Sallyport.Shell.Commands;

/// <summary>Kubernetes and the tools around it.</summary>
internal static class Kubernetes
{
    private const string Long = "namespace context kubeconfig cluster user server token as as-group request-timeout certificate-authority client-key client-certificate tls-server-name cache-dir v";

    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "kubectl" or "oc" or "k" or "kubectl.exe" or "microk8s" or "k3s" or "kubecolor": Kubectl(call); return true;
            case "helm" or "helm3": Helm(call); return true;
            case "helmfile" or "argocd" or "argo" or "flux" or "istioctl" or "linkerd" or "kustomize" or "skaffold" or "tilt" or "werf" or "okteto"
                or "calicoctl" or "cilium" or "kubectx" or "kubens" or "crictl" or "ctr":
                Tools(call);
                return true;
            default: return false;
        }
    }

    private static void Kubectl(Call call)
    {
        if (call.Program is "microk8s" or "k3s")
        {
            if (call.Text(1) == "kubectl") call.Start([.. call.Argv.Skip(1)], call.Program);
            return;
        }
        var options = Options.Parse(call.Argv, 1, "nsvfklocptw",
            Long + " filename selector output container grace-period timeout type patch replicas field-selector kustomize cascade dry-run overrides image env labels restart");
        if (options.Has("help") || options.Given.Any(option => option.Name is "dry-run" && option.Value?.Known is null or "client" or "server" or "true" && option.Name is "dry-run")) return;
        if (options.Operands.Count == 0) return;
        var verb = options.Operands[0].Known;
        var where = options.Value("namespace", 'n') is { } space ? space + "/" : "";
        switch (verb)
        {
            case "delete": Delete(call, options, where); break;
            case "drain" or "cordon" or "taint": call.Infrastructure(verb == "drain" ? "cluster-drain" : "cluster-cordon", "kubernetes:node " + options.Operands[^1], true); break;
            case "replace":
                if (options.Has("force")) call.Infrastructure("cluster-replace", "kubernetes:" + where, true);
                break;
            case "scale":
                if (options.Value("replicas")?.Known == "0") call.Infrastructure("cluster-scale-zero", "kubernetes:" + where + options.Operands[^1]);
                break;
            case "apply":
                if (options.Has("prune")) call.Infrastructure("cluster-prune", "kubernetes:" + where, true);
                foreach (var file in options.Values("filename", 'f'))
                    if (file.KnownPrefix.StartsWith("http", StringComparison.Ordinal)
                        || (file.Known == "-" && call.Run.Input.From is { } pipe && pipe.Any(Network.Fetches)))
                        call.Infrastructure("cluster-apply-url", "kubernetes:" + file);
                break;
            case "rollout":
                if (options.Operands.Count > 1 && options.Operands[1].Known == "undo") call.Infrastructure("cluster-rollback", "kubernetes:" + where);
                break;
            case "exec" or "run" or "debug" or "attach" or "rsh": Inside(call, verb); break;
            case "cp":
                if (options.Operands.Count > 2 && !Rsync.IsRemote(options.Operands[^1])) call.Path(EffectKind.Write, options.Operands[^1], "copy");
                foreach (var word in options.Operands.Skip(1).SkipLast(1))
                    if (!word.ToString().Contains(':', StringComparison.Ordinal)) call.Path(EffectKind.Read, word, "copy");
                break;
            case "get":
                if (options.Operands.Count > 1 && options.Operands[1].Known is { } kinds && IsSecret(kinds) && options.Value("output", 'o')?.ToString() is { } format
                    && format is not ("name" or "wide") && !OnlyNames(format)) call.Shows("kubernetes:secret");
                if (call.Argv.Any(static word => word.KnownPrefix is { } path && path.Contains("/secrets", StringComparison.Ordinal)) && options.Has("raw")) call.Shows("kubernetes:secret");
                break;
            case "patch":
                if (call.Argv.Any(word => word.ToString().Contains("finalizers", StringComparison.Ordinal))) call.Infrastructure("cluster-delete-data", "kubernetes:" + where + "finalizers", true);
                break;
            case "config":
                if (options.Operands.Count > 1 && options.Operands[1].Known == "view" && options.Has("raw")) call.Shows("kubernetes:config");
                break;
            case "create":
                if (options.Operands.Count > 1 && options.Operands[1].Known is "clusterrolebinding"
                    && call.Argv.Any(word => word.ToString().Contains("cluster-admin", StringComparison.Ordinal)))
                    call.Add(EffectKind.Escalate, "cluster-admin");
                break;
            // A plugin is a client of its own: kubectl velero, kubectl cnpg.
            default:
                if (verb is { Length: > 2 } && verb != call.Program && !IsBuiltIn(verb)) call.Start([.. call.Argv.Skip(1).SkipWhile(word => word.Known != verb)], call.Program);
                break;
        }
    }

    private static void Delete(Call call, Options options, string where)
    {
        var noun = options.Operands.Count > 1 ? options.Operands[1].ToString() : "";
        var kind = noun.Split('/')[0];
        var detail = kind is "ns" or "namespace" or "namespaces" or "project" or "projects" or "node" or "nodes" or "no" or "pv" or "persistentvolume"
            or "persistentvolumes" or "crd" or "customresourcedefinition" or "customresourcedefinitions" or "all"
            || options.Has("all") || options.Has('A', "all-namespaces") ? "cluster-delete-wide"
            : kind is "pvc" or "persistentvolumeclaim" or "persistentvolumeclaims" or "statefulset" or "sts" or "secret" or "secrets" ? "cluster-delete-data" : "cluster-delete";
        call.Infrastructure(detail, "kubernetes:" + where + string.Join(' ', options.Operands.Skip(1)), options.Has("force") || options.Has("now"));
    }

    private static void Inside(Call call, string verb)
    {
        var dashes = -1;
        for (var i = 1; i < call.Count && dashes < 0; i++)
            if (call.Text(i) == "--") dashes = i;
        var typed = call.Argv.Take(dashes < 0 ? call.Count : dashes).Any(word => word.Known is "--stdin" or "--tty" or "-i" or "-t" or "--stdin=true"
            || word.KnownPrefix is ['-', not '-', ..] flags && flags.AsSpan(1).IndexOfAnyExcept("it") < 0);
        var command = dashes >= 0 ? call.Argv.Skip(dashes + 1).ToList() : Trailing(call);
        if (command.Count > 0)
            call.Start(command, "kubectl " + verb, run => run with { Elsewhere = true, Cwd = null, Input = typed ? run.Input : new Input(InputKind.Text, Word.Of("")) });
        else if (typed || verb is "attach" or "rsh" or "debug") call.Session("kubectl " + verb);
    }

    // The old form without --: everything after the pod's name.
    private static List<Word> Trailing(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "ncsf", Long + " container filename pod-running-timeout image env labels restart overrides", stopAtOperand: true);
        if (options.Operands.Count < 2 || options.Operands[0].Known != "exec") return [];
        var rest = Options.Parse([call.Argv[0], .. options.Operands.Skip(1)], 1, "ncsf", Long + " container filename", stopAtOperand: true);
        return rest.Operands.Count < 2 ? [] : Options.Parse([call.Argv[0], .. rest.Operands.Skip(1)], 1, "nc", Long + " container", stopAtOperand: true).Operands;
    }

    private static void Helm(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--dry-run" or "-h" or "--help")) return;
        var options = Options.Parse(call.Argv, 1, "nfo", Long + " kube-context values set version timeout output");
        if (options.Operands.Count == 0) return;
        var verb = options.Operands[0].Known;
        if (verb is "uninstall" or "delete" or "del" or "un") call.Infrastructure("release-delete", "helm:" + options.Operands[^1], true);
        else if (verb is "rollback") call.Infrastructure("cluster-rollback", "helm:" + options.Operands[^1]);
        else if (verb is "upgrade" && options.Has("force")) call.Infrastructure("cluster-replace", "helm:" + options.Operands[^1], true);
        else if (options.Value("post-renderer") is { } program) call.Start([program], "helm --post-renderer");
    }

    private static void Tools(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--help" or "-h" or "--dry-run")) return;
        for (var i = 1; i < Math.Min(call.Count, 5); i++)
        {
            if (call.Argv[i].KnownPrefix.StartsWith('-')) continue;
            if (Verbs.Kind(call.Argv[i].ToString()) == VerbKind.TakesAway && call.Program is not ("kubectx" or "kubens") && call.Argv[i].Known != "rmi")
                call.Infrastructure("cluster-delete", call.Program + ":" + call.Argv[^1]);
            if (Verbs.Kind(call.Argv[i].ToString()) != VerbKind.None) return;
        }
    }

    private static bool IsBuiltIn(string verb) => verb is "get" or "describe" or "logs" or "log" or "expose" or "set" or "explain" or "edit" or "label" or "annotate" or "top" or "uncordon" or "proxy" or "port-forward" or "auth"
        or "diff" or "kustomize" or "wait" or "events" or "api-resources" or "api-versions" or "cluster-info" or "certificate" or "autoscale" or "completion" or "options" or "plugin" or "version" or "krew" or "login" or "logout"
        or "project" or "projects" or "status" or "whoami" or "adm" or "policy" or "process" or "start-build" or "new-app" or "new-project" or "tag" or "import-image" or "extract" or "image" or "registry" or "who-can" or "access-matrix" or "rbac-lookup";

    // secret, secrets/app, cm,secret
    private static bool IsSecret(string kinds)
    {
        foreach (var range in kinds.AsSpan().Split(','))
        {
            var kind = kinds.AsSpan()[range];
            if (kind.IndexOf('/') is > 0 and var slash) kind = kind[..slash];
            if (kind is "secret" or "secrets") return true;
        }
        return false;
    }

    // A template that picks out the name, the labels or the age.
    private static bool OnlyNames(string format) => format.Contains("metadata", StringComparison.Ordinal) && (format.Contains('=', StringComparison.Ordinal) || format.Contains('{', StringComparison.Ordinal))
        && !format.Replace("metadata", "", StringComparison.Ordinal).Contains("ata", StringComparison.Ordinal) && !format.Contains('*', StringComparison.Ordinal);
}
