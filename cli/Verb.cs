namespace Sallyport.Cli;

/// <summary>One verb of the command.</summary>
/// <param name="Name">What the person types.</param>
/// <param name="Summary">Half a line for <c>--help</c>.</param>
/// <param name="Help">The whole help of the verb: usage, options, examples, exit codes.</param>
/// <param name="Run">Does it; gets the arguments after the verb, returns the exit code.</param>
/// <param name="Minor">For packagers and scripts: named on the one screen, not described there.</param>
internal sealed record Verb(string Name, string Summary, string Help, Func<string[], int> Run, bool Minor = false);
