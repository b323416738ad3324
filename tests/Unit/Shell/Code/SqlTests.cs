using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Code;

public class SqlTests
{
    [Theory]
    [InlineData("DROP TABLE users;", "ChangeInfrastructure sql:table users #drop-table")]
    [InlineData("drop database if exists shop", "ChangeInfrastructure sql:database shop #drop-database")]
    [InlineData("SELECT 1; TRUNCATE TABLE audit.log", "ChangeInfrastructure sql:table audit.log #truncate-table")]
    [InlineData("DELETE FROM users", "ChangeInfrastructure sql:table users #delete-all-rows")]
    [InlineData("DELETE FROM users WHERE 1 = 1", "ChangeInfrastructure sql:table users #delete-all-rows")]
    [InlineData("DELETE FROM users WHERE id = 3", "Write sql:table users #delete-rows")]
    [InlineData("UPDATE users SET admin = 1", "ChangeInfrastructure sql:table users #update-all-rows")]
    [InlineData("UPDATE t SET a = (SELECT b FROM u WHERE c = 1)", "ChangeInfrastructure sql:table t #update-all-rows")]
    [InlineData("WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d WHERE x = 1", "ChangeInfrastructure sql:table t #delete-all-rows")]
    [InlineData("ALTER TABLE t DROP COLUMN c", "ChangeInfrastructure sql:table t #drop-column")]
    [InlineData("/*!50000 DROP TABLE hidden */", "ChangeInfrastructure sql:table hidden #drop-table")]
    [InlineData("DO $$ BEGIN EXECUTE 'DROP TABLE x'; END $$", "ChangeInfrastructure sql:table x #drop-table")]
    [InlineData("COPY t TO PROGRAM 'tar cf - /'", "Shell: tar cf - /")]
    [InlineData("COPY t FROM '/etc/passwd'", "Read /etc/passwd #sql")]
    [InlineData("EXEC xp_cmdshell 'whoami'", "Cmd: whoami")]
    [InlineData("SELECT 1 INTO OUTFILE '/srv/www/a.php'", "Write /srv/www/a.php #sql")]
    [InlineData("SELECT load_file('/etc/shadow')", "Read /etc/shadow #sql")]
    [InlineData("\\! ls", "Shell: ls")]
    [InlineData("\\copy t to program 'gzip'", "Shell: gzip")]
    [InlineData(".shell ls", "Shell: ls")]
    [InlineData("SELECT 1;\n.output |ls", "Shell: ls")]
    public void Effects(string code, string expected) => CodeProbe.Does(CodeLanguage.Sql, code, expected);

    [Theory]
    [InlineData("SELECT 'DROP TABLE x'; -- DROP TABLE y")]
    [InlineData("/* DROP TABLE z */ SELECT \"drop table\" FROM t")]
    [InlineData("SELECT * FROM updates WHERE deleted = true")]
    [InlineData("CREATE TABLE t (id int REFERENCES u ON DELETE CASCADE ON UPDATE SET NULL)")]
    [InlineData("INSERT INTO t VALUES ('DELETE FROM x')")]
    [InlineData("ALTER TABLE t ADD COLUMN c int")]
    [InlineData("EXPLAIN SELECT truncate(1.5, 0), replace(a, 'b', 'c') FROM t")]
    [InlineData("ALTER TABLE t ALTER COLUMN c DROP NOT NULL")]
    public void Ordinary_queries_do_nothing(string code) => CodeProbe.IsHarmless(CodeLanguage.Sql, code);
}
