using Sallyport.Cli.Audit;

namespace Sallyport.Cli.Replay;

/// <summary><c>sallyport policy what-if FILE</c>: what a proposed policy would have changed, by the record.</summary>
internal static class WhatIfCommand
{
    public static int Run(string[] words)
    {
        var arguments = new AuditArguments(words, ["--json"], ["--since", "--until", "--session", "--tool", "--verdict", "--rule", "--limit", "--data-dir"]);
        var file = arguments.One("policy file");
        return RecordReplayCommand.Run(arguments.WithoutRest(), ReplayVerb.Candidate(file));
    }
}
