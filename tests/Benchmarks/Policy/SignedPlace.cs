using System.Text;
using Sallyport.Benchmarks.Hooks;
using Sallyport.Integrity;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Benchmarks.Policy;

/// <summary>
/// A machine whose administrator requires signed policy, for one benchmark: another user in a mount namespace, in which /etc is covered.
/// The bundle lies in the user's own directory, where nothing but its signature speaks for it.
/// </summary>
internal static class SignedPlace
{
    private const string Script = """
        set -e
        layer=$(mktemp -d)
        mount -t tmpfs layer "$layer"
        mkdir -p "$layer/up" "$layer/work"
        mount -t overlay overlay -o "lowerdir=/etc,upperdir=$layer/up,workdir=$layer/work" /etc
        mkdir -p /etc/sallyport && cp "$(dirname "$0")/managed.json" /etc/sallyport/settings.json && chmod 644 /etc/sallyport/settings.json
        exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
        """;

    /// <summary>Puts a bundle of so many rules there; with 0 there are keys and no bundle.</summary>
    /// <returns>False where this machine gives no namespaces.</returns>
    public static bool TryLay(HookBench bench, int rules)
    {
        var key = NoteKey.FromSeed("example.com/policy", [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        File.WriteAllText(Path.Combine(bench.Root, "managed.json"), $$"""{"policyKeys":["{{key.ToVerifier()}}"],"locked":true}""");
        File.WriteAllText(Path.Combine(bench.Root, "namespace.sh"), Script);
        var hook = Path.Combine(bench.Root, "sallyport-pre-tool-use");
        File.Copy(bench.Binary("PreToolUse"), hook, overwrite: true);
        if (rules > 0)
        {
            var policy = PolicyReader.Read("p", Encoding.UTF8.GetBytes(PolicySource.Of("mixed", rules))).Document!;
            File.WriteAllBytes(Path.Combine(bench.Data, "policy.bundle.json"), PolicyBundle.Sign(policy, key, 1, DateTimeOffset.UtcNow.AddDays(-1), null, null));
        }
        if (!bench.Works($"chown -R 65534:65534 '{bench.Root}' && chmod 755 '{bench.Root}'")) return false;
        bench.Within = ["unshare", "-m", "sh", Path.Combine(bench.Root, "namespace.sh")];
        return bench.Works("true");
    }
}
