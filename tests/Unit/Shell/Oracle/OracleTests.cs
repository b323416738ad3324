using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Oracle;

/// <summary>Real shells as the judge of our reading: what they start is what we said, or we said that we do not know.</summary>
public class OracleTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SALLYPORT_TEST_LONG") == "1";

    // Other commands than every time, where someone looks for what these do not show.
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("SALLYPORT_ORACLE_SEED"), out var seed) ? seed : 0;

    [Theory]
    [InlineData("bash", false)]
    [InlineData("dash", true)]
    public void What_a_real_shell_starts_is_what_we_predict(string name, bool posix)
    {
        Assert.SkipUnless(RealShell.Exists(name) && RealShell.Exists("bash"), $"{name} is not here");
        var generator = new CommandGenerator((posix ? 20 : 10) + (Seed * 100), posix);
        var commands = Enumerable.Range(0, Long ? 20_000 : 1000).Select(_ => generator.Next()).ToList();
        using var shell = new RealShell();
        var facts = new ObservedFacts { Cwd = shell.Work, Home = shell.Home, Workspace = shell.Work };
        // In parts, so that a machine with other work to do ends each of them in time.
        var results = commands.Chunk(1000).SelectMany(part => shell.Run(name, part)).ToList();
        var faults = new List<string>();
        var (exact, started) = (0, 0);
        for (var i = 0; i < commands.Count; i++)
        {
            if (!results[i].Parses) continue;
            var fault = Judge(commands[i], facts, results[i].Started, ref exact);
            started += results[i].Started.Count;
            if (fault is not null) faults.Add(fault);
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {commands.Count}:\n\n" + string.Join("\n\n", faults.Take(12)));
        // Saying unknown to everything would pass: most must be known to the letter.
        Assert.True(exact > started * 0.6, $"only {exact} of {started} were predicted to the letter");
        Assert.True(started > commands.Count / 2);
    }

    private static string? Judge(string command, ObservedFacts facts, List<string[]> started, ref int exact)
    {
        List<CommandRun> predicted;
        try
        {
            predicted = Prediction.Of(command, facts);
        }
        catch (InvalidOperationException exception)
        {
            return $"--- {command}\nnot read: {exception.Message}";
        }
        foreach (var words in started)
        {
            if (predicted.Exists(p => p.Argv.All(w => w.IsKnown) && Prediction.Covers(p, words))) exact++;
            else if (!predicted.Exists(p => Prediction.Covers(p, words)))
                return $"--- {command}\nstarted: {string.Join(' ', words.Select(w => $"‹{w}›"))}\npredicted:\n  {string.Join("\n  ", predicted.Select(Prediction.Show))}";
        }
        return null;
    }
}
