namespace Sallyport.Detection;

/// <summary>Signs that many texts are without: what needs one of them need not be looked for there.</summary>
[Flags]
internal enum TextSigns : byte
{
    And = 1,
    Percent = 2,
    Equal = 4,
    Quote = 8,
    Dash = 16,
    Backslash = 32,
    /// <summary>NUL or escape; now and then another control character.</summary>
    Control = 64,
    /// <summary>Any character beyond ASCII.</summary>
    Beyond = 128,
}
