namespace Sallyport.Shell.Commands;

/// <summary>
/// Clients of services reached over the network, read by their grammar alone: <c>client noun … verb name</c>.
/// A verb that takes something away changes the service; the first other verb ends the search.
/// </summary>
internal static class ServiceClients
{
    public static bool Describe(Call call)
    {
        if (!IsClient(call.Program)) return false;
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "--help" or "-h" or "help" or "--dry-run" or "--dry-run=client" or "--dryrun")) return true;
        Sessions(call);
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix.StartsWith('-')) Flags(call, call.Argv[i].ToString(), i);
        if (call.Program is "gh" or "glab" && call.Text(1) is "gist" or "snippet" && call.Text(2) == "create")
        {
            foreach (var file in Options.Parse(call.Argv, 3, "dft", "desc filename title").Operands) call.Path(EffectKind.Read, file, "copy");
            call.Add(EffectKind.SendData, new Target(TargetKind.Host, call.Program + " gist"), call.Run.Input.Kind is InputKind.Pipe or InputKind.File ? "stdin" : "file");
        }
        if (call.Program is "gh" or "glab" && call.Text(1) == "api" && WordText.JoinAll(call.Argv).ToString() is var query
            && query.Contains("mutation", StringComparison.Ordinal) && (query.Contains("delete", StringComparison.Ordinal)
            || query.Contains("remove", StringComparison.Ordinal)))
            call.Infrastructure("forge-delete", call.Program + ":graphql");
        if (call.Program is "kafka-delete-records" or "kafka-delete-records.sh")
        {
            call.Infrastructure("service-delete", "kafka:records", true);
            return true;
        }
        var nouns = new List<string>();
        for (var i = 1; i < call.Count; i++)
        {
            var text = call.Argv[i].ToString();
            if (text.StartsWith('-'))
            {
                // An option and its value before the verb: skip the value too, unless it is itself a verb.
                if (nouns.Count == 0 && !text.Contains('=', StringComparison.Ordinal) && i + 1 < call.Count && !call.Argv[i + 1].KnownPrefix.StartsWith('-')
                    && Verbs.Kind(call.Argv[i + 1].ToString()) == VerbKind.None && ValuedGlobal(text)) i++;
                continue;
            }
            // Permissions and policies of a queue are set again in a line.
            var kind = call.Program == "etcdctl" && text == "del" ? VerbKind.None
                // A cache of a build service is filled again by the next run.
                : call.Program == "gh" && nouns is ["cache"] ? VerbKind.Harmless
                : call.Program == "rabbitmqctl" && text.StartsWith("clear_", StringComparison.Ordinal) ? VerbKind.Harmless
                : call.Program == "gitlab-runner" && !call.Argv.Any(word => word.Known == "--all-runners") ? VerbKind.Harmless : Verbs.Kind(text);
            if (kind == VerbKind.TakesAway || Special(call, text, nouns))
            {
                var target = string.Join(' ', nouns.Append(text).Concat(call.Argv.Skip(i + 1).Take(2).Select(word => word.ToString())));
                call.Infrastructure(Detail(call.Program), $"{call.Program}:{target}", call.Argv.Any(word => word.Known is "--yes" or "-y" or "--force" or "-f" or "--confirm" or "--quiet" or "-q"));
                return true;
            }
            // `gh run delete`, `velero restore delete`: a verb before a verb is a noun.
            if (kind == VerbKind.Harmless && i + 1 < call.Count && (Verbs.Kind(call.Argv[i + 1].ToString()) == VerbKind.TakesAway
                || Special(call, call.Argv[i + 1].ToString(), [.. nouns, text]))) kind = VerbKind.None;
            if (kind == VerbKind.Harmless || nouns.Count >= 4) return true;
            nouns.Add(text);
        }
        return true;
    }

    private static string Detail(string program) => program switch
    {
        "vault" or "bao" or "op" or "doppler" or "bw" or "infisical" or "chamber" or "akeyless" or "conjur" or "lpass" or "pass" => "secret-store-delete",
        "timeshift" or "tmutil" or "velero" or "restic" or "borg" or "kopia" or "duplicity" or "tarsnap" or "wal-g" or "pgbackrest" => "backup-delete",
        "gh" or "glab" or "tea" => "forge-delete",
        _ => "service-delete",
    };

    private static void Flags(Call call, string text, int at)
    {
        var takesAway = call.Program switch
        {
            "kafka-topics" or "kafka-topics.sh" => text is "--delete",
            "kafka-consumer-groups" or "kafka-consumer-groups.sh" => text is "--delete" || (text == "--reset-offsets" && call.Argv.Any(word => word.Known == "--execute")),
            "kafka-acls" or "kafka-acls.sh" => text is "--remove",
            "kafka-configs" or "kafka-configs.sh" => text is "--delete-config",
            "mc" => text is "--remove" && call.Argv.Any(word => word.Known == "mirror"),
            "gh" or "glab" => text is "-X" or "--method" && at + 1 < call.Count && call.Argv[at + 1].Known?.ToUpperInvariant() == "DELETE" || text is "-XDELETE" or "--method=DELETE",
            "restic" => text is "--prune" or "--remove-all",
            "azcopy" => text is "--delete-destination=true" or "--delete-destination",
            "tarsnap" => text is "-d" or "--nuke",
            "timeshift" => text is "--delete" or "--delete-all",
            "postsuper" => text.StartsWith("-d", StringComparison.Ordinal),

            "rclone" or "aws" => false,
            _ => false,
        };
        if (takesAway) call.Infrastructure(Detail(call.Program), call.Program + ":" + WordText.JoinAll(call.Argv.Skip(1)));
        if (call.Program == "gh" && text is "--allow-write" or "-w" && call.Argv.Any(word => word.Known == "deploy-key")) call.Infrastructure("access-grant", "gh:deploy-key");
        if (call.Program == "gh" && text is "--visibility" or "--visibility=public"
            && (text.EndsWith("public", StringComparison.Ordinal) || call.Text(at + 1) == "public") && call.Argv.Any(word => word.Known == "edit"))
            call.Infrastructure("make-public", "gh:repository");
    }

    // Verbs that only one client has.
    private static bool Special(Call call, string text, List<string> nouns) => call.Program switch
    {
        "vault" or "bao" => text is "disable" or "revoke" or "destroy" or "seal" or "rekey" or "rotate" && nouns.Count > 0 || (text is "revoke" or "seal"),
        "restic" or "borg" => text is "forget" or "prune" or "recreate" or "compact" or "break-lock",
        "rabbitmqctl" => text is "close_all_connections" or "reset" or "force_reset" or "stop" or "stop_app" or "forget_cluster_node",
        "kong" => text is "stop" or "quit" || (text is "reset" && nouns is ["migrations"]),
        "deck" => text is "reset" or "sync" or "apply" && nouns.Count <= 1 && text != "apply" || (text == "sync" && nouns.Count > 0),
        "rclone" => text is "move" or "sync" or "cleanup" or "dedupe" or "deletefile" or "rmdirs",
        "heroku" => text.EndsWith(":destroy", StringComparison.Ordinal) || text is "pg:reset" or "pg:killall" or "domains:clear"
            || text.EndsWith(":remove", StringComparison.Ordinal) || text.EndsWith(":delete", StringComparison.Ordinal),
        "fly" or "flyctl" or "railway" or "render" or "vercel" or "netlify" => text is "down",
        "wrangler" => text is "delete" or "rollback" || text.EndsWith(":delete", StringComparison.Ordinal),
        "firebase" => text.EndsWith(":delete", StringComparison.Ordinal) || text is "hosting:disable" or "apps:android:sha:delete",
        "split" => text is "kill",
        "nats" => text is "purge" or "rm" or "rmm",
        "etcdctl" => text is "del" && call.Argv.Any(word => word.Known is "--prefix" or "--from-key"),
        "consul" => text is "leave" or "force-leave",
        "nomad" => text is "stop" && nouns is ["job"] || (text is "gc" && nouns is ["system"]),
        "gh" => (text is "archive" && nouns is ["repo"]) || (text is "disable" && nouns is ["workflow"]) || (text is "cancel" && nouns is ["run"]),
        "glab" => (text is "archive" && nouns is ["repo" or "project"]) || (text is "cancel" && nouns is ["ci" or "pipeline" or "job"]),
        "ldcli" or "unleash" or "flagsmith" or "flipt" => text is "archive",
        "stripe" => text is "void_invoice" or "cancel" or "roll",
        "splunk" => text is "clean",
        "circleci" => text is "unlist",
        "mc" => text is "disable" or "suspend" || (text is "stop" && nouns.Contains("service")) || (text is "reset" && nouns.Contains("config"))
            || (text is "quota" && call.Argv.Any(word => word.Known is "--hard" or "--clear")),
        "jenkins-cli" => text is "safe-shutdown" or "shutdown" or "quiet-down" or "offline-node" or "disable-job",
        "gitlab-ctl" => text is "stop" or "cleanse" or "kill",
        "gitlab-rake" => text.Contains("cleanup", StringComparison.Ordinal) || text.Contains("setup", StringComparison.Ordinal) || text.EndsWith(":drop", StringComparison.Ordinal),
        "gitlab-rails" => text.Contains("destroy", StringComparison.Ordinal) || text.Contains("delete_all", StringComparison.Ordinal),
        "kopia" => text is "disconnect",
        "tmutil" => text is "disable" or "deletelocalsnapshots",
        "supabase" => text is "reset" && nouns is ["db"],
        _ => false,
    };

    private static void Sessions(Call call)
    {
        if (call.Program is "etcdctl" && call.Argv.Any(word => word.Known == "watch") && call.Argv.Any(word => word.Known == "-i")) call.Session("etcdctl watch -i");
        if (call.Program == "heroku" && call.Argv.Any(word => word.Known is "run") && call.Argv.Any(word => word.Known is "bash" or "console" or "sh")) call.Session("heroku run");
        if (call.Program is "fly" or "flyctl" or "railway" && call.Text(1) is "ssh" or "shell" && call.Argv.All(word => word.Known is not ("-C" or "--command"))) call.Session(call.Program + " ssh");
    }

    private static bool ValuedGlobal(string flag) => flag is not ("--json" or "--quiet" or "-q" or "--debug" or "--verbose" or "-v" or "--yes" or "-y"
        or "--force" or "-f" or "--no-color" or "--insecure" or "--recursive" or "-r");

    private static bool IsClient(string program) => program switch
    {
        "gh" or "glab" or "tea" or "bb" or "gitlab-ctl" or "gitlab-rake" or "gitlab-rails" or "gitlab-runner" or "jenkins-cli" or "tkn" or "spin"
            or "spinnaker" or "buildkite-agent" or "drone" or "woodpecker-cli" => true,
        "meilisearch-cli" or "neo4j-admin" or "hasura" or "pdnsutil" or "postsuper" or "skopeo" or "crane" or "regctl" or "oras" or "tarsnap" or "timeshift" or "tmutil" or "promtool" => true,
        "pd" or "splunk" or "newrelic" or "datadog-ci" or "dog" or "sentry-cli" or "opsgenie" or "grafana-cli" or "grafanactl" or "honeycomb" or "circleci" or "jira" => true,
        "ldcli" or "flipt" or "unleash" or "split" or "flagsmith" or "configcat" => true,
        "fastly" or "wrangler" or "cloudflare" or "flarectl" or "vercel" or "netlify" or "surge" or "akamai" or "bunny" => true,
        "algolia" or "meilisearch" or "kong" or "deck" or "apigeecli" or "typesense" => true,
        "rabbitmqadmin" or "rabbitmqctl" or "nats" or "pulsar-admin" or "confluent" or "ccloud" or "rpk" or "kcat" => true,
        "op" or "doppler" or "vault" or "bao" or "bw" or "infisical" or "chamber" or "akeyless" or "conjur" => true,
        "rclone" or "mc" or "b2" or "s3cmd" or "s5cmd" or "borg" or "restic" or "kopia" or "velero" or "duplicity" or "wal-g" or "pgbackrest" or "azcopy" => true,
        "stripe" or "square" or "braintree" or "shopify" or "twilio" or "sendgrid" or "mailgun" => true,
        "heroku" or "fly" or "flyctl" or "railway" or "render" or "supabase" or "firebase" or "amplify" or "pscale" or "neonctl" or "turso" or "atlas" or "mongocli" or "upstash" or "convex" => true,
        "etcdctl" or "consul" or "nomad" or "boundary" or "waypoint" => true,
        "databricks" or "snow" or "dbt-cloud" or "cockroach" or "influx" or "clickhouse-cloud" or "elasticsearch-cli" or "ecctl" or "launchdarkly" => true,
        _ => program.StartsWith("kafka-", StringComparison.Ordinal),
    };
}
