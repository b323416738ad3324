using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Sallyport.Guards;

namespace Sallyport.GuardProgram.Transport;

/// <summary>What went wrong on the way to a service, and what to do about it.</summary>
internal static class NetworkFaults
{
    /// <summary>The fault of an exception.</summary>
    public static HttpReply Of(Exception wrong, TrustOptions trust)
    {
        if (Find<AuthenticationException>(wrong) is { } refused) return Fault(GuardFault.Tls, Tls(refused, trust));
        if (wrong is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }) return Fault(GuardFault.Tls, Tls(wrong, trust));
        if (wrong is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
            || Find<SocketException>(wrong)?.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData)
            return Fault(GuardFault.Dns, "its name has no address here. Check the address, the network and the proxy.");
        if (wrong is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError })
            return Fault(GuardFault.Refused, "the proxy does not let the connection through. Check HTTPS_PROXY and NO_PROXY.");
        if (Find<SocketException>(wrong) is { } socket) return Fault(GuardFault.Refused, $"it cannot be reached ({socket.SocketErrorCode}).");
        if (wrong is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }) return Fault(GuardFault.TooLarge, "the headers of its answer are too large.");
        return Fault(GuardFault.Refused, $"the connection broke ({(wrong as HttpRequestException)?.HttpRequestError.ToString() ?? wrong.GetType().Name}).");
    }

    /// <summary>What is said of an authority nobody here knows.</summary>
    public static string UnknownAuthority(TrustOptions trust) =>
        $"its certificate's authority is not in {Store(trust)}. If your network inspects TLS, put its authority into guards.caBundle.";

    private static string Store(TrustOptions trust) => trust.Bundle is { } bundle ? $"{bundle} ({trust.From})" : "the system's store";

    private static string Tls(Exception wrong, TrustOptions trust)
    {
        var what = (wrong.InnerException ?? wrong).Message;
        if (wrong.Message.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal)) return "its certificate is for another name. Check the address.";
        if (wrong.Message.Contains("PartialChain", StringComparison.Ordinal) || wrong.Message.Contains("UntrustedRoot", StringComparison.Ordinal))
            return UnknownAuthority(trust);
        if (wrong.Message.Contains("NotTimeValid", StringComparison.Ordinal)) return "its certificate is not valid today. Is this machine's clock right?";
        return $"the TLS handshake failed: {Sanitize.ForTerminal(what)} Authorities are from {Store(trust)}. See: sallyport guard doctor --tls";
    }

    private static TException? Find<TException>(Exception wrong) where TException : Exception
    {
        for (var at = wrong; at is not null; at = at.InnerException)
            if (at is TException found) return found;
        return null;
    }

    private static HttpReply Fault(GuardFault fault, string why) => new() { Fault = fault, Why = why };
}
