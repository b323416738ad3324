using System.Threading.Tasks;
using Sallyport.Detection;
using Sallyport.Guards.Settings;

namespace Sallyport.Guards.AxonFlow;

/// <summary>AxonFlow: <c>check_policy</c> before a tool runs, <c>check_output</c> on what it returned, over its MCP endpoint.</summary>
internal sealed class AxonFlowGuard(GuardContext context, IGuardTransport transport) : IRemoteGuard
{
    /// <summary>The endpoint below the service's address.</summary>
    public const string McpPath = "/api/v1/mcp-server";

    // The service takes 1 MiB a request; JSON's escapes can make six bytes of one character.
    private const int WindowChars = 150_000;

    public Service Service => Service.AxonFlow;

    public async Task<GuardAnswer> Ask(GuardQuestion question, CancellationToken deadline)
    {
        var statement = question.Surface == Surface.ToolInput ? ToolText.Of(question.Input ?? "{}") : question.Text;
        if (statement.Length == 0) return GuardAnswer.Cleared(Service);
        if (TextWindows.Of(statement, WindowChars) is not { } windows)
            return GuardAnswer.Unavailable(Service, GuardFault.TextTooLong, $"the text has {statement.Length} characters, more than are sent.");
        GuardAnswer? strictest = null;
        foreach (var window in windows)
        {
            var answer = await Check(question, window, deadline).ConfigureAwait(false);
            if (windows.Count == 1) return answer;
            if (answer.Outcome == GuardOutcome.Redacted) answer = answer with { Outcome = GuardOutcome.Flagged, Redacted = null };
            if (answer.Outcome == GuardOutcome.Flagged) return answer;
            if (strictest is null || answer.Outcome == GuardOutcome.Unavailable) strictest = answer;
            if (answer.Outcome == GuardOutcome.Unavailable) break;
        }
        return strictest!;
    }

    /// <summary>Tells the service what a tool did, or what was not let through.</summary>
    /// <returns>What became of it.</returns>
    public async Task<GuardAnswer> Report(byte[] row, CancellationToken deadline)
    {
        var (headers, fault) = AxonFlowIdentity.Headers(context);
        if (fault is not null) return fault;
        var call = new HttpQuestion("POST", context.Settings.Text(GuardTable.AxonFlowUrl) + McpPath, headers!, row);
        return AxonFlowMessages.Recorded(await transport.Send(call, deadline).ConfigureAwait(false));
    }

    private async Task<GuardAnswer> Check(GuardQuestion question, string statement, CancellationToken deadline)
    {
        var (headers, fault) = AxonFlowIdentity.Headers(context);
        if (fault is not null) return fault;
        var input = question.Surface == Surface.ToolInput;
        var body = input ? AxonFlowMessages.CheckPolicy(question.Tool ?? "tool", statement) : AxonFlowMessages.CheckOutput(question.Tool ?? "tool", statement);
        var call = new HttpQuestion("POST", context.Settings.Text(GuardTable.AxonFlowUrl) + McpPath, headers!, body);
        var reply = await transport.Send(call, deadline).ConfigureAwait(false);
        return AxonFlowMessages.Verdict(reply, input ? AxonFlowMessages.PolicyId : AxonFlowMessages.OutputId, context.Now);
    }
}
