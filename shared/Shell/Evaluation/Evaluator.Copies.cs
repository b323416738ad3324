using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>Files that the text itself has written.</summary>
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>
    /// A script of one's own that is called as a known program is: it is read as any script, whatever the program of that name does.
    /// </summary>
    private void RunOwn(CommandRun run, bool understood, bool isNew)
    {
        if (run.Argv[0].Known is not { Length: > 0 } name || run.Elsewhere) return;
        var (file, made) = (name, false);
        if (!name.Contains('/'))
        {
            if (_made.Count == 0 || MadeInPath(run, name) is not { } found) return;
            (file, made) = (found, true);
        }
        else if (!understood) return;
        else made = _made.Contains(PathTarget.Of(run.Argv[0], run.Cwd).Name);
        // Of what lies in folders for programs, and was there before, the name is taken for what it says.
        if (!made && (name.StartsWith('/') || name.Contains("bin/", StringComparison.Ordinal))) return;
        var meaning = CommandCatalog.Script(run with { Argv = [Word.Of(file), .. run.Argv.Skip(1)] }, _facts, _budget, made);
        if (isNew) Note(run, meaning);
        if (meaning.Code.Count > 0) Follow(run, [], meaning.Code, null, [.. run.Wrappers, file]);
    }

    /// <summary>The file that a bare name means once the text has put the folder of what it wrote into PATH; null where it means none.</summary>
    private string? MadeInPath(CommandRun run, string program)
    {
        Word? path = null;
        foreach (var (name, value) in run.Environment)
            if (name == "PATH") path = value;
        if (path is null && _state.Variables.TryGetValue("PATH", out var set) && set.Values is [ScalarValue scalar]) path = scalar.Text;
        if (path is null) return null;
        foreach (var piece in path.Pieces)
        {
            if (piece.Kind != PieceKind.Literal) continue;
            foreach (var range in piece.Text.AsSpan().Split(':'))
                if (piece.Text[range] is { Length: > 0 } folder && PathTarget.Of(Word.Of(folder + "/" + program), run.Cwd) is { Known: true } file && _made.Contains(file.Name)) return file.Name;
        }
        return null;
    }

    /// <summary>Folders that the text itself has made.</summary>
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>What files hold once their text was put there by a program that changes nothing of it.</summary>
    private List<KeyValuePair<string, string>>? Kept(CommandRun run, CommandMeaning meaning)
    {
        List<KeyValuePair<string, string>>? kept = null;
        foreach (var effect in meaning.Effects)
        {
            if (effect is not { Kind: EffectKind.Truncate or EffectKind.Write, Target: { Kind: TargetKind.Path, Known: true, Glob: false } target } || effect.Detail == "append") continue;
            if (run.Program is "tee" or "dd" && run.Input is { Kind: InputKind.Text, Text.Known: { } text }) Keep(target.Name, text);
            foreach (var from in meaning.Effects)
            {
                if (from is not { Kind: EffectKind.Read or EffectKind.Move, Target: { Kind: TargetKind.Path, Known: true, Glob: false, Name: var source } }) continue;
                if (_facts.Files.TryGetValue(source, out var fact) && fact.Content is { } content)
                {
                    Keep(target.Name, content);
                    if (_folders.Contains(target.Name)) Keep(target.Name + "/" + PathText.Name(source), content);
                }
                // A copy of a program is the program, whatever it is called.
                else if (source.StartsWith("/bin/", StringComparison.Ordinal) || source.StartsWith("/usr/bin/", StringComparison.Ordinal)
                    || source.StartsWith("/sbin/", StringComparison.Ordinal) || source.StartsWith("/usr/sbin/", StringComparison.Ordinal))
                    Keep(target.Name, "exec " + source + " \"$@\"\n");
            }
            if ((kept?.Count ?? 0) > MostKept) break;
        }
        return kept;

        void Keep(string path, string content) => (kept ??= []).Add(new(path, content));
    }

    private const int MostKept = 256;
}
