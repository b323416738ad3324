namespace Sallyport.Shell.Commands;

/// <summary>The package managers of a machine: <c>apt</c>, <c>dnf</c>, <c>pacman</c>, <c>brew</c> and their like.</summary>
internal static class SystemPackages
{
    public static void Describe(Call call)
    {
        if (call.AsksHelp) return;
        if (call.Program is "nix-shell" or "nix")
        {
            var options = Options.Parse(call.Argv, 1, "pAIc", "run command packages attr argstr");
            if (options.Value("run") is { } text) call.Nest(CodeLanguage.Shell, text, "nix-shell --run");
            else if (call.Program == "nix" && call.Argv.Any(word => word.Known is "-c" or "--command"))
                call.Start([.. call.Argv.SkipWhile(word => word.Known is not ("-c" or "--command")).Skip(1)], "nix -c");
            else if (call.Program == "nix-shell" && call.Count > 1 && call.Run.Input.Kind == InputKind.Inherited) call.Session("nix-shell");
            return;
        }
        foreach (var word in call.Argv)
        {
            // apt -o APT::Update::Pre-Invoke::=… runs a program as root.
            if (word.ToString().IndexOf("Invoke::=", StringComparison.OrdinalIgnoreCase) is var at and >= 0 && word.KnownPrefix.Length > at + 9)
                call.Nest(CodeLanguage.Shell, WordText.Skip(word, at + 9), "apt -o");
        }
        var words = call.Nouns();
        var removes = words.Count > 0 && words[0] is "remove" or "purge" or "autoremove" or "uninstall" or "erase" or "deinstall"
            || (call.Program == "apk" && words.Count > 0 && words[0] == "del")
            || call.Program == "pacman" && call.Argv.Any(word => word.KnownPrefix.StartsWith("-R", StringComparison.Ordinal))
            || call.Program is "dpkg" or "rpm" && call.Argv.Any(word => word.Known is "-r" or "-P" or "--purge" or "--remove" or "-e" or "--erase");
        if (call.Program is "rpm" or "dpkg" or "pacman" && call.Argv.Any(word => word.KnownPrefix.StartsWith("http://", StringComparison.Ordinal)) && !removes)
            call.Add(EffectKind.Install, "plain-http", TargetKind.Package, words.Count > 0 ? words[^1] : "package");
        // What the packages were signed with is not looked at.
        if (call.Argv.Any(word => word.Known is "--allow-unauthenticated" or "--force-yes") && !removes)
            call.Add(EffectKind.Install, "plain-http", TargetKind.Package, words.Count > 0 ? words[^1] : "package");
        if (!removes) return;
        foreach (var name in call.Program is "pacman" or "dpkg" or "rpm" ? words : words.Skip(1))
            if (Vital(name)) call.Add(EffectKind.Install, "remove-vital", TargetKind.Package, name, true);
            else if (call.Program is not ("brew" or "port" or "nix-env" or "choco" or "winget" or "scoop") && words[0] != "autoremove")
                call.Add(EffectKind.Install, "remove-system", TargetKind.Package, name);
    }

    private static bool Vital(string package) => package is "systemd" or "glibc" or "libc6" or "bash" or "coreutils" or "kernel" or "sudo" or "openssh-server"
        or "base" or "linux" or "grub" or "python3" or "python3-minimal" or "init" or "dpkg" or "apt" or "util-linux" or "*" or "^.*" or "musl" or "busybox"
        or "apk-tools" or "alpine-baselayout" or "pacman" or "rpm" or "filesystem" or "shadow" or "login" or "libpam0g" or "network-manager" or "NetworkManager"
        || (package.AsSpan().IndexOfAny("*^") >= 0 && package.AsSpan().Trim("^.*-+") is "linux" or "lib" or "python3" or "systemd" or "" or "a" or "kernel")
        || package.StartsWith("linux-image", StringComparison.Ordinal) || package.StartsWith("kernel-core", StringComparison.Ordinal);
}
