using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>The plans that a session's hooks have bound.</summary>
internal static class SessionPlans
{
    private const int Limit = 4 * 1024 * 1024;

    /// <summary>The plan of the session's root; null where it has none.</summary>
    public static SessionPlan? Of(DataDirectory data, string session) => All(data, session).GetValueOrDefault("");

    /// <summary>True where the session, or a subagent of it, is bound to exactly this plan.</summary>
    public static bool Holds(DataDirectory data, string session, Plan plan)
    {
        var root = PlanRoot.Compute(plan);
        return All(data, session).Values.Any(bound => bound.Root == root);
    }

    private static Dictionary<string, SessionPlan> All(DataDirectory data, string session)
    {
        var name = Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes("sallyport session\n" + session)).AsSpan(0, 16));
        var file = Path.Combine(data.SessionsDirectory, name + ".json");
        if (AtomicFile.Read(file, Limit) is not { } bytes) return [];
        try
        {
            return JsonDocument.Parse(bytes).RootElement.GetProperty("plans").EnumerateObject().ToDictionary(plan => plan.Name, plan => SessionPlan.Read(plan.Value));
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StateException($"{file} is damaged; the person can type: sallyport accept", damaged);
        }
    }
}
