using System.Diagnostics;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>Other implementations, run by Node: installed once, from what tests/EndToEnd/Lab/Node/package.json names.</summary>
internal static class NodeTools
{
    private static readonly Lazy<string?> s_modules = new(Install);

    /// <summary>Where the modules are. Skips the test where there is no Node, or npm cannot install them.</summary>
    public static string Modules
    {
        get
        {
            Assert.SkipWhen(s_modules.Value is null, "Node's packages are not to be had here: apt-get install nodejs npm");
            return s_modules.Value!;
        }
    }

    /// <summary>A script of the lab.</summary>
    public static string Script(string name) => Path.Combine(Product.Root, "tests", "EndToEnd", "Lab", "Node", name);

    /// <summary>Starts a script; its arguments begin with where the modules are.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Script(script), Modules, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static string? Install()
    {
        var into = Path.Combine(Product.Root, "artifacts", "node");
        Directory.CreateDirectory(into);
        var named = File.ReadAllText(Script("package.json"));
        var modules = Path.Combine(into, "node_modules");
        var installed = Path.Combine(into, "installed.json");
        if (File.Exists(installed) && File.ReadAllText(installed) == named) return modules;
        File.WriteAllText(Path.Combine(into, "package.json"), named);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", into, "--ignore-scripts", "--fetch-retries=1", "--no-audit", "--no-fund", "--loglevel=error"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = npm.StandardError.ReadToEndAsync();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0) return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        File.WriteAllText(installed, named);
        return modules;
    }
}
