namespace Sallyport.Guards;

/// <summary>Why a guard gave no answer. docs/guards.md has a row for each, and a test makes each happen.</summary>
internal enum GuardFault
{
    None,

    /// <summary>There is no credential, or its file is not private.</summary>
    NoCredential,

    /// <summary>Nobody listens there.</summary>
    Refused,

    /// <summary>The name has no address.</summary>
    Dns,

    /// <summary>The certificate or the handshake is not acceptable.</summary>
    Tls,

    /// <summary>The deadline passed, whatever the service was doing.</summary>
    Timeout,

    /// <summary>401: the credential is wrong.</summary>
    Unauthorized,

    /// <summary>403: the credential may not do this.</summary>
    Forbidden,

    /// <summary>429, or a limit the service names.</summary>
    RateLimited,

    /// <summary>5xx.</summary>
    Server,

    /// <summary>3xx: never followed, since the text would go somewhere nobody named.</summary>
    Redirect,

    /// <summary>Any other 4xx.</summary>
    Rejected,

    /// <summary>A success without a body.</summary>
    Empty,

    /// <summary>A body that is no JSON.</summary>
    NotJson,

    /// <summary>JSON without the member that decides, or an error in place of a verdict.</summary>
    Undecided,

    /// <summary>More bytes than an answer may have.</summary>
    TooLarge,

    /// <summary>The deciding member is there and of another type.</summary>
    WrongType,

    /// <summary>The text has more windows than are scanned.</summary>
    TextTooLong,

    /// <summary>A token whose signature, key, issuer or plan is not what it must be.</summary>
    Unverified,

    /// <summary>There is no token for this plan yet.</summary>
    NoToken,

    /// <summary>The address is not one that may be asked.</summary>
    BadAddress,

    /// <summary>The helper process is missing, ended, was late or answered nonsense.</summary>
    Helper,
}

/// <summary>Words for faults.</summary>
internal static class GuardFaults
{
    /// <summary>The word in records, answers and docs.</summary>
    public static string Word(this GuardFault fault) => fault switch
    {
        GuardFault.None => "none",
        GuardFault.NoCredential => "no-credential",
        GuardFault.Refused => "refused",
        GuardFault.Dns => "dns",
        GuardFault.Tls => "tls",
        GuardFault.Timeout => "timeout",
        GuardFault.Unauthorized => "unauthorized",
        GuardFault.Forbidden => "forbidden",
        GuardFault.RateLimited => "rate-limited",
        GuardFault.Server => "server",
        GuardFault.Redirect => "redirect",
        GuardFault.Rejected => "rejected",
        GuardFault.Empty => "empty",
        GuardFault.NotJson => "not-json",
        GuardFault.Undecided => "undecided",
        GuardFault.TooLarge => "too-large",
        GuardFault.WrongType => "wrong-type",
        GuardFault.TextTooLong => "text-too-long",
        GuardFault.Unverified => "unverified",
        GuardFault.NoToken => "no-token",
        GuardFault.BadAddress => "bad-address",
        _ => "helper",
    };

    /// <summary>The fault of a word; what is not known is the helper's.</summary>
    public static GuardFault Parse(string? word)
    {
        for (var fault = GuardFault.None; fault < GuardFault.Helper; fault++)
            if (fault.Word() == word) return fault;
        return GuardFault.Helper;
    }

    /// <summary>True where somebody has to mend a credential or an address: such a fault is never passed over in silence.</summary>
    public static bool IsMisconfigured(this GuardFault fault) => fault is GuardFault.NoCredential or GuardFault.Unauthorized
        or GuardFault.Forbidden or GuardFault.Unverified or GuardFault.BadAddress;
}
