using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>What <c>New-Object -ComObject</c> gives: the shell of Windows Script Host, the Explorer, and their file system.</summary>
internal static class ComObjects
{
    public static Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        if (self.Type == "filesystem") return FileSystemObject(method, arguments, run);
        var first = arguments[0];
        switch (method)
        {
            case "run" or "exec" or "shellexecute":
                run.Sink.Shell(method == "shellexecute" && arguments[1] is { } more ? new TextValue(CodePath.Concat(first!.Text, Word.Of(" "), more.Text)) : first, "WScript.Shell", CodeLanguage.Cmd);
                return UnknownValue.Nothing;
            // A folder of the Explorer, a file in it, and what its menu offers.
            case "namespace" or "parsename" or "items" or "item":
                return new ObjectValue("wsh") { Subject = method == "parsename" && self.Subject is { } folder ? new TextValue(CodePath.Join(folder.Text, (first ?? UnknownValue.Nothing).Text)) : first is TextValue ? first : new UnknownValue("a folder of the Explorer") };
            case "invokeverb":
                if (first?.Known is null || first.Known.Equals("delete", StringComparison.OrdinalIgnoreCase)) run.Sink.Path(EffectKind.Delete, self.Subject, recursive: true, forced: true);
                return ConstantValue.None;
            case "regwrite" or "regdelete":
                FileCmdlets.Change(EffectKind.Write, first, "property", false, false, run);
                return ConstantValue.None;
            default:
                return null;
        }
    }

    /// <summary>Windows Script Host's own file system: <c>New-Object -ComObject Scripting.FileSystemObject</c>.</summary>
    private static Value? FileSystemObject(string method, Arguments arguments, Evaluator run)
    {
        var first = FileCmdlets.Globbed(arguments[0], run);
        switch (method)
        {
            case "deletefile" or "deletefolder":
                run.Sink.Path(EffectKind.Delete, first, recursive: method == "deletefolder", forced: true);
                return ConstantValue.None;
            case "movefile" or "movefolder":
                run.Sink.Path(EffectKind.Move, first);
                run.Sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.None;
            case "copyfile" or "copyfolder":
                run.Sink.Path(EffectKind.Read, first, recursive: method == "copyfolder");
                run.Sink.Path(EffectKind.Write, arguments[1], "copy");
                return ConstantValue.None;
            case "createtextfile":
                run.Sink.Path(EffectKind.Write, first, "overwrite");
                return UnknownValue.Nothing;
            case "opentextfile":
                return Objects.Open(first, arguments[1] is NumberValue { Number: 2 } ? "w" : arguments[1] is NumberValue { Number: 8 } ? "a" : "r", run);
            case "getfile" or "getfolder":
                return new ObjectValue("path") { Subject = first };
            default:
                return null;
        }
    }
}
