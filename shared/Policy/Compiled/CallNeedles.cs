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
    private readonly bool _targetsKnown;

    /// <summary>Collects them.</summary>
    public CallNeedles(CallView view)
    {
        _tool = ToolHash(view.Tool);
        _patch = view.Tool == ToolNames.Bash ? ToolHash(ToolNames.ApplyPatch) : _tool;
        _held.Add(view.Tool);
        if (view.Tool == ToolNames.Bash) _held.Add(ToolNames.ApplyPatch);
        foreach (var text in view.Texts) _held.Add(text.GetString());
        AddNumbers(view.Call.Input);
        foreach (var reading in view.Readings) _held.Add(reading);
        _targetsKnown = !view.Unreadable;
        foreach (var part in view.Parts)
        {
            if (part.Run is { } run)
            {
                _held.Add(run.Program);
                foreach (var word in run.Argv) _held.Add(word.ToString());
            }
            if (part.Effect is not { } effect) continue;
            // A glob, a tree or a name that is not wholly known may mean what it does not spell out.
            if (effect.Target.Kind == TargetKind.Path && (!effect.Target.Known || effect.Target.Glob || effect.Recursive)) _targetsKnown = false;
            if (effect.Target.Kind == TargetKind.Host && !effect.Target.Known) _targetsKnown = false;
            _held.Add(effect.Target.Name);
            if (effect.Target.Kind != TargetKind.Path) continue;
            var path = Paths.Absolute(effect.Target.Name, view.Facts.Cwd, view.Facts.Home, view.Facts.Windows);
            _held.Add(path);
            if (view.Facts.Files.TryGetValue(path, out var fact)) _held.Add(fact.RealPath);
        }
    }

    /// <summary>True where a rule with these needles may match the call.</summary>
    public bool MayMatch(ushort tool, bool ofTargets, ReadOnlySpan<ushort> needles)
    {
        if (tool != 0 && tool != _tool && tool != _patch) return false;
        if (ofTargets && !_targetsKnown) return true;
        foreach (var needle in needles)
            if (!_held.MayHold(needle)) return false;
        return true;
    }

    /// <summary>A tool's name in two bytes; never 0, which is any tool.</summary>
    public static ushort ToolHash(string tool)
    {
        var hash = 2166136261u;
        foreach (var c in tool) hash = (hash ^ c) * 16777619u;
        return (ushort)((hash ^ (hash >> 16)) | 1);
    }

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
