using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy.Words;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Tests.PolicyStore;

/// <summary>A data directory and a workspace of a test's own.</summary>
internal sealed class PolicyScratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("sallyport-policy-").FullName;

    public string Workspace => Path.Combine(Root, "work");

    public DataDirectory Data { get; }

    public List<string> Recorded { get; } = [];

    public long Now { get; set; } = 1_800_000_000_000;

    public PolicyScratch()
    {
        Directory.CreateDirectory(Path.Combine(Workspace, ".git"));
        Data = DataDirectory.Open(Path.Combine(Root, "data"));
    }

    public static Settings Settings(params (string Name, string Value)[] environment) =>
        SettingsLayers.Combine(null, null, name => environment.FirstOrDefault(pair => pair.Name == name).Value, false, null, []);

    public PolicyActor Actor(string session = "s1", bool person = true, Settings? settings = null) => new()
    {
        Data = Data,
        Settings = settings ?? Settings(),
        Surroundings = new Surroundings { Home = "/home/dev", CodexHome = "/home/dev/.codex", DataDirectory = Data.Root, Workspace = Workspace, Environment = new Dictionary<string, string>(), GuardPaths = [] },
        Session = session,
        Person = person,
        Now = Now,
        Record = (text, root, refused) => { lock (Recorded) Recorded.Add((refused ? "! " : "") + text); },
    };

    public string Say(string text, PolicyActor? actor = null)
    {
        var reading = PolicyCommandReader.Line(text);
        return reading.Command is { } command ? new PolicyDesk(actor ?? Actor()).Do(command) : reading.Problem!;
    }

    /// <summary>The id in the answer to a change that was staged.</summary>
    public static string Id(string answer)
    {
        Assert.StartsWith("Staged pol-", answer);
        return answer.Split(' ')[1].TrimEnd(':');
    }

    public void Write(string policy) => File.WriteAllText(Data.PolicyFile, policy);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
