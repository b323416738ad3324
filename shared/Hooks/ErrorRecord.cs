using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Configuration;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>
/// An event that could not be read or judged, on the record: what was wrong and what was answered. It stands behind whatever else was
/// recorded of the call, so that a decision which was never answered is known by it.
/// </summary>
internal static class ErrorRecord
{
    private const string Step = "hook";
    private const int MostWords = 256;

    /// <summary>Records it where that is possible. Never throws: the answer must be given whatever happens here.</summary>
    /// <param name="name">The event the hook is registered for.</param>
    /// <param name="hookEvent">The event; null where it could not be read.</param>
    /// <param name="input">What stood on stdin.</param>
    /// <param name="what">What was wrong, without a word of the input.</param>
    /// <param name="stops">True where the answer refuses.</param>
    public static void Put(EventName name, HookEvent? hookEvent, ReadOnlyMemory<byte> input, string what, bool stops)
    {
        try
        {
            var data = DataDirectory.Open();
            if (Options(data) is { } options) AuditLog.Append(data, Of(name, hookEvent, input, what, stops), options);
        }
        catch (Exception)
        {
            return; // the disk that refused the event's own row most likely refuses this one too
        }
    }

    private static AuditRecord Of(EventName name, HookEvent? hookEvent, ReadOnlyMemory<byte> input, string what, bool stops)
    {
        var rule = hookEvent is null ? "error.unreadable" : "error.failed";
        var record = new AuditRecord
        {
            Kind = "error",
            Time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            Session = hookEvent?.SessionId,
            Turn = hookEvent?.TurnId,
            Agent = hookEvent?.AgentId,
            Cwd = hookEvent?.Cwd,
            Tool = hookEvent?.ToolName,
            ToolUseId = hookEvent?.ToolUseId,
            Verdict = stops ? Verdict.Deny.Word() : null,
            Rules = [rule],
            Steps = [new Judgement(Step, stops ? Verdict.Deny : Verdict.Allow, rule, what)],
            InputHash = Convert.ToHexStringLower(Sha256.Hash(input.Span)),
            Text = $"{name.Wire()}: {what}",
        };
        if (hookEvent is null) Guess(record, input.Span);
        return record;
    }

    /// <summary>Who it was about, as far as the input can be read at all.</summary>
    private static void Guess(AuditRecord record, ReadOnlySpan<byte> input)
    {
        try
        {
            var reader = new Utf8JsonReader(input, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
                var name = reader.ValueSpan;
                if (!reader.Read() || reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > MostWords) continue;
                if (name.SequenceEqual("session_id"u8)) record.Session = reader.GetString();
                else if (name.SequenceEqual("turn_id"u8)) record.Turn = reader.GetString();
                else if (name.SequenceEqual("agent_id"u8)) record.Agent = reader.GetString();
                else if (name.SequenceEqual("tool_name"u8)) record.Tool = reader.GetString();
                else if (name.SequenceEqual("tool_use_id"u8)) record.ToolUseId = reader.GetString();
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return; // what came before the fault is kept
        }
    }

    /// <summary>How it is appended; null where nothing is recorded at all. Settings that cannot be read switch nothing off.</summary>
    private static AuditOptions? Options(DataDirectory data)
    {
        try
        {
            var settings = SettingsReader.Read(data, ManagedMarker.Stands());
            return settings.AuditEnabled ? AuditOptions.Of(settings, denied: true) : null;
        }
        catch (GuardException)
        {
            return new AuditOptions { Fsync = true };
        }
    }
}
