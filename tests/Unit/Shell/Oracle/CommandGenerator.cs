using System.Text;

namespace Sallyport.Tests.Shell.Oracle;

/// <summary>Writes shell commands that end, touch nothing and start only the programs of <see cref="Programs"/>. The same seed writes the same commands.</summary>
internal sealed class CommandGenerator(int seed, bool posix)
{
    /// <summary>The programs that exist: each records what it was given and returns 0.</summary>
    public static readonly string[] Programs = ["tool", "build", "fetch", "sweep"];

    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Values =
        ["x", "", "one two", " lead", "trail ", "p:q", ":p::q:", "*", "?", "[a-c]", "it's", "say \"hi\"", "back\\slash", "$a", "`x`", "-rf", "/", "tab\there", "line\nbreak", "~", "{m,n}", "#n", "!"];
    private static readonly string[] Patterns = ["*", "?", "x*", "*:", "[a-p]*", "o*e", "'*'", "\"$a\"", "[!x]"];

    private readonly Random _random = new(seed);
    private int _depth;
    private int _functions;

    /// <summary>Writes one command.</summary>
    public string Next()
    {
        (_depth, _functions) = (0, 0);
        var text = new StringBuilder();
        foreach (var name in Names) text.Append(name).Append('=').Append(Single(One(Values))).Append("; ");
        if (!posix) text.Append("ref=").Append(One(Names)).Append('\n');
        for (var i = Roll(3); i > 0; i--) text.Append(Assignment()).Append(Roll(2) == 0 ? "; " : "\n");
        for (var i = 1 + Roll(3); i > 0; i--) text.Append(Statement()).Append('\n');
        return text.ToString();
    }

    private int Roll(int sides) => _random.Next(sides);

    private string One(params ReadOnlySpan<string> of) => of[Roll(of.Length)];

    private string Statement()
    {
        if (++_depth > 4)
        {
            _depth--;
            return Simple();
        }
        var text = Roll(posix ? 19 : 24) switch
        {
            0 or 1 or 2 or 3 or 4 => Simple(),
            5 => $"{Simple()} && {Simple()}",
            6 => $"{{ {Statement()}\n}}",
            7 => $"({Statement()}\n); {Simple()}",
            8 => $"for {One(Names)} in {Words(3)}; do {Statement()}\ndone",
            9 => $"if [ {Quoted()} {One("=", "!=")} {Quoted()} ]; then {Statement()}\nelse {Statement()}\nfi",
            10 => $"case {Word()} in {One(Patterns)}) {Statement()}\n;; *) {Statement()}\n;; esac",
            11 => $"set -- {Words(3)}\n{Simple()} \"$@\" $# $1 \"$*\" $*",
            12 => Function(),
            13 => $"IFS={One("':'", "' '", "''", "\": \"", "x")}\n{Simple()} ${One(Names)} $*\nunset IFS",
            14 => $"cd {One("..", "/", "\"$HOME\"", "~", ".", "\"$PWD\"")}; {Simple()} \"$PWD\"",
            15 => $"i=0; while [ $i -lt {Roll(4)} ]; do {Simple()} $i; i=$((i+1)); done",
            16 => $"eval {Single(Simple())}",
            17 => $"{Assignment()} {Simple()}",
            18 => $"while read {One(Names)}; do {Simple()}; done <<EOF\n{One("l1", "two words", "$a", "")}\nlast\nEOF",
            19 => $"if [[ {Word()} == {One(Patterns)} ]]; then {Statement()}\nelse {Statement()}\nfi",
            20 => $"arr=({Words(3)}); {Simple()} \"${{arr[@]}}\" ${{#arr[@]}} \"${{arr[0]}}\" ${{arr[*]}}",
            21 => $"read -r {One(Names)} c <<< {Word()}\n{Simple()}",
            22 => $"for ((j=0; j<{Roll(4)}; j++)); do {Simple()} $j; done",
            _ => $"if (( {Arithmetic()} )); then {Simple()}; fi",
        };
        _depth--;
        return text;
    }

    private string Function()
    {
        var name = "f" + _functions++;
        return $"{name}() {{ {(posix ? "" : "local a=" + Word() + "; ")}{Simple()} $1 \"$@\"; {One("", "return; tool unreached;")} }}\n{name} {Words(2)}";
    }

    private string Simple() => $"{One(Programs)} {Words(3)}";

    private string Words(int most)
    {
        var text = new StringBuilder();
        for (var i = Roll(most + 1); i >= 0; i--) text.Append(Word()).Append(' ');
        return text.ToString().TrimEnd(' ') is var words && words.EndsWith('\\') ? words + "." : words;
    }

    private string Assignment() => $"{One(Names)}={One(Single(One(Values)), Quoted(), Word(), Escaped(One(Values)))}";

    private string Word()
    {
        var text = new StringBuilder();
        for (var i = Roll(3); i >= 0; i--) text.Append(Piece());
        return text.ToString();
    }

    private string Piece() => Roll(posix ? 14 : 19) switch
    {
        0 or 1 => One("w", "foo", "-x", "a.b", "1", "=", "%", "@", ",", "+"),
        2 => Single(One(Values)),
        3 or 4 => Quoted(),
        5 or 6 => "$" + One(Names),
        7 => Parameter(),
        8 => $"$(printf %s {Single(One(Values).Replace("\\", ""))})",
        9 => $"$(({Arithmetic()}))",
        10 => Escaped(One(Values)),
        11 => One("~", "~/x", "*.none", "f*", "{x", "}", "a{b"),
        12 => "\"$@\"",
        13 => $"`echo {One("k", "$a", "'p q'")}`",
        14 => $"{{{One("p,q", "1..3", "a..c", "$a,z", "'s t',u", "p,{q,r}")}}}",
        15 => "$'" + One("a\\tb", "\\x41", "it\\'s", "\\101", "\\u00e9", "\\n") + "'",
        16 => "${" + One(Names) + One("//x/y", "/o/0", "/#x/Z", "/%x/Z", "^^", ",,", "^", ":1", ":1:2", ": -1", "//[a-p]/_") + "}",
        17 => "${#" + One(Names) + "}",
        _ => "${!ref}",
    };

    private string Parameter()
    {
        var op = One(":-", "-", ":+", "+", "#", "##", "%", "%%", ":=");
        var argument = op[0] is '#' or '%' ? One(Patterns) : One("d", "two words", "'q r'", "\"$b\"", "$c", "");
        return "${" + One(Names) + op + argument + "}";
    }

    private string Quoted()
    {
        var text = new StringBuilder("\"");
        for (var i = Roll(3); i > 0; i--)
            text.Append(Roll(6) switch
            {
                0 => "$" + One(Names),
                1 => Parameter().Replace("'", "").Replace("\"$b\"", "$b").Replace("\"$a\"", "$a"),
                2 => "\\" + One("$", "\"", "\\", "x", "`"),
                3 => $"$(echo {One("in", "\"a  b\"", "$b")})",
                4 => $"$(({Arithmetic()}))",
                _ => One("text", " ", "it's", "*", "~", "#"),
            });
        return text.Append('"').ToString();
    }

    private string Arithmetic() => $"{Roll(9)} {One("+", "-", "*", "<", "==", "&", "||", "%")} ({Roll(5)} + {1 + Roll(3)}){One("", " ? 3 : 4", " << 2")}";

    private static string Single(string text) => "'" + text.Replace("'", "'\\''") + "'";

    private static string Escaped(string text)
    {
        if (text.Length == 0) return "''";
        var escaped = new StringBuilder();
        foreach (var c in text) escaped.Append(c == '\n' ? "'\n'" : "\\" + c);
        return escaped.ToString();
    }
}
