using Sallyport.Export;
using Sallyport.State;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit ship</c> and <c>audit export --otlp URL</c>: sends rows to a collector.</summary>
internal static class ShipCommand
{
    private const string HeadersVariable = "OTEL_EXPORTER_OTLP_HEADERS";

    public static int Run(AuditArguments arguments)
    {
        AuditVerb.Files(arguments);
        var data = AuditVerb.Data(arguments);
        var written = arguments.Value("--otlp") ?? Replay.ReplayVerb.Settings(data).AuditShipUrl
            ?? throw new UsageException("say where to: --otlp URL, or set auditShipUrl.");
        var url = Collectors.Address(written);
        var fromEnvironment = Environment.GetEnvironmentVariable(HeadersVariable) is { Length: > 0 } list ? list.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        KeyValuePair<string, string>[] headers = [.. Collectors.Stored(data), .. arguments.Values("--header-file").SelectMany(FromFile),
            .. Collectors.Headers([.. fromEnvironment, .. arguments.Values("--header")])];
        var report = new Shipper(data, url.AbsoluteUri, Collectors.Of(data, url, headers)).Run();
        var to = report.Fault is null ? Console.Out : Console.Error;
        to.WriteLine($"{report.Shipped} rows shipped to {Sanitize.ForTerminal(url.AbsoluteUri)}.");
        if (report.Dead > 0) to.WriteLine($"{report.Dead} rows were refused; they stand in {new ShipFiles(data, url.AbsoluteUri).DeadLetters}.");
        if (report.Lost > 0) to.WriteLine($"{report.Lost} rows had been removed by retention before they were shipped.");
        if (report.Fault is { } fault) to.WriteLine($"Not all went: {Sanitize.ForTerminal(fault.TrimEnd('.'))}.");
        return report.Fault is not null ? ExitCode.Failed : report.Dead + report.Lost > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> FromFile(string path) =>
        Collectors.FromFile(Path.GetFullPath(path)) ?? throw new StateException($"{path} is not there: --header-file takes a file of NAME=VALUE lines.");
}
