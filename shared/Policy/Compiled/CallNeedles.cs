using System.Text.Json;
using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Shell;

namespace Sallyport.Policy.Compiled;

/// <summary>All that rules can look for in a call, as trigrams.</summary>
internal sealed class CallNeedles
{
    private readonly Trigrams _held = new();
    private readonly ushort _tool;
    private readonly ushort _patch;
    private readonly bool _unreadable;
    private readonly Reach? _reach;

    /// <summary>Collects them.</summary>
    public CallNeedles(CallView view)
    {
        _tool = RuleNeedles.NameHash(view.Tool);
        _patch = view.Tool == ToolNames.Bash ? RuleNeedles.NameHash(ToolNames.ApplyPatch) : _tool;
        _held.Add(view.Tool);
        if (view.Tool == ToolNames.Bash) _held.Add(ToolNames.ApplyPatch);
        foreach (var text in view.Texts) _held.Add(text.GetString());
        AddNumbers(view.Call.Input);
        foreach (var reading in view.Readings) _held.Add(reading);
        _unreadable = view.Unreadable;
        foreach (var part in view.Parts)
        {
            if (part.Run is { } run)
            {
                _held.Add(run.Program);
                foreach (var word in run.Argv) _held.Add(word.ToString());
            }
            if (part.Effect is not { } effect) continue;
            _held.Add(effect.Target.Name);
            if (effect.Target.Kind != TargetKind.Path) continue;
            var path = Paths.Absolute(effect.Target.Name, view.Facts.Cwd, view.Facts.Home, view.Facts.Windows);
            var real = view.Facts.Files.TryGetValue(path, out var fact) ? fact.RealPath : path;
            _held.Add(path);
            _held.Add(real);
            // A glob, a tree or a name that is not wholly known means more than it spells out.
            if (effect.Target.Known && !effect.Target.Glob && !effect.Recursive) continue;
            _reach ??= new Reach(view.Facts);
            if (!effect.Target.Known) _reach.AddAnything();
            _reach.Add(path);
            if (real != path) _reach.Add(real);
        }
    }

    /// <summary>True where a rule with these needles may match the call.</summary>
    public bool MayMatch(ushort tool, NeedleKind kind, ushort place, ReadOnlySpan<ushort> needles, bool any)
    {
        if (tool != 0 && tool != _tool && tool != _patch) return false;
        if (kind != NeedleKind.Text && _unreadable) return true;
        if (kind >= NeedleKind.Path && _reach is not null && _reach.May(kind, place)) return true;
        foreach (var needle in needles)
            if (_held.MayHold(needle) == any) return any;
        return !any;
    }

    /// <summary>True where one needle that is not there says enough: most rules end here.</summary>
    public bool Lacks(NeedleKind kind, ushort needle) => !_held.MayHold(needle) && (kind == NeedleKind.Text || !_unreadable) && (kind < NeedleKind.Path || _reach is null);

    private void AddNumbers(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                _held.Add(value.GetRawText());
                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject()) AddNumbers(field.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) AddNumbers(item);
                break;
        }
    }
}
