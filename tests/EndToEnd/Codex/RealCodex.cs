using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Labs for tests: where real Codex is not to be had the test is skipped, and says how to get it.</summary>
internal static class RealCodex
{
    /// <summary>A lab with Sallyport installed.</summary>
    public static Task<CodexLab> Installed(string extraConfig = "")
    {
        Needed();
        return CodexLab.Installed(extraConfig);
    }

    /// <summary>A lab without Sallyport.</summary>
    public static CodexLab Bare(string extraConfig = "")
    {
        Needed();
        return CodexLab.Bare(extraConfig);
    }

    private static void Needed() =>
        Assert.SkipWhen(Product.Codex is null, "real Codex is not to be had: run packaging/fetch-codex.sh artifacts/codex");
}
