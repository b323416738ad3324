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

    /// <summary>Scripts find the project by their own place: scripts/x.py goes one folder up, whatever directory it is started in.</summary>
    [Theory]
    [InlineData("python3 scripts/x.py", "scripts/x.py", "import shutil\nfrom pathlib import Path\nshutil.rmtree(Path(__file__).resolve().parents[1] / 'dist')\n")]
    [InlineData("python3 scripts/x.py", "scripts/x.py", "import shutil\nfrom pathlib import Path\nroot = Path(__file__).resolve().parent.parent\nfor d in ['dist', 'build']:\n    shutil.rmtree(root / d)\n")]
    [InlineData("cd scripts && python3 x.py", "scripts/x.py", "import os, shutil\nshutil.rmtree(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'dist'))\n")]
    [InlineData("node scripts/x.js", "scripts/x.js", "const path = require('path');\nrequire('fs').rmSync(path.join(__dirname, '..', 'dist'), { recursive: true, force: true });\n")]
    [InlineData("node scripts/x.mjs", "scripts/x.mjs", "import { rmSync } from 'node:fs';\nimport { dirname, join } from 'node:path';\nimport { fileURLToPath } from 'node:url';\nrmSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'dist'), { recursive: true });\n")]
    [InlineData("ruby scripts/x.rb", "scripts/x.rb", "require 'fileutils'\nFileUtils.rm_rf(File.join(File.expand_path('..', __dir__), 'dist'))\n")]
    [InlineData("php scripts/x.php", "scripts/x.php", "<?php exec('rm -rf ' . escapeshellarg(__DIR__ . '/../dist'));\n")]
    public void Its_own_place_is_known(string command, string file, string content)
    {
        Assert.Equal(Verdict.Allow, Judge(command, file, content));
        // One folder further up lies the workspace itself, and beyond it what is not the project's.
        var further = content.Replace("'dist'", "'../..'", StringComparison.Ordinal).Replace("/../dist", "/../../..", StringComparison.Ordinal);
        Assert.True(Judge(command, file, further) >= Verdict.Ask);
    }

    private static Verdict Judge(string command, string file, string content)
    {
        var path = "/srv/w/" + file;
        var facts = new ObservedFacts { Cwd = "/srv/w", Workspace = "/srv/w", Home = "/home/me", Files = new Dictionary<string, FileFact> { [path] = new(FileKind.File, path, content) } };
        return BuiltInPolicy.JudgeEffects(ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts), facts).Strictest.Verdict;
    }
}
