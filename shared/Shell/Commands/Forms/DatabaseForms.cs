namespace Sallyport.Shell.Commands.Forms;

/// <summary>Servers of data and their own tools.</summary>
internal static class DatabaseForms
{
    public const string Table =
        """
        = infra drop-database
        atlas schema clean
        flyway clean
        dbt run-operation drop*
        liquibase drop-all
        liquibase dropAll
        prisma migrate reset
        prisma db push --force-reset
        drizzle-kit drop
        pg_resetwal
        neo4j-admin database load --overwrite-destination
        arangorestore --overwrite
        cockroach node decommission
        rethinkdb restore --force
        nodetool decommission
        influx org|bucket delete
        influxd restore --full
        dolt sql ~drop
        clickhouse-client ~drop
        wp db reset|drop|clean
        wp site empty|delete
        drush sql-drop|sql:drop|sql-create|sql:create
        drush site:install|site-install|si
        mvn|mvnw flyway:clean
        mvn flyway:clean
        mvnw flyway:clean
        mvn liquibase:dropall|liquibase:dropAll
        gradle flywayClean|dropAll
        gradlew flywayClean|dropAll
        airflow db reset|clean
        airflow resetdb
        magento setup:uninstall
        medusa db:drop
        artisan db:wipe
        rq empty
        pt-archiver --purge
        pt-table-sync --execute
        = infra drop-objects
        sqitch revert
        rails db:migrate VERSION=0
        rake db:migrate VERSION=0
        mix ecto.rollback --all
        dotnet ef database update 0
        hasura migrate apply ~all --down
        hasura metadata clear
        atlas schema apply --auto-approve
        prisma db push --accept-data-loss
        drizzle-kit push --force
        sequelize db:drop
        sequelize db:migrate:undo:all
        typeorm schema:drop
        knex migrate:rollback --all
        alembic downgrade base
        php artisan migrate:fresh|migrate:reset|db:wipe
        goose reset
        migrate drop
        dbmate drop
        diesel database reset
        sqlx database drop|reset
        mikro-orm schema:drop
        doctrine:schema:drop
        mongorestore --drop
        pg_restore --clean
        pg_restore -c
        pgbackrest restore
        nodetool removenode
        nodetool clearsnapshot
        sqlite3 * .restore*
        ksql terminate
        psql ~pg_terminate_backend
        snow app|snowpark|spcs|dbt|dcm|streamlit|notebook teardown|drop
        snow app|snowpark|spcs|dbt|dcm|streamlit|notebook * drop
        bq update --max_time_travel_hours
        bq update --expiration
        bq update --default_table_expiration
        elasticdump --deleteAll
        mongoimport --drop
        = history discard
        dolt reset --hard
        dolt checkout .
        dolt clean
        = history branch-delete
        dolt branch -D
        = infra replace-object
        bq load --replace
        bq query --replace
        bq cp -f
        bq cp --force
        bq mk -f
        bq mk --force
        = infra pause-object
        bq cancel
        = infra dump-drops
        mysqldump --add-drop-database
        mariadb-dump --add-drop-database
        = infra flush-all
        memcflush
        memcached-tool * flush_all
        varnishadm ban
        varnishadm ban.url
        = infra delete-all-rows
        influx delete
        cqlsh ~truncate
        cqlsh ~drop
        """;
}
