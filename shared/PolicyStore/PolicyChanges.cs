using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Policy.Words;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>
/// Changes of the person's policy. Each is staged first, and applied when the person says yes to its id: under the lock, only where the
/// policy is still the one it was made from, and durably before anybody is told.
/// </summary>
internal sealed class PolicyChanges(PolicyActor actor)
{
    private const int MostStaged = 64;

    /// <summary>Hash of the model's request, by which its answer is found; null for a person's.</summary>
    public string? Request { get; init; }

    /// <summary>The change staged last; null where none was.</summary>
    public string? LastId { get; private set; }

    /// <summary>Stages a change.</summary>
    /// <param name="summary">What was asked for.</param>
    /// <param name="edit">Makes the new policy of the present one.</param>
    /// <param name="mends">True for a change that may also take the place of a file that is broken.</param>
    /// <returns>What to tell.</returns>
    public string Stage(string summary, Func<PolicyDocument, EditResult> edit, bool mends = false)
    {
        if (actor.Forbidden is { } forbidden) return Refused(forbidden);
        var present = UserPolicy.Read(actor.Data);
        if (present.Document is null && !mends) return $"Your policy is broken, so nothing was changed. {present.Faults[0]}\nMend the file, or begin anew with: {actor.Command} reset";
        var before = present.Document ?? PolicyDocument.Empty;
        var result = edit(before);
        if (result.Document is not { } after) return result.Problem!;
        if (present.Document is not null && PolicyDiff.Between(before, after).IsEmpty) return "Nothing would change: the policy is like that already.";
        after = after with { Version = before.Version + 1 };
        var json = PolicyWriter.Element(writer => PolicyWriter.Write(writer, after));
        if (PolicyReader.Read("the new policy", json) is { Document: null } faulty) return $"Nothing was changed. {faulty.Faults[0]}";

        var change = new StagedChange
        {
            Id = FreshId(),
            Session = actor.Session,
            ByModel = !actor.Person,
            Shown = actor.Person,
            Request = Request,
            Summary = Sanitize.ForTerminal(summary.Length <= 160 ? summary : summary[..160] + "…"),
            Base = present.Hash,
            ProposalHash = HashOf(json),
            Proposal = json,
            Until = Deadline.After(actor.Now, StagedChange.Lifetime),
        };
        change = change with { Text = Text(change, before, after) };
        using (FileLock.Acquire(PolicyPaths.Lock(actor.Data)))
        {
            foreach (var old in StagedChange.All(actor.Data, actor.Now).Where(waiting => waiting.Session == actor.Session).SkipLast(MostStaged - 1)) old.Remove(actor.Data);
            change.Save(actor.Data);
        }
        LastId = change.Id;
        actor.Record($"staged {change.Id}{(actor.Person ? "" : " by the model")}: {change.Summary}", null, false);
        return change.Text;
    }

    /// <summary>Applies a staged change. Only a person's answer comes here.</summary>
    public string Apply(string id)
    {
        if (actor.Forbidden is { } forbidden) return Refused(forbidden);
        using var held = FileLock.Acquire(PolicyPaths.Lock(actor.Data));
        if (Find(id, out var problem) is not { } change) return Refused(problem);
        if (!change.Shown)
        {
            (change with { Shown = true }).Save(actor.Data);
            return $"The model proposed this, and you have not seen it yet. Read it, then type it again.\n\n{Describe(change)}";
        }
        var present = UserPolicy.Read(actor.Data);
        if (present.Hash != change.Base)
        {
            change.Remove(actor.Data);
            return Refused($"The policy was changed since {id} was staged, so it was not applied. Stage it again.");
        }
        if (HashOf(change.Proposal) != change.ProposalHash || PolicyReader.Read(id, change.Proposal).Document is not { } policy)
        {
            change.Remove(actor.Data);
            return Refused($"{id} is damaged, so it was not applied. Stage it again.");
        }
        actor.Record($"applying {id}: {change.Summary}", null, false); // what cannot be recorded is not done
        UserPolicy.Write(actor.Data, policy, actor.Now);
        change.Remove(actor.Data);
        var root = PolicyLoader.Load(actor).Root;
        actor.Record($"applied {id}: {change.Summary}", root, false);
        return $"Applied {id}: {change.Summary}\nThe policy is at version {policy.Version}, {Count(policy)}, root {root[..16]}….";
    }

    /// <summary>Drops a staged change.</summary>
    public string Discard(string id)
    {
        using var held = FileLock.Acquire(PolicyPaths.Lock(actor.Data));
        if (Find(id, out var problem) is not { } change) return problem;
        change.Remove(actor.Data);
        actor.Record($"discarded {id}: {change.Summary}", null, false);
        return $"Dropped {id}: {change.Summary}";
    }

    /// <summary>The changes that wait here. Those the model proposed count as seen from now on.</summary>
    public IReadOnlyList<StagedChange> Waiting() => [.. StagedChange.All(actor.Data, actor.Now).Where(MayName)];

    /// <summary>A staged change with all that the person should know of it.</summary>
    public string Describe(StagedChange change)
    {
        if (PolicyReader.Read(change.Id, change.Proposal).Document is not { } after) return $"{change.Id} is damaged.";
        return Text(change, UserPolicy.Read(actor.Data).Document ?? PolicyDocument.Empty, after);
    }

    private string Text(StagedChange change, PolicyDocument before, PolicyDocument after)
    {
        var now = PolicyLoader.Load(actor);
        var preview = ChangePreview.Of(actor, now, before, after);
        var next = actor.Person
            ? $"Nothing is changed yet. To apply it: {actor.Command} yes {change.Id}\nTo drop it: {actor.Command} no {change.Id}"
            : $"Nothing is changed yet. It waits for the person, who can type: policy yes {change.Id}";
        return $"Staged {change.Id}: {change.Summary}\n{preview}{next}";
    }

    private StagedChange? Find(string id, out string problem)
    {
        problem = $"There is no staged change '{id}' in this session. '{actor.Command} staged' lists what waits.";
        if (StagedChange.Load(actor.Data, id) is not { } change || !MayName(change)) return null;
        if (change.Until.IsOpen(actor.Now)) return change;
        change.Remove(actor.Data);
        problem = $"{id} waited for more than half an hour and is void. Stage it again.";
        return null;
    }

    // A session answers for itself; the person's terminal for all.
    private bool MayName(StagedChange change) => change.Session == actor.Session || actor.Session == PolicyActor.Terminal;

    private string Refused(string why)
    {
        actor.Record("refused: " + why, null, true);
        return why;
    }

    private static string Count(PolicyDocument policy) => policy.Rules.Count == 1 ? "1 rule" : $"{policy.Rules.Count} rules";

    private static string HashOf(JsonElement proposal) => Convert.ToHexStringLower(Sha256.Hash(CanonicalJson.Canonicalize(proposal)));

    private static string FreshId()
    {
        Span<byte> random = stackalloc byte[StagedId.Bytes];
        RandomBytes.Fill(random);
        return StagedId.Of(random);
    }
}
