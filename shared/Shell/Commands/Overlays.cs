namespace Sallyport.Shell.Commands;

/// <summary>
/// Programs that lay a tree they hold elsewhere (an archive, a backup, a bucket, a store of dotfiles) over a folder of this
/// machine. What is in the tree is not known; which folder it comes to is. <c>tar</c> and <c>unzip</c> are among the
/// <see cref="Archives"/>.
/// </summary>
internal static class Overlays
{
    public static void Describe(Call call)
    {
        if (call.AsksHelp) return;
        switch (call.Program)
        {
            case "7z" or "7za" or "7zz" or "7zr" when call.Text(1) is "x" or "e": Onto(call, Glued(call, "-o") ?? Here); break;
            case "unar": Onto(call, After(call, "-o", "-output-directory") ?? Here); break;
            case "cpio" or "bsdcpio" when Parsed(call, "DEFHIOR", "directory file format") is var cpio && cpio.Has('i', "extract") && !cpio.Has('t', "list"):
                Onto(call, cpio.Value("directory", 'D') ?? Here);
                break;
            case "pax" when Parsed(call, "bfosxBEGTU") is var pax && pax.Has('r'): Onto(call, pax.Has('w') ? Last(pax) : Here); break;
            case "jar" when call.Text(1) is "--extract" || call.Text(1)?.TrimStart('-') is ['x', ..]: Onto(call, After(call, "-C", "--dir") ?? Here); break;
            case "unsquashfs": Onto(call, After(call, "-d", "-dest")); break;
            case "cabextract": Onto(call, After(call, "-d", "--directory") ?? Here); break;
            case "dpkg" or "dpkg-deb" when call.Text(1) is "-x" or "-X" or "--extract" or "--vextract" && call.Count > 3: Onto(call, call.Argv[3]); break;
            case "ditto" or "unison" when call.Count > 2:
                foreach (var side in Parsed(call).Operands.Skip(call.Program == "ditto" ? 1 : 0)) Onto(call, side);
                break;

            // Backups.
            case "borg" when Verb(call, "extract"): Onto(call, Here); break;
            case "restic" when Verb(call, "restore"): Onto(call, After(call, "--target", "-t") ?? Glued(call, "--target=")); break;
            case "kopia" or "tmutil" or "rdiff-backup" or "duplicity" when Verb(call, "restore") || (call.Program == "rdiff-backup" && call.Argv.Any(static word => word.KnownPrefix is "-r" or "--restore-as-of"))
                || (call.Program == "duplicity" && call.Count > 1 && call.Argv[1].ToString().Contains("://", StringComparison.Ordinal)):
                Onto(call, Last(Parsed(call, "tr", "time file-to-restore restore-as-of remote-schema")));
                break;
            case "tarsnap" when Parsed(call, "fC", "keyfile cachedir") is var tarsnap && tarsnap.Has('x'): Onto(call, tarsnap.Value("", 'C') ?? Here); break;
            case "bup" when Verb(call, "restore"): Onto(call, After(call, "-C", "--outdir") ?? Here); break;

            // Stores on other machines, where the last word is a folder here.
            case "rclone" when call.Text(1) is "copy" or "sync" or "move" or "bisync":
            case "aws" when call.Text(1) == "s3" && (call.Text(2) == "sync" || (call.Text(2) is "cp" or "mv" && call.Argv.Any(static word => word.Known == "--recursive"))):
            case "gsutil" or "gcloud" or "mc" or "s3cmd" or "s5cmd" or "b2" or "azcopy" when call.Argv.Any(static word => word.Known is "rsync" or "sync" or "mirror" or "-r" or "-R" or "--recursive"):
                if (Last(Parsed(call, "", "exclude include region profile endpoint-url config transfers checkers filter-from")) is { } into && !IsElsewhere(into)) Onto(call, into);
                break;
            case "svn" when call.Text(1) is "checkout" or "co" or "export": Onto(call, Parsed(call, "r", "revision depth username password config-option", 2).Operands is [_, var checkout, ..] ? checkout : null); break;

            // A repository that the whole home is: what it takes up and lays down is everything there.
            case "git" when call.Facts.Home is { } home && call.Argv.Any(static word => word.Known is "checkout" or "switch" or "pull" or "reset" or "merge" or "rebase" or "restore" or "stash" or "read-tree" or "checkout-index"):
                var root = After(call, "-C") ?? Here;
                if (PathText.Target(root, call.Run.Cwd, call.Facts) is { Known: true } worktree && (worktree.Name == home || PathText.IsBelow(home, worktree.Name))) Onto(call, root);
                break;

            // Dotfiles: what the store holds comes to the home.
            case "stow" when Parsed(call, "dt", "dir target ignore defer override") is var stow && !stow.Has('D', "delete") && !stow.Has('n', "no") && !stow.Has("simulate"):
                Onto(call, stow.Value("target", 't') ?? (stow.Value("dir", 'd') is { } store ? WordText.Join(store, Word.Of("/..")) : Word.Of("..")));
                break;
            case "chezmoi" when (Verb(call, "apply") || Verb(call, "update") || (Verb(call, "init") && call.Argv.Any(static word => word.Known is "--apply" or "-a"))) && Parsed(call, "DS", "destination source config") is var chezmoi && !chezmoi.Dry:
                Onto(call, chezmoi.Value("destination", 'D') ?? Home(call));
                break;
            case "yadm" or "vcsh" when call.Argv.Any(static word => word.Known is "clone" or "pull" or "checkout" or "reset" or "merge" or "restore" or "upgrade"):
            case "homesick" or "homeshick" when call.Text(1) is "link" or "symlink" or "pull" or "clone":
            case "mackup" when Verb(call, "restore"):
            case "home-manager" when Verb(call, "switch"):
            case "dotter" when Verb(call, "deploy") || call.Count == 1:
            case "dotdrop" when Verb(call, "install"):
            case "rcup":
                Onto(call, Home(call));
                break;
            default: break;
        }
    }

    private static readonly Word Here = Word.Of(".");

    private static Word? Home(Call call) => call.Facts.Home is { } home ? Word.Of(home) : null;

    private static void Onto(Call call, Word? folder)
    {
        if (folder is not null) call.Path(EffectKind.Write, folder, "unpack");
    }

    private static Options Parsed(Call call, string shortValued = "", string longValued = "", int start = 1) => Options.Parse(call.Argv, start, shortValued, longValued);

    private static Word? Last(Options options) => options.Operands.Count > 1 ? options.Operands[^1] : null;

    // The first words that are no options: a client's options may stand before its verb.
    private static bool Verb(Call call, string verb) => call.Argv.Skip(1).Any(word => word.Known == verb);

    // remote:path, s3://bucket, https://…: C:\ is a folder here.
    private static bool IsElsewhere(Word word) => word.ToString().IndexOf(':', StringComparison.Ordinal) is > 1;

    private static Word? After(Call call, params ReadOnlySpan<string> options)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            foreach (var option in options)
                if (call.Text(i) == option) return call.Argv[i + 1];
        return null;
    }

    private static Word? Glued(Call call, string option)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix.StartsWith(option, StringComparison.Ordinal)) return WordText.Skip(call.Argv[i], option.Length);
        return null;
    }
}
