using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sallyport.Guards.ArmorIq;
using Sallyport.Plans;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.Guards;

public class SignedPlanTests
{
    private static readonly JsonElement s_plan = ArmorIqPlan.Of(
        new Plan("mend the parser", [new PlanStep { Action = "Bash" }, new PlanStep { Action = "apply_patch" }, new PlanStep { Action = "mcp__x__y" }]), "codex");

    private static double Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;

    private static (SignedPlan? Plan, string Wrong) Verify(ArmorIqSigner signer, Expectations? expected = null)
    {
        using var answer = JsonDocument.Parse(signer.Answer(new JsonObject { ["plan"] = JsonNode.Parse(s_plan.GetRawText()) }.ToJsonString()));
        return SignedPlans.Verify(answer.RootElement.Clone(), s_plan, expected ?? new Expectations([], null, false, Now));
    }

    [Fact]
    public void A_plan_signed_as_it_should_be_is_accepted()
    {
        var signer = new ArmorIqSigner();
        var (plan, wrong) = Verify(signer, new Expectations([signer.Key.ToUpperInvariant()], signer.Issuer, true, Now));
        Assert.Equal("", wrong);
        Assert.Equal((signer.Key, signer.Issuer, 3), (plan!.Key, plan.Issuer, plan.Proofs.Count));
        Assert.InRange(plan.ExpiresAt, Now + 3500, Now + 3601);
    }

    private static readonly (string What, Action<ArmorIqSigner> Spoil, string Says)[] s_wrongs =
    [
        ("signature", s => s.Spoil = a => Token(a)["signature"] = new string('0', 128), "signature is wrong"),
        ("no signature", s => s.Spoil = a => Token(a).Remove("signature"), "no signature"),
        ("longer life", s => s.Spoil = a => Token(a)["expires_at"] = Now + 1e9, "signature is wrong"),
        ("other policy", s => s.Spoil = a => Token(a)["policy"] = new JsonObject(), "signature is wrong"),
        ("another plan's hash", s => s.Spoil = a => a["plan_hash"] = new string('a', 64), "another plan"),
        ("another plan's token", s => s.Spoil = a => Graft(s, a), "another plan"),
        ("not a success", s => s.Spoil = a => a["success"] = false, "did not succeed"),
        ("no token", s => s.Spoil = a => a.Remove("token"), "no token"),
        ("another root", s => s.Spoil = a => a["merkle_root"] = new string('a', 64), "do not lead to its root"),
        ("another sibling", s => s.Spoil = a => a["step_proofs"]![0]!["proof"]![0]!["sibling_hash"] = new string('b', 64), "do not lead to its root"),
        ("another digest", s => s.Spoil = a => a["step_proofs"]![1]!["value_digest"] = new string('c', 64), "another value"),
        ("another path", s => s.Spoil = a => a["step_proofs"]![1]!["path"] = "/steps/[9]/action", "not in the plan"),
        ("proofs of text", s => s.Spoil = a => a["step_proofs"] = "x", "no list of proofs"),
        ("web token's claims", s => s.Spoil = a => a["jwt_token"] = ((string)a["jwt_token"]!).Replace(".ey", ".eyJ4IjoxfQ", StringComparison.Ordinal), "web token"),
        ("web token unsigned", s => s.Spoil = a => a["jwt_token"] = s.Jwt(new JsonObject { ["iss"] = s.Issuer }, "none"), "not signed"),
        ("web token of another", s => s.Spoil = a => a["jwt_token"] = new ArmorIqSigner(9).Jwt(new JsonObject { ["iss"] = s.Issuer }), "web token's signature is wrong"),
        ("web token of another plan", s => s.Spoil = a => a["jwt_token"] = s.Jwt(new JsonObject { ["iss"] = s.Issuer, ["plan_hash"] = "x" }), "another plan"),
        ("web token of tomorrow", s => s.Spoil = a => a["jwt_token"] = s.Jwt(new JsonObject { ["iss"] = s.Issuer, ["nbf"] = (long)Now + 9999 }), "not valid yet"),
        ("issuer", s => s.Issuer = "https://evil.example", "was issued by"),
        ("no web token", s => s.WithJwt = false, "no web token"),
        ("no web token at all", s => s.Spoil = a => a["jwt_token"] = "x.y", "cannot be read"),
    ];

    public static TheoryData<string> Wrongs => [.. s_wrongs.Select(w => w.What)];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void Whatever_is_wrong_with_it_is_seen(string what)
    {
        var (_, spoil, says) = Array.Find(s_wrongs, w => w.What == what);
        var signer = new ArmorIqSigner();
        var expected = new Expectations([signer.Key], signer.Issuer, true, Now);
        spoil(signer);
        var (plan, wrong) = Verify(signer, expected);
        Assert.True(plan is null, what);
        Assert.Contains(says, wrong);
    }

    [Fact]
    public void Another_key_than_the_pinned_one_is_refused()
    {
        var (plan, wrong) = Verify(new ArmorIqSigner(8), new Expectations([new ArmorIqSigner(7).Key], null, false, Now));
        Assert.Null(plan);
        Assert.Contains("another key", wrong);
    }

    [Fact]
    public void A_step_without_a_proof_is_refused_where_proofs_are_required()
    {
        var signer = new ArmorIqSigner { Spoil = static a => a["step_proofs"]!.AsArray().RemoveAt(2) };
        Assert.NotNull(Verify(signer).Plan);
        Assert.Contains("no proof", Verify(signer, new Expectations([], null, true, Now)).Wrong);
    }

    [Fact]
    public void The_web_token_can_only_shorten_a_life()
    {
        var signer = new ArmorIqSigner();
        signer.Spoil = a => a["jwt_token"] = signer.Jwt(new JsonObject { ["exp"] = (long)Now + 60 });
        Assert.InRange(Verify(signer).Plan!.ExpiresAt, Now + 50, Now + 61);
        signer.Spoil = a => a["jwt_token"] = signer.Jwt(new JsonObject { ["exp"] = (long)Now + 999_999 });
        Assert.InRange(Verify(signer).Plan!.ExpiresAt, Now + 3500, Now + 3601);
    }

    [Fact]
    public void What_pythons_json_and_another_library_signed_is_understood()
    {
        // Made with Python 3.11: json.dumps(payload, sort_keys=True, separators=(",", ":")), signed by OpenSSL with the seed 01 02 … 20.
        using var vector = JsonDocument.Parse(PythonVector.Answer);
        using var plan = JsonDocument.Parse(PythonVector.Plan);
        var (signed, wrong) = SignedPlans.Verify(vector.RootElement, plan.RootElement, new Expectations([], null, true, 1_800_000_000));
        Assert.Equal("", wrong);
        Assert.Equal(1_800_003_600, signed!.ExpiresAt);
    }

    private static JsonObject Token(JsonObject answer) => answer["token"]!.AsObject();

    // A token that is sound in itself, of the same key, for a plan of another goal.
    private static void Graft(ArmorIqSigner signer, JsonObject answer)
    {
        var spoil = signer.Spoil;
        signer.Spoil = null;
        var other = JsonNode.Parse(signer.Answer("""{"plan":{"steps":[{"action":"Bash"}],"metadata":{}}}"""))!;
        signer.Spoil = spoil;
        foreach (var name in (string[])["token", "plan_hash", "jwt_token"]) answer[name] = other[name]!.DeepClone();
    }
}
