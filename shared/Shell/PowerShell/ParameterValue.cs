using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>A parameter as a command is given it: <c>-Recurse</c>, and <c>-Path:</c> where its value hangs on.</summary>
internal sealed class ParameterValue(string name, bool attached) : Value
{
    public string Name => name;
    public bool Attached => attached;
    public override Word Text => Word.Of("-" + name + (attached ? ":" : ""));
}
