using Sallyport.Detection;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Policy.Content;

/// <summary>
/// Judges what a tool is called with by what is in it: a secret or a card number on its way to a file or another machine, SQL
/// injection in SQL that a tool would run, code that opens a hole.
/// </summary>
internal static class ContentPolicy
{
    /// <summary>The step's name.</summary>
    public const string Step = "content";

    /// <summary>Surer than what is only recorded: each of these stops somebody's work.</summary>
    private const int Sure = 60;

    private const int Named = 3;

    private static readonly ContentVerdict s_nothing = new(Judgement.Pass(Step), []);

    /// <summary>Judges a call.</summary>
    /// <param name="call">The tool and its whole input.</param>
    /// <param name="builtIn">What its effects are.</param>
    /// <param name="actions">What policy says of findings.</param>
    public static ContentVerdict Judge(ToolCall call, BuiltInVerdict builtIn, DetectionActions actions)
    {
        if (call.Name == "apply_patch")
            return call.Command is { } patch ? new Reading(actions, null).Patch(patch) : Arguments(call, actions);
        if (call.Name.StartsWith("mcp__", StringComparison.Ordinal)) return Arguments(call, actions);
        if (call.Command is not { } command) return s_nothing;
        var reading = new Reading(actions, builtIn.Analysis);
        reading.Look(new InputText(command), FindingKinds.All & ~FindingKinds.Injection);
        return reading.Verdict;
    }

    /// <summary>
    /// Judges a plan that is to be kept in the session's state: it may hold no secret and no card number, which a plan never needs. Null
    /// where it holds none.
    /// </summary>
    public static Judgement? JudgeKept(ToolCall plan, DetectionActions actions)
    {
        var reading = new Reading(actions, null) { Everywhere = Destination.File };
        if (InputText.In(plan.Input) is not { } texts) return null; // too large a plan is refused for that
        foreach (var text in texts) reading.Look(text with { Field = "" }, FindingKinds.Secret | FindingKinds.Pii);
        var judgement = reading.Verdict.Judgement;
        return judgement.Verdict < Verdict.Ask ? null
            : judgement with { Verdict = Verdict.Deny, Rule = "plan.secret", Reason = $"A plan is kept, so it may hold no secret. {judgement.Reason}", Suggest = "put * in its place" };
    }

    private static ContentVerdict Arguments(ToolCall call, DetectionActions actions)
    {
        var reading = new Reading(actions, null) { Everywhere = call.Name == "apply_patch" ? Destination.File : Destination.Network };
        if (InputText.In(call.Input) is not { } texts) return reading.TooMuch();
        foreach (var text in texts) reading.Look(text, FindingKinds.Secret | FindingKinds.Pii | FindingKinds.Sqli);
        return reading.Verdict;
    }

    /// <summary>One call being looked at.</summary>
    private sealed class Reading(DetectionActions actions, CommandAnalysis? analysis)
    {
        private readonly List<Finding> _all = [];
        private readonly List<string> _named = [];
        private Judgement _strictest = Judgement.Pass(Step);
        private string? _patch;

        /// <summary>Where all of it goes, where no command says so.</summary>
        public Destination Everywhere { get; init; }

        public ContentVerdict Verdict => _all.Count == 0 && _strictest.Verdict == Policy.Verdict.Allow ? s_nothing : new ContentVerdict(Worded(_strictest), _all);

        public ContentVerdict TooMuch() =>
            new(new Judgement(Step, Policy.Verdict.Deny, "content.too-large", "The input holds too much to be checked."), _all);

        public ContentVerdict Patch(string patch)
        {
            _patch = patch;
            foreach (var text in InputText.AddedBy(patch)) Look(text, FindingKinds.Secret | FindingKinds.Pii, Destination.File);
            // Code is judged with the patch around it: its marks say which lines are added.
            Look(new InputText(patch), FindingKinds.Code);
            return Verdict;
        }

        public void Look(InputText input, FindingKinds kinds, Destination goes = Destination.Nowhere)
        {
            if (input.Text.Length < 4) return;
            var options = actions.Options with { Kinds = kinds, MinConfidence = Sure, Path = input.Path };
            var scan = Scanner.Inspect(input.Text, Surface.ToolInput, options);
            if (scan.Truncated) Say(new Judgement(Step, Policy.Verdict.Deny, "content.too-large", "The input holds too much to be checked."), null);
            _all.AddRange(scan.Findings);
            foreach (var finding in scan.Findings) Weigh(finding, input, goes | Everywhere);
            if (input.Field.Length > 0 && scan.Findings.Count == 0 && FieldSecrets.Holds(input.Field, input.Text))
            {
                var field = FieldSecrets.Finding(input.Text);
                _all.Add(field);
                Weigh(field, input, goes | Everywhere);
            }
        }

        private void Weigh(in Finding finding, InputText input, Destination goes)
        {
            var action = actions.ActionFor(Surface.ToolInput, finding);
            if (action == Policy.Verdict.Allow) return;
            var named = $"{finding.Rule} ({Place(finding, input)})";
            switch (finding.Kind)
            {
                case FindingKind.Secret or FindingKind.Pii:
                    if (analysis is not null) goes = Destinations.Of(analysis, finding.Start);
                    if (action == Policy.Verdict.Ask && goes == Destination.File && PracticeFiles.IsNamed(finding) && (analysis is not null ? PracticeFiles.TakeAll(analysis, finding.Start) : input.Path is { } file && PracticeFiles.Is(file)))
                        action = Policy.Verdict.Warn;
                    if (goes == Destination.Nowhere && !actions.DeniedByPolicy(Surface.ToolInput, finding)) return;
                    Say(new Judgement(Step, action, Rule(finding), Reason(finding, goes), "read it from the environment or a secret store where it is needed"), named);
                    break;
                case FindingKind.Sqli:
                    Say(new Judgement(Step, action, "content.sql-injection", "This SQL does more than its author's statement: it looks injected", "pass values as parameters of the statement"), named);
                    break;
                default:
                    Say(new Judgement(Step, action, "content.unsafe-code", "This adds code that opens a hole"), named);
                    break;
            }
        }

        private void Say(Judgement judgement, string? named)
        {
            if (judgement.Verdict > _strictest.Verdict)
            {
                _strictest = judgement;
                _named.Clear();
            }
            if (judgement.Rule == _strictest.Rule && named is not null && !_named.Contains(named)) _named.Add(named);
        }

        private Judgement Worded(Judgement judgement)
        {
            if (_named.Count == 0) return judgement;
            var more = _named.Count > Named ? $" and {_named.Count - Named} more" : "";
            return judgement with { Reason = $"{judgement.Reason}: {string.Join(", ", _named.Take(Named))}{more}." };
        }

        private static string Rule(in Finding finding) =>
            finding.Kind == FindingKind.Secret ? "content.secret" : (finding.Classes & DataClass.Pci) != 0 ? "content.payment-card" : "content.personal-data";

        private static string Reason(in Finding finding, Destination goes)
        {
            var what = finding.Kind == FindingKind.Secret ? "a secret" : (finding.Classes & DataClass.Pci) != 0 ? "a payment card number" : "personal data";
            return goes switch
            {
                Destination.File => $"This would put {what} into a file",
                Destination.Nowhere => $"This holds {what}",
                _ => $"This would send {what} out",
            };
        }

        private string Place(in Finding finding, InputText input)
        {
            var line = input.Text.AsSpan(0, finding.Start).Count('\n');
            if (_patch is not null)
            {
                var place = PatchPlace.Of(_patch, input.Lines is { } lines && line < lines.Count ? lines[line] : line);
                return (place with { File = Shown(place.File) }).ToString();
            }
            return input.Place.Length == 0 ? $"line {line + 1}" : Shown(input.Place);
        }

        /// <summary>A file's or an argument's name is the model's own word: bounded, and without anything to hide in.</summary>
        private static string Shown(string place) => Sanitize.ForTerminal(Masker.Mask(place.Length > 80 ? place[..80] + "…" : place));
    }
}
