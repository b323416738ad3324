namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>Where what a tool's arguments name lies: on this machine, or at a service.</summary>
internal static class ToolPlace
{
    /// <summary>True for a forge: what is deleted there is a commit, and its files have paths of their own.</summary>
    public static bool IsForge(ToolName tool) => tool.SaysAny("github", "gitlab", "bitbucket", "gitea", "forgejo") && !tool.SaysAny("upload", "local", "download");

    /// <summary>True for services that keep documents, files or values under paths of their own.</summary>
    public static bool IsService(ToolName tool) => tool.SaysAny("firebase", "firestore", "s3", "minio", "gcs", "r2", "gdrive", "dropbox", "onedrive", "sharepoint", "nextcloud", "webdav", "icloud", "notion", "obsidian",
            "evernote", "joplin", "logseq", "onenote", "vault", "consul", "etcd", "cloudflare", "vercel", "netlify", "confluence", "zapier", "airtable", "wordpress", "contentful", "sanity", "shopify", "elasticsearch",
            "opensearch", "supabase", "stripe")
        || tool.Server.Any(static word => word is "drive" or "box" or "docs" or "sheets") && tool.Server.Any(static word => word is "google" or "box" or "gsuite" or "workspace");

    /// <summary>True for the smart devices of a house.</summary>
    public static bool IsHouse(ToolName tool) => tool.SaysAny("hass", "homeassistant", "smartthings", "homekit", "hubitat", "openhab", "alexa", "hue") || tool.Tool is ["ha", ..]
        || tool.Server.Contains("home") && tool.Server.Contains("assistant");

    /// <summary>True for stores in which rows and documents are picked by a condition.</summary>
    public static bool IsStore(ToolName tool) => tool.SaysAny("database", "db", "collection", "table", "index", "schema", "mongo", "mongodb", "postgres", "postgresql", "mysql", "mariadb", "sqlite", "redis", "bigquery", "snowflake",
        "clickhouse", "elasticsearch", "opensearch", "supabase", "neon", "keyspace", "dataset", "topic", "queue", "bucket", "firestore", "dynamodb", "cosmos", "cosmosdb", "couchbase", "couchdb", "planetscale", "turso", "d1", "prisma",
        "qdrant", "pinecone", "weaviate", "milvus", "chroma", "chromadb", "neo4j", "influx", "influxdb", "railway", "kafka", "rabbitmq", "valkey", "airtable", "algolia", "meilisearch", "typesense");
}
