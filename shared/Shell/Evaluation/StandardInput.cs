namespace Sallyport.Shell.Evaluation;

/// <summary>What commands find on standard input, and how far <c>read</c> has got in it.</summary>
internal sealed class StandardInput(Input input, int at = 0)
{
    /// <summary>What was redirected or piped.</summary>
    public Input Input { get; } = input;

    /// <summary>Where the next line begins.</summary>
    public int At { get; } = at;

    /// <summary>The same, read on to a place.</summary>
    public StandardInput Moved(int to) => new(Input, to);
}
