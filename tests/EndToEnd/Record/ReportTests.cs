using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>The report in a real browser.</summary>
public class ReportTests
{
    private static readonly string? Browser = ((string[])["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"])
        .Select(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)).FirstOrDefault(found => found is not null);

    [Fact]
    public async Task The_page_loads_nothing_draws_everything_and_runs_nothing_that_was_recorded()
    {
        Assert.SkipWhen(Browser is null, "there is no Chromium: apt-get install chromium-headless-shell");
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("echo '</script><script>document.title=\"owned\"</script><img src=x onerror=document.title=\"owned\">'", "c-1"));
        await hook.Run(hook.Call("rm -rf ~", "c-2"));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "<b>done</b>")));
        var page = Path.Combine(hook.Scratch.Home, "report.html");
        var made = await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "report", "--html", page]);
        Assert.True(made.ExitCode == 0, made.Error);
        foreach (var word in (string[])["http://", "https://", "url(", "@import", "fetch(", "XMLHttpRequest"]) Assert.DoesNotContain(word, File.ReadAllText(page).Split("<script type=\"application/json\"")[0]);

        var drawn = await hook.Scratch.Run(Browser!, ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom", "file://" + page]);
        Assert.Contains("<title>Sallyport: the record</title>", drawn.Output);
        Assert.Contains("The record verifies", drawn.Output);
        Assert.Contains("guard.files", drawn.Output);
        Assert.Contains(">rm -rf ~<", drawn.Output);
        Assert.Contains("&lt;img src=x", drawn.Output);
        Assert.DoesNotContain("<img", drawn.Output);

        // What is clicked on is looked into: the rows below are those behind the number.
        var clicked = Path.Combine(hook.Scratch.Home, "clicked.html");
        const string click = "<script>[...document.querySelectorAll('.item')].find(b => b.textContent.startsWith('guard.files')).click(); document.querySelector('#rows tr').click();</script></body>";
        File.WriteAllText(clicked, File.ReadAllText(page).Replace("</body>", click, StringComparison.Ordinal));
        var drilled = (await hook.Scratch.Run(Browser!, ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom", "file://" + clicked])).Output;
        Assert.Contains("Rules: guard.files: 1 of the last", drilled);
        Assert.Contains("rule guard.files", drilled);
        Assert.DoesNotContain("&lt;img src=x", drilled.Split("id=\"rows\"")[1].Split("</table>")[0]);

        var picture = Path.Combine(hook.Scratch.Home, "report.png");
        await hook.Scratch.Run(Browser!, ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--blink-settings=preferredColorScheme=0", "--window-size=1280,1600", "--virtual-time-budget=3000", "--screenshot=" + picture, "file://" + page]);
        Assert.True(new FileInfo(picture).Length > 20_000, "an empty page");
    }
}
