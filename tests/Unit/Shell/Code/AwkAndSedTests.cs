using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class AwkAndSedTests
{
    [Theory]
    [InlineData("BEGIN { system(\"ls -l\") }", "Shell: ls -l")]
    [InlineData("BEGIN { c = \"ls \"; d = \"-l\"; system(c d) }", "Shell: ls -l")]
    [InlineData("BEGIN { system(\"\\154\\163\") }", "Shell: ls")]
    [InlineData("{ system($0) }", "ExecuteUnknown $0 ? #code-from-input")]
    [InlineData("{ print $1 | \"sort\" }", "Shell: sort")]
    [InlineData("BEGIN { \"date\" | getline now; print now }", "Shell: date")]
    [InlineData("{ print > \"/etc/motd\" }", "Truncate /etc/motd #overwrite")]
    [InlineData("{ printf \"%s\", $1 >> \"all.txt\" }", "Write /home/dev/app/all.txt #append")]
    public void Awk(string code, string expected) => CodeProbe.Does(CodeLanguage.Awk, code, expected);

    [Theory]
    [InlineData("{ print $1 }")]
    [InlineData("/system\\(\"ls\"\\)/ { print }")]
    [InlineData("$3 > 5 && $1 ~ /a|b/ { n += $2 } END { print n }")]
    [InlineData("{ n = split($0, a, \"/\"); print a[n] } # system(\"ls\")")]
    public void Ordinary_awk_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Awk, code);

    [Theory]
    [InlineData("1e ls -l", "Shell: ls -l")]
    [InlineData("s/.*/ls \\/srv/e", "Shell: ls /srv")]
    [InlineData("s/x/&/e", "ExecuteUnknown s///e ? #sed s///e")]
    [InlineData("s|a|b|w /etc/motd", "Truncate /etc/motd #overwrite")]
    [InlineData("/a/,/b/w out.txt", "Truncate /home/dev/app/out.txt #overwrite")]
    [InlineData("$r /etc/passwd", "Read /etc/passwd")]
    public void Sed(string code, string expected) => CodeProbe.Does(CodeLanguage.Sed, code, expected);

    [Theory]
    [InlineData("s/e/w/g;s/w file/e/2p")]
    [InlineData("1,5p;$!N;P;D")]
    [InlineData("/w x/{s/a/b/;p}")]
    [InlineData("a\\\ne rm it")]
    [InlineData("y/ew/we/")]
    public void Ordinary_sed_does_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Sed, code);
}
