namespace Sallyport.Shell.Commands;

/// <summary>Code that uses a service's own library: a method of it that is named for loss deletes at the service, whatever class it belongs to.</summary>
internal static class ServiceLibraries
{
    /// <summary>True for code that names such a library where it names what it uses, and calls something that deletes.</summary>
    public static bool Deletes(string code) => Uses(code) && Calls(code);

    private static bool Uses(string code)
    {
        if (!code.Contains("import", StringComparison.Ordinal) && !code.Contains("require", StringComparison.Ordinal)) return false;
        foreach (var name in Names)
            for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                if (Named(code.AsSpan(0, at))) return true;
        return false;
    }

    // import docker, from google.cloud import storage, require('@octokit/rest'): the name follows the word at once.
    private static bool Named(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd("'\"(@ ");
        return before.EndsWith("import") || before.EndsWith("from") || before.EndsWith("require") || before.EndsWith(",") && before.Contains("import ", StringComparison.Ordinal);
    }

    private static readonly string[] Names =
    [
        "boto", "aws-sdk", "google.cloud", "google-cloud", "google/cloud", "kubeclient", "googleapiclient", "googleapis", "azure", "kubernetes", "docker", "podman", "elasticsearch", "elastic", "opensearch", "hvac", "node-vault", "github", "octokit", "gitlab",
        "gitbeaker", "cloudflare", "digitalocean", "hcloud", "linode", "oci", "openstack", "novaclient", "consul", "nomad", "etcd", "kafka", "confluent", "pika", "amqplib", "minio", "b2sdk", "dropbox", "algolia", "meilisearch",
        "typesense", "qdrant", "pinecone", "weaviate", "pymilvus", "launchdarkly", "sendgrid", "mailgun", "twilio", "slack", "shopify", "firebase", "supabase", "influxdb", "neo4j", "cassandra", "couchdb", "snowflake",
        "databricks", "heroku", "vercel", "netlify", "okta", "auth0", "pagerduty", "datadog", "grafana", "jenkins", "jira", "notion", "airtable", "intercom", "hubspot", "zendesk", "simple_salesforce", "contentful", "sanity", "pymongo", "motor",
    ];

    private const int LongestOrder = 68;

    private static bool Calls(string code)
    {
        var ruby = code.Contains("require '", StringComparison.Ordinal) || code.Contains("require \"", StringComparison.Ordinal);
        for (var at = code.IndexOf('.', StringComparison.Ordinal); at >= 0 && at + 1 < code.Length; at = code.IndexOf('.', at + 1))
        {
            var end = at + 1;
            while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_')) end++;
            if (end == at + 1) continue;
            // Ruby calls without brackets what takes nothing.
            if (end == code.Length || code[end] is ';' or '\n')
            {
                if (ruby && code.AsSpan(at + 1, end - at - 1) is "delete" or "destroy" or "terminate") return true;
                continue;
            }
            if (code[end] != '(') continue;
            if (IsLoss(code.AsSpan(at + 1, end - at - 1), code.AsSpan(end))) return true;
        }
        // new DeleteBucketCommand(…): an order that is made before it is sent.
        foreach (var order in (ReadOnlySpan<string>)["new Delete", "new Terminate", "new Purge", "new Destroy"])
            for (var made = code.IndexOf(order, StringComparison.Ordinal); made >= 0; made = code.IndexOf(order, made + order.Length, StringComparison.Ordinal))
                if (code.AsSpan(made, Math.Min(LongestOrder, code.Length - made)).Contains("Command(", StringComparison.Ordinal)) return true;
        return false;
    }

    // delete, delete_bucket, deleteMany, prune; remove and drop only with what is removed, or with force.
    private static bool IsLoss(ReadOnlySpan<char> method, ReadOnlySpan<char> arguments)
    {
        var end = 0;
        while (end < method.Length && char.IsAsciiLetterLower(method[end])) end++;
        var verb = method[..end];
        if (verb is "delete" or "destroy" or "purge" or "terminate" or "revoke" or "prune" or "wipe" or "deregister") return true;
        return verb is "remove" or "drop" && (end < method.Length || arguments.StartsWith("()") || arguments.StartsWith("(force=True") || arguments.StartsWith("({force:"));
    }
}
