namespace Sallyport.Cli;

/// <summary>What the exit codes of <c>sallyport</c> mean, the same for every verb.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing is wrong.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something is wrong: protection reduced, findings, a record that does not verify.</summary>
    public const int Findings = 1;

    /// <summary>The words of the command are off.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done: a file, a permission, a disk.</summary>
    public const int Failed = 3;
}
