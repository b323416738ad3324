using Sallyport.Policy;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

public class SelfProtectionTests
{
    private static readonly ObservedFacts Facts = new()
    {
        Cwd = "/home/dev/work/sub",
        Workspace = "/home/dev/work",
        Home = "/home/dev",
        CodexHome = "/home/dev/.codex",
        DataDirectory = "/home/dev/.codex/sallyport",
        GuardPaths = ["/etc/codex", "/home/dev/.zshenv", "/home/dev/.config/fish/conf.d"],
        Files = new Dictionary<string, FileFact> { ["/home/dev/work/innocent"] = new(FileKind.Directory, "/home/dev/.codex/sallyport/audit") },
    };

    private static Judgement Judge(EffectKind kind, string path, bool recursive = false) =>
        SelfProtectionPolicy.Judge([new Effect(kind, new Target(TargetKind.Path, path)) { Recursive = recursive }], [], Facts);

    [Theory]
    [InlineData(EffectKind.Write, "/home/dev/.codex/hooks.json")]
    [InlineData(EffectKind.Delete, "/home/dev/.codex/sallyport/audit/head.json")]
    [InlineData(EffectKind.Truncate, "/home/dev/.codex/config.toml")]
    [InlineData(EffectKind.Move, "/home/dev/.codex")]
    [InlineData(EffectKind.Delete, "/home/dev")]
    [InlineData(EffectKind.Delete, "/home/dev/.codex/sally*")]
    [InlineData(EffectKind.Delete, "/home/dev/.code?/hooks.json")]
    [InlineData(EffectKind.Write, "/home/*/.codex/[h]ooks.json")]
    [InlineData(EffectKind.Write, "/home/dev/.codex/.env")]
    [InlineData(EffectKind.Write, "/home/dev/.zshenv")]
    [InlineData(EffectKind.Write, "/home/dev/.config/fish/conf.d/x.fish")]
    [InlineData(EffectKind.Write, "/etc/codex/requirements.toml")]
    [InlineData(EffectKind.Write, "/home/dev/work/.codex/config.toml")]
    [InlineData(EffectKind.Write, "/srv/other/.codex/hooks.json")]
    [InlineData(EffectKind.Write, "/home/dev/.codex/sessions/2026/11/21/rollout.jsonl")]
    [InlineData(EffectKind.Delete, "/home/dev/work")]
    [InlineData(EffectKind.Delete, "/home/dev/work/sub")]
    [InlineData(EffectKind.Move, "/home")]
    [InlineData(EffectKind.Delete, "/")]
    public void The_guard_and_the_ground_it_stands_on_are_out_of_reach(EffectKind kind, string path) =>
        Assert.Equal(Verdict.Deny, Judge(kind, path).Verdict);

    [Theory]
    [InlineData("/home/dev/.codex")]
    [InlineData("/home/dev")]
    [InlineData("/")]
    public void Changing_modes_of_a_whole_tree_reaches_what_is_in_it(string path)
    {
        Assert.Equal(Verdict.Deny, Judge(EffectKind.ChangeMode, path, recursive: true).Verdict);
        Assert.NotEqual(Verdict.Deny, Judge(EffectKind.ChangeMode, path).Verdict);
    }

    [Theory]
    [InlineData(EffectKind.Write, "/home/dev/.codex/AGENTS.md")]
    [InlineData(EffectKind.Write, "/home/dev/work/.codex/rules/x.rules")]
    [InlineData(EffectKind.Write, "/home/dev/work/.agents/skills/x/SKILL.md")]
    public void The_rest_of_Codexs_files_is_asked_about(EffectKind kind, string path) => Assert.Equal(Verdict.Ask, Judge(kind, path).Verdict);

    [Theory]
    [InlineData(EffectKind.Read, "/home/dev/.codex/config.toml")]
    [InlineData(EffectKind.Write, "/home/dev/work/src/a.cs")]
    [InlineData(EffectKind.Delete, "/home/dev/work/build")]
    [InlineData(EffectKind.Delete, "/home/dev/work/sub/*.o")]
    [InlineData(EffectKind.Write, "/home/dev/work/docs/hooks.json")]
    [InlineData(EffectKind.Write, "/home/dev/.codexrc")]
    public void Everyday_work_is_none_of_its_business(EffectKind kind, string path) => Assert.Equal(Verdict.Allow, Judge(kind, path).Verdict);

    [Fact]
    public void A_link_to_the_guard_is_the_guard() => Assert.Equal(Verdict.Deny, Judge(EffectKind.Delete, "/home/dev/work/innocent").Verdict);

    [Fact]
    public void Keys_are_not_read() => Assert.Equal(Verdict.Deny, Judge(EffectKind.Read, "/home/dev/.codex/sallyport/keys/log.key").Verdict);

    [Theory]
    [InlineData("sallyport status", true)]
    [InlineData("sallyport explain rm", true)]
    [InlineData("sallyport audit verify", true)]
    [InlineData("sallyport", true)]
    [InlineData("/opt/x/sallyport approve ABCD", false)]
    [InlineData("sallyport policy yes 1", false)]
    [InlineData("sallyport uninstall", false)]
    [InlineData("sallyport audit export --otlp http://x", false)]
    [InlineData("sallyport-pre-tool-use", false)]
    [InlineData("/x/bin/sallyport-user-prompt-submit", false)]
    [InlineData("codex exec hi", true)]
    [InlineData("codex --version", true)]
    [InlineData("codex", false)]
    [InlineData("codex 'do something'", false)]
    [InlineData("codex -m gpt-5 hi", false)]
    [InlineData("codex mcp add sallyport -- /tmp/x", false)]
    [InlineData("sallyport policy list", false)]
    [InlineData("sallyport policy yes pol-7k2m9q", false)]
    [InlineData("sallyport pending", false)]
    [InlineData("sallyport pause 10m", false)]
    [InlineData("codex resume --last", false)]
    [InlineData("codex app-server", false)]
    [InlineData("codex exec --disable hooks hi", false)]
    [InlineData("codex -c features.hooks=false exec hi", false)]
    [InlineData("codex exec -m gpt-5 -c model_reasoning_effort=high hi", true)]
    [InlineData("codex exec -c notify=['x'] hi", false)]
    [InlineData("codex exec --config notify=['x'] hi", false)]
    [InlineData("codex exec -cnotify=['x'] hi", false)]
    [InlineData("codex exec -pother hi", false)]
    [InlineData("node /x/codex/bin/codex.js app-server", false)]
    [InlineData("./copy --dangerously-bypass-hook-trust exec hi", false)]
    [InlineData("./copy exec -c features.hooks=false hi", false)]
    [InlineData("/lib64/ld-linux-x86-64.so.2 /opt/x/sallyport pause 1h", false)]
    public void Of_the_guards_commands_only_reading_is_the_models(string line, bool passes)
    {
        var run = new CommandRun { Argv = [.. line.Split(' ').Select(Word.Of)] };
        Assert.Equal(passes ? Verdict.Allow : Verdict.Deny, SelfProtectionPolicy.Judge([], [run], Facts).Verdict);
    }

    [Fact]
    public void Another_home_for_Codex_is_refused()
    {
        var run = new CommandRun { Argv = [Word.Of("codex"), Word.Of("exec"), Word.Of("x")], Environment = [new("CODEX_HOME", Word.Of("/tmp/h"))] };
        Assert.Equal(Verdict.Deny, SelfProtectionPolicy.Judge([], [run], Facts).Verdict);
    }
}
