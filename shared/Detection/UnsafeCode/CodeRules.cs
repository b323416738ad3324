namespace Sallyport.Detection.UnsafeCode;

/// <summary>Code that opens a hole. Credentials in code are found with the other secrets.</summary>
internal static class CodeRules
{
    public static readonly DetectionRule TlsOff = Rule("code-tls-disabled", Severity.High, "Switches certificate checks off.",
        ["requests.get(url, verify=False)", "https.request({ rejectUnauthorized: false })", "&tls.Config{InsecureSkipVerify: true}",
            "export NODE_TLS_REJECT_UNAUTHORIZED=0", "curl -k https://a.corp.net", "curl -sSk https://a",
         "wget --no-check-certificate https://a", "handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;",
             "curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);", "ssl._create_unverified_context()",
         "ctx.verify_mode = ssl.CERT_NONE", "git config http.sslVerify false", ".danger_accept_invalid_certs(true)", "ssh -o StrictHostKeyChecking=no host",
             "http.verify_mode = OpenSSL::SSL::VERIFY_NONE"],
        ["requests.get(url, verify=True)", "rejectUnauthorized: true", "verify=/etc/ca.pem", "# verify=False is not allowed", "curl -K config https://a",
            "curl https://a | sort -k 2", "ServerCertificateCustomValidationCallback = Check;", "jwt.verify = falsey"]);

    public static readonly DetectionRule ShellInput = Rule("code-shell-injection", Severity.High, "Builds a shell command out of values.",
        ["os.system(\"rm \" + name)", "os.system(f'ping {host}')", "subprocess.run(f\"tar xf {path}\", shell=True)", "exec(`git log ${branch}`)",
            "child_process.execSync('ls ' + dir)", "system($_GET['cmd']);",
         "Runtime.getRuntime().exec(\"sh -c \" + arg)", "shell_exec(\"ls $dir\")", "exec.Command(\"sh\", \"-c\", \"ls \"+dir)", "os.popen(request.args['c'])"],
        ["os.system('clear')", "subprocess.run([\"tar\", \"xf\", path])", "exec('npm run build')", "re.exec(line + x)", "subprocess.run(cmd, shell=False)",
            "subprocess.run('ls -l', shell=True)", "exec.Command(\"ls\", dir)"]);

    public static readonly DetectionRule EvalInput = Rule("code-eval-input", Severity.High, "Evaluates what came from outside as code.",
        ["eval(request.args['e'])", "eval(input())", "eval(req.body.code)", "exec(request.data)", "new Function(req.query.f)", "eval($_POST['x']);", "eval(location.hash.slice(1))"],
        ["eval('1 + 1')", "model.eval()", "ast.literal_eval(request.args['e'])", "evaluate(request)", "retrieval(input)"]);

    public static readonly DetectionRule Deserialize = Rule("code-unsafe-deserialization", Severity.High, "Reads objects from data in a way that can run code.",
        ["pickle.loads(body)", "yaml.load(text)", "yaml.load(f, Loader=yaml.Loader)", "new BinaryFormatter().Deserialize(s)", "unserialize($_COOKIE['a'])",
            "Marshal.load(params[:d])", "marshal.loads(data)", "TypeNameHandling = TypeNameHandling.All", "new ObjectInputStream(socket.getInputStream())"],
        ["yaml.load(f, Loader=yaml.SafeLoader)", "yaml.safe_load(f)", "json.loads(body)", "yaml.load(f, Loader=CSafeLoader)", "pickle.dumps(x)", "jsyaml.load"]);

    public static readonly DetectionRule WeakHash = Rule("code-weak-password-hash", Severity.Medium, "Hashes a password with MD5 or SHA-1.",
        ["hashlib.md5(password.encode())", "md5($password)", "crypto.createHash('sha1').update(password)", "sha1(user.passwd)", "DigestUtils.md5Hex(pwd)"],
        ["hashlib.md5(data)", "bcrypt.hash(password, 12)", "sha1(commit)", "md5sum file", "hashlib.sha256(password)"]);

    public static readonly DetectionRule SqlConcat = Rule("code-sql-concatenation", Severity.High, "Builds an SQL statement by putting values into its text.",
        ["q = \"SELECT * FROM users WHERE id = \" + id", "db.execute(f\"DELETE FROM t WHERE name = '{name}'\")", "query(`SELECT * FROM a WHERE b = ${b}`)",
            "\"UPDATE t SET a = '%s' WHERE b = 1\" % value", "$q = \"SELECT * FROM users WHERE id=\" . $_GET['id'];",
         "\"INSERT INTO t VALUES ('{}')\".format(v)", "$\"SELECT * FROM t WHERE a = {a}\""],
        ["db.execute(\"SELECT * FROM t WHERE id = %s\", (id,))", "\"SELECT * FROM a \" + \"WHERE b = ?\"", "log(\"select a file\" + name)",
            "'Update the table from ' + x", "sql`SELECT 1`", "f\"select {n} items\""]);

    public static readonly DetectionRule HtmlInput = Rule("code-html-injection", Severity.Medium, "Writes a value into a page as HTML.",
        ["el.innerHTML = location.hash", "el.innerHTML = '<b>' + req.query.name", "<div dangerouslySetInnerHTML={{ __html: props.body }} />",
            "document.write(location.search)", "el.outerHTML += userInput"],
        ["el.innerHTML = ''", "el.innerHTML = '<b>ok</b>'", "el.textContent = location.hash", "dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(body) }}", "const x = el.innerHTML"]);

    public static readonly DetectionRule OpenCors = Rule("code-cors-wildcard", Severity.Medium, "Lets any site call.",
        ["res.setHeader('Access-Control-Allow-Origin', '*')", "Access-Control-Allow-Origin: *", "cors({ origin: '*' })", "allow_origins=[\"*\"]",
            "policy.AllowAnyOrigin()", "CORS_ALLOW_ALL_ORIGINS = True"],
        ["Access-Control-Allow-Origin: https://a.net", "cors({ origin: 'https://a.net' })", "allow_origins=origins", "origin: main"]);

    public static readonly DetectionRule DebugOn = Rule("code-debug-enabled", Severity.Low, "Serves with the debugger on.",
        ["app.run(debug=True)", "app.run(host='0.0.0.0', debug=True)", "DEBUG = True", "FLASK_DEBUG=1"], ["app.run()", "debug=False", "logger.debug = True or x", "print(debug=True)"]);

    public static readonly DetectionRule WorldWritable = Rule("code-world-writable", Severity.Medium, "Lets everybody write.",
        ["RUN chmod -R 777 /app", "os.chmod(path, 0o777)", "chmod a+rwx run.sh", "chmod 0777 x", "mode: '0777'", "fs.chmodSync(p, 0o777)"],
            ["chmod 755 x", "chmod +x run.sh", "port 777", "chmod 700 ~/.ssh", "mode: '0755'"]);

    public static readonly DetectionRule OpenToWorld = Rule("code-open-ingress", Severity.High, "Lets the whole internet in.",
        ["ingress {\n  from_port = 22\n  cidr_blocks = [\"0.0.0.0/0\"]", "aws ec2 authorize-security-group-ingress --port 22 --cidr 0.0.0.0/0",
            "SecurityGroupIngress:\n  - CidrIp: 0.0.0.0/0", "source_ranges = [\"0.0.0.0/0\"]", "ingress { ipv6_cidr_blocks = [\"::/0\"] }"],
        ["egress {\n  cidr_blocks = [\"0.0.0.0/0\"]", "ip route add 0.0.0.0/0 via 10.0.0.1", "ingress { cidr_blocks = [\"10.0.0.0/8\"] }"]);

    public static readonly DetectionRule[] All = [TlsOff, ShellInput, EvalInput, Deserialize, WeakHash, SqlConcat, HtmlInput, OpenCors, DebugOn, WorldWritable, OpenToWorld];

    private static DetectionRule Rule(string id, Severity severity, string description, string[] yes, string[] no) =>
        new(id, FindingKind.Code, severity, DataClass.None, description) { Cases = () => new(yes, no, Surface.ToolInput) };
}
