using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.BuiltIn;

/// <summary>A script that a command runs is judged as if it stood there.</summary>
public sealed class ObservedScriptTests
{
    [Theory]
    [InlineData("bash run.sh", "run.sh", "rm -rf /etc\n")]
    [InlineData("./run.sh", "run.sh", "#!/bin/sh\nrm -rf /etc\n")]
    [InlineData("source run.sh", "run.sh", "rm -rf /etc\n")]
    [InlineData("python3 run.py", "run.py", "import shutil\nshutil.rmtree('/etc')\n")]
    [InlineData("make clean", "Makefile", "all:\n\techo x\nclean:\n\trm -rf /etc\n")]
    [InlineData("just clean", "justfile", "all:\n    echo x\nclean:\n    rm -rf /etc\n")]
    [InlineData("npm run clean", "package.json", "{\"scripts\":{\"clean\":\"rm -rf /etc\"}}")]
    [InlineData("bash -c :", "run.sh", "rm -rf /etc\n", "BASH_ENV=run.sh ")]
    public void It_is_read_and_judged(string command, string file, string content, string before = "")
    {
        var path = "/w/" + file;
        var facts = new ObservedFacts { Cwd = "/w", Workspace = "/w", Home = "/home/me" };
        var unread = ShellAnalyzer.Analyze(before + command, CodeLanguage.Shell, facts);
        Assert.Contains(unread.Wanted, request => request.Path == path && request.WantContent);
        var read = facts with { Files = new Dictionary<string, FileFact> { [path] = new(FileKind.File, path, content) } };
        Assert.Equal(Verdict.Deny, BuiltInPolicy.JudgeEffects(ShellAnalyzer.Analyze(before + command, CodeLanguage.Shell, read), read).Strictest.Verdict);
    }
}
