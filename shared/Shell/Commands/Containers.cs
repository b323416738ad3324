namespace Sallyport.Shell.Commands;

/// <summary>Containers: what runs inside them, what they are given of this machine, and what is thrown away.</summary>
internal static class Containers
{
    private const string RunShort = "aceGhlmpuvwe";

    private const string RunLong = "add-host annotation attach blkio-weight cap-add cap-drop cgroup-parent cgroupns cidfile cpu-shares cpus cpuset-cpus detach-keys device dns entrypoint env env-file expose gpus group-add health-cmd hostname ip ipc label label-file link log-driver log-opt mac-address memory memory-swap mount name net network network-alias pid pids-limit platform publish pull restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume volume-driver volumes-from workdir detach-keys context config host log-level";

    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "docker" or "podman" or "nerdctl" or "finch": Engine(call); return true;
            case "docker-compose" or "podman-compose": Compose(call, call.Argv, 1); return true;
            case "lxc" or "lxc-attach" or "incus" or "machinectl" or "vagrant" or "multipass" or "virsh" or "vboxmanage" or "distrobox" or "toolbox"
                or "proot-distro" or "wsl" or "limactl" or "colima" or "orb" or "qm" or "pct" or "xe":
                Machines(call);
                return true;
            default: return false;
        }
    }

    private static void Engine(Call call)
    {
        if (call.AsksHelp) return;
        var global = Options.Parse(call.Argv, 1, "HlcD", "host log-level context config tlscacert tlscert tlskey connection url", stopAtOperand: true);
        var words = global.Operands;
        if (words.Count == 0) return;
        if (words[0].Known is "container" or "image" or "system" or "volume" or "network" or "builder" or "buildx" or "secret" or "swarm" or "stack"
            or "service" or "node" or "machine" or "pod" or "config" or "context" && words.Count > 1)
        {
            Managed(call, words[0].Known!, words);
            return;
        }
        switch (words[0].Known)
        {
            case "exec": Exec(call, words); break;
            case "run" or "create": Run(call, words); break;
            case "compose": Compose(call, words, 1); break;
            case "rm": Remove(call, words, "container"); break;
            case "rmi": Remove(call, words, "image"); break;
            case "kill" or "stop":
                if (words[^1].Known is "traefik" or "haproxy" or "envoy") call.Add(EffectKind.StopService, "gateway", TargetKind.Process, words[^1].ToString());
                else Stop(call, words);
                break;
            case "push": call.Add(EffectKind.Install, "image-push", TargetKind.Package, words[^1].ToString()); break;
            case "attach": call.Session("docker attach"); break;
            case "start": Resume(call, words); break;
            case "cp": Copy(call, words); break;
            case "build":
                var build = Options.Parse(words, 1, "tfc", "tag file build-arg target output secret ssh cache-from cache-to platform network label");
                break;
            default: break;
        }
    }

    private static void Managed(Call call, string noun, List<Word> words)
    {
        var rest = words.Skip(1).ToList();
        var verb = rest[0].Known;
        switch (noun, verb)
        {
            case ("container", "exec"): Exec(call, rest); break;
            case ("container", "run" or "create"): Run(call, rest); break;
            case ("container", "attach"): call.Session("docker attach"); break;
            case ("container", "start"): Resume(call, rest); break;
            case ("container" or "pod", "rm"): Remove(call, rest, "container"); break;
            case ("container", "stop" or "kill"): Stop(call, rest); break;
            case ("image", "rm"): Remove(call, rest, "image"); break;
            case ("image", "push"): call.Add(EffectKind.Install, "image-push", TargetKind.Package, rest[^1].ToString()); break;
            case ("volume", "rm" or "remove"): call.Infrastructure("volume-delete", "volume:" + rest[^1]); break;
            case ("volume", "prune"): call.Infrastructure("volume-prune", "volumes"); break;
            case ("system", "prune"):
                if (rest.Any(word => word.Known == "--volumes")) call.Infrastructure("volume-prune", "volumes");
                else call.Infrastructure("container-prune", "unused");
                break;
            case ("system", "reset"): call.Infrastructure("volume-prune", "everything"); break;
            case ("swarm", "leave"): if (rest.Any(word => word.Known is "-f" or "--force")) call.Infrastructure("swarm-delete", "swarm"); break;
            case ("stack" or "service" or "secret" or "node" or "config", "rm" or "remove" or "down"): call.Infrastructure("swarm-delete", noun + ":" + rest[^1]); break;
            case ("network", "rm"): call.Infrastructure("container-stop", "network:" + rest[^1]); break;
            case (_, "prune"): call.Infrastructure("container-prune", noun); break;
            default: break;
        }
    }

    // docker stop $(docker ps -q), docker ps -q | xargs docker stop: whatever runs, not what was named.
    private static void Stop(Call call, List<Word> words)
    {
        // docker ps -q --filter name=test names what it is about.
        var listed = words.Exists(word => word.HasUnknown && word.ToString() is var text && text.Contains(" ps", StringComparison.Ordinal) && !Filters(text.Split(' '))) || words.Exists(word => word.Known is "-a" or "--all")
            || (call.Run.Wrappers.Has("xargs") && call.Run.Input.From is { } from && from.Any(run => run.Program is "docker" or "podman" or "nerdctl" && run.Argv.Any(word => word.Known is "ps") && !Filters(run.Argv.Select(word => word.ToString()))));
        if (listed) call.Infrastructure("container-stop-all", "every container");
        else call.Infrastructure("container-stop", "container:" + words[^1]);
    }

    private static bool Filters(IEnumerable<string> words) => words.Any(word => word is "-f" or "--filter" || word.StartsWith("--filter=", StringComparison.Ordinal) || word.StartsWith("-f=", StringComparison.Ordinal)
        || word.StartsWith("-qf", StringComparison.Ordinal) || word.StartsWith("-aqf", StringComparison.Ordinal) || word.StartsWith("-qaf", StringComparison.Ordinal));

    private static void Remove(Call call, List<Word> words, string noun)
    {
        var options = Options.Parse(words, 1);
        var forced = options.Has('f', "force");
        foreach (var word in options.Operands)
            if (noun == "container" && word.Known is "traefik" or "haproxy" or "envoy") call.Add(EffectKind.StopService, "gateway", TargetKind.Process, word.ToString());
            else call.Infrastructure(noun == "image" ? "image-delete" : forced ? "container-force-delete" : "container-delete", noun + ":" + word, forced);
        // What docker create has only just made holds nothing of anybody's.
        if (options.Has('v', "volumes") && noun == "container" && !options.Operands.All(static word => word.Pieces is [{ Kind: PieceKind.Unknown } made] && made.Text.Contains("docker create", StringComparison.Ordinal))) call.Infrastructure("volume-delete", "anonymous volumes");
    }

    // What was made with a terminal waits for whoever starts it with -i.
    private static void Resume(Call call, List<Word> words)
    {
        if (Options.Parse(words, 1, "", "detach-keys checkpoint checkpoint-dir").Has('i', "interactive")) call.Session("docker start -i");
    }

    private static void Exec(Call call, List<Word> words)
    {
        var options = Options.Parse(words, 1, "ewu", "env env-file workdir user detach-keys", stopAtOperand: true);
        if (options.Operands.Count < 2) return;
        var typed = options.Has('i', "interactive") || options.Has('t', "tty");
        Inside(call, [.. options.Operands.Skip(1)], "docker exec", typed);
    }

    // Without -i a shell inside gets no input and ends at once.
    private static void Inside(Call call, List<Word> argv, string wrapper, bool typed) =>
        call.Start(argv, wrapper, run => run with { Elsewhere = true, Cwd = null, Input = typed ? run.Input : new Input(InputKind.Text, Word.Of("")) });

    private static void Run(Call call, List<Word> words)
    {
        var options = Options.Parse(words, 1, RunShort, RunLong, stopAtOperand: true);
        if (options.Has("privileged")) call.Add(EffectKind.Escalate, "privileged-container");
        foreach (var option in (string[])["pid", "userns", "ipc", "uts"])
            if (options.Value(option)?.Known == "host") call.Add(EffectKind.Escalate, "host-namespace", TargetKind.Resource, option);
        if (options.Values("cap-add").Any(word => word.Known?.ToUpperInvariant() is "ALL" or "SYS_ADMIN" or "SYS_PTRACE" or "SYS_MODULE")) call.Add(EffectKind.Escalate, "privileged-container");
        foreach (var device in options.Values("device"))
            if (device.KnownPrefix.StartsWith("/dev/sd", StringComparison.Ordinal) || device.KnownPrefix.StartsWith("/dev/nvme", StringComparison.Ordinal)
                || device.KnownPrefix.StartsWith("/dev/mem", StringComparison.Ordinal)) call.Add(EffectKind.Escalate, "host-device");
        foreach (var volume in options.Values("volume", 'v').Concat(options.Values("mount"))) Volume(call, volume);
        // What runs in the background, or is only made, has nobody's terminal until it is attached to.
        var typed = (options.Has('i', "interactive") || options.Has('t', "tty")) && !options.Has('d', "detach") && words[0].Known != "create";
        if (options.Operands.Count == 0) return;
        var command = options.Operands.Skip(1).ToList();
        if (options.Value("entrypoint") is { } entry) command.Insert(0, entry);
        if (command.Count > 0 && options.Values("volume", 'v').ToList() is { Count: > 0 } volumes) OnHost(call, command, volumes);
        if (command.Count > 0) Inside(call, command, "docker run", typed);
        else if (typed && options.Has('i', "interactive") && options.Has('t', "tty") && call.Run.Input.Kind == InputKind.Inherited) call.Session("docker run -it");
    }

    // What a command does below a mounted folder it does to the folder here.
    private static void OnHost(Call call, List<Word> command, List<Word> volumes)
    {
        foreach (var volume in volumes)
        {
            var parts = volume.ToString().Split(':');
            if (parts.Length > 1 && parts[0] is [not ('/' or '.' or '~' or '$'), ..] && parts[1].Length > 1 && Empties(command, parts[1].TrimEnd('/'))) call.Infrastructure("volume-delete", "volume:" + parts[0]);
            if (parts.Length < 2 || parts[1] is not ['/', _, ..] inside || parts[0] is not ['/' or '.' or '~' or '$', ..] || !call.Spend(command)) continue;
            var host = PathText.Target(Word.Of(parts[0]), call.Run.Cwd, call.Facts) is { Known: true } target && parts[0][0] != '$' ? Word.Of(target.Name) : Word.Unknown(parts[0]);
            var moved = command.ConvertAll(word => Moved(word, inside.TrimEnd('/'), host));
            // Mounted under its own name it is the same path on both sides.
            if (!moved.SequenceEqual(command) || (host.Known == inside.TrimEnd('/') && command.Exists(word => !Moved(word, inside.TrimEnd('/'), Word.Of("\0")).Equals(word)))) call.Start(moved, "docker run");
        }
    }

    // docker run -v data:/data alpine sh -c 'rm -rf /data/*'
    private static bool Empties(List<Word> command, string inside)
    {
        var line = WordText.JoinAll(command).ToString();
        var at = line.IndexOf("rm -", StringComparison.Ordinal);
        if (at < 0) at = line.IndexOf("find " + inside, StringComparison.Ordinal) is >= 0 and var search && line.Contains("-delete", StringComparison.Ordinal) ? search : -1;
        if (at < 0) return false;
        var end = line.AsSpan(at).IndexOfAny(';', '&', '|');
        var words = end < 0 ? line.AsSpan(at) : line.AsSpan(at, end);
        return words.Contains(inside + "/*", StringComparison.Ordinal) || words.Contains(inside + " ", StringComparison.Ordinal) || words.TrimEnd("/ \"'").EndsWith(inside);
    }

    private static Word Moved(Word word, string inside, Word host)
    {
        var text = word.Known;
        if (text is null || inside.Length < 2) return word;
        var at = text.IndexOf(inside, StringComparison.Ordinal);
        // The folder itself, or what lies in it, at the beginning of a word.
        if (at < 0 || (at > 0 && text[at - 1] is not (' ' or '"' or '\'' or '='))
            || (at + inside.Length < text.Length && text[at + inside.Length] is not ('/' or ' ' or '"' or '\'' or ';' or ')'))) return word;
        return WordText.Join(WordText.Join(Word.Of(text[..at]), host), Word.Of(text[(at + inside.Length)..]));
    }

    private static void Volume(Call call, Word volume)
    {
        var text = PathText.Target(volume, null, call.Facts).Name;
        if (text.Contains("source=", StringComparison.Ordinal) || text.Contains("src=", StringComparison.Ordinal))
        {
            var part = text.Split(',').FirstOrDefault(part => part.StartsWith("source=", StringComparison.Ordinal) || part.StartsWith("src=", StringComparison.Ordinal));
            text = part is null ? "" : part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }
        else text = text.Split(':')[0];
        text = text.Length > 1 ? text.TrimEnd('/') : text;
        if (text is "/var/run/docker.sock" or "/run/docker.sock" or "/run/containerd/containerd.sock" or "/run/podman/podman.sock") call.Add(EffectKind.Escalate, "container-socket");
        else if (text is "/" or "/etc" or "/root" or "/var" or "/usr" or "/boot" or "/proc" or "/sys" or "/dev" or "/home")
            call.Add(EffectKind.Escalate, new Target(TargetKind.Path, text), "host-mount");
    }

    private static void Compose(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at, "fp", "file project-name profile env-file project-directory ansi", stopAtOperand: true);
        var words = options.Operands;
        if (words.Count == 0) return;
        switch (words[0].Known)
        {
            case "down" or "rm":
                if (words.Any(word => word.Known is "-v" or "--volumes"
                    || word.KnownPrefix is ['-', not '-', ..] flags && flags.Contains('v', StringComparison.Ordinal)))
                    call.Infrastructure("compose-volumes", "compose volumes " + (options.Value("project-name", 'p') ?? options.Value("file", 'f') ?? Word.Of("all")));
                break;
            case "exec" or "run":
                var inner = Options.Parse(words, 1, "eTuwvpl", "env user workdir volume publish name entrypoint label index", stopAtOperand: true);
                if (words.Any(word => word.Known == "-T")) inner = Options.Parse([.. words.Where(word => word.Known != "-T")], 1, "euwvpl",
                    "env user workdir volume publish name entrypoint label index", stopAtOperand: true);
                Inside(call, [.. inner.Operands.Skip(1)], "docker compose " + words[0].Known, !words.Any(word => word.Known is "-T" or "-d" or "--detach"));
                break;
            default: break;
        }
    }

    private static void Copy(Call call, List<Word> words)
    {
        var options = Options.Parse(words, 1);
        if (options.Operands.Count < 2) return;
        if (!options.Operands[0].ToString().Contains(':', StringComparison.Ordinal)) call.Path(EffectKind.Read, options.Operands[0], "copy");
        if (!options.Operands[1].ToString().Contains(':', StringComparison.Ordinal)) call.Path(EffectKind.Write, options.Operands[1], "copy");
    }

    private static void Machines(Call call)
    {
        if (call.AsksHelp) return;
        if (call.Program is "lxc" or "incus" && call.Text(1) == "exec" || call.Program is "lxc-attach")
        {
            var rest = call.Argv.SkipWhile(word => word.Known != "--").Skip(1).ToList();
            if (rest.Count == 0 && call.Text(1) == "exec") rest = [.. Options.Parse(call.Argv, 2, "", "cwd env mode user group", stopAtOperand: true).Operands.Skip(1)];
            if (rest.Count > 0) Inside(call, rest, call.Program + " exec", true);
            else call.Session(call.Program);
        }
        else if (call.Program is "vagrant" && call.Text(1) == "ssh" && call.Argv.ToList().FindIndex(word => word.Known is "-c" or "--command") is var at and > 0 && at + 1 < call.Count)
            call.Nest(new NestedCode(CodeLanguage.Shell, call.Argv[at + 1], "vagrant ssh") { Elsewhere = true });
        else if (call.Program is "multipass" or "limactl" or "colima" or "orb" or "distrobox" or "toolbox"
            && call.Argv.SkipWhile(word => word.Known != "--").Skip(1).ToList() is { Count: > 0 } inside) Inside(call, inside, call.Program + " exec", true);
        else if (call.Program is "vagrant" or "limactl" or "colima" && call.Text(1) is "ssh" or "shell"
            && !call.Argv.Any(word => word.Known is "-c" or "--command" or "--")) call.Session(call.Program + " ssh");
        else if (call.Program is "machinectl" or "multipass" && call.Text(1) is "shell" or "login") call.Session(call.Program + " shell");
        else if (call.Program == "wsl" && call.Count > 1 && call.Argv.Any(word => word.Known is "--unregister")) call.Infrastructure("machine-delete", "wsl");
        else if (call.Argv.Skip(1).Take(2).Any(word => word.Known is "destroy" or "delete" or "unregistervm" or "purge")
            && call.Program is not ("distrobox" or "toolbox")) call.Infrastructure("machine-delete", call.Program + ":" + call.Argv[^1]);
    }
}
