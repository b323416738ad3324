using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Words;
using Sallyport.Protocol;

namespace Sallyport.PolicyStore;

/// <summary>Does what a policy command says, for whoever may: a person may do all of it, the model reads and proposes.</summary>
internal sealed class PolicyDesk(PolicyActor actor, PolicyChanges? changes = null)
{
    private readonly PolicyChanges _changes = changes ?? new PolicyChanges(actor);

    /// <summary>Does it, and says what became of it.</summary>
    public string Do(PolicyCommand command)
    {
        if (command.Stages) return Stage(command);
        if (!command.OnlyReads && !actor.Person) return "Only the person applies, drops or saves policy: you can propose a change, and they decide.";
        return command.Verb switch
        {
            PolicyVerb.List => PolicyReport.List(InForce()),
            PolicyVerb.View => PolicyReport.View(UserPolicy.Read(actor.Data)),
            PolicyVerb.Get => PolicyReport.Get(InForce(), command.Name!),
            PolicyVerb.BuiltInList => PolicyReport.BuiltIn(InForce()),
            PolicyVerb.McpList => PolicyReport.Mcp(InForce()),
            PolicyVerb.Staged => Staged(),
            PolicyVerb.ProfileList => ProfileList(),
            PolicyVerb.ProfileSave => SaveProfile(command.Name!),
            PolicyVerb.ProfileDelete => DeleteProfile(command.Name!),
            PolicyVerb.Yes => _changes.Apply(command.Name!),
            PolicyVerb.No => _changes.Discard(command.Name!),
            _ => Help,
        };
    }

    /// <summary>Stages a change that is not written in words.</summary>
    public string Stage(string summary, Func<PolicyDocument, EditResult> edit, bool mends = false) => _changes.Stage(summary, edit, mends);

    private string Stage(PolicyCommand command)
    {
        switch (command.Verb)
        {
            case PolicyVerb.Add: return _changes.Stage("add " + command.Text, policy => Add(policy, command.Text!));
            case PolicyVerb.Update: return _changes.Stage($"update {command.Name}: {command.Text}", policy => Update(policy, command.Name!, command.Text!));
            case PolicyVerb.Remove: return _changes.Stage("remove " + command.Name, policy => PolicyEdit.Remove(policy, command.Name!));
            case PolicyVerb.Prioritize: return _changes.Stage($"move {command.Name} to {command.Position}", policy => PolicyEdit.Move(policy, command.Name!, command.Position));
            case PolicyVerb.Reset: return _changes.Stage("reset: no rules of your own", PolicyEdit.Reset, mends: true);
            case PolicyVerb.Default: return _changes.Stage("default " + command.Text, policy => PolicyEdit.Default(policy, RuleWords.Action(command.Text!) ?? Verdict.Deny));
            case PolicyVerb.Template: return _changes.Stage("template " + command.Name, policy => PolicyEdit.Take(policy, Templates.Find(command.Name!)!), mends: true);
            case PolicyVerb.Mcp: return _changes.Stage($"{command.Text} the MCP server {command.Name}", policy => Mcp(policy, command.Name!, command.Text!));
            case PolicyVerb.BuiltIn: return _changes.Stage($"built-in {command.Name}: {command.Text ?? "as it comes"}",
                policy => PolicyEdit.BuiltIn(policy, command.Name!, command.Text is null ? null : RuleWords.Action(command.Text)));
            case PolicyVerb.ProfileSwitch:
                var (profile, problem) = Profiles.Load(actor.Data, command.Name!);
                return profile is null ? problem! : _changes.Stage("switch to the profile " + command.Name, policy => profile with { Version = policy.Version });
            default:
                var (edit, text) = LastDenial.Edit(actor);
                return edit is null ? text : _changes.Stage(text, edit);
        }
    }

    private static EditResult Add(PolicyDocument policy, string text) =>
        Json(text) is { } json ? PolicyEdit.Add(policy, [json]) : PolicyEdit.Add(policy, [.. RuleWords.Read(text).Rules.Select((draft, i) => draft.ToJson(PolicyEdit.FreeId(policy, "policy", i)))]);

    private static EditResult Update(PolicyDocument policy, string id, string text)
    {
        if (Json(text) is { } json) return json.TryGetProperty("id", out var named) && named.ValueEquals(id) ? PolicyEdit.Replace(policy, json)
            : EditResult.Fail($"The rule's \"id\" must be \"{id}\".");
        var rules = RuleWords.Read(text).Rules;
        return rules.Count == 1 ? PolicyEdit.Replace(policy, rules[0].ToJson(id)) : EditResult.Fail("An update is one rule.");
    }

    private static JsonElement? Json(string text)
    {
        if (!text.StartsWith('{')) return null;
        try
        {
            return StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (MalformedInputException wrong)
        {
            throw new GuardException($"The rule is no JSON: {wrong.Message}. Nothing was changed.", wrong);
        }
    }

    private static EditResult Mcp(PolicyDocument policy, string server, string action)
    {
        var rule = PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", $"mcp-{server}");
            json.WriteString("action", action);
            json.WriteString("tool", $"mcp__{server}__*");
            json.WriteEndObject();
        });
        return policy.Find($"mcp-{server}") is null ? PolicyEdit.Add(policy, [rule]) : PolicyEdit.Replace(policy, rule);
    }

    private string Staged()
    {
        var waiting = _changes.Waiting();
        if (actor.Person)
            foreach (var change in waiting) _ = change.Shown ? [] : StagedChange.TakeUnseen(actor.Data, change.Session, actor.Now);
        return waiting.Count == 0 ? "No change waits." : string.Join("\n\n", waiting.Select(_changes.Describe));
    }

    private string ProfileList()
    {
        var profiles = Profiles.List(actor.Data);
        return profiles.Count == 0 ? "No saved profiles. Save the present policy with: policy profile save NAME"
            : "Saved profiles:\n" + string.Join('\n',
            profiles.Select(profile => $"  {profile.Name} ({(profile.Rules is { } count ? $"{count} rules" : "broken")})"));
    }

    private string SaveProfile(string name)
    {
        if (UserPolicy.Read(actor.Data).Document is not { } policy) return "Your policy is broken, so it was not saved.";
        Profiles.Save(actor.Data, name, policy);
        actor.Record($"saved the profile {name}", null, false);
        return $"Saved the present policy (version {policy.Version}, {policy.Rules.Count} rules) as profile '{name}'.";
    }

    private string DeleteProfile(string name)
    {
        if (!Profiles.Delete(actor.Data, name)) return $"There is no profile '{name}'.";
        actor.Record($"deleted the profile {name}", null, false);
        return $"Deleted the profile '{name}'.";
    }

    private PolicyInForce InForce() => PolicyLoader.Load(actor);

    private const string Help = """
        Policy commands, typed as a prompt or after 'sallyport' in your terminal. Every change waits for your 'policy yes ID'.
          policy list                          every rule with its layer
          policy view | get ID                 your policy as JSON; one rule
          policy new: deny Bash for payment data
          policy update ID: ask Bash "git push"
          policy delete ID
          policy prioritize ID PLACE           the first rule that matches decides
          policy default allow|warn|ask|deny   for what no rule speaks of
          policy template all-allow|balanced|strict-read-only|lockdown
          policy built-in ID allow|warn|ask|deny|reset
          policy mcp approve|ask|deny SERVER
          policy profile save|switch|delete NAME, policy profile list
          policy allow-last                    a rule for the last refused call
          policy reset
          policy staged | yes ID | no ID       what waits; apply it; drop it
        """;
}
