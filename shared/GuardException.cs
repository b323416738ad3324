namespace Sallyport;

/// <summary>
/// Something Sallyport needs is not as it must be: a file that cannot be read or trusted, a setting with an unknown value.
/// The message names the file or setting, what is wrong and the fix, holds no secret, and is shown to people and the model.
/// </summary>
public class GuardException : Exception
{
    /// <summary>Names what is wrong and the fix.</summary>
    public GuardException(string message) : base(message) { }

    /// <summary>Names what is wrong and the fix.</summary>
    public GuardException(string message, Exception inner) : base(message, inner) { }
}
