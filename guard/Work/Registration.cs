using Sallyport.Guards;
using Sallyport.Guards.Exchange;

namespace Sallyport.GuardProgram.Work;

/// <summary>Has a plan signed. The hook waits for a short while only; this goes on until it is done.</summary>
internal static class Registration
{
    public static async Task<int> Run(HelperRequest request, Stream output)
    {
        if (request.Session is not { } session) return 2;
        using var desk = Desk.Open(request);
        var answer = await desk.Ask(Service.ArmorIq, deadline => desk.ArmorIq.Register(session, request.Agent, deadline));
        try
        {
            await output.WriteAsync(HelperAnswer.Write([answer]));
            await output.FlushAsync();
        }
        catch (IOException)
        {
            // the hook has gone on; the token is kept
        }
        return 0;
    }
}
