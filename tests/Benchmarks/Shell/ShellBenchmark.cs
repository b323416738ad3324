using System.Diagnostics;
using System.Text;
using Sallyport.Shell;

namespace Sallyport.Benchmarks.Shell;

/// <summary>How long one command takes to be understood, in one process, and how that grows with its length.</summary>
public static class ShellBenchmark
{
    private static readonly string[] Commands =
    [
        "ls -la", "git status --short", "cd src && make -j4 test", "rm -rf ./build", "grep -rn 'TODO' --include='*.cs' .",
        "find . -name '*.o' -print0 | xargs -0 rm -f", "for f in *.txt; do mv \"$f\" \"${f%.txt}.md\"; done",
        "X=rm; Y='-rf /tmp/x'; $X $Y", "curl -fsSL https://example.org/install.sh | sh", "docker run --rm -v \"$PWD:/w\" -w /w node:22 npm test",
        "if [ -f .env ]; then set -a; . ./.env; set +a; fi; npm start", "python3 -c 'import json,sys; print(json.load(sys.stdin)[\"a\"])' < data.json",
        "cat > conf.yml <<EOF\nname: $USER\npath: ${HOME:-/root}/x\nEOF", "echo $((1 + 2 * 3)) {a..e}{1..5} \"$(date +%F)\"",
        "while read -r line; do echo \"${line^^}\"; done < in.txt > out.txt", "awk '{s+=$1} END {print s}' n.txt | sort -n | head -5",
        "kubectl get pods -n web -o wide", "aws s3 cp report.csv s3://bucket/report.csv", "terraform plan -out plan.bin", "gh pr list --state open --json number,title",
        "npm run build --silent && npx eslint src --ext .ts,.tsx", "psql -d app -c 'select count(*) from users where active'", "ssh web 'systemctl status app | head -5'",
        "sed -i 's/old/new/g' src/*.c", "tar czf out.tgz dist && sha256sum out.tgz", "find src -name '*.ts' -exec grep -l TODO {} +", "unknowntool volume list --all",
        "sudo -u app env A=1 timeout 5 nohup ./run.sh >/dev/null 2>&1 &", "git commit -m \"fix: don't rm -rf / anything\"",
    ];

    /// <summary>Measures and writes the figures.</summary>
    public static void Run(TextWriter output)
    {
        var facts = new ObservedFacts { Cwd = "/work/app", Home = "/home/dev", Workspace = "/work/app", User = "dev" };
        for (var warm = 0; warm < 200; warm++)
            foreach (var command in Commands) ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts);

        // Every command alone, next to another, in a loop, in a shell of its own and behind sudo; of ten runs of each the third best, so that
        // what other processes do to this machine is not counted as the command's cost.
        var texts = Sample();
        var times = new List<double>();
        var runs = new double[10];
        foreach (var text in texts)
        {
            for (var i = 0; i < runs.Length; i++) runs[i] = Time(text, facts);
            Array.Sort(runs);
            times.Add(runs[2]);
        }
        times.Sort();
        output.WriteLine($"per command: median {times[times.Count / 2]:F1} µs, p99 {times[(int)(times.Count * 0.99)]:F1} µs, slowest {times[^1]:F1} µs, of {times.Count} commands");

        foreach (var length in (ReadOnlySpan<int>)[1 << 10, 1 << 14, 1 << 17, 1 << 20])
        {
            var text = new StringBuilder();
            for (var i = 0; text.Length < length - 64; i++) text.Append(Commands[i % Commands.Length]).Append('\n');
            output.WriteLine($"{length / 1024,5} KiB of commands: {Time(text.ToString(), facts) / 1000:F2} ms");
        }
    }

    private static List<string> Sample()
    {
        var texts = new List<string>();
        for (var i = 0; i < Commands.Length; i++)
        {
            var command = Commands[i];
            var next = Commands[(i + 7) % Commands.Length];
            texts.AddRange([command, command + " && " + next, next + " | tee log.txt; " + command, $"for f in a b c; do {command.Replace('\n', ' ')}; done"]);
            if (!command.Contains('\n', StringComparison.Ordinal)) texts.AddRange(["sudo -n " + command, "if test -f x; then " + command + "; fi", "bash -c '" + command.Replace("'", "'\\''", StringComparison.Ordinal) + "'"]);
        }
        return texts;
    }

    private static double Time(string command, ObservedFacts facts)
    {
        var start = Stopwatch.GetTimestamp();
        ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
