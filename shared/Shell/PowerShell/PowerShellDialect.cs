using System.Buffers;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>PowerShell: variables, casts, operators, and commands by name.</summary>
internal sealed class PowerShellDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.PowerShell;
    public override bool Hoists => true;
    public override string? ArgumentList => "$args";

    public override Node Parse(string text, Work work) => PowerShellParser.Parse(text, work);

    public override Value Unbound(string name, Evaluator run)
    {
        if (name.StartsWith("$env:", StringComparison.Ordinal)) return Environment(name[5..], run);
        if (name.StartsWith('[')) return new SymbolValue(name[1..]);
        return name switch
        {
            "$home" => run.Environment(TextValue.Of("HOME")),
            "$pwd" => run.Sink.Cwd is { } cwd ? TextValue.Of(cwd) : new UnknownValue("$PWD"),
            "$psscriptroot" or "$pscommandpath" => TextValue.Of("."),
            "$profile" => new ObjectValue("path") { Subject = new TextValue(CodePath.Concat(run.Environment(TextValue.Of("HOME")).Text, Word.Of("/Documents/PowerShell/Microsoft.PowerShell_profile.ps1"))) },
            "$pshome" => TextValue.Of(@"C:\Windows\System32\WindowsPowerShell\v1.0"),
            "$shellid" => TextValue.Of("Microsoft.PowerShell"),
            "$executioncontext" => new SymbolValue("executioncontext"),
            "$args" or "$input" or "$_" => new UnknownValue(name) { Origin = Origin.Input },
            _ when name.StartsWith('$') => new UnknownValue(name),
            _ => new SymbolValue(name),
        };
    }

    private static Value Environment(string name, Evaluator run) => name switch
    {
        "userprofile" or "home" or "homepath" => run.Environment(TextValue.Of("HOME")),
        "systemroot" or "windir" => TextValue.Of(@"C:\Windows"),
        "systemdrive" => TextValue.Of("C:"),
        "comspec" => TextValue.Of(@"C:\Windows\System32\cmd.exe"),
        "programfiles" => TextValue.Of(@"C:\Program Files"),
        "programdata" or "allusersprofile" => TextValue.Of(@"C:\ProgramData"),
        "temp" or "tmp" => TextValue.Of(@"C:\Windows\Temp"),
        "public" => TextValue.Of(@"C:\Users\Public"),
        _ => run.Environment(TextValue.Of(name.ToUpperInvariant())),
    };

    public override bool Dangerous(string module) => true;

    public override void Assigned(string path, Value value, Evaluator run)
    {
        if (path.Contains("amsiinitfailed", StringComparison.OrdinalIgnoreCase))
            run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "AMSI"), "critical");
    }

    // What nobody takes is printed: a variable or a text that stands alone, and what echo is given.
    public override void Left(Node statement, Value value, Evaluator run)
    {
        if (statement is NameNode or TemplateNode or MemberNode
            || (statement is CallNode { Callee: NameNode { Name: PowerShellParser.Command } } call
                ? call.Arguments is [_, { Value: LiteralNode { Value.Known: { } command } }, ..] && Aliases.Resolve(command.ToLowerInvariant()) == "write-output"
                : statement is CallNode)) CodeCmdlets.Shown(value, run);
    }

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        switch (path)
        {
            case PowerShellParser.Command:
                return Commands.Run(arguments, run, position);
            case PowerShellParser.Redirect:
                run.Sink.Written(FileCmdlets.Globbed(arguments[1], run), arguments[0], arguments[2] is ConstantValue { Truth: true } ? "append" : "overwrite");
                return arguments[0];
            case "@":
                return arguments[0] as ListValue ?? new ListValue(arguments[0] is null or ConstantValue ? [] : [arguments[0]!]);
            case "-join":
                return arguments[0] is ListValue list ? Operators.Bound(list.Join(arguments[1]?.Known ?? ""), list.Carried) : arguments[0];
            case "-f" when arguments[0]?.Known is { } format:
                return Format.Braces(format, Arguments.Of(arguments[1] is ListValue values ? [.. values.Items] : [arguments[1]!]));
            case "-replace" when arguments[0] is { } subject && arguments[1] is ListValue { Items.Count: 2 } pair && IsPlain(pair.Items[0].Known):
                return Methods.Call(subject, "replace", Arguments.Of(pair.Items[0], pair.Items[1]), run, position);
            case "-replace" when arguments[0] is { } subject && IsPlain(arguments[1]?.Known):
                return Methods.Call(subject, "replace", Arguments.Of(arguments[1]!, TextValue.Empty), run, position);
            case "-split" when arguments[0] is { } subject:
                return Methods.Call(subject, "split", arguments[1] is { } by ? Arguments.Of(by) : Arguments.None, run, position);
            case "-as":
                return arguments[0];
            case ".." when arguments[0] is NumberValue from && arguments[1] is NumberValue to:
                return Range((int)Math.Clamp(from.Number, -5000, 5000), (int)Math.Clamp(to.Number, -5000, 5000));
            default:
                return path.StartsWith('-') ? new UnknownValue(path) { Origin = arguments.Origin } : DotNet.Call(path, arguments, run, position);
        }
    }

    private static readonly SearchValues<char> RegexSigns = SearchValues.Create("\\[](){}.*+?^$|");

    private static bool IsPlain(string? pattern) => pattern is not null && pattern.AsSpan().IndexOfAny(RegexSigns) < 0;

    private static ListValue Range(int from, int to)
    {
        var result = new ListValue([]);
        for (var i = from; from <= to ? i <= to : i >= to; i += from <= to ? 1 : -1)
        {
            result.Add(new NumberValue(i));
            if (result.Open) break;
        }
        return result;
    }

    // What Get-ChildItem gives is read as its paths: they have the methods of files, and .ForEach() as everything has.
    public override Value? CallOn(Value self, string method, Arguments arguments, Evaluator run, int position)
    {
        if (self is TextValue && method is "delete" or "moveto" or "copyto") return DotNet.Call(new ObjectValue("path") { Subject = self }, method, arguments, run, position);
        if (method is not ("foreach" or "forEach" or "where" or "filter")) return null;
        foreach (var item in self is ListValue list ? [.. list.Items.Take(256)] : new[] { self })
        {
            if (!run.Work.Step()) break;
            if (arguments[0] is FunctionValue block) run.Invoke(block, Arguments.Of(item), position);
            else if (arguments[0]?.Known is { } member && method[0] == 'f') run.Invoke(run.Member(item, member.ToLowerInvariant()), Arguments.Of([.. arguments.Positional.Skip(1)]), position);
        }
        return self;
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) =>
        DotNet.Call(self, method, arguments, run, position);

    public override Value? Field(ObjectValue self, string name, Evaluator run) =>
        self.Type == "response" ? Objects.Downloaded(self) : name switch
        {
            "invokecommand" or "document" or "application" or "self" => self,
            // The four profiles are run alike.
            "fullname" or "currentusercurrenthost" or "currentuserallhosts" or "alluserscurrenthost" or "allusersallhosts" when self.Type == "path" => self.Subject,
            _ => null,
        };
}
