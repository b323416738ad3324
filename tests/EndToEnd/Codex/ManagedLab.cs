using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>
/// A machine that an administrator set up. The tests run in a mount namespace of their own, in which /etc and /usr/lib are covered by a
/// scratch layer: nothing outside sees what is installed, and nothing is left of it.
/// </summary>
internal static class ManagedLab
{
    /// <summary>Installs Sallyport for the machine.</summary>
    public const string Install = "/usr/lib/sallyport-new/sallyport install --scope system";

    private const string Namespace = """
        set -e
        layer=$(mktemp -d)
        mount -t tmpfs layer "$layer"
        for place in etc usr/lib; do
            mkdir -p "$layer/$place/up" "$layer/$place/work"
            mount -t overlay overlay -o "lowerdir=/$place,upperdir=$layer/$place/up,workdir=$layer/$place/work" "/$place"
        done
        mkdir -p /usr/lib/sallyport-new && cp "$DIST"/sallyport* /usr/lib/sallyport-new/
        eval "$PREPARE"
        exec setpriv --reuid "$AS" --regid "$AS" --clear-groups "$@"
        """;

    /// <summary>A lab in which the administrator did what the lines say, each time before something is run.</summary>
    public static async Task<(CodexLab Lab, Func<string[], Task<Finished>> Run)> Prepared(string prepare, bool root)
    {
        var lab = RealCodex.Bare();
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can lay a scratch layer over /etc");
        var script = Path.Combine(lab.Scratch.Home, "namespace.sh");
        File.WriteAllText(script, Namespace);
        lab.Scratch.Environment["DIST"] = Product.Dist;
        lab.Scratch.Environment["PREPARE"] = prepare;
        lab.Scratch.Environment["AS"] = root ? "0" : "65534";
        var probe = await lab.Scratch.Run("unshare", ["-m", "sh", "-c", "d=$(mktemp -d) && mount -t tmpfs x \"$d\" && umount \"$d\" && rmdir \"$d\""]);
        Assert.SkipUnless(probe.ExitCode == 0, "this machine gives no mount namespaces");
        if (!root)
        {
            var seen = await lab.Scratch.Run("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", "ls", lab.Scratch.Work, Product.Codex!]);
            Assert.SkipUnless(seen.ExitCode == 0, "another user cannot see this folder");
            await lab.Scratch.Run("chown", ["-R", "65534:65534", lab.Scratch.Home]);
        }
        return (lab, words => lab.Scratch.Run("unshare", ["-m", "sh", script, .. words], input: ""));
    }

    /// <summary>Runs a prompt there.</summary>
    public static async Task<CodexRun> Exec(CodexLab lab, Func<string[], Task<Finished>> run, params Turn[] script)
    {
        lab.Play(script);
        var finished = await run([Product.Codex!, "exec", "--skip-git-repo-check", "-m", CodexLab.Direct, "go"]);
        return lab.Sofar with { Process = finished };
    }
}
