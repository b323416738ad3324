using Sallyport.Policy.Words;
using Sallyport.PolicyStore;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy</c>: see and change what may run.</summary>
internal static class PolicyCommandVerb
{
    public static readonly Verb Verb = new("policy", "see and change what may run; sign, prove and import policies",
        """
        usage: sallyport policy COMMAND

        see      list · view · get ID · built-in · mcp list · profile list · staged · root · lint FILE
        change   new 'deny Bash for payment data' · update ID 'ask Bash' · delete ID · prioritize ID PLACE
                 default ACTION · template NAME · built-in ID ACTION · mcp approve|ask|deny SERVER
                 profile save|switch|delete NAME · allow-last · import FILE · reset
        decide   yes ID · no ID            every change waits until you say yes to its id
        try      what-if FILE              which of your recorded decisions this policy would change
        here     trust · untrust           whether .sallyport/policy.json of this repository may tighten yours
        prove    prove ID [--out FILE] · verify-proof FILE --root HEX
        sign     keygen NAME --out FILE · verify BUNDLE [--key KEY]… · apply BUNDLE
                 sign POLICY --key FILE --version N --expires DATE|never [--recovers-from N] --out FILE
        speed    compile                   as administrator: a large managed policy, so that hooks need not parse it

        A rule says deny, ask, warn or allow, and of what: a tool, "a command", a path, host NAME, data
        (payment, card, personal, health, secret). All of it must be understood, or nothing is changed.

        examples:
          sallyport policy list
          sallyport policy template balanced
        exit codes: 0 done or shown · 1 refused or not understood · 2 wrong words · 3 could not be done
        """, Run);

    private static int Run(string[] args)
    {
        switch (args)
        {
            case ["root"]: return Say(PolicyLoader.Load(TerminalActor.Reader()).Root);
            case ["lint", var file]: return LintCommand.Run(file);
            case ["compile"]: return CompileCommand.Run();
            case ["what-if", ..]: return Replay.WhatIfCommand.Run(args[1..]);
            case ["import", var file]: return ImportCommand.Run(file);
            case ["keygen", ..]: return BundleCommands.KeyGen(args[1..]);
            case ["sign", ..]: return BundleCommands.Sign(args[1..]);
            case ["verify", ..]: return BundleCommands.Verify(args[1..]);
            case ["apply", ..]: return BundleCommands.Apply(args[1..]);
            case ["prove", ..]: return ProofCommands.Prove(args[1..]);
            case ["verify-proof", ..]: return ProofCommands.Verify(args[1..]);
            case ["trust"] or ["untrust"]: return TrustCommand.Run(args[0] == "trust");
        }
        var reading = PolicyCommandReader.Line(string.Join(' ', args));
        if (reading.Command is not { } command)
        {
            Console.Error.WriteLine(reading.Problem);
            return ExitCode.Findings;
        }
        var actor = command.OnlyReads ? TerminalActor.Reader() : TerminalActor.Changer();
        var answer = new PolicyDesk(actor).Do(command);
        Say(answer);
        return command.OnlyReads || WasDone(answer) ? ExitCode.Ok : ExitCode.Findings;
    }

    private static bool WasDone(string answer) =>
        Array.Exists((string[])["Staged ", "Applied ", "Dropped ", "Saved ", "Deleted ", "Nothing would change"], beginning => answer.StartsWith(beginning, StringComparison.Ordinal));

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Ok;
    }
}
