using Sallyport.Audit;
using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Gate;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>What every hook works with: the data directory, the settings in force, the sessions, the record and the time.</summary>
internal sealed class Guard
{
    private Guard(DataDirectory data, Settings settings)
    {
        Data = data;
        Settings = settings;
        Sessions = new SessionStore(data);
        Surroundings = Surroundings.Look(data.Root);
    }

    /// <summary>Where everything that must outlive the process is kept.</summary>
    public DataDirectory Data { get; }

    /// <summary>The settings in force.</summary>
    public Settings Settings { get; }

    /// <summary>People's policy in force. Hooks that judge nothing never load it.</summary>
    public PolicyInForce Policy => _policy ??= PolicyLoader.Load(Data, Settings, Surroundings.Workspace);

    private PolicyInForce? _policy;

    /// <summary>True where the person paused Sallyport, in this session or from their terminal in all.</summary>
    public bool IsPaused(SessionState? session) => Settings.MayPause && (session?.PausedUntil?.IsOpen(Now) == true || Pause.OfAll(Data)?.IsOpen(Now) == true);

    /// <summary>Sessions' state.</summary>
    public SessionStore Sessions { get; }

    /// <summary>What policy says of secrets, personal data and the like that are found in texts.</summary>
    public DetectionActions Detection => _detection ??= _policy is { } loaded ? DetectionLayers.Of(loaded.Set.Layers, Settings.OnlyTighten)
        : PolicyLoader.LoadDetection(Data, Settings, Surroundings.Workspace);

    private DetectionActions? _detection;

    /// <summary>A text as it may be kept.</summary>
    public string Mask(string text) => MaskedJson.Text(text, Detection.Options.Rules);

    /// <summary>Who runs this, and where.</summary>
    public Surroundings Surroundings { get; }

    /// <summary>Unix milliseconds at the start of the process.</summary>
    public long Now { get; } = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private readonly long _started = System.Diagnostics.Stopwatch.GetTimestamp();

    /// <summary>Opens the data directory and reads the settings.</summary>
    /// <exception cref="GuardException">One of them is not as it must be.</exception>
    public static Guard Open(HookStart start)
    {
        var data = DataDirectory.Open();
        return new Guard(data, SettingsReader.Read(data, start.Managed));
    }

    /// <summary>A record of an event, filled with what every record holds.</summary>
    public AuditRecord RecordOf(string kind, HookEvent hookEvent) => new()
    {
        Kind = kind,
        Time = Now,
        Session = hookEvent.SessionId,
        Turn = hookEvent.TurnId,
        Agent = hookEvent.AgentId,
        AgentType = hookEvent.AgentType,
        Cwd = hookEvent.Cwd,
        Model = hookEvent.Model,
        PermissionMode = hookEvent.PermissionMode,
        Tool = hookEvent.ToolName,
        ToolUseId = hookEvent.ToolUseId,
        Mode = Settings.Enforce ? "enforce" : "monitor",
    };

    /// <summary>Puts a record on the record. What is answered to Codex is recorded first.</summary>
    /// <param name="record">The record.</param>
    /// <param name="denied">True where the event is refused: by default only such rows are forced to the disk.</param>
    /// <returns>A warning for the person where it could not be recorded and policy says to go on; else null.</returns>
    /// <exception cref="GuardException">It could not be recorded, and policy says that then nothing runs.</exception>
    public string? Record(AuditRecord record, bool denied = false)
    {
        if (!Settings.AuditEnabled) return null;
        record.DurationMicroseconds = (long)System.Diagnostics.Stopwatch.GetElapsedTime(_started).TotalMicroseconds;
        try
        {
            AuditLog.Append(Data, record, AuditOptions.Of(Settings, denied));
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            var what = $"the event could not be recorded ({(wrong is GuardException ? wrong.Message : wrong.GetType().Name)})";
            if (Settings.DenyUnrecorded && Settings.Enforce) throw new GuardException(what, wrong);
            return $"Sallyport: {what}.";
        }
    }

    /// <summary>Notes that a call was let through, so that its result is expected. Comes after the record and before the answer.</summary>
    /// <remarks>Also where the record is switched off: what comes back unannounced is found by this, not by the record.</remarks>
    public void Allow(HookEvent hookEvent, string subject) => CallLedger.Add(Data, hookEvent.SessionId, hookEvent.AgentId, hookEvent.ToolUseId!, subject);

    /// <summary>Signs the record as it is, at the end of a turn.</summary>
    /// <returns>A warning for the person where it could not be signed; else null.</returns>
    public string? Sign()
    {
        if (!Settings.AuditEnabled) return null;
        try
        {
            AuditLog.Checkpoint(Data, Now);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            return $"Sallyport: the record could not be signed ({(wrong is GuardException ? wrong.Message : wrong.GetType().Name)}).";
        }
    }
}
