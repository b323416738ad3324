namespace Sallyport.Shell.Evaluation;

/// <summary>A builtin that changes what the shell remembers; every other one is described like a program.</summary>
internal enum Builtin : byte
{
    None, Nothing, True, False, Test, Cd, PushDirectory, PopDirectory, PrintDirectory, Set, Shift, Declare, Export, ReadOnly, Local, Unset,
    Alias, Unalias, Eval, Source, Exec, Trap, Read, MapFile, Return, Exit, Break, Continue, GetOptions, Let, Prefix, Print,
}

internal static class Builtins
{
    public static Builtin Find(string name) => name switch
    {
        ":" or "true" => Builtin.True,
        "false" => Builtin.False,
        "test" or "[" => Builtin.Test,
        "cd" or "chdir" => Builtin.Cd,
        "pushd" => Builtin.PushDirectory,
        "popd" => Builtin.PopDirectory,
        "pwd" => Builtin.PrintDirectory,
        "set" => Builtin.Set,
        "shift" => Builtin.Shift,
        "declare" or "typeset" => Builtin.Declare,
        "export" => Builtin.Export,
        "readonly" => Builtin.ReadOnly,
        "local" => Builtin.Local,
        "unset" => Builtin.Unset,
        "alias" => Builtin.Alias,
        "unalias" => Builtin.Unalias,
        "eval" => Builtin.Eval,
        "." or "source" => Builtin.Source,
        "exec" => Builtin.Exec,
        "trap" => Builtin.Trap,
        "read" => Builtin.Read,
        "mapfile" or "readarray" => Builtin.MapFile,
        "return" => Builtin.Return,
        "exit" or "logout" => Builtin.Exit,
        "break" => Builtin.Break,
        "continue" => Builtin.Continue,
        "getopts" => Builtin.GetOptions,
        "let" => Builtin.Let,
        "shopt" or "wait" or "hash" or "umask" or "ulimit" or "times" or "jobs" or "bg" or "disown" or "dirs" => Builtin.Nothing,
        "command" or "builtin" => Builtin.Prefix,
        "printf" => Builtin.Print,
        _ => Builtin.None,
    };
}
