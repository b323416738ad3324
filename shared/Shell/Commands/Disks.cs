namespace Sallyport.Shell.Commands;

/// <summary>Raw disks, partitions, volumes, file systems and mounts.</summary>
internal static class Disks
{
    public static bool Describe(Call call)
    {
        var program = call.Program;
        if (program.StartsWith("mkfs", StringComparison.Ordinal)
            || program is "mke2fs" or "mkntfs" or "mkdosfs" or "mkexfatfs" or "newfs" or "newfs_apfs" or "newfs_hfs" or "newfs_msdos" or "newfs_exfat"
            or "mkswap" or "format" or "format.com" or "bcachefs-format")
        {
            MakeFileSystem(call);
            return true;
        }
        if (program is "ddrescue" or "bmaptool" or "qemu-img" or "ntfsclone" or "fsarchiver" or "usbimager" or "caligula" || program.StartsWith("partclone.", StringComparison.Ordinal))
        {
            Imaging(call);
            return true;
        }
        switch (program)
        {
            case "dd" or "gdd" or "dcfldd" or "dc3dd": Dd(call); return true;
            case "wipefs":
                if (call.Argv.Any(word => word.Known is "-n" or "--no-act" or "-h" or "--help")) return true;
                if (call.Argv.Any(word => word.Known is "-a" or "--all" or "-f" || word.KnownPrefix.StartsWith("-o", StringComparison.Ordinal)
                    || word.KnownPrefix is ['-', not '-', ..] p && p.Contains('a', StringComparison.Ordinal))) Named(call, "wipe");
                return true;
            case "blkdiscard" or "badblocks" or "hdparm" or "nvme" or "sg_format" or "sgdisk" or "fdisk" or "sfdisk" or "cfdisk" or "gdisk" or "cgdisk" or "parted"
                or "gparted" or "diskpart" or "diskutil" or "cryptsetup" or "mdadm" or "dmsetup" or "losetup": Tool(call); return true;
            case "bcachefs":
                if (call.Text(1) == "format" && !call.AsksHelp)
                    foreach (var word in call.Argv.Skip(2))
                        if (word.KnownPrefix.StartsWith("/dev/", StringComparison.Ordinal) || NamesDevice(word)) call.Path(EffectKind.WriteDisk, word, "mkfs");
                return true;
            case "lvm": call.Start([.. call.Argv.Skip(1)], "lvm"); return true;
            // Shrunk together with what it holds, a volume loses nothing.
            case "lvreduce" when call.Argv.Any(word => word.Known is "-r" or "--resizefs"): return true;
            case "pvmove": return true;
            case "lvremove" or "vgremove" or "pvremove" or "lvreduce" or "vgreduce":
                if (!call.AsksHelp && !call.Argv.Any(word => word.Known is "-h" or "--help" or "--longhelp" or "-t" or "--test" or "--version")) Named(call, "volume-remove");
                return true;
            case "zpool" or "zfs":
                if (call.Argv.Skip(2).Any(word => word.KnownPrefix is ['-', not '-', ..] flags && flags.Contains('n', StringComparison.Ordinal))) return true;
                if (call.Text(1) is "destroy" or "labelclear" || (call.Text(1) is "rollback" && program == "zfs")) Named(call, "pool-destroy", 2);
                return true;
            case "nbd-client":
                if (call.Argv.Any(word => word.Known is "-d" or "-disconnect")) Named(call, "partition", 2);
                return true;
            case "efibootmgr":
                if (call.Argv.Any(word => word.Known is "-B" or "--delete-bootnum" or "-O" or "--delete-bootorder")) call.Add(EffectKind.WriteDisk, "boot", TargetKind.Path, "/sys/firmware/efi");
                return true;
            case "btrfs":
                if (call.Text(1) is "device" or "dev" && call.Text(2) is "remove" or "delete" or "rem") Named(call, "volume-remove", 3);
                else if (call.Text(1) is "check" && call.Argv.Any(word => word.Known == "--repair")
                    || (call.Text(1) is "rescue" && call.Text(2) is "zero-log" or "clear-uuid-tree" or "clear-space-cache")) Named(call, "repair", 3);
                else if (call.Text(1) is "subvolume" or "sub" or "su" && call.Text(2) is "delete" or "del") Named(call, "volume-remove", 3);
                return true;
            case "umount" or "swapoff" or "mount" or "swapon" or "bindfs": Mount(call); return true;
            case "fsck" or "e2fsck" or "tune2fs" or "resize2fs" or "xfs_repair" or "debugfs" or "xfs_growfs" or "fstrim":
                // -M asks how small it can be and keeps what it holds.
                if (program == "resize2fs" && call.Nouns().Count > 1) Named(call, "partition");
                if ((program == "xfs_repair" && call.Argv.Any(word => word.Known == "-L")) || (program == "debugfs" && call.Argv.Any(word => word.Known == "-w"))) Named(call, "repair");
                return true;
            default: return false;
        }
    }

    private static void MakeFileSystem(Call call)
    {
        if (call.AsksHelp) return;
        if (call.Program == "format" && !call.Argv.Skip(1).Any(word => word.Known is [_, ':', ..])) return;
        var options = Options.Parse(call.Argv, 1, "bCdDeEgGiIJlLmMNoOrtTUZnsFRSk");
        // mke2fs -n, mkfs.xfs -N only show what would be done.
        if (call.Program is "mke2fs" or "mkfs.ext2" or "mkfs.ext3" or "mkfs.ext4" && call.Argv.Any(word => word.Known == "-n")) return;
        if (call.Program == "mkfs.xfs" && call.Argv.Any(word => word.Known == "-N")) return;
        var found = false;
        foreach (var word in call.Argv.Skip(1))
        {
            if (!word.ToString().Contains('/', StringComparison.Ordinal) && !NamesDevice(word) && call.Program != "format") continue;
            if (word.KnownPrefix.StartsWith('-')) continue;
            found = true;
            Device(call, word, "mkfs");
        }
        if (!found && options.Operands.Count > 0) call.Path(EffectKind.Write, options.Operands[^1], "mkfs");
    }

    // A file system in a plain file is nobody's loss; one on a device is.
    private static void Device(Call call, Word word, string detail)
    {
        var target = PathText.Target(word, call.Run.Cwd, call.Facts);
        var device = NamesDevice(word) || target.Name.StartsWith("/dev/", StringComparison.Ordinal) || !target.Known || call.Program == "format";
        call.Add(device ? EffectKind.WriteDisk : EffectKind.Truncate, target, detail);
    }

    // $DISK, "${DEVICE}1"
    private static bool NamesDevice(Word word)
    {
        if (!word.HasUnknown) return false;
        var text = word.ToString().AsSpan().TrimStart("${\"");
        return text.StartsWith("disk", StringComparison.OrdinalIgnoreCase) || text.StartsWith("dev", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("drive", StringComparison.OrdinalIgnoreCase) || text.StartsWith("target_d", StringComparison.OrdinalIgnoreCase);
    }

    private static void Dd(Call call)
    {
        foreach (var word in call.Argv.Skip(1))
        {
            var prefix = word.KnownPrefix;
            if (prefix.StartsWith("if=", StringComparison.Ordinal)) call.Path(EffectKind.Read, WordText.Skip(word, 3), "copy");
            if (!prefix.StartsWith("of=", StringComparison.Ordinal)) continue;
            var file = WordText.Skip(word, 3);
            // bash puts the home here, as behind any name=.
            if (file.KnownPrefix.StartsWith("~/", StringComparison.Ordinal) && call.Facts.Home is { } home) file = WordText.Join(Word.Of(home), WordText.Skip(file, 1));
            var target = PathText.Target(file, call.Run.Cwd, call.Facts);
            if (target.Name is "/dev/null" or "/dev/stdout" or "/dev/zero" or "/dev/stderr") continue;
            call.Add(target.Name.StartsWith("/dev/", StringComparison.Ordinal) || NamesDevice(WordText.Skip(word, 3)) ? EffectKind.WriteDisk : EffectKind.Truncate, target, "dd");
        }
    }

    private static void Tool(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--no-act" or "-l" or "--list" or "print" or "--pretend" or "-P" || (word.Known is "-n" && call.Program != "mdadm"))) return;
        var writes = call.Program switch
        {
            "blkdiscard" or "sg_format" => true,
            "badblocks" => call.Argv.Any(word => word.KnownPrefix is ['-', ..] p && p.Contains('w', StringComparison.Ordinal)),
            "hdparm" => call.Argv.Any(word => word.KnownPrefix.StartsWith("--security-erase", StringComparison.Ordinal) || word.KnownPrefix is "--trim-sector-ranges" or "--make-bad-sector"),
            "nvme" => call.Text(1) is "format" or "sanitize" or "write-zeroes" or "delete-ns",
            "sgdisk" => call.Argv.Any(word => word.Known is "-Z" or "--zap-all" or "-z" or "--zap" or "-o" or "--clear"
                || word.KnownPrefix.StartsWith("-d", StringComparison.Ordinal) || word.KnownPrefix.StartsWith("--delete", StringComparison.Ordinal)),
            "sfdisk" => call.Argv.Any(word => word.Known is "--delete" or "--wipe" or "-f" or "--force") || call.Run.Input.Kind != InputKind.Inherited,
            "fdisk" or "gdisk" or "diskpart" => call.Run.Input.Kind != InputKind.Inherited || call.Argv.Any(word => word.Known?.ToLowerInvariant() is "/s"),
            "parted" => call.Argv.Any(word => word.Known is "rm" or "mklabel" or "mktable" or "mkpart" or "resizepart"),
            "diskutil" => call.Text(1)?.ToLowerInvariant() is { } verb
                && (verb.StartsWith("erase") || verb.StartsWith("partition") || verb is "zerodisk" or "randomdisk" or "secureerase" or "reformat"
                || (verb is "apfs" && call.Text(2)?.StartsWith("delete", StringComparison.OrdinalIgnoreCase) == true)),
            "cryptsetup" => call.Argv.Any(word => word.Known is "luksFormat" or "erase" or "luksErase" or "luksKillSlot" or "reencrypt" or "luksRemoveKey"),
            "mdadm" => call.Argv.Any(word => word.Known is "--zero-superblock" or "--stop" or "-S" or "--remove" or "--create" or "-C" or "--grow" or "-G"),
            "dmsetup" => call.Text(1) is "remove" or "remove_all" or "wipe_table" or "clear" or "load" or "suspend",
            _ => false,
        };
        if (!writes)
        {
            // A partition editor with nothing but a disk to edit waits for orders.
            if (call.Program is "fdisk" or "gdisk" or "cgdisk" or "cfdisk" or "parted" or "diskpart" && call.Run.Input.Kind == InputKind.Inherited
                && call.Argv.Skip(1).All(word => !word.KnownPrefix.StartsWith('-')) && call.Count <= 2) call.Session(call.Program);
            return;
        }
        var devices = call.Argv.Skip(1).Where(word => word.ToString().StartsWith("/dev/", StringComparison.Ordinal)).ToList();
        if (devices.Count == 0) call.Add(EffectKind.WriteDisk, "partition", TargetKind.Path, "/dev/?");
        foreach (var device in devices) call.Path(EffectKind.WriteDisk, device, "partition");
    }

    // Tools that put an image where they are told: a disk that stands last, or behind the word for what is written.
    private static void Imaging(Call call)
    {
        if (call.AsksHelp || call.Count < 2) return;
        var write = -1;
        for (var i = 1; i < call.Count; i++)
            if (call.Text(i) is "-o" or "-O" or "--output" or "--overwrite" or "--overwrite_device" && call.Program is not ("qemu-img" or "ddrescue")) write = i + 1;
        if (call.Program == "ddrescue")
        {
            // in, out, and a map of what was read.
            var operands = Options.Parse(call.Argv, 1, "abBcdeEgHiIKlLmoOQrsStTwxXyZ").Operands;
            write = operands.Count > 1 ? call.Argv.ToList().IndexOf(operands[1]) : -1;
        }
        else if (write < 0 && call.Program is not ("ntfsclone" or "fsarchiver") && !call.Program.StartsWith("partclone.", StringComparison.Ordinal)) write = call.Count - 1;
        else if (call.Program == "fsarchiver" && call.Text(1) == "restfs") write = call.Count - 1;
        if (write <= 0 || write >= call.Count) return;
        var name = call.Argv[write].ToString();
        if (name.StartsWith("/dev/", StringComparison.Ordinal)) call.Path(EffectKind.WriteDisk, call.Argv[write], "image");
    }

    private static void Named(Call call, string detail, int from = 1)
    {
        foreach (var word in call.Argv.Skip(from))
            if (!word.KnownPrefix.StartsWith('-')) call.Add(EffectKind.WriteDisk, new Target(TargetKind.Path, word.ToString(), word.IsKnown), detail, forced: true);
    }

    private static void Mount(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "toLUO");
        if (call.Program == "umount")
        {
            if (options.Has('a', "all")) call.Add(EffectKind.StopService, "unmount-all");
            foreach (var point in options.Operands) call.Path(EffectKind.StopService, point, "unmount");
        }
        else if (call.Program == "mount" && options.Value("o", 'o')?.ToString().Contains("remount", StringComparison.Ordinal) == true)
            call.Path(EffectKind.StopService, options.Operands.Count > 0 ? options.Operands[^1] : Word.Of("/"), "remount");
        else if (call.Program == "mount" && (options.Has("bind") || options.Has("rbind") || options.Value("o", 'o')?.ToString().Contains("bind", StringComparison.Ordinal) == true
            || call.Argv.Any(word => word.Known is "tmpfs" or "overlay")) && options.Operands.Count > 1) Links.Made(call, EffectKind.Write, options.Operands[^2], options.Operands[^1], false, "bind-mount");
        else if (call.Program == "bindfs" && options.Operands.Count > 1) Links.Made(call, EffectKind.Write, options.Operands[^2], options.Operands[^1], false, "bind-mount");
    }
}
