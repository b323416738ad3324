using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sallyport.Protocol;

/// <summary>
/// The one answer a hook gives: the exact bytes for stdout, or none. Codex ignores an answer that holds one field it does not
/// know, or a blank reason, and lets the call run: so every shape Codex accepts has one maker here, and there is no other way to answer.
/// </summary>
public readonly struct Answer
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[]? _json;

    private Answer(byte[] json, bool stops) => (_json, Stops) = (json, stops);

    /// <summary>Nothing to say: the event goes on. For PreToolUse this is what "allow" is.</summary>
    public static Answer None => default;

    /// <summary>The bytes for stdout, without a byte-order mark or a newline; empty for <see cref="None"/>.</summary>
    public ReadOnlySpan<byte> Json => _json;

    /// <summary>True when the answer stops what was about to happen, or withholds it.</summary>
    public bool Stops { get; }

    /// <summary>PreToolUse: the call does not run. The model reads the reason, the person <paramref name="toPerson"/>.</summary>
    public static Answer DenyTool(string reason, string? toPerson = null) => Make(true, toPerson, writer =>
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", "PreToolUse");
        writer.WriteString("permissionDecision", "deny");
        writer.WriteString("permissionDecisionReason", NotBlank(reason));
        writer.WriteEndObject();
    });

    /// <summary>PermissionRequest: the person is not asked, the call is refused.</summary>
    public static Answer DenyPermission(string reason) => Make(true, null, writer => Permission(writer, "deny", NotBlank(reason)));

    /// <summary>PermissionRequest: the person is not asked, the call runs.</summary>
    public static Answer AllowPermission() => Make(false, null, writer => Permission(writer, "allow", null));

    /// <summary>PostToolUse and UserPromptSubmit: the result or the prompt does not reach the model; the reason stands in its place.</summary>
    public static Answer Block(string reason, string? toPerson = null) => Make(true, toPerson, writer =>
    {
        writer.WriteString("decision", "block");
        writer.WriteString("reason", NotBlank(reason));
    });

    /// <summary>SessionStart, UserPromptSubmit and PostToolUse: more for the model to read.</summary>
    public static Answer Context(EventName name, string? context, string? toPerson = null)
    {
        if (string.IsNullOrWhiteSpace(context)) return Tell(toPerson);
        return Make(false, toPerson, writer =>
        {
            writer.WriteStartObject("hookSpecificOutput");
            writer.WriteString("hookEventName", name.Wire());
            writer.WriteString("additionalContext", context);
            writer.WriteEndObject();
        });
    }

    /// <summary>A line for the person only; the model never sees it. Any event.</summary>
    public static Answer Tell(string? toPerson) =>
        string.IsNullOrWhiteSpace(toPerson) ? None : Make(false, toPerson, static _ => { });

    /// <summary>The answer that refuses whatever this event is about; for the events that cannot refuse, a line for the person.</summary>
    public static Answer Refuse(EventName name, string reason, string? toPerson = null) => name switch
    {
        EventName.PreToolUse => DenyTool(reason, toPerson),
        EventName.PermissionRequest => DenyPermission(reason),
        EventName.PostToolUse or EventName.UserPromptSubmit => Block(reason, toPerson),
        _ => Tell(toPerson ?? reason),
    };

    private static void Permission(Utf8JsonWriter writer, string behavior, string? message)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", "PermissionRequest");
        writer.WriteStartObject("decision");
        writer.WriteString("behavior", behavior);
        if (message is not null) writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static Answer Make(bool stops, string? toPerson, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            if (!string.IsNullOrWhiteSpace(toPerson)) writer.WriteString("systemMessage", toPerson);
            body(writer);
            writer.WriteEndObject();
        }
        return new Answer(buffer.WrittenSpan.ToArray(), stops);
    }

    private static string NotBlank(string reason) => string.IsNullOrWhiteSpace(reason) ? "Sallyport refused this." : reason;
}
