namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Variables that decide what other programs do. Those that are in the environment already are passed on with whatever value they are
/// given: <c>PATH=/tmp; npm test</c> is <c>PATH=/tmp npm test</c>.
/// </summary>
internal static class DecidingVariables
{
    public static bool Is(string name) => name is "PATH" or "HOME" or "SHELL" or "ENV" or "BASH_ENV" or "ZDOTDIR" or "EDITOR" or "VISUAL" or "PAGER"
        or "BROWSER" or "MANPAGER" or "LESSOPEN" or "PROMPT_COMMAND"
            or "NODE_OPTIONS" or "NODE_PATH" or "PYTHONPATH" or "PYTHONHOME" or "PYTHONSTARTUP" or "PERL5LIB" or "PERL5OPT" or "RUBYOPT" or "RUBYLIB"
            or "PATHEXT" or "COMSPEC" or "PSMODULEPATH" or "JAVA_TOOL_OPTIONS" or "_JAVA_OPTIONS" or "CLASSPATH"
            or "MAKEFLAGS" or "GNUMAKEFLAGS" or "CODEX_HOME" or "RUSTC_WRAPPER" or "SSH_ASKPASS" or "SUDO_ASKPASS" or "DOCKER_HOST" or "KUBECONFIG"
        || name.StartsWith("LD_", StringComparison.Ordinal) || name.StartsWith("DYLD_", StringComparison.Ordinal) || name.StartsWith("GIT_", StringComparison.Ordinal)
        || name.StartsWith("npm_config_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("SALLYPORT_", StringComparison.Ordinal);
}
