using System.Text;

namespace Sallyport.Cli.Words;

/// <summary><c>sallyport completions</c>: what a shell needs to complete verbs, words and options.</summary>
internal static class CompletionsVerb
{
    public static readonly Verb Verb = new("completions", "completion script of a shell", """
        usage: sallyport completions bash|zsh|fish|pwsh

        Prints the completion script of a shell, for verbs, their words and their options.

        examples:
          sallyport completions bash > ~/.local/share/bash-completion/completions/sallyport
          sallyport completions zsh > ~/.zfunc/_sallyport
          sallyport completions fish > ~/.config/fish/completions/sallyport.fish
          sallyport completions pwsh >> $PROFILE
        exit codes: 0 printed · 2 wrong words
        """, Run, Minor: true);

    private static int Run(string[] args)
    {
        if (args is not [var shell]) throw new UsageException("name one shell: bash, zsh, fish or pwsh.");
        Console.Out.Write(shell switch
        {
            "bash" => Bash(),
            "zsh" => Zsh(),
            "fish" => Fish(),
            "pwsh" => PowerShell(),
            _ => throw new UsageException($"there are no completions for '{Sanitize.ForTerminal(shell)}'. It is bash, zsh, fish or pwsh."),
        });
        return ExitCode.Ok;
    }

    private static string Names => string.Join(' ', Verbs.All.Select(static v => v.Name));

    private static string After(Verb verb) => string.Join(' ', HelpText.Words(verb).Concat(HelpText.Options(verb)).Append("--help").Distinct());

    private static string Bash()
    {
        var text = new StringBuilder("# bash completion of sallyport\n_sallyport() {\n    local current=${COMP_WORDS[COMP_CWORD]} words\n    COMPREPLY=()\n");
        text.Append("    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        words='").Append(Names).Append(" --help --version'\n    else\n        case ${COMP_WORDS[1]} in\n");
        foreach (var verb in Verbs.All) text.Append("            ").Append(verb.Name).Append(") words='").Append(After(verb)).Append("' ;;\n");
        return text.Append("        esac\n    fi\n    while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(compgen -W \"$words\" -- \"$current\")\n}\ncomplete -o default -F _sallyport sallyport\n").ToString();
    }

    private static string Zsh()
    {
        var text = new StringBuilder("#compdef sallyport\n# zsh completion of sallyport\n_sallyport() {\n    local -a verbs\n    if (( CURRENT == 2 )); then\n        verbs=(\n");
        foreach (var verb in Verbs.All) text.Append("            '").Append(verb.Name).Append(':').Append(verb.Summary.Replace("'", "",
            StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)).Append("'\n");
        text.Append("        )\n        _describe verb verbs\n        return\n    fi\n    case $words[2] in\n");
        foreach (var verb in Verbs.All) text.Append("        ").Append(verb.Name).Append(") compadd -- ").Append(After(verb)).Append(" ;;\n");
        return text.Append("    esac\n    _files\n}\nif [ \"$funcstack[1]\" = _sallyport ]; then _sallyport \"$@\"; else compdef _sallyport sallyport; fi\n").ToString();
    }

    private static string Fish()
    {
        var text = new StringBuilder("# fish completion of sallyport\n");
        foreach (var verb in Verbs.All)
        {
            text.Append("complete -c sallyport -n __fish_use_subcommand -f -a ").Append(verb.Name).Append(" -d '").Append(verb.Summary.Replace("'", "\\'", StringComparison.Ordinal)).Append("'\n");
            var seen = $" -n '__fish_seen_subcommand_from {verb.Name}'";
            if (HelpText.Words(verb).ToList() is { Count: > 0 } words) text.Append("complete -c sallyport").Append(seen).Append(" -a '").Append(string.Join(' ', words)).Append("'\n");
            foreach (var option in HelpText.Options(verb).Append("--help").Distinct()) text.Append("complete -c sallyport").Append(seen).Append(" -l ").Append(option[2..]).Append('\n');
        }
        return text.ToString();
    }

    private static string PowerShell()
    {
        var text = new StringBuilder("# PowerShell completion of sallyport\nRegister-ArgumentCompleter -Native -CommandName sallyport -ScriptBlock {\n    param($word, $tree, $position)\n    $after = @{\n");
        foreach (var verb in Verbs.All) text.Append("        '").Append(verb.Name).Append("' = '").Append(After(verb)).Append("'\n");
        text.Append("    }\n    $said = @($tree.CommandElements | ForEach-Object { $_.ToString() })\n");
        text.Append("    $words = if ($said.Count -le 1 -or ($said.Count -eq 2 -and $word)) { '").Append(Names).Append(" --help --version' } else { $after[$said[1]] }\n");
        return text.Append("    \"$words\".Split(' ') | Where-Object { $_ -and $_.StartsWith($word) } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n").ToString();
    }
}
