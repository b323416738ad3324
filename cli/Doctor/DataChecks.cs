using Sallyport.Audit;
using Sallyport.Cli.Install;
using Sallyport.Configuration;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Doctor;

/// <summary>What outlives a process: settings, policy, the data directory, the disk, the clock and the record.</summary>
internal static class DataChecks
{
    private const long LowDisk = 256L * 1024 * 1024;
    private const long QuickRecord = 256L * 1024 * 1024;
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(10);

    /// <summary>Nobody had this version before: a clock that says so is wrong.</summary>
    private static readonly DateTime Built = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The settings in force, where they can be read.</summary>
    public static Settings? Settings(Patient patient, List<Finding> findings)
    {
        try
        {
            var settings = SettingsReader.Read(patient.Installation.Data, managedStart: patient.Scope == Scope.System);
            foreach (var note in settings.Notes) findings.Add(ManagedFiles.RunsAsAdministrator && note.StartsWith(ManagedFiles.Directory, StringComparison.Ordinal)
                ? Finding.Note("settings.root", note.TrimEnd('.'), "Run Codex, and this, as the user they are meant for")
                : Finding.Fault("settings.weaker", note.TrimEnd('.'), "Take it out of settings.json or the environment, or leave it where that is meant"));
            findings.Add(Finding.Good("settings",
                $"{(settings.Enforce ? "enforcing" : "monitoring")}, {(settings.ManagedDirectory is { } managed ? "managed from " + managed : "no administrator's settings")}"));
            return settings;
        }
        catch (GuardException wrong)
        {
            findings.Add(Finding.Fault("settings.invalid", $"Every call is refused: {wrong.Message.TrimEnd('.')}", "Mend the file or variable it names"));
            return null;
        }
    }

    public static void Run(Patient patient, Settings? settings, List<Finding> findings)
    {
        var data = patient.Installation.Data;
        foreach (var concern in data.Concerns()) findings.Add(Finding.Fault("data.open", concern.TrimEnd('.'), $"Run: chmod 700 '{data.Root}'"));
        if (settings is not null)
        {
            Policy(data, settings, findings);
            GuardChecks.Run(patient, settings, findings);
        }
        Writable(data, findings);
        Disk(data, findings);
        Sessions(data, findings);
        Record(data, findings);
    }

    private static void Policy(DataDirectory data, Settings settings, List<Finding> findings)
    {
        var policy = PolicyLoader.Load(data, settings, Directory.GetCurrentDirectory());
        var sound = true;
        findings.AddRange(BundleChecks.Run(data, settings, DateTimeOffset.UtcNow));
        foreach (var fault in policy.Set.Layers.SelectMany(static l => l.Faults))
        {
            sound = false;
            if (findings.Exists(f => f.Id == "bundle.invalid" && f.What.Contains(fault.File, StringComparison.Ordinal))) continue;
            findings.Add(Finding.Fault("policy.invalid", $"Every call is refused: {fault}", "Mend the policy where it says: sallyport policy lint FILE"));
        }
        foreach (var note in policy.Notes) findings.Add(Finding.Note("policy.note", note.TrimEnd('.')));
        if (sound) findings.Add(Finding.Good("policy", "every policy file there is can be read and is in force"));
    }

    private static void Writable(DataDirectory data, List<Finding> findings)
    {
        if (!Directory.Exists(data.Root))
        {
            findings.Add(Finding.Note("data.new", $"{data.Root} is not there yet; the first session makes it"));
            return;
        }
        foreach (var folder in (string[])[data.Root, data.AuditDirectory, data.SessionsDirectory])
        {
            if (!Path.Exists(folder)) continue;
            var probe = Path.Combine(folder, $"doctor-{Environment.ProcessId}");
            try
            {
                AtomicFile.Write(probe, "x"u8, durable: true);
                File.Delete(probe);
            }
            catch (Exception wrong) when (wrong is GuardException or IOException or UnauthorizedAccessException)
            {
                findings.Add(Finding.Fault("data.not-writable",
                    $"{folder} cannot be written, so nothing can be recorded and calls are refused: {wrong.Message.TrimEnd('.')}",
                    $"Give it back to its owner, with write permission: chmod u+rwx '{folder}'"));
                return;
            }
        }
        findings.Add(Finding.Good("data", $"{data.Root} can be written"));
    }

    private static void Disk(DataDirectory data, List<Finding> findings)
    {
        if (!Directory.Exists(data.Root)) return;
        try
        {
            var free = new DriveInfo(data.Root).AvailableFreeSpace;
            if (free < LowDisk) findings.Add(Finding.Fault("disk.low",
                $"{free / (1024 * 1024)} MiB are free for {data.Root}; on a full disk nothing can be recorded, and calls are refused", "Make room"));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Add(Finding.Note("disk.unknown", $"how much room there is for {data.Root} is not known"));
        }
    }

    private static void Sessions(DataDirectory data, List<Finding> findings)
    {
        if (!Directory.Exists(data.SessionsDirectory)) return;
        foreach (var path in Directory.EnumerateFiles(data.SessionsDirectory))
        {
            if (path.EndsWith(".damaged", StringComparison.Ordinal))
            {
                findings.Add(Finding.Note("session.damaged", $"{path} was set aside because it could not be read", "Look into it and remove it"));
                continue;
            }
            if (!path.EndsWith(".json", StringComparison.Ordinal)) continue;
            try
            {
                if (AtomicFile.Read(path, SessionStateJson.Limit) is { } bytes) SessionStateJson.Read(path, bytes);
            }
            catch (GuardException wrong)
            {
                findings.Add(Finding.Fault("session.damaged", $"every call of one session is refused: {wrong.Message.TrimEnd('.')}", $"Remove {path}: that session then has no plan and no approvals"));
            }
        }
    }

    /// <summary>Plans and approvals expire by the clock.</summary>
    public static void Clock(DataDirectory data, DateTime now, List<Finding> findings)
    {
        if (now < Built) findings.Add(Finding.Fault("clock.wrong", $"the clock says {now:yyyy-MM-dd}, which is before this version was made: plans and approvals expire by it", "Set the clock"));
        var files = new AuditFiles(data);
        if (files.Segments() is not [.., var last]) return;
        var newest = File.GetLastWriteTimeUtc(files.Segment(last));
        if (newest - now > Drift) findings.Add(Finding.Fault("clock.behind",
            $"the record was last written at {newest:yyyy-MM-dd HH:mm} UTC, and the clock says {now:yyyy-MM-dd HH:mm}: it went back", "Set the clock"));
    }

    private static void Record(DataDirectory data, List<Finding> findings)
    {
        var files = new AuditFiles(data);
        var segments = files.Segments();
        if (segments.Length == 0) return;
        if (segments.Sum(s => new FileInfo(files.Segment(s)).Length) > QuickRecord)
        {
            findings.Add(Finding.Note("record.large", "the record is large and was not verified here", "Run: sallyport audit verify"));
            return;
        }
        var report = new AuditVerifier(files).Verify();
        if (report.Sound) findings.Add(Finding.Good("record", $"{report.Size} rows, each as it was written"));
        else findings.Add(Finding.Fault("record.unsound",
            $"the record does not verify: {report.Message.TrimEnd('.')}{(report.Place is { } place ? $" ({place})" : "")}",
            "Keep a copy, find out who changed it, and run: sallyport audit verify"));
    }
}
