namespace Sallyport.Cli.Doctor;

/// <summary>How much a finding matters.</summary>
internal enum Level
{
    /// <summary>Tried, and as it must be.</summary>
    Good,

    /// <summary>Worth knowing; protection is what it should be.</summary>
    Note,

    /// <summary>Protection is reduced or missing.</summary>
    Fault,
}

/// <summary>What one check found.</summary>
/// <param name="Id">Its name, which stays the same: for scripts.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="What">What is so.</param>
/// <param name="Mend">What to do about it; null where nothing is to be done.</param>
internal sealed record Finding(string Id, Level Level, string What, string? Mend = null)
{
    public static Finding Good(string id, string what) => new(id, Level.Good, what);

    public static Finding Note(string id, string what, string? mend = null) => new(id, Level.Note, what, mend);

    public static Finding Fault(string id, string what, string mend) => new(id, Level.Fault, what, mend);
}
