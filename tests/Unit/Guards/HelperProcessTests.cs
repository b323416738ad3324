using System.Diagnostics;
using System.Text;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;

namespace Sallyport.Tests.Guards;

/// <summary>The exchange with a helper that does whatever a test says: nothing it does costs more than the deadline, or brings the hook down.</summary>
public sealed class HelperProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-helper-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HelperReply Ask(string script, byte[]? request = null, double seconds = 20, bool keep = false)
    {
        var path = Path.Combine(_folder, "helper");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return HelperProcess.Ask(path, request ?? "{}"u8.ToArray(), TimeSpan.FromSeconds(seconds), keep);
    }

    private static string Text(HelperReply reply) => Encoding.UTF8.GetString(reply.Line.Span);

    [Fact]
    public void It_gives_the_request_and_takes_one_line() => Assert.Equal("got {\"a\":1}", Text(Ask("printf 'got '; cat; echo; echo more", "{\"a\":1}"u8.ToArray())));

    [Fact]
    public void A_large_request_and_a_large_line_pass()
    {
        var request = Encoding.UTF8.GetBytes(new string('x', 3_000_000));
        Assert.Equal(3_000_000, Ask("cat; echo", request).Line.Length);
    }

    [Fact]
    public void What_it_does_after_its_line_holds_nobody_up()
    {
        var witness = Path.Combine(_folder, "witness");
        var started = Stopwatch.GetTimestamp();
        Assert.Equal("now", Text(Ask($"cat >/dev/null; echo now; exec >/dev/null; sleep 2; echo done > '{witness}'")));
        Assert.False(File.Exists(witness));
        while (!File.Exists(witness) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) Thread.Sleep(50);
        Assert.True(File.Exists(witness));
    }

    [Fact]
    public void One_that_hangs_is_ended_with_all_it_started()
    {
        var id = Path.Combine(_folder, "id");
        Assert.Equal(HelperFault.Late, Ask($"sleep 600 & echo $! > '{id}'; wait", seconds: 1).Fault);
        var child = int.Parse(File.ReadAllText(id).Trim());
        var started = Stopwatch.GetTimestamp();
        while (Alive(child) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) Thread.Sleep(20);
        Assert.False(Alive(child));
    }

    [Fact]
    public void One_that_never_reads_is_late_too() => Assert.Equal(HelperFault.Late, Ask("sleep 600", Encoding.UTF8.GetBytes(new string('x', 1_000_000)), seconds: 1).Fault);

    [Theory]
    [InlineData("exit 3")]
    [InlineData("kill -9 $$")]
    [InlineData("printf 'half a line'")]
    [InlineData("exec 1>&-; exit 0")]
    public void One_that_ends_without_a_line_said_nothing(string script)
    {
        var reply = Ask(script, Encoding.UTF8.GetBytes(new string('x', 500_000)));
        Assert.Equal(HelperFault.Ended, reply.Fault);
        Assert.NotEmpty(reply.Why);
    }

    [Fact]
    public void One_that_never_ends_its_line_is_ended() => Assert.Equal(HelperFault.TooLarge, Ask("cat >/dev/null; exec tr '\\0' x < /dev/zero", seconds: 60).Fault);

    [Fact]
    public void One_that_is_not_there_or_no_program_is_said_so()
    {
        Assert.Equal(HelperFault.Missing, HelperProcess.Ask(Path.Combine(_folder, "none"), "{}"u8, TimeSpan.FromSeconds(5), false).Fault);
        var text = Path.Combine(_folder, "text");
        File.WriteAllText(text, "no program");
        Assert.Equal(HelperFault.NotStarted, HelperProcess.Ask(text, "{}"u8, TimeSpan.FromSeconds(5), false).Fault);
    }

    [Fact]
    public void Nobody_waits_where_no_line_is_wanted()
    {
        var witness = Path.Combine(_folder, "witness");
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(HelperFault.None, HelperProcess.Ask(Script($"cat > '{witness}.part'; sleep 1; mv '{witness}.part' '{witness}'"), "request"u8, TimeSpan.Zero, true).Fault);
        while (!File.Exists(witness) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) Thread.Sleep(20);
        Assert.Equal("request", File.ReadAllText(witness));
    }

    [Fact]
    public void It_inherits_no_descriptor_but_its_own_three()
    {
        using var open = File.OpenRead("/proc/self/status");
        Assert.Equal("0 1 2", Text(Ask("cat >/dev/null; cd /proc/self/fd; for f in *; do case $f in 0|1|2) printf '%s' \"$s$f\"; s=' ';; esac; done; for f in *; do case $f in 0|1|2|3|10|255) ;; *) printf ' %s' $f;; esac; done; echo")));
    }

    [Theory]
    [InlineData("LD_PRELOAD", false)]
    [InlineData("DOTNET_STARTUP_HOOKS", false)]
    [InlineData("SSLKEYLOGFILE", false)]
    [InlineData("OPENSSL_CONF", false)]
    [InlineData("AWS_SECRET_ACCESS_KEY", false)]
    [InlineData("F5_GUARDRAILS_API_TOKEN", true)]
    [InlineData("ARMORIQ_API_KEY", true)]
    [InlineData("HTTPS_PROXY", true)]
    [InlineData("SSL_CERT_FILE", true)]
    public void It_gets_the_variables_it_needs_and_no_others(string name, bool passes) => Assert.Equal(passes, HelperEnvironment.Passes(name));

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{\"answers\":3}")]
    [InlineData("{\"answers\":[{\"service\":\"f9\"}]}")]
    [InlineData("[1,2]")]
    public void A_line_that_is_no_answer_is_none(string line) => Assert.Null(HelperAnswer.Read(Encoding.UTF8.GetBytes(line)));

    private string Script(string script)
    {
        var path = Path.Combine(_folder, "other");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static bool Alive(int id)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{id}/stat");
            return status[status.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
