using System.Globalization;
using Sallyport.Cli.Audit;
using Sallyport.Configuration;
using Sallyport.Integrity;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy keygen|sign|verify|apply</c>: policies that an administrator signs, without any network.</summary>
internal static class BundleCommands
{
    public static int KeyGen(string[] words)
    {
        var arguments = new AuditArguments(words, [], ["--out"]);
        var path = Out(arguments);
        Span<byte> seed = stackalloc byte[Ed25519Key.SeedSize];
        RandomBytes.Fill(seed);
        NoteKey key;
        try
        {
            key = NoteKey.FromSeed(arguments.One("name for the key"), seed.ToArray());
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message + ".");
        }
        if (File.Exists(path)) throw new UsageException($"{path} is there already, and a key is never overwritten.");
        AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(key.ToSigner() + "\n"), durable: true);
        Console.Out.WriteLine($"The private key is in {path}: keep it off the machines it protects.");
        Console.Out.WriteLine("For \"policyKeys\" in managed settings:");
        Console.Out.WriteLine(key.ToVerifier());
        return ExitCode.Ok;
    }

    public static int Sign(string[] words)
    {
        var arguments = new AuditArguments(words, [], ["--key", "--version", "--expires", "--recovers-from", "--out"]);
        var file = arguments.One("policy file");
        var key = KeyFiles.Key(arguments.Value("--key") ?? throw new UsageException("name the private key: --key FILE"));
        if (!key.CanSign) throw new UsageException("--key names a key to verify with, not one to sign with.");
        var version = arguments.Number("--version") ?? throw new UsageException("give it a version, higher than the one before: --version N");
        var expires = Expiry(arguments.Value("--expires"));
        var path = Out(arguments);
        var reading = PolicyReader.Read(file, KeyFiles.Bytes(file));
        if (reading.Document is not { } policy)
        {
            foreach (var fault in reading.Faults) Console.Error.WriteLine(fault.ToString());
            return ExitCode.Findings;
        }
        var bytes = PolicyBundle.Sign(policy, key, version, DateTimeOffset.UtcNow, expires, arguments.Number("--recovers-from"));
        AtomicFile.Write(path, bytes, durable: true);
        Console.Out.WriteLine($"Signed {path}: version {version}, {policy.Rules.Count} rules, {(expires is { } end ? $"expires {end:yyyy-MM-dd}" : "never expires")}, key {PolicyBundle.NameOf(key)}.");
        if (expires < DateTimeOffset.UtcNow) Console.Error.WriteLine("sallyport policy: it has expired already, so it will be refused wherever it is applied.");
        return ExitCode.Ok;
    }

    public static int Verify(string[] words)
    {
        var arguments = new AuditArguments(words, [], ["--key"]);
        var file = arguments.One("bundle");
        var keys = arguments.Values("--key").Select(named => KeyFiles.Key(named).ToVerifier()).ToList();
        if (keys.Count == 0) keys = [.. Keys()];
        var (bundle, problem) = PolicyBundle.Read(KeyFiles.Bytes(file), keys, PolicyReader.Read);
        problem ??= bundle!.Stale(DateTimeOffset.UtcNow);
        if (problem is not null) return Refuse(file, problem);
        Console.Out.WriteLine($"{Sanitize.ForTerminal(file)}: version {bundle!.Version}, {bundle.Policy.Rules.Count} rules, issued {bundle.Issued:yyyy-MM-dd}, {(bundle.Expires is { } end ? $"expires {end:yyyy-MM-dd}" : "never expires")}, signed by {bundle.KeyId}.");
        return ExitCode.Ok;
    }

    public static int Apply(string[] words)
    {
        var file = new AuditArguments(words, [], []).One("bundle");
        var actor = TerminalActor.Changer();
        var keys = Keys();
        if (keys.Count == 0) return Refuse(file, $"no \"policyKeys\" are in {Path.Combine(ManagedFiles.Directory, "settings.json")}, so no signature counts");
        var directory = ManagedFiles.RunsAsAdministrator ? ManagedFiles.Directory : actor.Data.Root;
        var store = new BundleStore(directory);
        var (bundle, problem) = store.Apply(KeyFiles.Bytes(file), keys, DateTimeOffset.UtcNow);
        if (bundle is not null && ManagedFiles.RunsAsAdministrator)
            foreach (var written in store.Written) AdministratorFiles.LetUsersRead(written);
        TerminalActor.Record(actor.Data, actor.Settings, "policy", bundle is null ? $"refused the bundle {file}: {problem}"
            : $"applied the bundle of version {bundle.Version}, signed by {bundle.KeyId}", null, refused: bundle is null);
        if (bundle is null) return Refuse(file, problem! + "; what was in force before still is");
        if (ManagedFiles.RunsAsAdministrator && PolicyCache.IsWorthwhile(store.File)) CompileCommand.AfterApply(store);
        Console.Out.WriteLine($"In force from {directory}: version {bundle.Version}, {bundle.Policy.Rules.Count} rules.");
        return ExitCode.Ok;
    }

    // An administrator applies as root, for whom nothing is managed: the keys are those of the file that users get.
    internal static IReadOnlyList<string> Keys()
    {
        var path = Path.Combine(ManagedFiles.Directory, "settings.json");
        if (!ManagedFiles.RunsAsAdministrator) return TerminalActor.Reader().Settings.PolicyKeys;
        return AtomicFile.Read(path, SettingsFile.Limit) is { } bytes ? SettingsFile.Parse(path, bytes, managed: true).PolicyKeys : [];
    }

    private static int Refuse(string file, string problem)
    {
        Console.Error.WriteLine($"sallyport policy: {Sanitize.ForTerminal(file)} is refused: {problem}.");
        return ExitCode.Findings;
    }

    private static DateTimeOffset? Expiry(string? text)
    {
        if (text == PolicyBundle.Never) return null;
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date : throw new UsageException("say until when it counts: --expires 2027-12-31, or --expires never");
    }

    private static string Out(AuditArguments arguments) => Path.GetFullPath(arguments.Value("--out") ?? throw new UsageException("say where to: --out FILE"));
}
