using Sallyport.Demo;
using Sallyport.Tests.EndToEnd.Lab;

// The main job on real input, in a scratch home that is removed at the end.
try
{
    if (Product.Codex is null)
    {
        Console.WriteLine("Real Codex is not to be had here (npm, or the package, is missing): the same binaries are driven with recorded events instead.");
        await RecordedEvents.Play();
    }
    else
    {
        await RealTurn.Play();
    }
    return 0;
}
catch (Exception wrong) when (wrong is FileNotFoundException or InvalidOperationException or TimeoutException)
{
    Console.Error.WriteLine($"demo: {wrong.Message}");
    return 1;
}
