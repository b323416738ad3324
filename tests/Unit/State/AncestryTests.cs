using Sallyport.State;

namespace Sallyport.Tests.State;

/// <summary>Who started a hook, by the processes above it.</summary>
public class AncestryTests
{
    private const string Hook = "sallyport-user-prompt-submit";
    private const string Line = "/bin/bash\0-c\0/home/dev/.codex/sallyport/bin/" + Hook + " || /bin/sh -c 'exit 2'";

    private static bool Forged(params (string, string)[] above) => Ancestry.IsForged(Hook, above);

    [Fact]
    public void Codex_starts_a_hook_by_a_shell_that_names_it() => Assert.False(Forged(("bash", Line), ("codex", "codex"), ("bash", "-bash"), ("sshd", "sshd")));

    [Fact]
    public void A_program_of_a_tool_call_is_not_Codex()
    {
        Assert.True(Forged(("python3", "python3\0x.py"), ("codex", "codex")));
        Assert.True(Forged(("make", "make\0all"), ("bash", "bash\0-lc\0make all"), ("codex-linux", "codex")));
        Assert.True(Forged(("bash", Line), ("python3", "python3\0x.py"), ("codex", "codex")));
    }

    [Fact]
    public void What_a_Codex_is_told_by_a_tool_call_of_another_is_not_the_persons_word()
    {
        Assert.True(Forged(("bash", Line), ("codex", "codex\0exec\0sallyport pause 1h"), ("bash", "bash\0-lc\0codex exec x"), ("codex", "codex")));
        Assert.True(Forged(("bash", Line), ("codex", "codex"), ("node", "node\0codex.js"), ("bash", "bash"), ("codex-linux-san", "x"), ("codex", "codex")));
        Assert.False(Forged(("bash", Line), ("codex", "codex\0app-server"), ("codex", "codex"), ("bash", "-bash")));
    }

    [Theory]
    [InlineData("CODEX_TOOL_CALL_ID", true)]
    [InlineData("CODEX_THREAD_ID", true)]
    [InlineData("CODEX_HOME", false)]
    public void What_a_tool_call_started_has_its_variables(string variable, bool started) => Assert.Equal(started, Ancestry.IsToolCall(name => name == variable ? "x" : null));

    [Fact]
    public void Without_a_Codex_above_nothing_is_said() => Assert.False(Forged(("dotnet", "dotnet test"), ("bash", "-bash")));
}
