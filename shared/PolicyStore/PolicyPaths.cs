using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>Where policies and what belongs to them lie.</summary>
internal static class PolicyPaths
{
    /// <summary>The name of a policy file in the administrator's directory and in <c>.sallyport</c> of a repository.</summary>
    public const string FileName = "policy.json";

    /// <summary>A repository's own policy.</summary>
    public static string OfRepository(string workspace) => Path.Combine(workspace, ".sallyport", FileName);

    /// <summary>The compiled form of the administrator's policy, beside it.</summary>
    public static string CompiledByAdministrator(string directory) => Path.Combine(directory, "policy.compiled");

    /// <summary>The compiled form of the signed bundle in the administrator's directory, beside it.</summary>
    public static string BundleCompiledByAdministrator(string directory) => Path.Combine(directory, "policy.bundle.compiled");

    /// <summary>Repositories whose policy the person trusts.</summary>
    public static string Trusted(DataDirectory data) => Path.Combine(data.Root, "trusted-repositories.json");

    /// <summary>Held by whoever changes the person's policy or what is staged.</summary>
    public static string Lock(DataDirectory data) => Path.Combine(data.Root, "policy.lock");

    /// <summary>Changes that wait for the person.</summary>
    public static string Staged(DataDirectory data) => Path.Combine(data.Root, "staged");

    /// <summary>Policies that were in force before, by version.</summary>
    public static string History(DataDirectory data) => Path.Combine(data.Root, "policy-history");

    /// <summary>Saved policies.</summary>
    public static string Profiles(DataDirectory data) => Path.Combine(data.Root, "profiles");

    /// <summary>Compiled forms of large policies.</summary>
    public static string Compiled(string dataDirectory) => Path.Combine(dataDirectory, "compiled");

    /// <summary>Until when every session is paused.</summary>
    public static string Pause(DataDirectory data) => Path.Combine(data.Root, "pause");

    /// <summary>The root of the policy as Sallyport itself wrote it last.</summary>
    public static string State(DataDirectory data) => Path.Combine(data.Root, "policy-state.json");
}
