namespace Sallyport.Detection.Injection;

/// <summary>Instructions to whoever reads the text, and what hides them.</summary>
internal static class Injections
{
    public static readonly Family Family = new("injection", static () => InjectionRules.All) { Kinds = FindingKinds.Injection, WholeText = true };

    private ref struct Sink : Prose.ISink
    {
        public List<(DetectionRule Rule, int Start, int End, int Confidence)>? Found;

        public void Add(DetectionRule rule, int start, int end, int confidence) => (Found ??= []).Add((rule, start, end, confidence));
    }

    public static int Recognise(ref ScanContext context, int at)
    {
        Hidden.Judge(ref context);
        Templates.Judge(ref context);
        Splitting.Judge(ref context);
        Turns.Judge(ref context);
        var sink = new Sink();
        Prose.Judge(context.Text, context.Blocks, ref sink);
        foreach (var (rule, start, end, confidence) in sink.Found ?? []) context.Add(rule, start, end, confidence);
        new Disguise(context.Text).Judge(ref context);
        return context.Text.Length;
    }
}
