using Sallyport.Matching;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>The aliases PowerShell comes with.</summary>
internal static class Aliases
{
    /// <summary>Programs that come with Windows or are installed by name, so that their file is not looked for in the folder.</summary>
    public static bool Ships(string file) => CommandRun.ProgramName(file) is "cmd" or "powershell" or "pwsh" or "notepad" or "explorer" or "msiexec" or "code"
        or "wt" or "calc" or "mmc" or "regedit" or "taskmgr" or "chrome" or "msedge" or "firefox" or "node" or "python" or "git" or "dotnet" or "java";

    /// <summary>The cmdlet an alias stands for, in lower case; the name itself where it is none.</summary>
    public static string Resolve(string name) => name switch
    {
        "rm" or "del" or "erase" or "rd" or "ri" or "rmdir" => "remove-item",
        "mv" or "move" or "mi" => "move-item",
        "cp" or "copy" or "cpi" => "copy-item",
        "ren" or "rni" => "rename-item",
        "cat" or "gc" or "type" => "get-content",
        "sc" => "set-content",
        "ac" => "add-content",
        "clc" => "clear-content",
        "cli" => "clear-item",
        "ni" or "mkdir" or "md" => "new-item",
        "sp" => "set-itemproperty",
        "rp" => "remove-itemproperty",
        "si" => "set-item",
        "iex" => "invoke-expression",
        "iwr" or "wget" or "curl" => "invoke-webrequest",
        "irm" => "invoke-restmethod",
        "saps" or "start" => "start-process",
        "spps" or "kill" => "stop-process",
        "spsv" => "stop-service",
        "icm" => "invoke-command",
        "ii" => "invoke-item",
        "iwmi" => "invoke-wmimethod",
        "icim" => "invoke-cimmethod",
        "sajb" => "start-job",
        "%" or "foreach" => "foreach-object",
        "?" or "where" => "where-object",
        "ls" or "dir" or "gci" => "get-childitem",
        "gi" => "get-item",
        "cd" or "sl" or "chdir" => "set-location",
        "pushd" => "push-location",
        "popd" => "pop-location",
        "echo" or "write" => "write-output",
        "gv" => "get-variable",
        "sv" or "set" => "set-variable",
        "sal" => "set-alias",
        "nal" => "new-alias",
        "gcm" => "get-command",
        "gal" => "get-alias",
        "gp" => "get-itemproperty",
        "gps" or "ps" => "get-process",
        "gsv" => "get-service",
        "gm" => "get-member",
        "etsn" => "enter-pssession",
        "nsn" => "new-pssession",
        "ipmo" => "import-module",
        "tee" => "tee-object",
        "select" => "select-object",
        "sort" => "sort-object",
        "oh" or "ogv" or "fl" or "ft" or "fw" or "measure" or "group" or "compare" or "diff" or "sls" or "cls" or "clear" or "h" or "history" or "man" or "help" or "sleep" => "out-host",
        _ => name,
    };

    /// <summary>The one cmdlet among those that change most which a wildcard means (<c>Get-Command Remove-I*</c>); not known where several may be meant.</summary>
    public static Value Like(string pattern)
    {
        string? found = null;
        foreach (var cmdlet in (ReadOnlySpan<string>)["Remove-Item", "Invoke-Expression", "Invoke-WebRequest", "Invoke-RestMethod", "Clear-Content", "Set-Content", "Start-Process", "Format-Volume", "Clear-Disk", "Stop-Computer"])
        {
            if (!Glob.Text(pattern, cmdlet, ignoreCase: true)) continue;
            if (found is not null) return new UnknownValue(pattern);
            found = cmdlet;
        }
        return found is null ? new UnknownValue(pattern) : TextValue.Of(found);
    }

    /// <summary>True where the name is also a program of other systems, so that PowerShell there runs the program.</summary>
    public static bool AlsoProgram(string name) =>
        name is "rm" or "mv" or "cp" or "cat" or "ls" or "kill" or "curl" or "wget" or "tee" or "sort" or "ps" or "rmdir" or "mkdir" or "man" or "clear" or "sleep" or "diff" or "mount" or "echo";
}
