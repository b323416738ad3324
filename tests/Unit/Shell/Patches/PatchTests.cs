using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;
using Sallyport.Shell.Patches;
using Sallyport.Tests.Policy.BuiltIn;

namespace Sallyport.Tests.Shell.Patches;

public sealed class PatchTests
{
    [Fact]
    public void Files_are_named_with_what_becomes_of_them()
    {
        var analysis = PatchEffects.Analyze("*** Begin Patch\n*** Add File: a/new.txt\n+*** Delete File: not.this\n*** Update File: old.txt\n*** Move to: ../out.txt\n@@\n-x\n+y\n*** Delete File: gone.txt\n*** End Patch\n", Judging.Facts);
        Assert.Null(analysis.Error);
        Assert.Equal(
            [(EffectKind.Truncate, "/home/dev/project/a/new.txt"), (EffectKind.Move, "/home/dev/project/old.txt"), (EffectKind.Truncate, "/home/dev/out.txt"), (EffectKind.Delete, "/home/dev/project/gone.txt")],
            analysis.Effects.Select(effect => (effect.Kind, effect.Target.Name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*** Begin Patch\n*** End Patch")]
    [InlineData("*** Begin Patch\n*** Add File: x\n+y")]
    [InlineData("rm -rf /")]
    public void What_is_no_patch_is_an_error(string text) => Assert.NotNull(PatchEffects.Analyze(text, Judging.Facts).Error);

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/home/dev/.codex/hooks.json")]
    [InlineData("/home/dev/.bashrc")]
    public void A_patch_outside_is_judged_like_a_command(string path)
    {
        var text = $"*** Begin Patch\n*** Update File: {path}\n*** Move to: {path}\n*** End Patch";
        Assert.True(BuiltInPolicy.JudgeEffects(PatchEffects.Analyze(text, Judging.Facts), Judging.Facts).Strictest.Verdict >= Sallyport.Policy.Verdict.Ask);
    }

    [Fact]
    public void A_patch_in_a_here_document_is_the_same_patch()
    {
        var verdict = Judging.Judge("apply_patch <<'EOF'⏎*** Begin Patch⏎*** Delete File: /home/dev/.codex/hooks.json⏎*** End Patch⏎EOF⏎");
        Assert.Equal("guard.own", verdict.Strictest.Rule);
    }
}
