namespace Sallyport.Detection.Secrets;

/// <summary>A service whose keys have a form but no mark: they are known by the name beside them and their shape.</summary>
/// <param name="Word">Stands in the name, in lower case.</param>
/// <param name="Shapes">What the whole value looks like.</param>
internal sealed record Vendor(string Word, params string[] Shapes)
{
    private DetectionRule? _rule;

    public DetectionRule Rule => _rule ??= new DetectionRule(Word + "-credential", FindingKind.Secret, Severity.High, DataClass.Secret,
        $"A value in the form of the service's keys, under a name that says {Word}.") { Cases = Cases };

    private RuleCases Cases()
    {
        var value = TokenSamples.Example(Shapes[0]);
        return new RuleCases([$"{Word}_api_key = \"{value}\"", $"export {Word.ToUpperInvariant()}_TOKEN={value}\n", $"{{\"{Word}-secret\": \"{value}\"}}"],
            [$"{Word}_api_key = \"\"", $"{Word}_token: ${{{Word.ToUpperInvariant()}_TOKEN}}", $"{Word} = \"{value[..(value.Length / 2)]}\"", $"other_key = \"{value}\""]);
    }
}

/// <summary>The services known by name and shape.</summary>
internal static class Vendors
{
    private const string Uuid = "<x:8>-<x:4>-<x:4>-<x:4>-<x:12>";
    private const string AnyUuid = "<X:8>-<X:4>-<X:4>-<X:4>-<X:12>";
    private static Vendor[]? s_all;

    public static Vendor[] All => s_all ??=
    [
        new("adafruit", "<b:32>"), new("adobe", "<x:32>"), new("airtable", "<a:17>"), new("algolia", "<l:32>"), new("alibaba", "<l:30>"), new("amplitude", "<x:32>"), new("artifactory", "<l:64>", "<l:73>"),
        new("asana", "<d:16>", "<l:32>"), new("assemblyai", "<x:32>"), new("atlassian", "<a:24>"), new("auth0", "<b:64>"), new("aws", "<s:40>"), new("binance", "<a:64>"), new("bintray", "<x:40>"),
        new("bitbucket", "<l:32>", "<e:64>"), new("bittrex", "<l:32>"), new("bugsnag", "<x:32>"), new("cloudant", "<x:64>", "<A:24>", "<l:24>", "<l:64>"),
            new("cloudflare", "<S:40>", "<x:37>"), new("codecov", "<l:32>"), new("cohere", "<a:40>"),
        new("coinbase", "<b:64>"), new("confluence", "<a:24>"), new("confluent", "<l:64>", "<l:16>"), new("contentful", "<e:43>"), new("coveralls", "<a:32>"),
            new("datadog", "<l:40>", "<x:32>"), new("deepgram", "<x:40>"), new("discord", "<x:64>", "<d:18>", "<e:32>"),
        new("drone", "<l:32>"), new("dropbox", "<l:15>", "<a:11>AAAAAAAAAA<e:43>"), new("etsy", "<l:24>"), new("facebook", "<x:32>"), new("fal", Uuid + ":<x:32>"), new("fastly", "<e:32>"),
            new("finicity", "<x:32>", "<l:20>"), new("finnhub", "<l:20>"), new("flickr", "<l:32>"),
        new("freshbooks", "<l:64>"), new("gitter", "<b:40>"), new("heroku", Uuid, AnyUuid), new("hetzner", "<a:64>"), new("hubspot", Uuid, AnyUuid),
            new("ibm", "<b:44>", "<x:48>"), new("intercom", "<e:60>"), new("jenkins", "<x:34>", "<x:32>"), new("jfrog", "<l:64>", "<l:73>"),
            new("jira", "<a:24>"),
        new("kraken", "<S:80-90>"), new("kucoin", "<x:24>", Uuid), new("launchdarkly", "<e:40>"), new("linear", "<x:32>"), new("linkedin", "<l:16>", "<l:14>"),
            new("linode", "<x:64>"), new("lob", "live_<x:35>", "test_<x:35>", "live_pub_<x:31>", "test_pub_<x:31>"),
            new("looker", "<l:24>", "<l:20>"), new("mailchimp", "<x:32>"), new("mailjet", "<x:32>"), new("mandrill", "<b:22>"),
        new("mapbox", "<b:60-100>"), new("mattermost", "<l:26>"), new("meraki", "<x:40>"), new("messagebird", "<l:25>", Uuid), new("mistral", "<a:32>"),
            new("mixpanel", "<x:32>"), new("netlify", "<e:40-46>"), new("newrelic", "<l:64>", "<x:40>"), new("nytimes", "<e:32>"), new("okta", "<b:42>"),
        new("opsgenie", Uuid), new("pagerduty", "<b:20>"), new("paypal", "<b:80>"), new("plaid", "<a:30>", "<a:24>"), new("postmark", Uuid),
            new("privateai", "<l:32>"), new("rapidapi", "<b:50>"), new("rollbar", "<x:32>"), new("scaleway", Uuid), new("sendbird", "<x:40>", Uuid),
        new("sentry", "<x:64>"), new("snyk", Uuid), new("softlayer", "<l:64>"), new("sparkpost", "<x:40>"), new("splunk", Uuid), new("spotify", "<x:32>"),
            new("squarespace", Uuid), new("sumo", "su<a:12>", "<a:64>"), new("together", "<x:64>"), new("travis", "<a:22>"),
        new("trello", "<a:32>"), new("twilio", "<x:32>"), new("twitch", "<l:30>"), new("twitter", "<l:50>", "<l:25>", "<d:15-25>-<a:20-40>", "A<a:60-200>"),
            new("vonage", "<a:16>"), new("vultr", "<u:36>"), new("webex", "<b:60-110>"), new("yandex", "<b:40-60>"), new("zendesk", "<l:40>"),
    ];

    /// <summary>The service that a name speaks of and whose keys look like the value, or null.</summary>
    public static Vendor? Of(ReadOnlySpan<char> names, ReadOnlySpan<char> value)
    {
        if (value.Length is < 12 or > 200 || Randomness.Entropy(value) < 2.3 || Placeholders.Is(value)) return null;
        Span<char> lower = stackalloc char[Math.Min(names.Length, 96)];
        names = names[^lower.Length..];
        var length = 0;
        foreach (var c in names)
            if (char.IsAsciiLetterOrDigit(c)) lower[length++] = char.ToLowerInvariant(c);
        lower = lower[..length];
        foreach (var vendor in All)
        {
            if (lower.IndexOf(vendor.Word) < 0) continue;
            foreach (var shape in vendor.Shapes)
                if (Shape.Match(shape, value, 0) == value.Length && (shape[1] is 'd' or 'A' || Randomness.IsMixed(value))) return vendor;
        }
        return null;
    }
}
