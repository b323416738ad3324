namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>What a file holds once its text was put there by a program that changes nothing of it.</summary>
    private void Kept(CommandRun run, CommandMeaning meaning)
    {
        foreach (var effect in meaning.Effects)
        {
            if (effect is not { Kind: EffectKind.Truncate or EffectKind.Write, Target: { Kind: TargetKind.Path, Known: true, Glob: false } target }) continue;
            if (run.Program is "tee" or "dd")
            {
                if (effect.Detail != "append" && run.Input is { Kind: InputKind.Text, Text.Known: { } text }) Written(target.Name, text);
            }
            else if (run.Argv is [_, .., { Known: { Length: > 0 } source } from, _] && effect.Detail is "copy" or "move" or "link" && PathTarget.Of(from, run.Cwd) is { Known: true } path)
            {
                if (_facts.Files.TryGetValue(path.Name, out var fact) && fact.Content is { } content) Written(target.Name, content);
                // A copy of a program is the program, whatever it is called.
                else if (source.StartsWith("/bin/", StringComparison.Ordinal) || source.StartsWith("/usr/bin/", StringComparison.Ordinal)
                    || source.StartsWith("/sbin/", StringComparison.Ordinal) || source.StartsWith("/usr/sbin/", StringComparison.Ordinal))
                    Written(target.Name, "exec " + source + " \"$@\"\n");
            }
        }
    }
}
