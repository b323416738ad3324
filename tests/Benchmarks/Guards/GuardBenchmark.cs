using System.Globalization;
using Sallyport.Benchmarks.Hooks;
using Sallyport.Tests.StandIns;

namespace Sallyport.Benchmarks.Guards;

/// <summary>
/// What a guard adds to a hook, over the time the service itself takes: the stand-ins answer at once, so what is left is the helper's
/// start, the connection, TLS and the exchange. Every case in turn with the same hook without a guard.
/// </summary>
internal static class GuardBenchmark
{
    private const int Rounds = 30;
    private const int RunsAtOnce = 5;

    /// <summary>Prints a table of medians and what each adds.</summary>
    public static void Run(TextWriter to)
    {
        using var bench = new HookBench();
        using var authority = new PrivateAuthority();
        using var certificate = authority.Server();
        using var plain = StandIn.Plain(Services.F5Flagging("never-said"));
        using var tls = StandIn.Tls(certificate, Services.F5Flagging("never-said"));
        using var axon = StandIn.Plain(Services.AxonFlowRefusing("never-said"));
        using var armor = StandIn.Plain(Services.ArmorIq(new ArmorIqSigner()));
        var bundle = Path.GetTempFileName();
        File.WriteAllText(bundle, authority.Pem);
        var nobody = "http://127.0.0.1:1";

        using var tlsAxon = StandIn.Tls(certificate, Services.AxonFlowRefusing("never-said"));
        var armorIq = $"SALLYPORT_GUARD_CACHE_SECONDS=0 ARMORIQ_API_KEY=ak_test_1 ARMORCODEX_BACKEND_ENDPOINT={armor.Url}";
        const string f5 = "F5_GUARDRAILS_API_TOKEN=t SALLYPORT_GUARD_CACHE_SECONDS=0";
        (string Name, string Hook, string Variables)[] cases =
        [
            ("UserPromptSubmit, no guard", "UserPromptSubmit", ""),
            ("  F5 over HTTP", "UserPromptSubmit", $"{f5} F5_GUARDRAILS_BASE_URL={plain.Url}"),
            ("  F5 over TLS, private authority", "UserPromptSubmit", $"{f5} F5_GUARDRAILS_BASE_URL={tls.Url} REQUESTS_CA_BUNDLE={bundle}"),
            ("  F5, the same again (kept answer)", "UserPromptSubmit", $"F5_GUARDRAILS_API_TOKEN=t F5_GUARDRAILS_BASE_URL={plain.Url}"),
            ("  F5, nobody listens", "UserPromptSubmit", $"{f5} F5_GUARDRAILS_BASE_URL={nobody}"),
            ("PreToolUse, no guard", "PreToolUse", ""),
            ("  AxonFlow over HTTP", "PreToolUse", $"SALLYPORT_GUARD_CACHE_SECONDS=0 AXONFLOW_ENDPOINT={axon.Url}"),
            ("  F5 and AxonFlow over HTTP", "PreToolUse", $"{f5} F5_GUARDRAILS_BASE_URL={plain.Url} AXONFLOW_ENDPOINT={axon.Url}"),
            ("  ArmorIQ, a signed plan", "PreToolUse", $"{armorIq} ARMORCODEX_AUDIT_ENABLED=false"),
            ("  ArmorIQ, each step asked about", "PreToolUse", $"{armorIq} ARMORCODEX_AUDIT_ENABLED=false CSRG_VERIFY_ENABLED=true"),
            ("  AxonFlow over TLS", "PreToolUse", $"SALLYPORT_GUARD_CACHE_SECONDS=0 AXONFLOW_ENDPOINT={tlsAxon.Url} REQUESTS_CA_BUNDLE={bundle}"),
        ];
        // The plan of the session that is timed is registered once with ArmorIQ on, so that it has its signature.
        bench.Register($"{armorIq} SALLYPORT_ARMORIQ_DEADLINE_MS=20000");
        var times = cases.ToDictionary(c => c.Name, _ => new List<double>());
        for (var round = -1; round < Rounds; round++)
            foreach (var (name, hook, variables) in cases)
            {
                var file = bench.Events.Single(e => e.Hook == hook).File;
                var took = bench.Time($"{variables} '{bench.Binary(hook)}' < '{file}' > /dev/null", round < 0 ? 1 : RunsAtOnce);
                if (round >= 0) times[name].Add(took);
            }
        File.Delete(bundle);

        to.WriteLine("| case | median ms | p90 ms | added ms |");
        to.WriteLine("|---|---:|---:|---:|");
        var without = 0.0;
        foreach (var (name, _, variables) in cases)
        {
            var median = At(times[name], 0.5);
            if (variables.Length == 0) without = median;
            to.WriteLine($"| {name} | {N(median)} | {N(At(times[name], 0.9))} | {(variables.Length == 0 ? "" : N(median - without))} |");
        }
        to.WriteLine();
        to.WriteLine($"{Rounds} rounds in turn, {RunsAtOnce} processes each, on {Environment.ProcessorCount} cores. The services answer at once, from this same machine.");
    }

    private static double At(List<double> values, double at)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, at * sorted.Count)];
    }

    private static string N(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
