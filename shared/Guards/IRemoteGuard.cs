using System.Threading.Tasks;

namespace Sallyport.Guards;

/// <summary>A remote guard: given a question, what it says. The one seam that F5, AxonFlow and ArmorIQ stand behind.</summary>
internal interface IRemoteGuard
{
    /// <summary>Which it is.</summary>
    Service Service { get; }

    /// <summary>Asks. Never throws for what a network or a service does; ends when the deadline does.</summary>
    Task<GuardAnswer> Ask(GuardQuestion question, CancellationToken deadline);
}
