using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Changes;

/// <summary>Policies to begin with.</summary>
internal static class Templates
{
    /// <summary>Their names.</summary>
    public const string Names = "all-allow, balanced, strict-read-only, lockdown";

    /// <summary>The template of that name, or null.</summary>
    public static PolicyDocument? Find(string name) => Json(name) is { } json ? PolicyReader.Read(name, json.ToArray()).Document : null;

    private static ReadOnlyMemory<byte>? Json(string name) => name switch
    {
        "all-allow" => """{"rules":[]}"""u8.ToArray(),
        "balanced" => """
            {"rules":[
              {"id":"balanced-secrets-out","action":"deny","tool":"*","dataClass":"SECRET","command":{"effect":["send-data","connect"]},"reason":"Secrets do not leave this machine."},
              {"id":"balanced-secrets-mcp","action":"deny","tool":"mcp__*","dataClass":"SECRET","reason":"Secrets do not go to other services."},
              {"id":"balanced-personal-mcp","action":"ask","tool":"mcp__*","dataClass":["PCI","PHI"],"reason":"Card and health data go to other services only with approval."},
              {"id":"balanced-send","action":"ask","tool":"Bash","command":{"effect":["send-data","change-infrastructure","persist"]},"reason":"This reaches beyond this machine, or stays on it."},
              {"id":"balanced-outside","action":"ask","tool":"*","path":{"glob":"/**","except":[".","/tmp","/var/tmp","/dev/null"],"access":["write","delete"]},"reason":"This changes files outside the workspace."}
            ]}
            """u8.ToArray(),
        "strict-read-only" => """
            {"default":"deny","rules":[
              {"id":"readonly-patches","action":"deny","tool":"apply_patch","reason":"This session only reads."},
              {"id":"readonly-read","action":"allow","tool":"Bash","command":{"effect":"read"}},
              {"id":"readonly-look","action":"allow","tool":["view_image","update_plan"]},
              {"id":"readonly-rest","action":"deny","tool":"*","reason":"This session only reads."}
            ]}
            """u8.ToArray(),
        "lockdown" => """{"default":"ask","rules":[{"id":"lockdown-all","action":"ask","tool":"*","reason":"Every call waits for the person."}]}"""u8.ToArray(),
        _ => null,
    };
}
