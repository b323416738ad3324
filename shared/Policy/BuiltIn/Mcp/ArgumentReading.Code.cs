using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>Commands and code among a tool's arguments.</summary>
internal sealed partial class ArgumentReading
{
    // What cannot be read is not known to be harmless.
    private void Command(string text)
    {
        var language = tool.SaysAny("powershell", "pwsh") || Language is { } said && said.Contains("powershell", StringComparison.OrdinalIgnoreCase) || Language == "pwsh" ? CodeLanguage.PowerShell
            : Language is "cmd" or "cmd.exe" ? CodeLanguage.Cmd : Native;
        if (Read(text, language).Error is not null) call.Unknown("code-from-input", Word.Of("a command that cannot be read"));
    }

    private void Code(string text)
    {
        if (tool.SaysAny("applescript", "osascript"))
        {
            Shell("osascript -e " + ToolClient.Quoted(text));
            return;
        }
        if (Leaks(text)) call.Add(EffectKind.SendData, "token-elsewhere", TargetKind.Host, "page");
        if (tool.SaysAny("gcp", "aws", "azure", "cloud") && Removes(text)) call.Infrastructure("cloud-delete", "cloud:code");
        foreach (var language in ToolCode.Languages(tool, Language, text))
        {
            if (language != CodeLanguage.Python)
            {
                Read(language == CodeLanguage.JavaScript ? ToolCode.Called(text) : text, language == CodeLanguage.Shell ? Native : language);
                continue;
            }
            var (shell, python) = ToolCode.Cell(text);
            if (shell.Length > 0) Shell(shell);
            if (python.Length > 0) Read(python, language);
        }
    }

    // What a page keeps of who is logged in, sent from it to another.
    private bool Leaks(string code)
    {
        if (!tool.SaysAny("browser", "puppeteer", "playwright", "chrome", "devtools", "page", "selenium", "evaluate")) return false;
        if (!(code.Contains("document.cookie", StringComparison.Ordinal) || code.Contains("localStorage", StringComparison.Ordinal) || code.Contains("sessionStorage", StringComparison.Ordinal))) return false;
        foreach (var sends in (ReadOnlySpan<string>)["fetch(", "sendBeacon(", "XMLHttpRequest", "WebSocket(", ".src", "axios", "location"])
            if (code.Contains(sends, StringComparison.Ordinal)) return code.Contains("://", StringComparison.Ordinal) && !code.Contains("://localhost", StringComparison.Ordinal) && !code.Contains("://127.0.0.1", StringComparison.Ordinal);
        return false;
    }

    // storage.bucket('x').delete(), client.terminateInstances(…)
    private static bool Removes(string code)
    {
        for (var at = code.IndexOf('.', StringComparison.Ordinal); at >= 0 && at + 1 < code.Length; at = code.IndexOf('.', at + 1))
        {
            var end = at + 1;
            while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_')) end++;
            if (end < code.Length && code[end] == '(' && ToolName.Words(code.AsSpan(at + 1, end - at - 1)) is [var first, ..] && Verbs.Destroys(first)) return true;
        }
        return false;
    }

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return text.Length is > 3 and < 64 * 1024 && Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private CodeLanguage Native => facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell;

    public void Shell(string line) => Read(line, Native);

    private CommandAnalysis Read(string text, CodeLanguage language)
    {
        var analysis = ShellAnalyzer.Analyze(text, language, facts);
        Analyses.Add(analysis);
        return analysis;
    }
}
