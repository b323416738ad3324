using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>A call as rules look at it. What no rule asks for is never computed.</summary>
internal sealed class CallView(ToolCall call, PolicyContext context)
{
    private IReadOnlyList<CallPart>? _parts;
    private IReadOnlyList<JsonElement>? _texts;
    private IReadOnlyList<string>? _readings;
    private CommandAnalysis? _analysis;
    private DataClass? _classes;

    public ToolCall Call => call;

    public PolicyContext Context => context;

    public ObservedFacts Facts => context.Facts;

    /// <summary>The tool's canonical name.</summary>
    public string Tool { get; } = ToolNames.Canonical(call.Name);

    /// <summary>True for a command that could not be read: a rule that restricts then counts as matching, one that lets pass does not.</summary>
    public bool Unreadable => Tool == ToolNames.Bash && (Analysis is null || Analysis.Error is not null || Analysis.BudgetExhausted);

    /// <summary>The parts of the call; never none.</summary>
    public IReadOnlyList<CallPart> Parts => _parts ??= CallParts.Of(this, Tool == ToolNames.Bash && !Unreadable ? Analysis : null);

    /// <summary>Every text in the input.</summary>
    public IReadOnlyList<JsonElement> Texts
    {
        get
        {
            if (_texts is not null) return _texts;
            var texts = new List<JsonElement>();
            Collect(call.Input, texts);
            return _texts = texts;
        }
    }

    /// <summary>How else a command reads: each simple command without its quotes, and each path as it was resolved.</summary>
    public IReadOnlyList<string> Readings => _readings ??= Analysis is not { } analysis ? []
        : [.. analysis.Runs.Select(run => string.Join(' ', run.Argv)), .. analysis.Effects.Where(effect => effect.Target.Kind == TargetKind.Path).Select(effect => effect.Target.Name)];

    /// <summary>Kinds of data in the input.</summary>
    public DataClass DataClasses => _classes ??= context.DataClasses ?? InputClasses.Of(call.Input);

    /// <summary>True for the text that is the command.</summary>
    public bool IsCommand(string text) => Tool == ToolNames.Bash && text == call.Command;

    private CommandAnalysis? Analysis
    {
        get
        {
            if (Tool != ToolNames.Bash) return null;
            return _analysis ??= context.Analysis
                ?? (call.Command is { } command ? ShellAnalyzer.Analyze(command, Facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, Facts) : null);
        }
    }

    private static void Collect(JsonElement value, List<JsonElement> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(value);
                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject()) Collect(field.Value, texts);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Collect(item, texts);
                break;
        }
    }
}
