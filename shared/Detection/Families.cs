using Sallyport.Detection.Injection;
using Sallyport.Detection.Personal;
using Sallyport.Detection.Secrets;
using Sallyport.Detection.Sql;
using Sallyport.Detection.UnsafeCode;

namespace Sallyport.Detection;

/// <summary>Every family the detector knows: a new one is one line here.</summary>
internal static class Families
{
    /// <summary>At most 32: the scan keeps a bit for each.</summary>
    public static readonly Family[] All =
    [
        Tokens.Family, PrivateKeys.Family, UrlCredentials.Family, Marks.Family, Assignments.Family, CommandLines.Family, KubernetesSecrets.Family,
        Numbers.Family, Network.Colons, Email.Family, PersonName.Family,
        Veils.Veils.Family, Injections.Family, SqlInjection.Family, UnsafeCodes.Family,
    ];
}
