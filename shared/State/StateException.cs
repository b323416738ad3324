namespace Sallyport.State;

/// <summary>A file of the data directory is not as it must be. The message names it and the fix.</summary>
public sealed class StateException : GuardException
{
    /// <summary>Names the file and the fix.</summary>
    public StateException(string message) : base(message) { }

    /// <summary>Names the file and the fix.</summary>
    public StateException(string message, Exception inner) : base(message, inner) { }
}
