namespace Sallyport.Detection.Injection;

/// <summary>Code that a text wants taken over: what in it no example needs.</summary>
internal static class Planting
{
    private const int NearBy = 240;
    private const int LongestBlock = 2_400;

    /// <summary>Whether a fenced block stands close after an index and does what harms: sends files away, deletes, opens a shell, floods.</summary>
    public static bool FollowsAt(ReadOnlySpan<char> text, int from)
    {
        var near = text[from..Math.Min(text.Length, from + NearBy)];
        var fence = near.IndexOf("```");
        if (fence < 0) return false;
        var block = text[(from + fence + 3)..Math.Min(text.Length, from + fence + 3 + LongestBlock)];
        if (block.IndexOf("```") is >= 0 and var end) block = block[..end];
        return Runs(block) || Sends(block) || Floods(block);
    }

    private static bool Runs(ReadOnlySpan<char> block) =>
        Has(block, "os.system(") || Has(block, "subprocess.") || Has(block, "child_process") || Has(block, "rmtree(") || Has(block, "rimraf")
            || Has(block, "Runtime.getRuntime().exec") || Has(block, "/bin/sh") || Has(block, "/bin/bash")
        || Has(block, "/etc/hosts") || Has(block, "Fernet") || Has(block, "chmod(") || Has(block, "os.remove(") || Has(block, "winreg") || Has(block, "crontab");

    private static bool Sends(ReadOnlySpan<char> block) =>
        (Has(block, "requests.post(") || Has(block, "urlopen(") || Has(block, "fetch(") || Has(block, "smtplib") || Has(block, "socket.") || Has(block, "ftplib") || Has(block, ".sendto("))
        && (Has(block, "open(") || Has(block, "readFile") || Has(block, "environ") || Has(block, "screenshot") || Has(block, "clipboard")
        || Has(block, "getpass") || Has(block, "socket.") || Has(block, "keyboard"));

    private static bool Floods(ReadOnlySpan<char> block) =>
        (Has(block, "while True") || Has(block, "while (true)") || Has(block, "while(true)") || Has(block, "for (;;)"))
            && (Has(block, "requests.") || Has(block, "send(") || Has(block, "fetch(") || Has(block, "fork(") || Has(block, "urlopen("));

    private static bool Has(ReadOnlySpan<char> block, string mark) => block.IndexOf(mark) >= 0;
}
