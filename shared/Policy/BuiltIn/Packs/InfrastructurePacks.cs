using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

/// <summary>What lives elsewhere: containers, clusters, clouds, services, databases, package registries.</summary>
internal static class InfrastructurePacks
{
    public static Rule[] Containers => field ??=
    [
        new("containers.volumes", EffectKind.ChangeInfrastructure, Verdict.Ask, "This deletes volumes, and the data in them.")
        {
            Details = "volume-delete volume-prune compose-volumes swarm-delete machine-delete",
            Suggest = "docker volume ls",
            True = "docker volume rm data\ndocker system prune --volumes\ndocker compose down -v\nvirsh undefine vm --remove-all-storage\npodman rm -af",
            False = "docker system prune\ndocker compose down\ndocker volume ls",
        },
        new("containers.force-delete", EffectKind.ChangeInfrastructure, Verdict.Ask, "This ends whatever containers run, or deletes what one holds.")
        {
            Details = "container-force-delete container-stop-all",
            Suggest = "docker stop web",
            True = "docker rm -f web\ndocker ps -q | xargs docker stop\npodman kill --all",
            False = "docker rm web\ndocker stop web\ndocker ps -q | xargs docker inspect",
        },
        new("containers.noted", EffectKind.ChangeInfrastructure, Verdict.Allow,
            "This removes containers or images.") { Details = "container-stop container-delete image-delete container-prune local-cluster-delete" },
    ];

    public static Rule[] Kubernetes => field ??=
    [
        new("kubernetes.delete-wide", EffectKind.ChangeInfrastructure, Verdict.Deny, "This deletes a namespace, a node or everything of a kind.")
        {
            Details = "cluster-delete-wide",
            Suggest = "kubectl get pods",
            True = "kubectl delete namespace prod\nkubectl delete pods --all",
            False = "kubectl get pods\nkubectl delete pod x --dry-run=client",
        },
        new("kubernetes.change", EffectKind.ChangeInfrastructure, Verdict.Ask, "This takes something out of a running cluster.")
        {
            Details = "cluster-delete cluster-delete-data cluster-drain cluster-replace cluster-scale-zero cluster-prune release-delete cluster-apply-url",
            Suggest = "kubectl get pods",
            True = "kubectl delete pod web-1\nkubectl drain node-1\nhelm uninstall web",
            False = "kubectl get pods\nkubectl apply -f app.yaml\nhelm list",
        },
        new("kubernetes.noted", EffectKind.ChangeInfrastructure, Verdict.Ask,
            "This takes a node or a release out of service.") { Details = "cluster-rollback cluster-cordon", Suggest = "kubectl get nodes",
            True = "kubectl cordon node-1\nhelm rollback web 3", False = "kubectl get nodes" },
    ];

    public static Rule[] Provisioning => field ??=
    [
        new("provisioning.destroy", EffectKind.ChangeInfrastructure, Verdict.Deny, "This destroys infrastructure.")
        {
            Details = "terraform-destroy stack-destroy",
            Suggest = "terraform plan",
            True = "terraform destroy -auto-approve\nterraform apply -destroy\npulumi destroy --yes",
            False = "terraform plan\nterraform plan -destroy\npulumi preview",
        },
        new("provisioning.state", EffectKind.ChangeInfrastructure, Verdict.Ask, "This changes infrastructure unasked, or the record of it.")
        {
            Details = "terraform-apply terraform-state terraform-taint",
            Suggest = "terraform plan",
            True = "terraform apply -auto-approve\nterraform state rm aws_instance.web\nterraform taint aws_instance.web",
            False = "terraform plan\nterraform state list",
        },
    ];

    public static Rule[] Cloud => field ??=
    [
        new("cloud.delete-critical", EffectKind.ChangeInfrastructure, Verdict.Deny, "This deletes databases, keys, stacks or whole accounts' worth of cloud resources.")
        {
            Details = "cloud-delete-critical cloud-audit-off",
            Suggest = "aws s3 ls",
            True = "aws s3 rb s3://bucket --force\naws s3 rm s3://bucket --recursive\naws rds delete-db-instance --db-instance-identifier x\ngcloud projects delete x\naz group delete --name x",
            False = "aws s3 ls\ngcloud projects list\naz group list",
        },
        new("cloud.delete", EffectKind.ChangeInfrastructure, Verdict.Ask, "This deletes or revokes something in the cloud.")
        {
            Details = "cloud-delete cloud-secret-change cloud-cache-purge make-public",
            Suggest = "aws ec2 describe-instances",
            True = "aws ec2 terminate-instances --instance-ids i-1\naws sqs delete-queue --queue-url x\ngcloud compute instances delete vm",
            False = "aws ec2 describe-instances\ngcloud compute instances list",
        },
        new("cloud.stop", EffectKind.ChangeInfrastructure, Verdict.Warn, "This stops something in the cloud.") { Details = "cloud-stop",
            True = "aws ec2 stop-instances --instance-ids i-1", False = "aws ec2 describe-instances" },
    ];

    public static Rule[] Services => field ??=
    [
        new("services.delete", EffectKind.ChangeInfrastructure, Verdict.Ask, "This deletes or revokes something at a service others may use.")
        {
            Details = "service-delete secret-store-delete backup-delete forge-delete http-delete cluster-settings dns-change",
            Suggest = "gh repo view",
            True = "gh repo delete me/x --yes\nvault kv delete secret/app\nrestic forget latest\ncurl -X DELETE https://api.example.com/items/1\nkafka-topics --delete --topic x",
            False = "gh repo view\nvault kv get secret/app\nrestic snapshots\ncurl -X GET https://api.example.com/items/1",
        },
        new("services.money", EffectKind.ChangeInfrastructure, Verdict.Ask, "This moves money, or promises to.")
        {
            Details = "money-move",
            Suggest = "stripe charges list",
            True = "stripe refunds create --charge ch_1\nstripe payouts create --amount 100\ncurl https://api.stripe.com/v1/refunds -d charge=ch_1",
            False = "stripe charges list\ncurl https://api.stripe.com/v1/charges",
        },
        new("services.protection", EffectKind.ChangeInfrastructure, Verdict.Ask, "This passes over the checks that a repository asks of everybody, or takes them away.")
        {
            Details = "protection-off",
            Suggest = "gh pr checks 1",
            True = "gh pr merge 1 --admin\ngh api --method DELETE repos/o/r/branches/main/protection",
            False = "gh pr merge 1 --squash\ngh api repos/o/r/branches/main/protection",
        },
        new("services.access", EffectKind.ChangeInfrastructure, Verdict.Ask, "This lets others in: it grants rights, hands something over, or unlocks a door.")
        {
            Details = "access-grant unlock",
            Suggest = "gh repo deploy-key list",
            True = "gh repo deploy-key add key.pub --allow-write",
            False = "gh repo deploy-key list\ngh repo deploy-key add key.pub",
        },
        new("services.noted", EffectKind.ChangeInfrastructure, Verdict.Warn,
            "This deletes something at a server on this machine.") { Details = "http-delete-local redis-config key-delete",
            True = "curl -X DELETE http://localhost:3000/items/1", False = "curl http://localhost:3000" },
    ];

    public static Rule[] Databases => field ??=
    [
        new("databases.drop", EffectKind.ChangeInfrastructure, Verdict.Deny, "This drops or empties a whole database.")
        {
            Details = "drop-database flush-all redis-write-file",
            When = static s => !OfTests(s.Effect.Target.Name),
            Suggest = "psql -c 'select 1'",
            True = "psql -c 'DROP DATABASE app'\ndropdb latest\nredis-cli FLUSHALL\nmongosh --eval 'db.dropDatabase()'\ndropdb app\nrails db:drop",
            False = "psql -c 'select 1'\nredis-cli GET x\nrails db:migrate\ndropdb --if-exists app_test",
        },
        new("databases.drop-test", EffectKind.ChangeInfrastructure, Verdict.Warn, "This drops a database whose name says that it is for tests.")
        {
            Details = "drop-database",
            When = static s => OfTests(s.Effect.Target.Name),
            True = "dropdb --if-exists app_test\npsql -c 'DROP DATABASE IF EXISTS test_db'",
            False = "dropdb app\npsql -c 'DROP DATABASE contest'",
        },
        new("databases.lose", EffectKind.ChangeInfrastructure, Verdict.Ask, "This drops a table, or deletes or changes every row of one.")
        {
            Details = "drop-table truncate-table delete-all-rows drop-column drop-user drop-object drop-objects update-all-rows",
            Suggest = "psql -c 'select count(*) from users'",
            True = "psql -c 'DROP TABLE users'\nmysql -e 'TRUNCATE TABLE users'\nsqlite3 app.db 'DELETE FROM users'\necho 'DROP TABLE users;' | psql app",
            False = "psql -c 'DELETE FROM users WHERE id = 1'\npsql -c 'select * from users'\nsqlite3 app.db 'select 1'",
        },
        new("databases.replace", EffectKind.ChangeInfrastructure, Verdict.Ask, "This puts something new in place of what is there, and what was there is gone.")
        {
            Details = "replace-object",
            // duckdb keeps tables made from files, and makes them anew so.
            When = static s => s.Program != "duckdb",
            Suggest = "bq show shop.orders",
            True = "snow sql -q 'CREATE OR REPLACE TABLE orders (id int)'\nbq load --replace shop.orders orders.csv\nbq query 'LOAD DATA OVERWRITE shop.orders FROM FILES(x=1)'\nsnow sql -q 'ALTER TABLE a SWAP WITH b'",
            False = "bq load shop.orders orders.csv\npsql -c 'CREATE OR REPLACE VIEW v AS SELECT 1'\nsnow sql -q 'CREATE TABLE orders (id int)'\nduckdb a.db -c 'CREATE OR REPLACE TABLE t AS SELECT 1'",
        },
        new("databases.standing", EffectKind.ChangeInfrastructure, Verdict.Ask, "This stops, weakens or hands over what a database does for everybody who uses it.")
        {
            Details = "pause-object hand-over redis-setting",
            Suggest = "redis-cli INFO",
            True = "redis-cli CONFIG SET appendonly no\nredis-cli REPLICAOF other 6379\nsnow sql -q 'ALTER TASK nightly SUSPEND'\nsnow sql -q 'GRANT OWNERSHIP ON TABLE a TO ROLE b'\nbq cancel job_1",
            False = "redis-cli CONFIG GET save\nredis-cli REPLICAOF NO ONE\nredis-cli CLIENT LIST\nsnow sql -q 'SHOW TASKS'",
        },
        new("databases.dump-drops", EffectKind.ChangeInfrastructure, Verdict.Ask, "Whoever restores from this dump loses what is there first.")
        {
            Details = "dump-drops",
            Suggest = "pg_dump app",
            True = "pg_dump --clean app\npg_dump -c app -f app.sql\nmysqldump --add-drop-database app",
            False = "pg_dump app\npg_dump -C app\nmysqldump app",
        },
        // PostgreSQL drops no role that still owns anything.
        new("databases.drop-role", EffectKind.ChangeInfrastructure, Verdict.Warn, "This removes an account of the database.") { Details = "drop-role",
            True = "dropuser ann", False = "createuser ann" },
    ];

    public static Rule[] Packages => field ??=
    [
        new("packages.publish", EffectKind.Install, Verdict.Warn, "This publishes to a registry that others install from.")
        {
            Details = "publish",
            Suggest = "npm pack",
            True = "npm publish\ncargo publish\ngem push x.gem\npoetry publish",
            False = "npm pack\ncargo build\nnpm publish --dry-run",
        },
        new("packages.unpublish", EffectKind.Install, Verdict.Ask, "This takes something away from those who install it, or hands it to others.")
        {
            Details = "unpublish",
            Suggest = "npm view left-pad",
            True = "npm unpublish x --force\ngem yank x -v 1.0.0\nnpm owner add mallory x",
            False = "npm publish --dry-run\ncargo yank --version 1.0.0 x\nnpm owner ls x",
        },
        new("packages.plain-http", EffectKind.Install, Verdict.Ask, "This installs over a connection that anybody on the way can change.")
        {
            Details = "plain-http",
            Suggest = "pip install requests",
            True = "pip install --index-url http://mirror.example/simple x\nnpm install --registry http://mirror.example x\npip install --trusted-host mirror.example x",
            False = "pip install --index-url https://pypi.org/simple x\nnpm install --registry http://localhost:4873 x",
        },
        new("packages.look-alike", EffectKind.Install, Verdict.Ask, "This would install from a host whose name mixes letters of different scripts, so as to be taken for another.")
        {
            When = static s => Shell.Commands.LookAlikes.IsMixed(s.Effect.Target.Name),
            Suggest = "pip install requests",
            True = "pip install git+https://ex\u0430mple.com/a/b",
            False = "pip install git+https://example.com/a/b",
        },
        new("packages.from-url", EffectKind.Install, Verdict.Warn, "This installs from a place that is no registry.")
        {
            Details = "from-url other-index",
            True = "pip install git+https://example.com/x.git",
            False = "pip install requests",
        },
        new("packages.remove", EffectKind.Install, Verdict.Ask, "This takes a dependency out of the project.")
        {
            Details = "remove",
            When = static s => s.Program is "poetry" or "pdm" && s.Says(word => word.Known == "remove"),
            Suggest = "poetry show",
            True = "poetry remove requests",
            False = "poetry add requests",
        },
        new("packages.remove-system", EffectKind.Install, Verdict.Warn, "This takes software off the machine that others on it may use.")
        {
            Details = "remove-system",
            Suggest = "apt list --installed",
            True = "apt-get remove -y nginx\ndnf remove httpd\nsnap remove --purge app\nrpm -e httpd",
            False = "apt-get install -y nginx\napt-get autoremove\nbrew uninstall jq\nrpm -qa",
        },
        new("packages.global", EffectKind.Install, Verdict.Allow, "This installs packages.") { Details = "global add image-push remove-global" },
    ];

    // app_test, test-db, tmp_3: what nobody keeps anything in.
    private static bool OfTests(string target)
    {
        var name = target.AsSpan(target.LastIndexOf(' ') + 1);
        foreach (var range in name.SplitAny('_', '-', '.', ':', '`', '"'))
            if (name[range].TrimEnd("0123456789") is "test" or "tests" or "testing" or "testdb" or "e2e" or "ci" or "tmp" or "temp" or "scratch") return true;
        return false;
    }
}
