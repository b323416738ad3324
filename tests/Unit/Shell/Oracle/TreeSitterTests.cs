using System.Diagnostics;
using System.Text.Json;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;
using Sallyport.Shell.Syntax;

namespace Sallyport.Tests.Shell.Oracle;

/// <summary>
/// tree-sitter-bash as a second opinion: what it and bash both read, we read, and every command that it sees we see. It runs where
/// <c>SALLYPORT_TREE_SITTER</c> names a folder of node modules; <c>SALLYPORT_TREE_SITTER_TEXTS</c> may add a file with a JSON text a line.
/// </summary>
public class TreeSitterTests
{
    [Fact]
    public void What_another_parser_reads_we_read_and_we_see_the_commands_it_sees()
    {
        var modules = Environment.GetEnvironmentVariable("SALLYPORT_TREE_SITTER");
        Assert.SkipUnless(modules is { Length: > 0 } && RealShell.Exists("bash"), "SALLYPORT_TREE_SITTER names no folder of node modules");
        var texts = Texts();
        var opinions = Ask(modules, texts);
        using var shell = new RealShell();
        var facts = new ObservedFacts { Cwd = shell.Work, Home = shell.Home, Workspace = shell.Work };
        var (both, commands) = (0, 0);
        var faults = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (opinions[i].Error) continue;
            both++;
            var analysis = ShellAnalyzer.Analyze(texts[i], CodeLanguage.Shell, facts);
            // What bash refuses may be refused: the other parser is the more lenient one.
            if (analysis.Error is { } error && error.Position >= 0 && BashReads(texts[i])) faults.Add($"not read: {texts[i]}\n  {error.Message} at {error.Position}");
            if (analysis.Error is not null || analysis.BudgetExhausted) continue;
            // What is read, not what would run: branches that cannot be taken and functions nobody calls are not started.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            Collect(ShellParser.Parse(texts[i], new WorkBudget(AnalysisLimits.Default)).List, seen, []);
            foreach (var name in opinions[i].Names)
            {
                commands++;
                if (!seen.Contains(name)) faults.Add($"'{name}' is not seen: {texts[i]}");
            }
        }
        TestContext.Current.SendDiagnosticMessage("{0} texts, {1} without error to tree-sitter, {2} commands in them, {3} differ", texts.Count, both, commands, faults.Count);
        Assert.True(both > texts.Count / 2, $"only {both} of {texts.Count} are read by tree-sitter");
        Assert.True(faults.Count <= both / 500, $"{faults.Count} of {both} differ:\n\n" + string.Join("\n", faults.Take(40)));
    }

    private static void Collect(object? node, HashSet<string> names, HashSet<object> known)
    {
        if (node is null or string || !known.Add(node)) return;
        if (node is System.Collections.IEnumerable list)
        {
            foreach (var item in list) Collect(item, names, known);
            return;
        }
        if (node.GetType().Namespace != typeof(SimpleNode).Namespace) return;
        if (node is SimpleNode { Words: [var first, ..] } && first.Parts.All(static part => part is TextPart)) names.Add(string.Concat(first.Parts.Select(static part => ((TextPart)part).Text)));
        foreach (var property in node.GetType().GetProperties()) if (property.GetIndexParameters().Length == 0) Collect(property.GetValue(node), names, known);
    }

    private static List<string> Texts()
    {
        var generator = new CommandGenerator(30, posix: false);
        var texts = Enumerable.Range(0, 1000).Select(_ => generator.Next()).ToList();
        foreach (var rule in RulePacks.All.SelectMany(pack => pack))
            texts.AddRange((rule.True + "\n" + rule.False).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Replace('⏎', '\n')));
        if (Environment.GetEnvironmentVariable("SALLYPORT_TREE_SITTER_TEXTS") is { Length: > 0 } more) texts.AddRange(File.ReadLines(more).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<string>(line)!));
        return texts;
    }

    private static List<(bool Error, List<string> Names)> Ask(string modules, List<string> texts)
    {
        var folder = Directory.CreateTempSubdirectory("sallyport-tree-sitter-").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "in"), Path.Combine(folder, "out"));
            File.WriteAllLines(input, texts.Select(text => JsonSerializer.Serialize(text)));
            var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Shell", "Oracle", "tree-sitter.cjs"), input, output]) { RedirectStandardError = true };
            start.Environment["NODE_PATH"] = modules;
            using var node = Process.Start(start)!;
            var said = node.StandardError.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, said);
            return [.. File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement).Select(one => (one.GetProperty("error").GetBoolean(), one.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToList()))];
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool BashReads(string text)
    {
        var start = new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Write(text);
        bash.StandardInput.Close();
        var said = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        return bash.ExitCode == 0 && said.Length == 0;
    }
}
