using Sallyport.Audit;
using Sallyport.Cli.Audit;
using Sallyport.Configuration;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Replay;

/// <summary><c>sallyport replay</c>: what today's version and policy would make of what happened.</summary>
internal static class ReplayVerb
{
    private static readonly string[] Filters = ["--since", "--until", "--session", "--tool", "--verdict", "--rule", "--limit"];

    public static readonly Verb Verb = new("replay", "judge past calls again: the record's, or a Codex transcript's",
        """
        usage: sallyport replay --record [--policy FILE] [filters] [--json]
               sallyport replay --codex PATH [--policy FILE] [--json]

        --record derives every recorded verdict again from what the record keeps (input, facts, plan) with this version and the policy in
        force, and says where it would be another today. --policy FILE takes that file in place of your own policy: see what a change would do
        before you make it. Rows whose input was masked are counted apart: they cannot be derived again.

        --codex judges transcripts of Codex (a rollout file, or a folder of them such as ~/.codex/sessions/2026) as if Sallyport had been
        there: what would have been stopped, asked about or redacted. No plan is asked. Files are looked at as they are now.

        filters: --since TIME --until TIME --session ID --tool NAME --verdict VERDICT --rule ID
        output:  the first 20 of each kind; --limit N for more · --json: one object a line
        all:     --data-dir DIR

        examples:
          sallyport replay --record --since 7d
        exit codes: 0 nothing would be otherwise · 1 something would · 2 wrong words · 3 it could not be read
        """, Run);

    private static int Run(string[] words)
    {
        var arguments = new AuditArguments(words, ["--record", "--json"], ["--codex", "--policy", "--data-dir", .. Filters]);
        if (arguments.Has("--record") == (arguments.Value("--codex") is not null)) throw new UsageException("say what to replay: --record, or --codex PATH.");
        return arguments.Has("--record") ? RecordReplayCommand.Run(arguments, Candidate(arguments.Value("--policy"))) : TranscriptReplayCommand.Run(arguments, Candidate(arguments.Value("--policy")));
    }

    /// <summary>A policy that is only proposed.</summary>
    /// <exception cref="UsageException">It is broken; says where.</exception>
    public static PolicyLayer? Candidate(string? path)
    {
        if (path is null) return null;
        var reading = PolicyReader.Read(path, KeyFiles.Bytes(path));
        return reading.Document is not null ? PolicyLayer.Of(PolicyLayer.User, reading) : throw new UsageException(string.Join("\n", reading.Faults.Take(10)));
    }

    /// <summary>The policy for a workspace; with the candidate in place of the person's own.</summary>
    public static Func<string, PolicyInForce> Policy(DataDirectory data, Settings settings, PolicyLayer? candidate) => workspace =>
    {
        var now = PolicyLoader.Load(data, settings, workspace);
        if (candidate is null) return now;
        var layers = new List<PolicyLayer>();
        layers.AddRange(now.Set.Layers.Where(l => l.Name == PolicyLayer.Managed));
        layers.Add(candidate);
        layers.AddRange(now.Set.Layers.Where(l => l.Name == PolicyLayer.Repository));
        return new PolicyInForce(layers, settings.OnlyTighten, now.Notes);
    };

    /// <summary>The settings in force here.</summary>
    public static Settings Settings(DataDirectory data) => SettingsReader.Read(data, managedStart: false);
}
