using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Sallyport.Mcp;

/// <summary>A tool of this server: a definition, and a function of arguments and session.</summary>
internal abstract class SallyportTool(Tool definition) : McpServerTool
{
    /// <inheritdoc />
    public override Tool ProtocolTool { get; } = definition;

    /// <inheritdoc />
    public override IReadOnlyList<object> Metadata => [];

    /// <summary>Answers a call.</summary>
    protected abstract ToolAnswer Answer(JsonElement arguments, CallOrigin origin);

    /// <inheritdoc />
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ToolAnswer answer;
        try
        {
            answer = Answer(ArgumentsJson.Of(request.Params?.Arguments), CallOrigin.Of(request.Params?.Meta));
        }
        catch (GuardException wrong)
        {
            answer = new ToolAnswer(wrong.Message, IsError: true);
        }
        return ValueTask.FromResult(answer.ToResult());
    }

    /// <summary>Reads a schema that is written here as text.</summary>
    protected static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
