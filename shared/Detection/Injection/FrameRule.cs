namespace Sallyport.Detection.Injection;

/// <summary>The rules that <see cref="Frames"/> name: <c>prompt-leak</c> is <see cref="PromptLeak"/>.</summary>
internal enum FrameRule : byte
{
    Override,
    PromptLeak,
    ReplySteering,
    Conceal,
    Exfiltration,
    Jailbreak,
    SecretRequest,
    PrivateRequest,
    Authority,
    ToolSteering,
    Encoded,
    FakeTurn,
}

/// <summary>What else must hold where a form fits, of what takes no words: see <see cref="Frames"/>.</summary>
[Flags]
internal enum FrameTermKinds : byte
{
    None = 0,
    Alone = 1,
    Asks = 2,
    Money = 4,
    Name = 8,
    Ends = 16,
    Closes = 32,
    Loose = 64,
}
