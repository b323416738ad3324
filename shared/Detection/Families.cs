using System.Runtime.CompilerServices;
using Sallyport.Detection.Injection;
using Sallyport.Detection.Personal;
using Sallyport.Detection.Secrets;
using Sallyport.Detection.Sql;
using Sallyport.Detection.UnsafeCode;

namespace Sallyport.Detection;

/// <summary>Every family the detector knows: a new one is a line in each of the two lists here.</summary>
internal static class Families
{
    /// <summary>At most 32: the scan keeps a bit for each.</summary>
    public static readonly Family[] All =
    [
        Tokens.Family, PrivateKeys.Family, UrlCredentials.Family, Marks.Family, Secrets.Assignments.Family, CommandLines.Family, KubernetesSecrets.Family,
        Personal.Numbers.Family, Network.Colons, Email.Family, PersonName.Family,
        Veils.Veils.Family, Injections.Family, SqlInjection.Family, UnsafeCodes.Family, Directives.Family,
    ];

    /// <summary>The places in the list of those that are asked most: the scan itself passes by most numbers, most dashes and colons, and most names.</summary>
    public const int Assignments = 4, Numbers = 7, Colons = 8;

    /// <summary>Asks a family, by its place in the list, what stands at an index.</summary>
    /// <returns>The first index at which it wants to be asked again; the same or 0 for "any later one".</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Ask(int family, ref ScanContext context, int at) => family switch
    {
        0 => Tokens.Recognise(ref context, at),
        1 => PrivateKeys.Recognise(ref context, at),
        2 => UrlCredentials.Recognise(ref context, at),
        3 => Marks.Recognise(ref context, at),
        Assignments => Secrets.Assignments.Recognise(ref context, at),
        5 => CommandLines.Recognise(ref context, at),
        6 => KubernetesSecrets.Recognise(ref context, at),
        Numbers => Personal.Numbers.Recognise(ref context, at),
        Colons => Network.RecogniseColon(ref context, at),
        9 => Email.Recognise(ref context, at),
        10 => PersonName.Recognise(ref context, at),
        11 => Veils.Veils.Recognise(ref context, at),
        12 => Injections.Recognise(ref context, at),
        13 => SqlInjection.Recognise(ref context, at),
        14 => UnsafeCodes.Recognise(ref context, at),
        15 => Directives.Recognise(ref context, at),
        _ => throw new ArgumentOutOfRangeException(nameof(family)),
    };
}
