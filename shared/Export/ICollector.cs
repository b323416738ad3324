namespace Sallyport.Export;

/// <summary>What became of a batch.</summary>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Body">The answer.</param>
/// <param name="RetryAfter">When to come again, in seconds, where it says so.</param>
/// <param name="Fault">Why no answer came.</param>
/// <param name="Lasting">True where it is no use to ask again before somebody has mended it.</param>
internal readonly record struct CollectorReply(int Status, byte[] Body, int? RetryAfter = null, string? Fault = null, bool Lasting = false);

/// <summary>Where batches go.</summary>
internal interface ICollector
{
    /// <summary>Sends a batch and waits for the answer, not for ever.</summary>
    CollectorReply Send(byte[] batch);
}
