using System.Diagnostics;
using System.Text.Json;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Tests.Plans;

public sealed class PlanTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Plan Plan(string step = "\"Bash\"") => PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{step}}]}""").RootElement).Plan!;

    [Fact]
    public void The_directive_is_short_and_names_the_tool()
    {
        Assert.Contains(OwnTools.RegisterPlan, PlanDirective.Text, StringComparison.Ordinal);
        Assert.True(PlanDirective.Text.Length < 480, $"{PlanDirective.Text.Length} characters");
        Assert.Contains("plan of 1 step still holds", PlanDirective.Resumed(Plan()), StringComparison.Ordinal);
        Assert.Contains(OwnTools.RegisterPlan, PlanMessages.Missing, StringComparison.Ordinal);
        Assert.Contains(OwnTools.RegisterPlan, PlanMessages.Expired, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_hangs_on_every_step_and_not_on_the_order_of_keys()
    {
        var root = PlanRoot.Compute(Plan("""{"action":"t","inputs":{"a":1,"b":2}}"""));
        Assert.Equal(64, root.Length);
        Assert.Equal(root, PlanRoot.Compute(Plan("""{"inputs":{"b":2,"a":1.0},"action":"t"}""")));
        Assert.NotEqual(root, PlanRoot.Compute(Plan("""{"action":"t","inputs":{"a":1,"b":3}}""")));
    }

    [Fact]
    public void A_sessions_plan_survives_being_written_and_read()
    {
        var bound = new SessionPlan { Plan = Plan(), Widest = Plan("\"apply_patch\""), RegisteredAt = 5, ExpiresAt = 10, Turn = "t", Amendments = 2 };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) bound.Write(json);
        var read = SessionPlan.Read(JsonDocument.Parse(stream.ToArray()).RootElement);
        Assert.Equal((5, 10L, "t", 2, bound.Root), (read.RegisteredAt, read.ExpiresAt, read.Turn, read.Amendments, read.Root));
        Assert.Equal("apply_patch", read.Widest.Steps[0].Action);
        Assert.False(read.IsExpired(9));
        Assert.True(read.IsExpired(10));
        Assert.Throws<FormatException>(() => SessionPlan.Read(JsonDocument.Parse("""{"plan":{"goal":"g"}}""").RootElement));
    }

    [Fact]
    public void A_plan_left_behind_is_taken_once_in_time_and_in_place()
    {
        var data = DataDirectory.Open(_folder);
        PendingPlan.Write(data, new PendingPlan("mcp:1", "/a", 1000, Plan()));
        PendingPlan.Write(data, new PendingPlan("mcp:2", "/b", 1000, Plan("\"view_image\"")));
        Assert.Null(PendingPlan.TryTake(data, "/c", 1001));
        Assert.Null(PendingPlan.TryTake(data, "/a", 1000 + PendingPlan.LifetimeMilliseconds));
        Assert.Null(PendingPlan.TryTake(data, "/a", 999));
        Assert.Equal("view_image", PendingPlan.TryTake(data, "/b/", 1001)!.Plan.Steps[0].Action);
        Assert.Equal("Bash", PendingPlan.TryTake(data, "/a", 1001)!.Plan.Steps[0].Action);
        Assert.Null(PendingPlan.TryTake(data, "/a", 1001));
        File.WriteAllText(data.PendingPlanFile, "{ torn");
        Assert.Null(PendingPlan.TryTake(data, "/a", 1001));
    }

    [Fact]
    public void Of_many_takers_one_gets_it()
    {
        var data = DataDirectory.Open(_folder);
        PendingPlan.Write(data, new PendingPlan("mcp:1", "/a", 1000, Plan()));
        var taken = 0;
        Parallel.For(0, 16, _ =>
        {
            if (PendingPlan.TryTake(data, "/a", 1001) is not null) Interlocked.Increment(ref taken);
        });
        Assert.Equal(1, taken);
    }

    [Fact]
    public void A_plan_of_fifty_steps_is_read_in_a_blink()
    {
        var steps = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"action":"Bash","description":"step {{i}}","commands":["npm run task{{i}} *","git status"],"paths":["src/{{i}}/**"]}"""));
        var written = PlanJson.Write(Plan(steps));
        for (var i = 0; i < 200; i++) PlanJson.Read(written);
        var best = long.MaxValue;
        for (var i = 0; i < 200; i++)
        {
            var start = Stopwatch.GetTimestamp();
            PlanJson.Read(written);
            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{best * 1e6 / Stopwatch.Frequency:F1} µs for {written.Length} bytes");
        Assert.True(best * 1e6 / Stopwatch.Frequency < 2000); // the figure is the benchmark's; here only that nothing is quadratic
    }
}
