using Sallyport.Detection;
using Sallyport.Policy.Words;
using Sallyport.PolicyStore;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>Policy as the person sees and changes it by prompts. The model never reads these, and never types them.</summary>
internal static class PolicyPrompt
{
    /// <summary>The answer to a policy command; null where the prompt is none.</summary>
    public static string? Answer(Guard guard, HookEvent hookEvent)
    {
        var reading = PolicyCommandReader.Prompt(hookEvent.Prompt!);
        if (reading.IsNone) return null;
        if (reading.Command is not { } command) return reading.Problem;
        var answer = new PolicyDesk(Actor(guard, hookEvent, person: true)).Do(command);
        // What was denied under the old policy is not denied for ever.
        if (command.Verb == PolicyVerb.Yes) guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => state.DeniedEffects.Count == 0 ? state : state with { DeniedEffects = [] });
        return LongText.Fit(answer);
    }

    /// <summary>Who acts in a session.</summary>
    public static PolicyActor Actor(Guard guard, HookEvent hookEvent, bool person) => new()
    {
        Data = guard.Data,
        Settings = guard.Settings,
        Surroundings = guard.Surroundings,
        Session = hookEvent.SessionId,
        Cwd = hookEvent.Cwd,
        Person = person,
        Now = guard.Now,
        Record = (text, root, refused) =>
        {
            var record = guard.RecordOf("policy", hookEvent);
            record.Verdict = refused ? "deny" : "allow";
            record.Text = Masker.Mask(text);
            record.PolicyRoot = root;
            guard.Record(record, denied: true); // changes of policy are forced to the disk
        },
    };
}
