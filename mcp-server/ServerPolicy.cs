using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>Policy as this server sees it: read anew for every call, since people change it meanwhile.</summary>
internal static class ServerPolicy
{
    /// <summary>The policy in force.</summary>
    public static PolicyInForce Load(DataDirectory data) => PolicyLoader.Load(data, SettingsReader.Read(data, managedStart: false), Surroundings.Look(data.Root).Workspace);

    /// <summary>The model in its session.</summary>
    public static PolicyActor Model(DataDirectory data, string session) => new()
    {
        Data = data,
        Settings = SettingsReader.Read(data, managedStart: false),
        Surroundings = Surroundings.Look(data.Root),
        Session = session,
        Person = false,
        Now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
        Record = static (_, _, _) => { }, // the hooks around the call record it
    };
}
