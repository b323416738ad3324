namespace Sallyport.Detection.Secrets;

internal static partial class TokenFormats
{
    private static TokenFormat[] Services() =>
    [
        new("shopify-token", "Shopify", "shpat_<a:32>", "shpca_<a:32>", "shppa_<a:32>", "shpss_<a:32>", "shpua_<a:32>", "shpit_<a:32>", "shprt_<a:32>", "shpat_<a:38>", "shpss_<a:38>"),
        new("posthog-key", "PostHog: a personal key", "phx_<a:40-50>") { Mixed = true, MinEntropy = 3.5 },
        new("wakatime-key", "WakaTime", "waka_<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("zuplo-key", "Zuplo", "zpka_<x:32>_<x:8>"),
        new("ory-token", "Ory", "ory_pat_<a:32>", "ory_at_<b:43>.<b:43>", "ory_rt_<b:43>.<b:43>"),
        new("instagram-token", "Instagram", "IGQV<b:100-300>"),
        new("linear-key", "Linear", "lin_api_<a:40>", "lin_oauth_<a:64>", "lin_wh_<a:40>"),
        new("notion-token", "Notion", "ntn_<d:11><a:35>", "secret_<a:43>") { Mixed = true, MinEntropy = 3.5 },
        new("figma-token", "Figma", "figd_<b:40-60>", "figo_<b:40-60>", "figu_<b:40-60>"),
        new("airtable-token", "Airtable", "pat<a:14>.<x:64>"),
        new("hubspot-token", "HubSpot", "pat-na1-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>", "pat-eu1-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("adobe-secret", "Adobe", "p8e-<a:32>"),
        new("beamer-token", "Beamer", "b_<e:44>") { Mixed = true, MinEntropy = 3.8 },
        new("contentful-token", "Contentful", "CFPAT-<b:43>"),
        new("dropbox-token", "Dropbox", "sl.<b:130-400>", "sl.u.<b:130-1400>"),
        new("frameio-token", "Frame.io", "fio-u-<e:64>"),
        new("mapbox-token", "Mapbox", "pk.<a:60>.<a:22>", "sk.<a:60>.<a:22>", "tk.<a:60>.<a:22>", "sk.eyJ<b:50-120>.<b:22>", "pk.eyJ<b:50-120>.<b:22>") { Severity = Severity.High },
        new("settlemint-token", "SettleMint", "sm_aat_<a:16>", "sm_pat_<a:16>", "sm_sat_<a:16>"),
        new("typeform-token", "Typeform", "tfp_<e:59>", "tfp_<p:40-60>"),
        new("facebook-token", "Facebook", "EAAM<a:100-300>", "EAAC<a:100-300>", "EAAB<a:100-300>", "EAAG<a:100-300>"),
        new("clickhouse-key", "ClickHouse Cloud", "4b1d<a:38>"),
        new("klaviyo-key", "Klaviyo", "pk_<x:34>"),
        new("asana-token", "Asana", "1/<d:13-17>:<x:32>", "2/<d:13-17>/<d:13-17>:<x:32>", "0/<x:32>"),
        new("trello-token", "Trello", "ATTA<x:64>"),
        new("freemius-key", "Freemius", "sk_<p:29>") { Mixed = true, MinEntropy = 3.8, Confidence = 75 },
        new("alchemy-key", "Alchemy", "alcht_<a:30>"),
    ];
}
