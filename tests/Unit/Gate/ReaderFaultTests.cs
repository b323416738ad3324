using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Protocol;
using Sallyport.Shell;

namespace Sallyport.Tests.Gate;

/// <summary>A reader that throws has read nothing, and what nobody has read does not run.</summary>
public class ReaderFaultTests
{
    private const string Folder = "/home/dev/app";

    /// <summary>Facts that fail once, in the middle of an analysis, as a fault in a reader would.</summary>
    private sealed class Failing(int after) : IReadOnlyDictionary<string, FileFact>
    {
        private int _asked;

        public int Asked => _asked;

        public FileFact this[string key] => TryGetValue(key, out var fact) ? fact : throw new KeyNotFoundException();

        public IEnumerable<string> Keys => [];

        public IEnumerable<FileFact> Values => [];

        public int Count => 0;

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public IEnumerator<KeyValuePair<string, FileFact>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, FileFact>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out FileFact value)
        {
            value = null;
            return ++_asked == after + 1 ? throw new InvalidOperationException("fault") : false;
        }
    }

    [Theory]
    [InlineData("Bash", "sh build.sh")]
    [InlineData("Bash", "cat notes.txt > copy.txt; ./run.sh; make test")]
    [InlineData("Bash", "python3 tool.py && rm -rf build")]
    [InlineData("apply_patch", "*** Begin Patch\n*** Add File: a.txt\n+x\n*** Delete File: b.txt\n*** End Patch")]
    public void A_fault_at_any_step_of_the_analysis_denies(string tool, string command)
    {
        var clean = new Failing(-1);
        Assert.NotEqual(Verdict.Deny, Judge(tool, command, clean).Strictest.Verdict);
        Assert.True(clean.Asked > 0, "the analysis asks for no fact, so that none can fail");
        for (var n = 0; n < clean.Asked; n++)
        {
            var verdict = Judge(tool, command, new Failing(n)).Strictest;
            Assert.Equal((Verdict.Deny, "analysis.fault"), (verdict.Verdict, verdict.Rule));
            Assert.DoesNotContain(command, verdict.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Through_the_gate_it_denies_and_says_so()
    {
        var input = JsonDocument.Parse("""{"command":"sh build.sh"}""").RootElement;
        var hookEvent = new HookEvent { Name = EventName.PreToolUse, SessionId = "s-1", Cwd = Folder, ToolName = "Bash", ToolInput = input, ToolUseId = "c" };
        var settings = SettingsLayers.Combine(null, null, _ => null, false, null, []);
        var gate = new ToolCallGate(new Surroundings { Home = "/home/dev", CodexHome = "/home/dev/.codex", DataDirectory = "/home/dev/.codex/sallyport", Workspace = Folder, Environment = new Dictionary<string, string>(), GuardPaths = [] }, settings, PolicyInForce.None, null, Facts(new Failing(0)));
        var decision = gate.Decide(new ToolCall("Bash", hookEvent.ToolInput), hookEvent, null, 0);
        Assert.Contains(decision.Steps, step => step is { Verdict: Verdict.Deny, Rule: "analysis.fault" });
        Assert.Equal(Verdict.Deny, decision.Deciding.Verdict);
    }

    private static ObservedFacts Facts(Failing files) => new() { Cwd = Folder, Home = "/home/dev", Workspace = Folder, Files = files };

    private static BuiltInVerdict Judge(string tool, string command, Failing files) =>
        BuiltInPolicy.Judge(new ToolCall(tool, JsonDocument.Parse(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { command }))).RootElement), Facts(files));
}
