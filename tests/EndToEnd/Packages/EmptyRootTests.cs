using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Packages;

/// <summary>
/// A root with nothing in it but a shell, what that shell needs, /proc and /dev/urandom: no .NET, no OpenSSL, no home, no passwords. Codex itself is not
/// there; its part is played by the shell that would run the registered command.
/// </summary>
public class EmptyRootTests
{
    [Fact]
    public async Task It_installs_plans_denies_records_and_goes_without_a_trace()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can change the root");
        Assert.SkipUnless(IsStatic(Product.Binary("sallyport")), "these binaries need .NET: ./build.sh makes the ones that do not");
        using var hook = new HookBinary();
        var scratch = hook.Scratch;
        var root = Path.Combine(scratch.Home, "root");
        var made = await scratch.Run("/bin/sh", ["-c", """
            set -e
            mkdir -p "$1/bin" "$1/proc" "$1/work" "$1/tmp" "$1/codex" "$1/new" "$1/dev"
            mknod -m 666 "$1/dev/urandom" c 1 9; mknod -m 666 "$1/dev/null" c 1 3
            cp /bin/sh /bin/echo "$1/bin/"
            for library in $(ldd /bin/sh /bin/echo | grep -o '/[^ :)]*' | grep '\.so' | sort -u); do mkdir -p "$1$(dirname "$library")"; cp -L "$library" "$1$library"; done
            cp "$2"/sallyport* "$1/new/"
            """, "sh", root, Product.Dist]);
        Assert.True(made.ExitCode == 0, made.Error);
        scratch.Environment.Clear();
        scratch.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";

        Task<Finished> Inside(string line, string input = "") => scratch.Run("unshare", ["-m", "sh", "-c",
            "mount -t proc proc \"$1/proc\" && exec env -i /usr/sbin/chroot \"$1\" /bin/sh -c \"cd /work; $2\"", "sh", root, line], input);

        var installed = await Inside("/new/sallyport install --codex-home /codex --codex none");
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        var hooks = JsonNode.Parse(File.ReadAllText(Path.Combine(root, "codex/hooks.json")))!["hooks"]!;
        var command = ((string)hooks["PreToolUse"]![0]!["hooks"]![0]!["command"]!).Replace("\"", "\\\"", StringComparison.Ordinal);
        var events = (string)hooks["SessionStart"]![0]!["hooks"]![0]!["command"]!;

        JsonObject Here(JsonObject e) { e["cwd"] = "/work"; return e; }
        Assert.True((await Inside(command, Here(hook.Call("echo x")).ToJsonString())).Stops());
        Assert.False((await Inside(command, Here(hook.Plan("Bash")).ToJsonString())).Stops());
        Assert.Equal("", (await Inside(command, Here(hook.Call("echo x", "call_2")).ToJsonString())).Output);
        Assert.True((await Inside(command, Here(hook.Call("rm -rf /", "call_3")).ToJsonString())).Stops());
        var started = await Inside(events.Replace("\"", "\\\"", StringComparison.Ordinal), Here(hook.Event("SessionStart", ("source", "startup"))).ToJsonString());
        Assert.Contains("enforcing", started.Output, StringComparison.Ordinal);

        var doctor = await Inside("CODEX_HOME=/codex /codex/sallyport/bin/sallyport doctor");
        Assert.True(doctor.ExitCode == 0, doctor.Output + doctor.Error);
        var verified = await Inside("/codex/sallyport/bin/sallyport audit verify");
        Assert.True(verified.ExitCode == 0, verified.Output);

        var gone = await Inside("/new/sallyport uninstall --codex-home /codex --purge");
        Assert.True(gone.ExitCode == 0, gone.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(root, "codex")));
    }

    [Fact]
    public async Task Without_a_home_it_says_what_to_name()
    {
        using var scratch = new Scratch();
        scratch.Environment.Clear();
        scratch.Environment["PATH"] = "/usr/bin:/bin";
        var finished = await scratch.Run("setpriv", ["--reuid", "54321", "--clear-groups", Product.Binary("sallyport"), "install"]);
        Assert.SkipWhen(finished.Error.Contains("setpriv", StringComparison.Ordinal), "only root can be somebody without a home");
        Assert.True(finished.ExitCode == 2, finished.Output + finished.Error);
        Assert.Contains("--codex-home", finished.Error, StringComparison.Ordinal);
    }

    /// <summary>A static program names no loader.</summary>
    private static bool IsStatic(string program) => !System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(program).AsSpan(0, 4096)).Contains("ld-linux", StringComparison.Ordinal);
}
