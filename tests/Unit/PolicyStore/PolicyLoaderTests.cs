using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;

namespace Sallyport.Tests.PolicyStore;

public class PolicyLoaderTests
{
    private static string Verdict(PolicyInForce policy)
    {
        var call = new ToolCall("Bash", System.Text.Json.JsonDocument.Parse("""{"command":"ls"}""").RootElement);
        return policy.Set.Evaluate(call, new PolicyContext { Facts = new Sallyport.Shell.ObservedFacts { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" } }).Verdict.Word();
    }

    [Fact]
    public void Without_files_there_is_no_policy_and_its_root_is_that_of_nothing()
    {
        using var scratch = new PolicyScratch();
        var policy = PolicyLoader.Load(scratch.Actor());
        Assert.True(policy.IsEmpty);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", policy.Root);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"Bash"}],"rules":[]}""")]
    [InlineData("""{"rules":[{"id":"a","action":"deny"}]}""")]
    [InlineData("""{"locked":true}""")]
    public void A_file_that_is_there_and_not_understood_denies_everything(string text)
    {
        using var scratch = new PolicyScratch();
        scratch.Write(text);
        var policy = PolicyLoader.Load(scratch.Actor());
        Assert.Equal("deny", Verdict(policy));
        Assert.Contains(scratch.Data.PolicyFile, policy.Set.Layers[0].Faults[0].ToString());
    }

    [Fact]
    public void A_link_or_a_folder_in_its_place_denies_everything()
    {
        using var scratch = new PolicyScratch();
        File.WriteAllText(Path.Combine(scratch.Root, "elsewhere"), "{}");
        File.CreateSymbolicLink(scratch.Data.PolicyFile, Path.Combine(scratch.Root, "elsewhere"));
        Assert.Equal("deny", Verdict(PolicyLoader.Load(scratch.Actor())));
        File.Delete(scratch.Data.PolicyFile);
        Directory.CreateDirectory(scratch.Data.PolicyFile);
        var folder = PolicyLoader.Load(scratch.Actor());
        Assert.Equal("deny", Verdict(folder));
        Assert.StartsWith($"{scratch.Data.PolicyFile}: cannot be read: it is a directory", folder.Set.Layers[0].Faults[0].ToString());
    }

    [Fact]
    public void A_repository_tightens_only_where_it_is_trusted()
    {
        using var scratch = new PolicyScratch();
        var path = PolicyPaths.OfRepository(scratch.Workspace);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, """{"rules":[{"id":"a","action":"deny","tool":"Bash"}]}""");
        var untrusted = PolicyLoader.Load(scratch.Actor());
        Assert.Equal("allow", Verdict(untrusted));
        Assert.Contains(path, Assert.Single(untrusted.Notes));
        Assert.Equal("deny", Verdict(PolicyLoader.Load(scratch.Actor(settings: PolicyScratch.Settings(("SALLYPORT_REPOSITORY_POLICY", "all"))))));

        Assert.True(TrustedRepositories.Set(scratch.Data, scratch.Workspace, true));
        Assert.False(TrustedRepositories.Set(scratch.Data, scratch.Workspace, true));
        Assert.Equal("deny", Verdict(PolicyLoader.Load(scratch.Actor())));
        Assert.Equal("allow", Verdict(PolicyLoader.Load(scratch.Actor(settings: PolicyScratch.Settings(("SALLYPORT_REPOSITORY_POLICY", "off"))))));
        File.WriteAllText(path, "{");
        Assert.Equal("deny", Verdict(PolicyLoader.Load(scratch.Actor())));

        TrustedRepositories.Set(scratch.Data, scratch.Workspace, false);
        Assert.Equal("allow", Verdict(PolicyLoader.Load(scratch.Actor())));
        File.WriteAllText(PolicyPaths.Trusted(scratch.Data), "{");
        Assert.Equal("deny", Verdict(PolicyLoader.Load(scratch.Actor())));
    }

    [Fact]
    public void A_managed_file_that_anybody_could_have_written_denies_everything()
    {
        using var scratch = new PolicyScratch();
        scratch.Write("{}");
        var layer = PolicyLoader.Read(PolicyLayer.Managed, scratch.Data.PolicyFile, _ => "/etc is not owned by root")!;
        Assert.Null(layer.Document);
        Assert.Contains("is not owned by root", layer.Faults[0].ToString());
        Assert.NotNull(PolicyLoader.Read(PolicyLayer.Managed, scratch.Data.PolicyFile, _ => null)!.Document);
    }

    [Fact]
    public void What_Sallyport_wrote_itself_is_known_and_what_others_wrote_is_not()
    {
        using var scratch = new PolicyScratch();
        scratch.Say("yes " + PolicyScratch.Id(scratch.Say("new: deny Bash")));
        Assert.True(UserPolicy.IsKnown(scratch.Data, PolicyLoader.Load(scratch.Actor()).Set.Layers[0]));
        scratch.Write(File.ReadAllText(scratch.Data.PolicyFile).Replace("\"deny\"", "\"warn\"", StringComparison.Ordinal));
        Assert.False(UserPolicy.IsKnown(scratch.Data, PolicyLoader.Load(scratch.Actor()).Set.Layers[0]));
    }
}
