using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sallyport.Configuration;
using Sallyport.Configuration.CodexFiles;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Documentation;

/// <summary>
/// Every command and snippet in README and docs is run. The blocks of one document run one after the other, in an empty folder with an
/// empty home. A line may end in "# exits N". "sh root" runs as root in a mount namespace of its own, "sh packages" where packages were made,
/// "sh codex" where real Codex is, "sh ci" is what CI itself runs: the build that these tests are a part of.
/// </summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Documents => [.. Snippet.All().Where(static s => s.Kind.StartsWith("sh", StringComparison.Ordinal)).Select(static s => s.File).Distinct()];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Its_commands_do_what_it_says(string document)
    {
        using var scratch = new Scratch();
        scratch.Environment.Remove("CODEX_HOME");
        Directory.Delete(scratch.CodexHome);
        var tools = Directory.CreateDirectory(Path.Combine(Product.Root, "artifacts", "lab", "tools-" + Path.GetFileName(scratch.Home) + Guid.NewGuid().ToString("n")[..6])).FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(scratch.Work, "dist"));
            Directory.CreateSymbolicLink(Path.Combine(scratch.Work, "dist", "linux-x64"), Product.Dist); // as after ./build.sh, on the machine the documents speak of
            if (Product.Codex is { } codex) File.CreateSymbolicLink(Path.Combine(tools, "codex"), codex);
            scratch.Environment["PATH"] = $"{Product.Dist}:{tools}:/usr/local/sbin:/usr/sbin:/sbin:{scratch.Environment["PATH"]}";
            foreach (var snippet in Snippet.All().Where(s => s.File == document && s.Kind.StartsWith("sh", StringComparison.Ordinal))) await Run(scratch, snippet);
        }
        finally
        {
            Directory.Delete(tools, recursive: true);
        }
    }

    private static async Task Run(Scratch scratch, Snippet snippet)
    {
        if (snippet.Kind == "sh ci")
        {
            IsBuilt(snippet);
            return;
        }
        if (snippet.Kind == "sh codex" && Product.Codex is null) return;
        var packages = Path.Combine(Product.Root, "dist", "packages");
        if (snippet.Kind == "sh packages" && (!Directory.Exists(packages) || Environment.UserName != "root")) return;
        if (snippet.Kind == "sh root" && Environment.UserName != "root") return;
        var isolated = snippet.Kind is "sh root" or "sh packages";
        var script = new StringBuilder("set -e\n");
        if (isolated) script.Append(Isolation);
        if (snippet.Kind == "sh packages") script.Append($"cp '{packages}'/* .\n");
        foreach (var line in snippet.Text.Split('\n')) script.Append(Expected().Replace(line, static m => $"{{ {m.Groups[1].Value}; }} && exit 99 || [ $? -eq {m.Groups[2].Value} ]")).Append('\n');
        var file = Path.Combine(scratch.Home, "snippet.sh");
        File.WriteAllText(file, script.ToString());
        var finished = isolated ? await scratch.Run("unshare", ["-m", "bash", file], limit: TimeSpan.FromMinutes(2)) : await scratch.Run("/usr/bin/env", ["bash", file], limit: TimeSpan.FromMinutes(2));
        Assert.True(finished.ExitCode == 0, $"{snippet.File}:{snippet.Line}\n{snippet.Text}\n--- exit {finished.ExitCode}\n{finished.Output}\n{finished.Error}");
    }

    /// <summary>Every line is a verb of build.sh, and CI runs the tests by the line that is shown.</summary>
    private static void IsBuilt(Snippet snippet)
    {
        var build = File.ReadAllText(Path.Combine(Product.Root, "build.sh"));
        Assert.Contains("./build.sh test", snippet.Text, StringComparison.Ordinal);
        Assert.Contains("exec ./build.sh test\n", File.ReadAllText(Path.Combine(Product.Root, ".ci", "run")), StringComparison.Ordinal);
        foreach (var line in snippet.Text.Split('\n'))
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("./build.sh", words[0]);
            Assert.Contains($"\n    {words[1]}) ", build, StringComparison.Ordinal);
        }
    }

    // What such a block installs, it installs into a layer that nobody else sees and that is gone with it.
    private const string Isolation = """
        layer=$(mktemp -d)
        mount -t tmpfs layer "$layer"
        for place in etc usr var; do
            mkdir -p "$layer/$place/up" "$layer/$place/work"
            mount -t overlay overlay -o "lowerdir=/$place,upperdir=$layer/$place/up,workdir=$layer/$place/work" "/$place"
        done

        """;

    [Fact]
    public void Its_json_and_toml_can_be_read()
    {
        foreach (var snippet in Snippet.All())
        {
            try
            {
                // What a document shows of a list stands there without its brackets.
                if (snippet.Kind.Split(' ')[0] == "json") JsonDocument.Parse("[" + snippet.Text.TrimEnd().TrimEnd(',') + "]").Dispose();
                if (snippet.Kind == "toml") TomlDocument.Parse(snippet.Text, snippet.File);
            }
            catch (Exception wrong) when (wrong is JsonException or IOException)
            {
                Assert.Fail($"{snippet.File}:{snippet.Line}: {wrong.Message}");
            }
        }
    }

    [Fact]
    public async Task Every_verb_it_speaks_of_is_there()
    {
        using var scratch = new Scratch();
        var help = (await scratch.Run(Product.Binary("sallyport"), ["--help"])).Output;
        var prompts = new[] { "approve", "accept", "plan", "policy", "pause" }; // typed to Codex, not to the shell
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Product.Root, "docs"), "*.md").Append(Path.Combine(Product.Root, "README.md")))
            foreach (Match match in Spoken().Matches(File.ReadAllText(path)))
            {
                var verb = match.Groups[1].Value;
                Assert.True(prompts.Contains(verb) || Regex.IsMatch(help, $@"(^|[ ,]){Regex.Escape(verb)}($|[ ,\n])", RegexOptions.Multiline), $"{Path.GetFileName(path)} speaks of 'sallyport {verb}', which is not there");
            }
    }

    [Fact]
    public void The_readme_lists_every_setting_with_its_names_and_default()
    {
        var rows = File.ReadAllLines(Path.Combine(Product.Root, "README.md")).Where(static l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (var setting in SettingDefinition.All)
        {
            var row = Assert.Single(rows, r => r.Split('|')[1].Contains($"`{setting.Key}`", StringComparison.Ordinal)).Split('|');
            Assert.Contains($"`{setting.Variable}`", row[2], StringComparison.Ordinal);
            if (setting.OlderVariable is { } older) Assert.Contains($"`{older}`", row[2], StringComparison.Ordinal);
            Assert.Equal(setting.Default.Length == 0 ? "none" : $"`{setting.Default}`", row[3].Trim());
        }
        Assert.Equal(SettingDefinition.All.Length, rows.Sum(static r => r.Split('|')[1].Split('`').Length / 2));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Product.Root, "docs"), "*.md").Append(Path.Combine(Product.Root, "README.md")))
            foreach (Match match in Link().Matches(File.ReadAllText(path)))
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, match.Groups[1].Value)), $"{Path.GetFileName(path)} links to {match.Groups[1].Value}");
    }

    [GeneratedRegex(@"^(.*?)\s+# exits (\d+)\s*$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"(?:`|^)(?:dist/[a-z0-9-]+/)?sallyport ([a-z][a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)")]
    private static partial Regex Link();
}
