using Sallyport.Cli.Install;
using Sallyport.Configuration;

namespace Sallyport.Cli.Doctor;

/// <summary>Are the programs that Codex starts the ones that were installed, and can nobody else change them?</summary>
internal static class BinaryChecks
{
    public static IEnumerable<Finding> Run(Patient patient)
    {
        var faults = 0;
        var names = patient.Hashes is { } hashes ? CodexInstallation.Binaries.Union(hashes.Keys).ToList() : [.. CodexInstallation.Binaries];
        foreach (var finding in names.SelectMany(name => Look(patient, name)).Concat(Folder(patient)))
        {
            faults++;
            yield return finding;
        }
        if (faults == 0) yield return Finding.Good("binary", $"{names.Count} programs in {patient.Binaries} are what was installed, and nobody else can write them");
    }

    private static IEnumerable<Finding> Look(Patient patient, string name)
    {
        var path = Path.Combine(patient.Binaries, name);
        var status = OperatingSystem.IsWindows() ? null : UnixStatus.Of(path);
        if (!File.Exists(path) && status is null)
        {
            yield return Finding.Fault("binary.missing", $"{path} is missing", patient.Mend);
            yield break;
        }
        if (status is { IsLink: true })
        {
            yield return Finding.Fault("binary.link", $"{path} is a link: whoever can change it can put another program in its place", patient.Mend);
            yield break;
        }
        if (patient.Hashes is { } hashes && hashes.GetValueOrDefault(name) != InstallManifest.HashOf(File.ReadAllBytes(path)))
            yield return Finding.Fault("binary.changed", $"{path} is not what was installed", patient.Mend);
        if (OperatingSystem.IsWindows())
        {
            if (patient.Scope == Scope.System && WindowsOwner.Distrust(path) is { } distrust) yield return Finding.Fault("binary.owner", $"{path} {distrust}", patient.Mend);
            yield break;
        }
        var mode = File.GetUnixFileMode(path);
        if ((mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0) yield return Finding.Fault("binary.writable", $"{path} can be written by others", $"Run: chmod go-w '{path}'");
        if ((mode & UnixFileMode.UserExecute) == 0) yield return Finding.Fault("binary.not-executable", $"{path} cannot be executed", $"Run: chmod u+x '{path}'");
        if (status is { } found && found.Owner != 0 && found.Owner != LoginShell.User) yield return Finding.Fault("binary.owner", $"{path} belongs to another user, who can change it", patient.Mend);
        if (patient.Scope == Scope.System && status is { Owner: not 0 }) yield return Finding.Fault("binary.owner", $"{path} is not root's: a user can change it", $"Run: chown root '{path}'");
    }

    // Whoever can write the folder can put another file under the name; where a link stands in the path, the folders it leads to count as well.
    private static IEnumerable<Finding> Folder(Patient patient)
    {
        if (OperatingSystem.IsWindows()) yield break;
        const int mostLinks = 40;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var paths = new Queue<string>([patient.Binaries]);
        for (var links = 0; paths.TryDequeue(out var path) && links < mostLinks; links++)
        {
            for (var at = path; at is not null && at.Length > 1 && seen.Add(at); at = Path.GetDirectoryName(at))
            {
                if (UnixStatus.Of(at) is not { } status) continue;
                if (status.IsLink)
                {
                    if (Directory.ResolveLinkTarget(at, returnFinalTarget: false) is { } target) paths.Enqueue(Path.GetFullPath(target.FullName));
                    continue; // a link has no rights of its own: who can replace it is a matter of the folder it is in
                }
                const uint sticky = 0x200, others = 0x12;
                if ((status.Mode & others) != 0 && (status.Mode & sticky) == 0)
                    yield return Finding.Fault("folder.writable", $"{at} can be written by others, who can put another folder in the place of {patient.Binaries}", $"Run: chmod go-w '{at}'");
            }
        }
    }
}
