using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Tests.Plans;

public class PlanPropertyTests
{
    private static readonly ObservedFacts Facts = new() { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };

    // Few words, so that plans and calls often meet.
    private static readonly Gen<string> Commands = Gen.Elements("git status", "git *", "git log *", "npm test", "* test", "npm run build *", "cat src/*", "cat src/a", "ls");
    private static readonly Gen<string> Globs = Gen.Elements("src", "src/**", "src/a/*.cs", "src/a/b.cs", "**", "/etc/**", "~/x", "../up/**", "docs/*.md");
    private static readonly Gen<string> Hosts = Gen.Elements("*", "*.example.com", "api.example.com", "example.com:443");
    private static readonly Gen<string> Inputs = Gen.Elements("{}", """{"q":"x"}""", """{"q":"x","n":1}""", """{"o":{"k":[1,2]}}""");

    private static Gen<string> Lists(Gen<string> items) => items.ArrayOf(2).Select(texts => JsonSerializer.Serialize(texts));

    private static readonly Gen<string> Steps = Gen.OneOf(
        Lists(Commands).Select(commands => $$"""{"action":"Bash","commands":{{commands}} }"""),
        Lists(Commands).SelectMany(commands => Lists(Globs).Select(globs => $$"""{"action":"shell","commands":{{commands}},"paths":{{globs}} }""")),
        Lists(Globs).Select(globs => $$"""{"action":"apply_patch","paths":{{globs}} }"""),
        Inputs.SelectMany(inputs => Lists(Hosts).Select(hosts => $$"""{"action":"mcp__a__b","inputs":{{inputs}},"hosts":{{hosts}} }""")),
        Inputs.Select(inputs => $$"""{"action":"mcp__a__*","inputs":{{inputs}} }"""),
        Gen.Elements("\"Bash\"", "\"apply_patch\"", "\"mcp__a__b\""));

    private static readonly Arbitrary<Plan> Plans = Steps.NonEmptyListOf().Select(steps => Read(string.Join(',', steps.Take(6)))).ToArbitrary();

    private static readonly Arbitrary<(string Tool, string Input)> Calls = Gen.OneOf(
        Gen.Elements("git status", "git log -1", "npm test", "cat src/a", "cat /etc/passwd", "ls").Select(command => ("Bash", JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command }))),
        Gen.Elements("src/a/b.cs", "docs/x.md", "/etc/passwd").Select(file => ("apply_patch", JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = $"*** Begin Patch\n*** Add File: {file}\n+x\n*** End Patch" }))),
        Gen.Elements("{}", """{"q":"x","n":1}""", """{"q":"y"}""", """{"url":"https://api.example.com/"}""").Select(input => ("mcp__a__b", input))).ToArbitrary();

    private static Plan Read(string steps)
    {
        var reading = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{steps}}]}""").RootElement);
        return reading.Plan ?? throw new InvalidOperationException(reading.Problem);
    }

    private static bool Covered(Plan plan, (string Tool, string Input) call) =>
        PlanMatcher.Match(plan, call.Tool, JsonDocument.Parse(call.Input).RootElement, new PlanMatchContext { Facts = Facts }).Covered;

    [Fact]
    public void A_plan_survives_being_written_and_read() => Prop.ForAll(Plans, plan =>
    {
        var written = PlanJson.Write(plan);
        var read = PlanJson.Read(written)!;
        var again = PlanReader.Read(JsonDocument.Parse(written).RootElement).Plan!;
        return written.AsSpan().SequenceEqual(PlanJson.Write(read)) && written.AsSpan().SequenceEqual(PlanJson.Write(again)) && PlanRoot.Compute(plan) == PlanRoot.Compute(again);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_step_never_takes_a_permission_away() => Prop.ForAll(Plans, Plans, Calls, (plan, more, call) =>
        !Covered(plan, call) || (Covered(plan with { Steps = [.. plan.Steps, .. more.Steps] }, call) && Covered(plan with { Steps = [.. more.Steps, .. plan.Steps] }, call)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_narrower_plan_allows_nothing_that_the_wider_one_does_not() => Prop.ForAll(Plans, Plans, Calls, (child, root, call) =>
        !PlanNarrowing.IsWithin(child, root) || !Covered(child, call) || Covered(root, call))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_plan_lies_within_itself() => Prop.ForAll(Plans, plan => PlanNarrowing.IsWithin(plan, plan)).QuickCheckThrowOnFailure();

    [Fact]
    public void Within_is_passed_on() => Prop.ForAll(Plans, Plans, Plans, (a, b, c) =>
        !PlanNarrowing.IsWithin(a, b) || !PlanNarrowing.IsWithin(b, c) || PlanNarrowing.IsWithin(a, c)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_is_sent_makes_the_reader_fail() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        foreach (var shape in (string[])[JsonSerializer.Serialize(text), $$"""{"goal":"g","steps":{{JsonSerializer.Serialize(text)}} }""", $$"""{"goal":"g","steps":[{"action":{{JsonSerializer.Serialize(text)}} }]}"""])
        {
            var reading = PlanReader.Read(JsonDocument.Parse(Encoding.UTF8.GetBytes(shape)).RootElement);
            if (reading.Plan is null == (reading.Problem is null)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();
}
