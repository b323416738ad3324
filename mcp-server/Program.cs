using ModelContextProtocol.Server;
using Sallyport;
using Sallyport.Mcp;
using Sallyport.Mcp.Audit;
using Sallyport.Plans;
using Sallyport.State;

// Codex gives a server almost no environment, so a person's installation says where the data is. An administrator's is everybody's,
// and passes on the variables that say it.
if (args is not ([] or ["--data-dir", { Length: > 0 }]) || (args is [_, var named] && !Path.IsPathFullyQualified(named)))
{
    await Console.Error.WriteLineAsync("usage: sallyport-mcp [--data-dir DIR]   (an absolute path; Codex starts this server, see `sallyport install`)");
    return 2;
}

try
{
    var data = DataDirectory.Open(args is [_, var directory] ? directory : DataDirectory.Locate());
    var options = new McpServerOptions
    {
        ServerInfo = new() { Name = OwnTools.Server, Version = ProductVersion.Text },
        ToolCollection = [new RegisterIntentPlanTool(data), new PlanStatusTool(data), new PolicyReadTool(data), new PolicyUpdateTool(data),
            new CheckPolicyTool(data), new CheckOutputTool(data), new ListPoliciesTool(data),
            new SearchAuditEventsTool(data), new GetPolicyStatsTool(data), new ExplainDecisionTool(data), new AuditToolCallTool(data)],
    };
    await using var server = McpServer.Create(new StdioServerTransport(options), options);
    using var end = new CancellationTokenSource();
    _ = BackgroundShipping.Run(data, end.Token);
    await server.RunAsync();
    await end.CancelAsync();
    return 0;
}
catch (GuardException wrong)
{
    await Console.Error.WriteLineAsync($"sallyport-mcp: {wrong.Message}");
    return 1;
}
