using Sallyport.Policy.BuiltIn.Packs;
using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Every built-in rule.</summary>
internal static class RulePacks
{
    /// <summary>The packs in the order their rules are asked.</summary>
    public static Rule[][] All =>
    [
        SecretPacks.Guard, FilesystemPack.Rules, MachinePacks.Disks, MachinePacks.System, MachinePacks.Permissions, GitPack.Rules, NetworkPacks.Network,
        NetworkPacks.RemoteCode, NetworkPacks.Metadata, SecretPacks.Credentials, SecretPacks.Persistence, SecretPacks.Traversal, SecretPacks.Sessions,
        SecretPacks.Escalation, SecretPacks.Agents, InfrastructurePacks.Containers, InfrastructurePacks.Kubernetes, InfrastructurePacks.Provisioning, InfrastructurePacks.Cloud,
        InfrastructurePacks.Services, InfrastructurePacks.Databases, InfrastructurePacks.Packages,
    ];

    /// <summary>
    /// The packs that speak of a kind of effect, in the same order. A hook lives for two milliseconds and most commands only read:
    /// what is not asked is not built. An overwriting redirection is a write that the rules for emptied files speak of too.
    /// </summary>
    public static Rule[][] Of(EffectKind kind) => kind switch
    {
        EffectKind.Read => [SecretPacks.Credentials, SecretPacks.Traversal],
        EffectKind.Write or EffectKind.Truncate => [SecretPacks.Guard, FilesystemPack.Rules, MachinePacks.Disks, SecretPacks.Credentials,
            SecretPacks.Persistence, SecretPacks.Traversal, SecretPacks.Agents],
        EffectKind.Delete or EffectKind.Move => [SecretPacks.Guard, FilesystemPack.Rules, SecretPacks.Credentials, SecretPacks.Persistence, SecretPacks.Agents],
        EffectKind.ChangeMode or EffectKind.ChangeOwner => [SecretPacks.Guard, MachinePacks.Permissions, SecretPacks.Agents],
        EffectKind.ExecuteDownloaded => [NetworkPacks.RemoteCode],
        EffectKind.SendData => [NetworkPacks.Network],
        EffectKind.Connect => [NetworkPacks.Network, NetworkPacks.Metadata],
        EffectKind.Escalate => [SecretPacks.Escalation, SecretPacks.Agents],
        EffectKind.Persist => [SecretPacks.Persistence],
        EffectKind.Kill => [SecretPacks.Guard, MachinePacks.System],
        EffectKind.StopService or EffectKind.Exhaust => [MachinePacks.System],
        EffectKind.TamperGuard => [SecretPacks.Guard],
        EffectKind.ChangeHistory => [GitPack.Rules],
        EffectKind.ChangeInfrastructure =>
        [
            InfrastructurePacks.Containers, InfrastructurePacks.Kubernetes, InfrastructurePacks.Provisioning, InfrastructurePacks.Cloud, InfrastructurePacks.Services,
            InfrastructurePacks.Databases,
        ],
        EffectKind.Install => [MachinePacks.System, InfrastructurePacks.Packages],
        EffectKind.OpenSession => [NetworkPacks.Network, SecretPacks.Sessions],
        EffectKind.WriteDisk => [MachinePacks.Disks],
        EffectKind.ExecuteUnknown => [GitPack.Rules, NetworkPacks.RemoteCode],
        _ => [],
    };
}
