using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

/// <summary>The machine: services and power, raw disks, permissions.</summary>
internal static class MachinePacks
{
    public static Rule[] System => field ??=
    [
        new("system.power", EffectKind.StopService, Verdict.Deny, "This would stop or restart the machine.")
        {
            Details = "power",
            When = static s => !s.Remote || s.RemoteMachine,
            Suggest = "uptime",
            True = "shutdown -h now\nreboot\nsystemctl poweroff",
            False = "uptime\nshutdown -c",
        },
        new("system.critical-service", EffectKind.StopService, Verdict.Ask, "This stops something the machine's reach, safety or records rest on.")
        {
            Details = "critical network clear-log unmount-all",
            Suggest = "systemctl status sshd",
            True = "systemctl stop sshd\nsystemctl disable auditd\niptables -F\nufw disable\nsetenforce 0",
            False = "systemctl status sshd\nip addr\niptables -L",
        },
        new("system.stop-service", EffectKind.StopService, Verdict.Warn, "This stops a service.")
        {
            Details = "stop disable kernel-setting kernel clear-history",
            True = "systemctl stop nginx",
            False = "systemctl restart nginx",
        },
        new("system.gateway", EffectKind.StopService, Verdict.Ask, "This stops the server in front of others.")
        {
            Details = "gateway",
            Suggest = "nginx -t",
            True = "nginx -s stop\napachectl stop\nsystemctl stop haproxy",
            False = "nginx -t\nnginx -s reload\nsystemctl reload nginx",
        },
        new("system.stop-database", EffectKind.StopService, Verdict.Ask, "This would stop a database server.")
        {
            Details = "database",
            Suggest = "redis-cli ping",
            True = "redis-cli SHUTDOWN\nmysqladmin shutdown",
            False = "redis-cli ping",
        },
        new("system.unmount", EffectKind.StopService, Verdict.Ask, "This would take a file system away that things rest on.")
        {
            Details = "unmount remount",
            When = static s => s.Is(Place.Root | Place.SystemTop | Place.Home | Place.Workspace | Place.AboveWorkspace),
            Suggest = "findmnt",
            True = "umount /home\numount -l /",
            False = "umount /mnt/usb",
        },
        new("system.kill-all", EffectKind.Kill, Verdict.Deny, "This would end every process, or one the machine cannot run without.")
        {
            Details = "everything init",
            Suggest = "kill 12345",
            True = "kill -9 -1\nkill -9 1\nkillall5\npkill -9 systemd",
            False = "kill 12345\nkill -0 1\npkill node",
        },
        new("system.kill-user", EffectKind.Kill, Verdict.Ask, "This would end every process of a user.")
        {
            Details = "user",
            Suggest = "kill 12345",
            True = "pkill -u root\nkillall -u deploy",
            False = "pkill node",
        },
        new("system.remove-vital", EffectKind.Install, Verdict.Deny, "The machine cannot run without this package.")
        {
            Details = "remove-vital",
            Suggest = "apt list --installed",
            True = "apt-get remove -y systemd",
            False = "apt-get remove -y cowsay",
        },
        new("system.exhaust", EffectKind.Exhaust, Verdict.Deny, "This would use up the machine's processes.")
        {
            Details = "fork-bomb fork-loop",
            Suggest = "ps aux",
            True = "bomb() { bomb | bomb & }; bomb\nwhile true; do work & done\nfor ((;;)); do work & done\nwhile :; do job & (wait); done\nf() { coproc f; }; f",
            False = "for i in 1 2 3; do sleep 1 & done\nwhile true; do work & wait; done\nwhile true; do work & sleep 60; done",
        },
        new("system.fill-disk", EffectKind.Exhaust, Verdict.Ask, "This writes without end.")
        {
            Details = "fill-disk",
            Suggest = "df -h",
            True = "yes > out.txt\ncat /dev/urandom > big",
            False = "yes | head -3 > out.txt\nyes > /dev/null",
        },
    ];

    public static Rule[] Disks => field ??=
    [
        new("disks.write", EffectKind.WriteDisk, Verdict.Deny, "This writes to a raw disk, a partition table or a volume.")
        {
            Suggest = "lsblk",
            When = static s => !(s.Effect.Detail == "dd" && !s.Is(Place.Disk) && !s.Is(Place.Unknown)) && !s.OfManuals,
            True = "dd if=/dev/zero of=/dev/sda\nmkfs.ext4 /dev/sdb1\nwipefs -a /dev/sdb\nlvremove vg/data\nshred /dev/sda\necho x > /dev/sda",
            False = "dd if=/dev/zero of=./disk.img bs=1M count=1\nmkfs.ext4 ./disk.img\nlsblk\nfdisk -l\npvremove /dev/sdXY",
        },
        new("disks.overwrite", EffectKind.Truncate, Verdict.Deny, "This writes over a raw disk.")
        {
            When = static s => s.Is(Place.Disk) && s.Path.StartsWith("/dev/", StringComparison.Ordinal) && !s.Remote && !s.OfManuals,
            Suggest = "lsblk",
            True = "tee /dev/sda < disk.img\ncurl https://example.com/x.img | tee /dev/sda",
            False = "tee /dev/null < disk.img\ntee disk.img < /dev/sda",
        },
        new("disks.copy-over", EffectKind.Write, Verdict.Deny, "This copies over a raw disk.")
        {
            When = static s => s.Is(Place.Disk) && s.Path.StartsWith("/dev/", StringComparison.Ordinal) && !s.Remote && s.Effect.Detail is not ("make-folder" or "touch") && !s.OfManuals,
            Suggest = "lsblk",
            True = "cp disk.img /dev/sdb\nmv disk.img /dev/sdb",
            False = "cp /dev/sdb disk.img",
        },
        // The kernel's names of disks are small letters and digits: sdX is what manuals say for whichever it is, and nothing has it.
        new("disks.of-manuals", EffectKind.WriteDisk, Verdict.Warn, "This names a disk as manuals do: none has that name.")
        {
            Also = [EffectKind.Truncate, EffectKind.Write],
            When = static s => s.OfManuals,
            True = "mkfs.ext4 /dev/sdX1\npvremove /dev/sdXY\ncryptsetup luksFormat /dev/nvmeXn1",
            False = "lsblk /dev/sdX",
        },
        new("disks.kernel-guard", EffectKind.Truncate, Verdict.Ask, "This takes a protection of the kernel away.")
        {
            When = static s => Shell.Commands.KernelSettings.IsGuard(s.Path) && !s.Remote,
            Suggest = "sysctl kernel.randomize_va_space",
            True = "echo 0 > /proc/sys/kernel/randomize_va_space\necho 0 | tee /proc/sys/kernel/yama/ptrace_scope",
            False = "echo 1 > /proc/sys/net/ipv4/ip_forward\ncat /proc/sys/kernel/randomize_va_space",
        },
        new("disks.kernel-trigger", EffectKind.Truncate, Verdict.Deny, "This pulls a trigger of the kernel, or writes into what a process is running.")
        {
            When = static s => s.Path is "/proc/sysrq-trigger" or "/sys/power/state" || Places.IsProcessMemory(s.Path)
                || (s.Path.StartsWith("/sys/", StringComparison.Ordinal) && s.Path.EndsWith("/device/delete", StringComparison.Ordinal)),
            Suggest = "uptime",
            True = "echo b > /proc/sysrq-trigger\necho x > /proc/1234/mem\necho 1 | tee /sys/block/sdb/device/delete\npython3 -c 'open(\"/proc/self/mem\", \"wb\").write(b\"x\")'",
            False = "cat /proc/cpuinfo",
        },
    ];

    public static Rule[] Permissions => field ??=
    [
        new("permissions.system", EffectKind.ChangeMode, Verdict.Deny, "This changes permissions on the root, a system folder or a home.")
        {
            When = static s => !s.Is(Place.Unknown) && ((s.Effect.Recursive && s.Is(Place.Root | Place.SystemTop | Place.Home))
                || (s.Is(Place.Root | Place.SystemTop | Place.Accounts) && s.Effect.Detail is "world-writable" or "locked-out" && !s.Is(Place.Temporary))),
            Suggest = "chmod -R u+rwX ./build",
            True = "chmod -R 777 /\nchmod -R 000 /etc\nchmod 777 /etc/passwd\nchmod -R a+w ~",
            False = "chmod +x ./run.sh\nchmod -R 755 ./dist\nchmod 644 /etc/app.conf",
        },
        new("permissions.owner-system", EffectKind.ChangeOwner, Verdict.Deny, "This changes the owner of the root, a system folder or a home.")
        {
            When = static s => (s.Effect.Recursive || s.Effect.By?.Wrappers.Has("find -exec") == true) && s.Is(Place.Root | Place.SystemTop)
                && !s.Path.StartsWith("/var/www", StringComparison.Ordinal) && !s.Path.StartsWith("/srv", StringComparison.Ordinal)
                && !s.Path.StartsWith("/opt", StringComparison.Ordinal) && !s.Path.StartsWith("/mnt", StringComparison.Ordinal) && s.Path != "/usr/local",
            Suggest = "chown -R app ./build",
            True = "chown -R nobody /etc\nfind /etc -exec chown nobody {} \\;\nchown -R me /",
            False = "chown me notes.txt\nchown -R me ./build",
        },
        new("permissions.owner-accounts", EffectKind.ChangeOwner, Verdict.Ask, "This hands over files that decide who may do what, or keys.")
        {
            When = static s => s.Is(Place.Accounts | Place.Credentials) && !s.Is(Place.InWorkspace | Place.Temporary) && !s.Remote
                && !s.Says(word => word.KnownPrefix.StartsWith("root", StringComparison.Ordinal))
                && !(s.Is(Place.Credentials) && s.Is(Place.InHome) && !s.Says(word => word.Known is "nobody" or "www-data")),
            Suggest = "ls -l /etc/shadow",
            True = "chown ann /etc/shadow\nchown nobody ~/.ssh/id_rsa",
            False = "chown root /etc/shadow\nchown ann ./notes.txt",
        },
        new("permissions.owner-home", EffectKind.ChangeOwner, Verdict.Ask, "This hands a whole home directory to somebody else.")
        {
            When = static s => s.Is(Place.Home) && (s.Effect.Recursive || s.Program == "find" || s.Effect.By!.Wrappers.Has("find -exec"))
                && s.Says(word => word.Known is "root" or "nobody" or ['r', 'o', 'o', 't', ':', ..]),
            Suggest = "chown -R app ./build",
            True = "chown -R root ~",
            False = "chown me ~/notes.txt",
        },
        new("permissions.set-uid", EffectKind.ChangeMode, Verdict.Ask, "A set-uid program gives its owner's rights to whoever runs it.")
        {
            Details = "set-uid capability",
            When = static s => !s.Is(Place.Unknown) && (s.Effect.Detail == "capability" ? s.Is(Place.System | Place.Temporary | Place.Root) : s.Program is not ("chmod" or "install" or "ginstall" or "gchmod") || s.Says(OwnersRights)),
            Suggest = "chmod 755 ./tool",
            True = "chmod u+s /bin/bash\nchmod 4755 /tmp/sh\nchmod u+s ./tool\nchmod 6711 ./tool\nchmod ug+s tool\ninstall -m 4755 tool /opt/tool",
            False = "chmod 755 ./tool\nchmod g+s ./shared",
        },
        new("permissions.tree", EffectKind.ChangeMode, Verdict.Ask, "This opens a whole tree to everybody, or closes it to its owner.")
        {
            Details = "world-writable locked-out",
            When = static s => !s.Is(Place.Temporary) && (s.Effect.Recursive ? s.Is(Place.Workspace | Place.InHome | Place.AboveWorkspace | Place.System | Place.Outside)
                || (s.Is(Place.GitDirectory) && s.Effect.Detail == "locked-out")
                : s.Effect.Detail == "locked-out" && s.Is(Place.Home)),
            Suggest = "chmod -R u+rwX ./build",
            True = "chmod -R 777 .\nchmod -R 000 .\nchmod -R a+w /srv/data\nchmod -R 000 .git\nchmod 000 ~",
            False = "chmod -R 777 ./upload\nchmod -R 755 .",
        },
        new("permissions.credentials", EffectKind.ChangeMode, Verdict.Ask, "Everybody on the machine could read or replace these keys.")
        {
            When = static s => (s.Effect.Detail == "world-writable" || (s.Is(Place.Credentials) && !s.Effect.Recursive && !s.Path.EndsWith("/.ssh", StringComparison.Ordinal) && s.Program == "chmod" && s.Says(OthersRead)))
                && (s.Is(Place.Credentials) || (s.Is(Place.Startup) && s.Path.Contains("/.ssh/", StringComparison.Ordinal))) && !s.Is(Place.InWorkspace | Place.Temporary) && !s.Remote,
            Suggest = "ls -l ~/.ssh",
            True = "chmod 666 ~/.ssh/authorized_keys\nchmod 777 ~/.ssh\nchmod 666 ~/.ssh/id_rsa\nchmod 644 ~/.ssh/id_rsa\nchmod go+r ~/.aws/credentials",
            False = "chmod 600 ~/.ssh/id_rsa\nchmod 700 ~/.ssh\nchmod 644 ~/.ssh/id_rsa.pub\nchmod 755 ~/.ssh\nchmod go-r ~/.ssh/id_rsa",
        },
        new("permissions.device", EffectKind.ChangeMode, Verdict.Ask, "Everybody on the machine could read and write this disk, or nobody could run this program.")
        {
            When = static s => !s.Remote && ((s.Is(Place.Disk) && s.Effect.Detail == "world-writable")
                || (s.Effect.Detail == "locked-out" && !s.Is(Place.Temporary | Place.Unknown) && s.Is(Place.System))),
            Suggest = "ls -l /dev/sda",
            True = "chmod 666 /dev/sda\nchmod 000 /usr/bin/sudo",
            False = "chmod 666 /dev/null\nchmod 755 /usr/local/bin/tool",
        },
        new("permissions.unlock", EffectKind.ChangeMode, Verdict.Ask, "This takes a lock off a file of the system, or puts access lists on it.")
        {
            Details = "unlock acl",
            When = static s => s.Is(Place.System | Place.Root | Place.Home) && !s.Is(Place.Temporary),
            Suggest = "lsattr notes.txt",
            True = "chattr -i /etc/passwd\nsetfacl -m u:x:rwx /etc/shadow",
            False = "chattr -i ./notes.txt\nsetfacl -m u:app:rx ./public",
        },
        new("permissions.world-writable", EffectKind.ChangeMode, Verdict.Warn, "Everybody on the machine could write there.")
        {
            Details = "world-writable",
            True = "chmod 777 ./upload",
            False = "chmod 755 ./upload",
        },
    ];

    // 644, o+r, a=r: those who are neither the owner nor of the owner's group may read it.
    private static bool OthersRead(Word word)
    {
        if (word.Known is not { Length: > 1 } mode) return false;
        if (mode.AsSpan().IndexOfAnyExceptInRange('0', '7') < 0) return mode.Length is 3 or 4 && ((mode[^1] - '0') & 4) != 0;
        var at = mode.AsSpan().IndexOfAny('+', '=');
        return at > 0 && mode.Length < 9 && mode.AsSpan(0, at).IndexOfAny('o', 'a') >= 0 && mode.AsSpan(0, at).IndexOfAnyExcept("ugoa") < 0 && mode.AsSpan(at).Contains('r');
    }

    // u+s, 4755 and the like: the owner's rights. The group's alone (g+s) are how folders are shared.
    private static bool OwnersRights(Word word)
    {
        if (word.Known is not { Length: > 1 } mode) return false;
        mode = mode.StartsWith("-m", StringComparison.Ordinal) ? mode[2..] : mode.StartsWith("--mode=", StringComparison.Ordinal) ? mode[7..] : mode;
        if (mode is [>= '0' and <= '7', ..])
        {
            var digits = mode.AsSpan().TrimStart('0');
            return digits.Length == 4 && digits.IndexOfAnyExceptInRange('0', '7') < 0 && (digits[0] & 4) != 0;
        }
        foreach (var range in mode.AsSpan().Split(','))
        {
            var clause = mode.AsSpan()[range];
            var at = clause.IndexOfAny('+', '=');
            if (at < 0 || clause.IndexOfAny('.', '/') >= 0 || clause.Length > 9 || !clause[(at + 1)..].Contains('s')) continue;
            if (at == 0 || clause[..at].IndexOfAny('u', 'a') >= 0) return true;
        }
        return false;
    }
}
