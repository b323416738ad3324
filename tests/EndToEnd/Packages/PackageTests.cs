using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.EndToEnd.Record;

namespace Sallyport.Tests.EndToEnd.Packages;

/// <summary>What ./build.sh package made: complete, signed, and refused where a byte of it is another. Skipped where nothing was packaged.</summary>
public class PackageTests
{
    private static readonly string Packages = Path.Combine(Product.Root, "dist", "packages");

    private static string Archive(string ending) =>
        Directory.EnumerateFiles(Packages, "*" + ending).FirstOrDefault(f => ending.Contains("offline", StringComparison.Ordinal) || !f.Contains("offline", StringComparison.Ordinal))
        ?? throw new FileNotFoundException(ending);

    private static Scratch Packaged()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Packages, "SHA256SUMS")), "nothing was packaged: ./build.sh package");
        return new Scratch();
    }

    private static async Task<string> Offline(Scratch scratch)
    {
        var unpacked = await scratch.Run("tar", ["-xzf", Archive("-offline.tar.gz"), "-C", scratch.Work]);
        Assert.True(unpacked.ExitCode == 0, unpacked.Error);
        return Directory.EnumerateDirectories(scratch.Work, "*-offline").Single();
    }

    [Fact]
    public async Task Everything_that_is_handed_out_is_signed()
    {
        using var scratch = Packaged();
        var verified = await scratch.Run(Product.Binary("sallyport"), ["verify-package", Packages]);
        Assert.True(verified.ExitCode == 0, verified.Error);
        foreach (var ending in (string[])[".tar.gz", "-offline.tar.gz", ".cdx.json", ".notices.txt"]) Assert.True(File.Exists(Archive(ending)));
    }

    [Fact]
    public async Task The_offline_archive_installs_and_names_what_is_inside()
    {
        using var scratch = Packaged();
        var folder = await Offline(scratch);
        var installed = await scratch.Run(Path.Combine(folder, "install.sh"), ["--key", Path.Combine(Packages, "sallyport.pub.pem"), "--", "--codex", "none"]);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        Assert.True(File.Exists(Path.Combine(scratch.Data, "bin", "sallyport-pre-tool-use")));
        Assert.False(Directory.Exists(Path.Combine(folder, ".unpacked")));
        Assert.True(File.Exists(Path.Combine(folder, "deployment", "intune", "install.ps1")));
    }

    [Theory]
    [InlineData("echo >> packages/*.deb")]
    [InlineData("echo x > packages/more")]
    [InlineData("rm deployment/config.toml")]
    [InlineData("sed -i s/./0/ SHA256SUMS")]
    [InlineData("echo >> SHA256SUMS.sig")]
    [InlineData("ln -sf /etc/passwd deployment/config.toml")]
    [InlineData("openssl genpkey -algorithm ed25519 -out k && openssl pkey -in k -pubout -out sallyport.pub.pem && rm k")]
    public async Task A_byte_that_is_another_is_found_before_anything_is_copied(string damage)
    {
        using var scratch = Packaged();
        var folder = await Offline(scratch);
        Assert.Equal(0, (await scratch.Run("/bin/sh", ["-c", damage], cwd: folder)).ExitCode);
        var refused = await scratch.Run(Path.Combine(folder, "install.sh"), ["--", "--codex", "none"]);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("Nothing was installed.", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.Data));
        // Where there is no OpenSSL and no sha256sum, the program alone finds it.
        Assert.Equal(1, (await scratch.Run(Product.Binary("sallyport"), ["verify-package", folder])).ExitCode);
    }

    [Fact]
    public async Task Another_publishers_key_verifies_nothing()
    {
        using var scratch = Packaged();
        var folder = await Offline(scratch);
        await scratch.Run("/bin/sh", ["-c", "openssl genpkey -algorithm ed25519 -out k && openssl pkey -in k -pubout -out other.pem"]);
        var refused = await scratch.Run(Path.Combine(folder, "install.sh"), ["--verify-only", "--key", Path.Combine(scratch.Work, "other.pem")]);
        Assert.Equal(3, refused.ExitCode);
    }

    [Fact]
    public void The_bill_of_materials_names_every_part_with_hash_and_licence()
    {
        using var scratch = Packaged();
        var bill = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Archive(".cdx.json")))!;
        Assert.Equal("CycloneDX", (string)bill["bomFormat"]!);
        var parts = bill["components"]!.AsArray();
        Assert.Contains(parts, p => ((string)p!["name"]!).Contains("BouncyCastle", StringComparison.Ordinal));
        Assert.Contains(parts, p => (string)p!["name"]! == "ModelContextProtocol.Core");
        Assert.Contains(parts, p => ((string)p!["name"]!).Contains("ILCompiler", StringComparison.Ordinal) || ((string)p!["name"]!).Contains("NETCore.App.Runtime", StringComparison.Ordinal));
        var known = parts.Select(p => (string)p!["bom-ref"]!).ToHashSet();
        Assert.All(parts, p =>
        {
            Assert.Equal(128, ((string)p!["hashes"]![0]!["content"]!).Length);
            Assert.NotNull(p["licenses"]);
        });
        foreach (var dependency in bill["dependencies"]!.AsArray())
            Assert.All(dependency!["dependsOn"]!.AsArray(), d => Assert.Contains((string)d!, known));
        var notices = File.ReadAllText(Archive(".notices.txt"));
        Assert.All(parts, p => Assert.Contains($"{p!["name"]} {p["version"]}", notices, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CycloneDX_itself_takes_the_bill_of_materials()
    {
        using var scratch = Packaged();
        using var read = NodeTools.Start("bill.cjs", Archive(".cdx.json"));
        var wrong = await read.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await read.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(read.ExitCode == 0, wrong);

        var broken = Path.Combine(scratch.Work, "broken.json");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(Archive(".cdx.json"), TestContext.Current.CancellationToken)).Replace("\"bomFormat\"", "\"format\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using var again = NodeTools.Start("bill.cjs", broken);
        await again.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, again.ExitCode);
    }

    [Fact]
    public async Task The_Debian_package_is_whole()
    {
        using var scratch = Packaged();
        Assert.SkipUnless(File.Exists("/usr/bin/dpkg-deb"), "dpkg-deb is not here");
        var listed = await scratch.Run("dpkg-deb", ["-c", Archive(".deb")]);
        Assert.True(listed.ExitCode == 0, listed.Error);
        foreach (var path in (string[])["./usr/bin/sallyport -> ../lib/sallyport/sallyport", "./usr/lib/sallyport/sallyport-pre-tool-use", "./usr/share/man/man1/sallyport.1.gz", "./usr/share/doc/sallyport/copyright", "./usr/share/bash-completion/completions/sallyport"])
            Assert.Contains(path, listed.Output, StringComparison.Ordinal);
        Assert.All(listed.Output.TrimEnd('\n').Split('\n'), line => Assert.Contains("root/root", line, StringComparison.Ordinal));
    }
}
