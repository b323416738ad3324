namespace Sallyport.Shell.Code;

internal sealed partial class SqlReader
{
    private void Copy(int i, int end)
    {
        for (var k = i; k < end; k++)
        {
            if (!work.Step()) return;
            if (At(k).Is("PROGRAM") && At(k + 1).Kind == SqlTokenKind.Text)
            {
                sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, "COPY … PROGRAM"), "sql-program");
                sink.Shell(new TextValue(Marked.Word(At(k + 1).Text)), "COPY PROGRAM");
                return;
            }
            if (At(k).Text is not ("FROM" or "TO") || At(k + 1).Kind != SqlTokenKind.Text) continue;
            sink.Path(At(k).Is("TO") ? EffectKind.Write : EffectKind.Read, new TextValue(Marked.Word(At(k + 1).Text)), "sql");
            return;
        }
    }

    /// <summary>SQL that is run from a text.</summary>
    private void Dynamic(int i, int end)
    {
        for (var k = i; k < end && work.Step(); k++)
            if (At(k).Kind == SqlTokenKind.Text && At(k).Text.Contains(' ')) Read(At(k).Text);
    }

    private void File(EffectKind kind, int i, int end)
    {
        if (FirstText(i, end) is { } path) sink.Path(kind, new TextValue(Marked.Word(path)), "sql");
        else sink.Path(kind, null, "sql");
    }

    private string? FirstText(int i, int end)
    {
        for (var k = i; k < end && work.Step(); k++)
            if (At(k).Kind == SqlTokenKind.Text) return At(k).Text;
        return null;
    }
}
