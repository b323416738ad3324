using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Patches;

/// <summary>The effects of a patch, with the files' real paths.</summary>
internal static class PatchEffects
{
    /// <summary>Analyses the text of a patch as <c>apply_patch</c> would apply it from the event's directory.</summary>
    public static CommandAnalysis Analyze(string text, ObservedFacts facts)
    {
        var run = new CommandRun { Argv = [Word.Of("apply_patch")], Cwd = facts.Cwd, Start = 0, Length = text.Length };
        if (!PatchText.TryRead(text, out var files, out var error)) return new CommandAnalysis { Runs = [run], Error = error };
        var call = new Call(run, facts, "apply_patch");
        Describe(call, files);
        var meaning = call.ToMeaning();
        return new CommandAnalysis { Runs = [run], Effects = meaning.Effects, Wanted = meaning.Wanted };
    }

    /// <summary><c>apply_patch</c> as a command of the shell, the patch an argument or its input.</summary>
    public static bool Describe(Call call)
    {
        if (call.Program is not ("apply_patch" or "applypatch")) return false;
        var text = call.Count > 1 ? call.Text(1) : call.Run.Input.Text?.Known;
        if (text is null || !PatchText.TryRead(text, out var files, out _)) call.Unknown("patch", Word.Of("patch"));
        else Describe(call, files);
        return true;
    }

    private static void Describe(Call call, List<PatchFile> files)
    {
        foreach (var file in files)
        {
            var path = Word.Of(file.Path);
            switch (file.Action)
            {
                case PatchAction.Add: call.Path(EffectKind.Truncate, path, "patch"); break;
                case PatchAction.Delete: call.Path(EffectKind.Delete, path, "patch"); break;
                default:
                    call.Path(file.MoveTo is null ? EffectKind.Write : EffectKind.Move, path, "patch");
                    if (file.MoveTo is not null) call.Path(EffectKind.Truncate, Word.Of(file.MoveTo), "patch");
                    break;
            }
        }
    }
}
