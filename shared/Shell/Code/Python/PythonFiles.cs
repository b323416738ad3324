namespace Sallyport.Shell.Code;

/// <summary>Python's file functions: <c>open</c>, <c>os</c>, <c>os.path</c>, <c>shutil</c>, <c>glob</c>, <c>tempfile</c>.</summary>
internal static class PythonFiles
{
    public static Value? Call(string path, Arguments arguments, Evaluator run)
    {
        var sink = run.Sink;
        var first = arguments.Get(0, "path") ?? arguments.Get("src");
        var second = arguments.Get(1, "dst");
        switch (path)
        {
            case "open" or "io.open" or "codecs.open" or "gzip.open" or "bz2.open" or "lzma.open" or "file" or "aiofiles.open" or "io.FileIO" or "tokenize.open":
                return Objects.Open(arguments.Get(0, "file"), arguments.Get(1, "mode") is { } mode ? mode.Known ?? "r+" : "r", run);
            case "os.open":
                return Objects.Open(first, Flags(second), run);
            case "os.remove" or "os.unlink" or "os.rmdir" or "os.removedirs" or "send2trash.send2trash" or "pathlib.Path.unlink" or "pathlib.Path.rmdir":
                sink.Path(EffectKind.Delete, first, forced: true);
                return ConstantValue.None;
            case "shutil.rmtree" or "distutils.dir_util.remove_tree" or "setuptools.distutils.dir_util.remove_tree":
                sink.Path(EffectKind.Delete, first, recursive: true, forced: true);
                return ConstantValue.None;
            case "os.rename" or "os.renames" or "os.replace" or "shutil.move":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, second);
                return ConstantValue.None;
            case "shutil.copy" or "shutil.copy2" or "shutil.copyfile" or "shutil.copytree" or "distutils.file_util.copy_file":
                sink.Path(EffectKind.Read, first, "copy", recursive: path == "shutil.copytree");
                sink.Path(EffectKind.Write, second);
                return ConstantValue.None;
            case "os.link" or "os.symlink":
                sink.Link(first, second);
                return ConstantValue.None;
            case "os.truncate":
                sink.Path(EffectKind.Truncate, first);
                return ConstantValue.None;
            case "os.chmod" or "os.lchmod" or "os.fchmod":
                sink.Path(EffectKind.ChangeMode, first, Mode(arguments.Get(1, "mode")));
                return ConstantValue.None;
            case "os.chown" or "os.lchown" or "shutil.chown":
                sink.Path(EffectKind.ChangeOwner, first);
                return ConstantValue.None;
            case "os.mkdir" or "os.makedirs" or "os.mkfifo":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.None;
            case "os.listdir" or "os.scandir":
                sink.Path(EffectKind.Read, first ?? TextValue.Of("."));
                return new ListValue([new TextValue(new Word([new Piece(PieceKind.Glob, "*")]))], false);
            case "os.walk" or "os.fwalk":
                sink.Path(EffectKind.Read, first, recursive: true);
                return new ListValue([Walk(first)]);
            case "glob.glob" or "glob.iglob":
                var found = Globbed(first);
                return new ListValue([new TextValue(found) { Origin = first?.Origin ?? Origin.None }]);
            case "os.path.join":
                return Joined(arguments);
            case "os.path.expanduser" or "os.path.expandvars" or "pathlib.Path.expanduser":
                return Expanded(first, run);
            case "os.path.abspath" or "os.path.realpath" or "os.path.normpath" or "os.path.relpath" or "os.path.normcase":
                return first ?? UnknownValue.Nothing;
            case "os.path.dirname" when first?.Known is { } text:
                return TextValue.Of(text.LastIndexOf('/') is var cut and > 0 ? text[..cut] : text.StartsWith('/') ? "/" : "");
            case "os.path.basename" when first?.Known is { } text:
                return TextValue.Of(text[(text.LastIndexOf('/') + 1)..]);
            case "os.getcwd" or "os.getcwdb" or "pathlib.Path.cwd" or "pathlib.Path.cwd()":
                var cwd = sink.Cwd is { } known ? TextValue.Of(known) : (Value)new UnknownValue("os.getcwd()");
                return path.StartsWith('p') ? new ObjectValue("path") { Subject = cwd } : cwd;
            case "os.getenv" or "os.environ.get":
                return arguments[1] is { } otherwise && run.Environment(first) is { Known: null } value ? ChoiceValue.Of(otherwise, value) : run.Environment(first);
            case "pathlib.Path.home":
                return new ObjectValue("path") { Subject = run.Environment(TextValue.Of("HOME")) };
            case "pathlib.Path" or "pathlib.PosixPath" or "pathlib.PurePath" or "pathlib.PurePosixPath" or "pathlib.WindowsPath":
                return new ObjectValue("path") { Subject = Joined(arguments), Origin = arguments.Origin };
            case "tempfile.mkdtemp" or "tempfile.mktemp" or "tempfile.gettempdir" or "tempfile.TemporaryDirectory":
                return TextValue.Of("/tmp/tmp" + (path == "tempfile.gettempdir" ? "" : ".python"));
            case "tempfile.NamedTemporaryFile" or "tempfile.TemporaryFile" or "tempfile.mkstemp":
                return new ObjectValue("file") { Subject = TextValue.Of("/tmp/tmp.python") };
            case "fileinput.input" or "fileinput.FileInput":
                sink.Path(arguments.Flag("inplace") ? EffectKind.Write : EffectKind.Read, arguments.Get(0, "files"));
                return new ListValue([], true) { Origin = Origin.File };
            case "shutil.unpack_archive":
                sink.Path(EffectKind.Read, first, "archive");
                sink.Path(EffectKind.Write, arguments.Get(1, "extract_dir") ?? TextValue.Of("."), "unpack");
                return ConstantValue.None;
            case "zipfile.ZipFile" or "tarfile.open" or "tarfile.TarFile" or "tarfile.TarFile.open" when (arguments.Get(1, "mode")?.Known ?? "r").StartsWith('r'):
                sink.Path(EffectKind.Read, first, "archive");
                return new ObjectValue("archive") { Subject = first };
            case "shutil.make_archive":
                sink.Path(EffectKind.Read, arguments.Get(2, "root_dir") ?? TextValue.Of("."), recursive: true);
                sink.Path(EffectKind.Write, first);
                return UnknownValue.Nothing;
            case "sqlite3.connect" or "psycopg2.connect" or "pymysql.connect" or "MySQLdb.connect" or "mysql.connector.connect" or "sqlalchemy.create_engine" or "pyodbc.connect":
                return new ObjectValue("database") { Subject = first };
            default:
                return null;
        }
    }

    private static string Flags(Value? flags)
    {
        var text = flags?.Text.ToString() ?? "";
        return text.Contains("TRUNC", StringComparison.Ordinal) ? "w" : text.Contains("APPEND", StringComparison.Ordinal) ? "a"
            : text.Contains("WRONLY", StringComparison.Ordinal) || text.Contains("RDWR", StringComparison.Ordinal) || text.Contains("CREAT", StringComparison.Ordinal) ? "r+"
            : flags is SymbolValue ? "r" : "r+";
    }

    /// <summary>The word for a mode that everybody may write by.</summary>
    public static string Mode(Value? mode)
    {
        if (mode is not NumberValue number) return "";
        var bits = (int)number.Number;
        return (bits & 0x800) != 0 ? "set-uid" : (bits & 2) != 0 ? "world-writable" : "";
    }

    public static Value Joined(Arguments arguments)
    {
        Value result = arguments[0] ?? TextValue.Of(".");
        if (arguments.Open && arguments.Count == 0) return UnknownValue.Nothing;
        for (var i = 1; i < arguments.Count; i++)
        {
            var part = arguments.Positional[i];
            if (result is ChoiceValue || part is ChoiceValue) result = UnionJoin(result, part);
            else result = new TextValue(CodePath.Join(result.Text, part.Text)) { Origin = result.Origin | part.Origin };
        }
        return result;
    }

    private static Value UnionJoin(Value left, Value right)
    {
        Value? result = null;
        foreach (var a in left is ChoiceValue many ? many.Options : [left])
        {
            foreach (var b in right is ChoiceValue others ? others.Options : [right])
            {
                var one = new TextValue(CodePath.Join(a.Text, b.Text)) { Origin = a.Origin | b.Origin };
                result = result is null ? one : ChoiceValue.Of(result, one);
            }
        }
        return result ?? UnknownValue.Nothing;
    }

    private static ListValue Walk(Value? top)
    {
        var folder = new TextValue(CodePath.Concat((top ?? UnknownValue.Nothing).Text, new Word([new Piece(PieceKind.Literal, "/"), new Piece(PieceKind.Glob, "**")])));
        var name = new TextValue(new Word([new Piece(PieceKind.Glob, "*")]));
        return new ListValue([folder, new ListValue([name]), new ListValue([name])]);
    }

    /// <summary>A pattern as text, its stars made active.</summary>
    public static Word Globbed(Value? pattern)
    {
        if (pattern is null) return Word.Unknown("?");
        var pieces = new List<Piece>();
        foreach (var piece in pattern.Text.Pieces)
        {
            if (piece.Kind != PieceKind.Literal)
            {
                pieces.Add(piece);
                continue;
            }
            var plain = 0;
            for (var i = 0; i < piece.Text.Length && pieces.Count < 256; i++)
            {
                if (piece.Text[i] is not ('*' or '?' or '[')) continue;
                pieces.Add(new Piece(PieceKind.Literal, piece.Text[plain..i]));
                var end = i + 1;
                while (end < piece.Text.Length && piece.Text[end] == '*') end++;
                pieces.Add(new Piece(PieceKind.Glob, piece.Text[i..end]));
                i = end - 1;
                plain = end;
            }
            pieces.Add(new Piece(PieceKind.Literal, piece.Text[plain..]));
        }
        return new Word(pieces);
    }

    public static Value Expanded(Value? path, Evaluator run)
    {
        if (path is null) return UnknownValue.Nothing;
        var prefix = path.Text.KnownPrefix;
        if (!prefix.StartsWith('~') && !prefix.StartsWith("$HOME", StringComparison.Ordinal)) return path;
        if (prefix.Length > 1 && prefix[0] == '~' && prefix[1] != '/') return path;
        var home = run.Environment(TextValue.Of("HOME"));
        var skip = prefix[0] == '~' ? 1 : 5;
        var rest = new List<Piece>(path.Text.Pieces);
        rest[0] = new Piece(PieceKind.Literal, prefix[skip..]);
        return new TextValue(CodePath.Concat(home.Text, new Word(rest))) { Origin = path.Origin };
    }
}
