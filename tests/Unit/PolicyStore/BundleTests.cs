using System.Text;
using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Tests.PolicyStore;

public class BundleTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly NoteKey Key = NoteKey.FromSeed("example.com/policy", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly NoteKey Other = NoteKey.FromSeed("example.com/policy", [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly string[] Keys = [Key.ToVerifier()];

    private static byte[] Bundle(long version, NoteKey? key = null, DateTimeOffset? expires = null, long? recovers = null, string action = "deny") =>
        PolicyBundle.Sign(PolicyReader.Read("p", Encoding.UTF8.GetBytes($$"""{"rules":[{"id":"a","action":"{{action}}","tool":"Bash"}]}""")).Document!, key ?? Key, version, Now.AddDays(-1), expires, recovers);

    private static byte[] Edit(byte[] bundle, Func<string, string> edit) => Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(bundle)));

    // Signs whatever it is given, as somebody with the key could.
    private static byte[] Resign(byte[] bundle, Func<string, string> edit)
    {
        using var json = JsonDocument.Parse(Edit(bundle, edit));
        var unsigned = PolicyWriter.Element(to =>
        {
            to.WriteStartObject();
            foreach (var field in json.RootElement.EnumerateObject())
                if (field.Name != "signature") field.WriteTo(to);
            to.WriteEndObject();
        });
        var signature = Convert.ToBase64String(Key.Sign("sallyport policy bundle\n" + Encoding.UTF8.GetString(CanonicalJson.Canonicalize(unsigned))));
        return Encoding.UTF8.GetBytes(unsigned.GetRawText()[..^1] + $",\"signature\":\"{signature}\"}}");
    }

    private static string Refusal(byte[] bundle, string[]? keys = null)
    {
        using var scratch = new PolicyScratch();
        var store = new BundleStore(scratch.Data.Root);
        Assert.Null(store.Apply(Bundle(5), Keys, Now).Problem);
        var before = File.ReadAllBytes(store.File);
        var problem = store.Apply(bundle, keys ?? Keys, Now).Problem;
        Assert.NotNull(problem);
        Assert.Equal(before, File.ReadAllBytes(store.File)); // the last good one stays
        Assert.Equal(5, store.Load(Keys, Now, new WholeBundles(), null).Bundle!.Version);
        return problem;
    }

    [Fact]
    public void Each_refusal_has_its_own_message_and_the_last_good_bundle_stays()
    {
        var refusals = new[]
        {
            ("it is not signed", Refusal(Edit(Bundle(6), text => text[..text.IndexOf(",\"signature\"", StringComparison.Ordinal)] + text[text.LastIndexOf(",\"version\"", StringComparison.Ordinal)..]))),
            ("its signature is wrong", Refusal(Edit(Bundle(6), text => text.Replace("\"deny\"", "\"warn\"", StringComparison.Ordinal)))),
            ("its signature is wrong", Refusal(Edit(Bundle(6), text => text.Replace("\"expires\":\"never\"", "\"expires\":\"2099-01-01T00:00:00Z\"", StringComparison.Ordinal)))),
            ("a key that is not known here", Refusal(Bundle(6, Other))),
            ("a key that is not known here", Refusal(Bundle(6), [])),
            ("it expired on 2026-05-31", Refusal(Bundle(6, expires: Now.AddDays(-1)))),
            ("is lower than 5", Refusal(Bundle(4))),
            ("it recovers from 9", Refusal(Bundle(4, recovers: 9))),
            ("its root is not that of its rules", Refusal(Resign(Bundle(6), text => text.Replace("\"action\":\"deny\"", "\"action\":\"warn\"", StringComparison.Ordinal)))),
            ("its policy is wrong", Refusal(Resign(Bundle(6), text => text.Replace("\"default\":\"allow\"", "\"default\":\"maybe\"", StringComparison.Ordinal)))),
            ("unknown key 'extra'", Refusal(Resign(Bundle(6), text => "{\"extra\":1," + text[1..]))),
            ("issued in the future", Refusal(Resign(Bundle(6), text => text.Replace("2026-05-31", "2026-06-30", StringComparison.Ordinal)))),
            ("it is no bundle", Refusal("{}"u8.ToArray())),
            ("it is no bundle", Refusal("garbage"u8.ToArray())),
        };
        foreach (var (wanted, said) in refusals) Assert.Contains(wanted, said);
    }

    [Fact]
    public void Keys_are_rotated_by_knowing_both_for_a_while()
    {
        using var scratch = new PolicyScratch();
        var store = new BundleStore(scratch.Data.Root);
        Assert.Null(store.Apply(Bundle(1), Keys, Now).Problem);
        Assert.Null(store.Apply(Bundle(2, Other), [.. Keys, Other.ToVerifier()], Now).Problem);
        Assert.Equal(2, store.Load([Other.ToVerifier()], Now, new WholeBundles(), null).Bundle!.Version);
        Assert.Contains("not known here", store.Load(Keys, Now, new WholeBundles(), null).Problem);
    }

    [Fact]
    public void A_mistaken_high_version_is_recovered_from_and_never_comes_back()
    {
        using var scratch = new PolicyScratch();
        var store = new BundleStore(scratch.Data.Root);
        Assert.Null(store.Apply(Bundle(7), Keys, Now).Problem);
        Assert.Null(store.Apply(Bundle(70_000), Keys, Now).Problem);
        Assert.Contains("is lower than 70000", store.Apply(Bundle(8), Keys, Now).Problem);
        Assert.Null(store.Apply(Bundle(8, recovers: 70_000), Keys, Now).Problem);
        Assert.Equal(8, store.Load(Keys, Now, new WholeBundles(), null).Bundle!.Version);
        Assert.Contains("was recovered from", store.Apply(Bundle(70_000), Keys, Now).Problem);
        Assert.Null(store.Apply(Bundle(9), Keys, Now).Problem);
        Assert.Contains("is lower than 9", store.Apply(Bundle(8, recovers: 70_000), Keys, Now).Problem);
    }

    [Fact]
    public void An_older_bundle_put_back_or_one_that_is_gone_is_noticed()
    {
        using var scratch = new PolicyScratch();
        var store = new BundleStore(scratch.Data.Root);
        store.Apply(Bundle(2), Keys, Now);
        store.Apply(Bundle(3), Keys, Now);
        File.WriteAllBytes(store.File, Bundle(2));
        Assert.Contains("an older one", store.Load(Keys, Now, new WholeBundles(), null).Problem);
        File.Delete(store.File);
        Assert.Contains("it is gone", store.Load(Keys, Now, new WholeBundles(), null).Problem);
    }

    private static Settings Managed(string json) =>
        SettingsLayers.Combine(SettingsFile.Parse("/etc/sallyport/settings.json", Encoding.UTF8.GetBytes(json), managed: true), null, static _ => null, false, null, []);

    private static PolicyLayer? Load(PolicyScratch scratch, string settings, PolicyLayer? plain, DateTimeOffset now, out string? version) =>
        ManagedPolicy.Signed(plain, null, scratch.Data.Root, Managed(settings), static _ => null, now, new WholeBundles(), out version);

    [Fact]
    public void Where_a_signature_is_required_nothing_else_counts()
    {
        using var scratch = new PolicyScratch();
        var required = $$"""{"policySignatureRequired":true,"policyKeys":["{{Keys[0]}}"],"locked":true}""";
        var plain = RandomLayer();
        Assert.Null(Load(scratch, required, plain, Now, out _)!.Document); // an unsigned file is no policy, and no policy is a broken one
        Assert.Contains("a signed policy is required", Load(scratch, required, plain, Now, out _)!.Faults[0].ToString());
        new BundleStore(scratch.Data.Root).Apply(Bundle(3, expires: Now.AddDays(10)), Keys, Now);
        var layer = Load(scratch, required, plain, Now, out var version)!;
        Assert.Equal(("3", "a"), (version, layer.Document!.Rules[0].Id));
        Assert.Contains("it expired", Load(scratch, required, plain, Now.AddDays(11), out _)!.Faults[0].ToString());
        Assert.Contains("not known here", Load(scratch, """{"policySignatureRequired":true}""", plain, Now, out _)!.Faults[0].ToString());
        Assert.Same(plain, Load(new PolicyScratch(), $$"""{"policyKeys":["{{Keys[0]}}"]}""", plain, Now, out _));
    }

    private static byte[] LargeBundle(long version, string action, NoteKey? key = null, DateTimeOffset? expires = null) => PolicyBundle.Sign(
        PolicyReader.Read("p", Encoding.UTF8.GetBytes($$"""{"rules":[{{string.Join(',', Enumerable.Range(0, 800).Select(i => $$"""{"id":"r{{i}}","action":"{{action}}","tool":"tool_{{i}}","reason":"Ünicode and a reason"}"""))}}]}""")).Document!, key ?? Key, version, Now.AddDays(-1), expires, null);

    private static bool IsCompiled(PolicyLayer layer) => layer.Document!.Rules is CompiledRules;

    [Fact]
    public void A_large_bundle_is_compiled_and_its_signature_still_speaks_for_it()
    {
        using var scratch = new PolicyScratch();
        var settings = $$"""{"policyKeys":["{{Keys[0]}}"],"policySignatureRequired":true,"locked":true}""";
        var store = new BundleStore(scratch.Data.Root);
        Assert.Null(store.Apply(LargeBundle(5, "deny", expires: Now.AddDays(10)), Keys, Now).Problem);
        var read = Load(scratch, settings, null, Now, out _)!;
        Assert.False(IsCompiled(read));
        var opened = Load(scratch, settings, null, Now, out var version)!;
        Assert.True(IsCompiled(opened));
        Assert.Equal("5", version);
        Assert.Equal(PolicyRoot.Of([read]), PolicyRoot.Of([opened]));
        Assert.Equal(read.Document!.Rules.Select(rule => rule.Source.GetRawText()), opened.Document!.Rules.Select(rule => rule.Source.GetRawText()));

        // Its end, its key and its version count as they did.
        Assert.Contains("it expired", Load(scratch, settings, null, Now.AddDays(11), out _)!.Faults[0].ToString());
        Assert.Contains("not known here", Load(scratch, $$"""{"policyKeys":["{{Other.ToVerifier()}}"]}""", null, Now, out _)!.Faults[0].ToString());
        var (old, oldCompiled) = (File.ReadAllBytes(store.File), File.ReadAllBytes(Compiled(scratch)));
        Assert.Null(store.Apply(LargeBundle(6, "warn"), Keys, Now).Problem);
        Assert.Equal(Verdict.Warn, Load(scratch, settings, null, Now, out _)!.Document!.Rules[3].Action);
        Assert.True(IsCompiled(Load(scratch, settings, null, Now, out _)!));
        File.WriteAllBytes(Compiled(scratch), oldCompiled);
        Assert.Equal(Verdict.Warn, Load(scratch, settings, null, Now, out _)!.Document!.Rules[3].Action);
        File.WriteAllBytes(store.File, old);
        File.WriteAllBytes(Compiled(scratch), oldCompiled);
        Assert.Contains("an older one", Load(scratch, settings, null, Now, out _)!.Faults[0].ToString());
    }

    // A user owns the data directory and its key. Whatever they compile into it, only what the administrator signed is in force.
    [Fact]
    public void Nobody_without_the_signers_key_compiles_a_bundle_that_counts()
    {
        using var scratch = new PolicyScratch();
        var settings = $$"""{"policyKeys":["{{Keys[0]}}"],"policySignatureRequired":true,"locked":true}""";
        var store = new BundleStore(scratch.Data.Root);
        store.Apply(LargeBundle(5, "deny"), Keys, Now);
        _ = Load(scratch, settings, null, Now, out _);
        var key = File.ReadAllBytes(Path.Combine(scratch.Data.Root, "compiled", "seal.key"));
        var stamp = FileStamp.Of(store.File, Now.AddYears(10).ToUnixTimeMilliseconds(), out _)!;
        byte[] Make(byte[] of, byte[] statement) => CompiledPolicy.Make(PolicyBundle.Read(of, [Key.ToVerifier(), Other.ToVerifier()], PolicyReader.Read).Bundle!.Policy, Sha256.Hash(File.ReadAllBytes(store.File)), stamp, key, statement);
        var signed = PolicyBundle.Read(LargeBundle(5, "deny"), Keys, PolicyReader.Read).Bundle!.Statement;
        var foreign = PolicyBundle.Read(LargeBundle(5, "allow", Other), [Other.ToVerifier()], PolicyReader.Read).Bundle!.Statement;

        File.WriteAllBytes(Compiled(scratch), Make(LargeBundle(5, "deny"), signed));
        Assert.True(IsCompiled(Load(scratch, settings, null, Now, out _)!)); // so the others below fail for what they are
        foreach (var forged in (byte[][])
        [
            Make(LargeBundle(5, "allow"), signed), // the right statement with other rules
            Make(LargeBundle(5, "allow", Other), foreign), // signed, by a key that is not the administrator's
            Make(LargeBundle(5, "allow"), []),
            Make(LargeBundle(5, "deny"), Edit(signed, text => text.Replace("\"version\":5", "\"version\":9", StringComparison.Ordinal))),
            Make(LargeBundle(5, "deny"), Edit(signed, text => text.Replace("\"expires\":\"never\"", "\"expires\":\"2099-01-01T00:00:00Z\"", StringComparison.Ordinal))),
            Make(LargeBundle(5, "deny"), "[]"u8.ToArray()),
        ])
        {
            File.WriteAllBytes(Compiled(scratch), forged);
            var layer = Load(scratch, settings, null, Now, out var version)!;
            Assert.False(IsCompiled(layer));
            Assert.Equal(("5", Verdict.Deny), (version, layer.Document!.Rules[3].Action));
        }
    }

    private static string Compiled(PolicyScratch scratch) => Assert.Single(Directory.GetFiles(Path.Combine(scratch.Data.Root, "compiled"), "*.bin"));

    private static PolicyLayer RandomLayer() => new(PolicyLayer.Managed, PolicyDocument.Empty, []);
}
