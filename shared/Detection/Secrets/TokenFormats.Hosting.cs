namespace Sallyport.Detection.Secrets;

internal static partial class TokenFormats
{
    private static TokenFormat[] Hosting() =>
    [
        new("github-token", "GitHub: a personal, OAuth, app or refresh token", "ghp_<a:36>", "gho_<a:36>", "ghu_<a:36>", "ghs_<a:36>", "ghr_<a:36>", "ghr_<a:76>")
            { Checksum = Checksums.Crc32Base62 },
        new("github-fine-grained-token", "GitHub: a fine-grained personal token", "github_pat_<w:82>"),
        new("gitlab-token", "GitLab", "glpat-<b:20>", "glpat-<b:27-300>.<l:2>.<l:9>", "glptt-<x:40>", "glptt-<b:40>", "gldt-<b:20>", "glrt-<b:20>", "glrt-t<d:1>_<b:20-27>",
            "glrt-t<d:1>_<b:27-300>.<l:2>.<l:9>", "glcbt-<a:1-5>_<b:20>", "glffct-<b:20>", "glft-<b:20>", "glimt-<b:25>", "glagent-<b:50>", "gloas-<b:64>", "glsoat-<b:20-64>", "glrtr-<b:20>"),
        new("gitlab-runner-registration-token", "GitLab", "GR1348941<b:20-64>"),
        new("bitbucket-token", "Bitbucket", "ATBB<a:32>", "ATCTT3<e:100-300>"),
        new("atlassian-token", "Atlassian", "ATATT3<e:100-300>"),
        new("sourcegraph-token", "Sourcegraph", "sgp_<x:40>", "sgp_<X:16>_<X:40>", "sgp_local_<X:40>", "slk_<x:64>"),
        new("buildkite-token", "Buildkite", "bkua_<x:40>", "bkpt_<x:40>"),
        new("circleci-token", "CircleCI", "CCIPAT_<a:22>_<x:40>", "CCIPRJ_<a:22>_<x:40>"),
        new("sonar-token", "SonarQube", "sqp_<x:40>", "squ_<x:40>", "sqa_<x:40>"),
        new("harness-key", "Harness", "pat.<b:22>.<l:24>.<l:20>", "sat.<b:22>.<l:24>.<l:20>"),
        new("octopus-deploy-key", "Octopus Deploy", "API-<u:26>") { Mixed = true, MinEntropy = 3 },
        new("prefect-key", "Prefect", "pnu_<l:36>"),
        new("artifactory-key", "JFrog Artifactory", "AKCp<a:69>", "cmVmd<a:59>"),
        new("artifactory-token", "JFrog Artifactory", "AKC<a:10-120>", "AP<d:1><a:8-120>") { Mixed = true, MinEntropy = 3, Confidence = 75, AnyBody = true, Severity = Severity.High },
        new("intra42-secret", "42", "s-s4t2ud-<x:64>", "s-s4t2af-<x:64>"),
        new("postman-key", "Postman", "PMAK-<X:24>-<X:34>"),
        new("snyk-token", "Snyk", "snyk_uat.<a:8>.<p:20-400>", "snyk_sat.<a:8>.<p:20-400>"),
        new("sentry-token", "Sentry", "sntrys_eyJ<s:20-800>_<s:43>", "sntryu_<x:64>", "sntrya_<x:64>"),
        new("grafana-token", "Grafana", "eyJrIjoi<s:70-400>", "glc_<s:32-400>", "glsa_<a:32>_<X:8>") { Mixed = true },
        new("new-relic-key", "New Relic", "NRAK-<u:27>", "NRJS-<x:19>", "NRII-<b:32>", "NRIQ-<b:32>", "NRRA-<x:42>", "NRBR-<x:20-40>"),
        new("dynatrace-token", "Dynatrace", "dt0c01.<a:24>.<a:64>", "dt0s01.<a:8-24>.<a:64>", "dt0s02.<a:8-24>.<a:64>", "dt0s16.<a:8-24>.<a:64>"),
        new("launchdarkly-key", "LaunchDarkly", "api-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>", "sdk-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("authress-key", "Authress", "sc_<l:5-30>.<l:4-6>.acc-<b:10-32>.<S:30-120>", "ext_<l:5-30>.<l:4-6>.acc-<b:10-32>.<S:30-120>", "scauth_<l:5-30>.<l:4-6>.acc-<b:10-32>.<S:30-120>",
            "authress_<l:5-30>.<l:4-6>.acc-<b:10-32>.<S:30-120>", "sc_<l:5-30>.<l:4-6>.acc_<b:10-32>.<S:30-120>", "authress_<l:5-30>.<l:4-6>.acc_<b:10-32>.<S:30-120>"),
        new("open-vsx-token", "Open VSX", "ovsxat_<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("clickup-token", "ClickUp", "pk_<d:7-9>_<u:32>") { Mixed = true, MinEntropy = 3 },
        new("readme-key", "ReadMe", "rdme_<l:70>"),
    ];
}
