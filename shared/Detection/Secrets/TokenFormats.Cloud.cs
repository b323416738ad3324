namespace Sallyport.Detection.Secrets;

internal static partial class TokenFormats
{
    private static TokenFormat[] Cloud() =>
    [
        new("aws-access-key-id", "AWS: the id of an access key", "AKIA<U:16>", "ASIA<U:16>", "ABIA<U:16>", "ACCA<U:16>", "AKIA<u:16>", "ASIA<u:16>", "A3T<u:17>")
            { Severity = Severity.High, MinEntropy = 0 },
        new("amazon-oauth-secret", "Amazon: Login with Amazon, Marketplace", "amzn1.oa2-cs.v1.<x:64>", "amzn.mws.<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("softlayer-key", "IBM SoftLayer: a key in an address of its API", "api.softlayer.com/soap/v3/<l:64>", "api.softlayer.com/soap/v3.1/<l:64>"),
        new("datastax-token", "DataStax Astra", "AstraCS:<a:24>:<x:64>"),
        new("mongodb-atlas-secret", "MongoDB Atlas: a service account", "mdb_sa_sk_<b:40>"),
        new("runpod-key", "RunPod", "rpa_<a:40-50>") { Mixed = true, MinEntropy = 3.5 },
        new("backblaze-key", "Backblaze B2", "K00<d:1><S:27>") { Mixed = true, MinEntropy = 3.8 },
        new("aws-bedrock-key", "Amazon Bedrock", "ABSK<s:109-269>", "ABSKQmVkcm9ja0FQSUtleS<s:60-260>", "bedrock-api-key-YmVkcm9jay<s:20-2000>"),
        new("alibaba-access-key", "Alibaba Cloud", "LTAI<a:17-21>", "LTAI<a:12>") { Severity = Severity.High, Mixed = true },
        new("google-api-key", "Google Cloud", "AIza<b:35>") { Severity = Severity.High, MinEntropy = 3.5 },
        new("google-bound-api-key", "Google Cloud: a key bound to a service account", "AQ.Ab<b:40-64>") { MinEntropy = 3.5 },
        new("google-oauth-token", "Google: an OAuth token or client secret", "ya29.<b:30-2000>", "GOCSPX-<b:28>", "1//0<b:40-200>"),
        new("firebase-server-key", "Firebase Cloud Messaging", "AAAA<b:7>:<b:140>"),
        new("digitalocean-token", "DigitalOcean", "dop_v1_<x:64>", "doo_v1_<x:64>", "dor_v1_<x:64>"),
        new("cloudflare-origin-ca-key", "Cloudflare", "v1.0-<x:24>-<x:146>"),
        new("heroku-key", "Heroku", "HRKU-AA<b:58>"),
        new("fly-token", "Fly.io", "fo1_<b:43>", "fm1a_<S:100-2000>", "fm1r_<S:100-2000>", "fm2_<S:100-2000>"),
        new("databricks-token", "Databricks", "dapi<x:32>", "dapi<x:32>-<d:1>"),
        new("vercel-token", "Vercel", "vcp_<a:20-60>", "vci_<a:20-60>", "vca_<a:20-60>", "vcr_<a:20-60>", "vck_<a:20-60>", "vercel_blob_rw_<a:16>_<a:30>"),
        new("netlify-token", "Netlify", "nfp_<a:36-40>", "nfc_<a:36-40>"),
        new("tencent-secret-id", "Tencent Cloud", "AKID<a:32>") { Severity = Severity.High, Mixed = true, MinEntropy = 3.5 },
        new("render-key", "Render", "rnd_<a:26-40>") { Mixed = true, MinEntropy = 3.5 },
        new("supabase-key", "Supabase", "sbp_<x:40>", "sb_secret_<b:20-60>"),
        new("planetscale-credential", "PlanetScale", "pscale_tkn_<p:32-64>", "pscale_pw_<p:32-64>", "pscale_oauth_<p:32-64>"),
        new("neon-key", "Neon", "napi_<l:64>"),
        new("cloudflare-token", "Cloudflare", "cfut_<a:40><x:8>", "cfat_<a:40><x:8>", "cfk_<a:40><x:8>"),
        new("yandex-cloud-credential", "Yandex Cloud", "AQVN<b:35-38>", "YC<b:38>", "t1.<S:10-400>.<S:86-88>", "y0_<b:50-60>") { Mixed = true },
        new("hashicorp-vault-token", "HashiCorp Vault", "hvs.<b:24-300>", "hvb.<b:24-300>", "hvr.<b:24-300>"),
        new("hashicorp-vault-legacy-token", "HashiCorp Vault", "s.<a:24>", "b.<a:24>") { Mixed = true, MinEntropy = 3.5, Confidence = 75 },
        new("pulumi-token", "Pulumi", "pul-<x:40>"),
        new("doppler-token", "Doppler", "dp.pt.<a:43>", "dp.st.<p:40-80>", "dp.ct.<a:43>", "dp.sa.<a:43>", "dp.scim.<a:43>", "dp.audit.<a:43>"),
        new("infracost-token", "Infracost", "ico-<a:32>") { Mixed = true, MinEntropy = 3.6 },
        new("scalingo-token", "Scalingo", "tk-us-<b:48>"),
        new("openshift-token", "OpenShift", "sha256~<b:43>"),
        new("tailscale-key", "Tailscale", "tskey-auth-<a:8-20>-<a:20-50>", "tskey-api-<a:8-20>-<a:20-50>", "tskey-client-<a:8-20>-<a:20-50>", "tskey-<a:8-20>-<a:20-50>"),
        new("age-secret-key", "age: a private key", "AGE-SECRET-KEY-1<u:58>"),
        new("onepassword-token", "1Password", "ops_eyJ<s:200-3000>", "A3-<u:6>-<u:11>-<u:5>-<u:5>-<u:5>", "A3-<u:6>-<u:6>-<u:5>-<u:5>-<u:5>-<u:5>"),
        new("defined-networking-token", "Defined Networking", "dnkey-<b:26>-<b:52>"),
    ];
}
