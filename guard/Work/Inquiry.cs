using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;

namespace Sallyport.GuardProgram.Work;

/// <summary>Asks every guard that is on about one text, all at once; then, after the answer is out, tells services what they want to know.</summary>
internal static class Inquiry
{
    public static async Task<int> Run(HelperRequest request, Stream output)
    {
        if (request.Question is not { } question) return 2;
        using var desk = Desk.Open(request);
        var asked = new List<Task<GuardAnswer>>();
        foreach (var service in (Service[])[Service.F5, Service.AxonFlow, Service.ArmorIq])
            if (desk.Settings.Asks(service, question.Surface)) asked.Add(Ask(desk, service, question));
        var answers = await Task.WhenAll(asked);
        await output.WriteAsync(HelperAnswer.Write(answers));
        await output.FlushAsync();
        await Reporting.After(desk, question, answers);
        if (question.Surface == Surface.Prompt)
        {
            desk.Cache.Prune(desk.Context.Now);
            new Sallyport.Guards.ArmorIq.TokenStore(desk.Context.Folder).Prune(desk.Context.Now);
        }
        return 0;
    }

    private static async Task<GuardAnswer> Ask(Desk desk, Service service, GuardQuestion question)
    {
        // A signed plan is verified anew at every call: time is part of its verdict.
        var key = service == Service.ArmorIq ? null : desk.CacheKey(service, question);
        if (key is not null && desk.Cache.Find(key, desk.Context.Now) is { } known) return known;
        var answer = await desk.Ask(service, deadline => desk.Guard(service).Ask(question, deadline));
        if (key is not null) desk.Cache.Keep(key, answer);
        return answer;
    }
}
