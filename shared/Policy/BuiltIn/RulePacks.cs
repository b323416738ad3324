using Sallyport.Policy.BuiltIn.Packs;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Every built-in rule.</summary>
internal static class RulePacks
{
    /// <summary>The packs in the order their rules are asked.</summary>
    public static readonly Rule[][] All =
    [
        SecretPacks.Guard, FilesystemPack.Rules, MachinePacks.Disks, MachinePacks.System, MachinePacks.Permissions, GitPack.Rules, NetworkPacks.Network, NetworkPacks.RemoteCode,
        NetworkPacks.Metadata, SecretPacks.Credentials, SecretPacks.Persistence, SecretPacks.Traversal, SecretPacks.Sessions, SecretPacks.Escalation, InfrastructurePacks.Containers,
        InfrastructurePacks.Kubernetes, InfrastructurePacks.Provisioning, InfrastructurePacks.Cloud, InfrastructurePacks.Services, InfrastructurePacks.Databases, InfrastructurePacks.Packages,
    ];
}
