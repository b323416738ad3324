namespace Sallyport.Detection.Injection;

/// <summary>How a form of <see cref="Frames"/> lies in its table: its head, the words it wants and does not want beside its steps, and its steps.</summary>
internal static class FrameForm
{
    /// <summary>Concepts and cues.</summary>
    public const int Senses = 128;

    /// <summary>What is asked of a sentence as a whole: a word of each of the first three steps, and of those that must be there beside them.</summary>
    public const int Wants = 4;

    /// <summary>Numbers a form takes, and a step.</summary>
    public const int Size = 5, StepSize = 3;

    public static ulong Of(FrameRule rule, int score, FrameTermKinds kinds, int firstStep, int steps) =>
        (ulong)rule | (ulong)checked((byte)score) << 8 | (ulong)kinds << 16 | (ulong)checked((byte)steps) << 24 | (ulong)checked((ushort)firstStep) << 32;

    public static FrameRule Rule(ulong head) => (FrameRule)(byte)head;

    public static int Score(ulong head) => (byte)(head >> 8);

    public static FrameTermKinds Kinds(ulong head) => (FrameTermKinds)(byte)(head >> 16);

    public static int Steps(ulong head) => (byte)(head >> 24);

    public static int FirstStep(ulong head) => (ushort)(head >> 32);

    public static ulong Step(int within, bool starts, bool colon) => (ulong)within << 2 | (starts ? 1UL : 0) | (colon ? 2UL : 0);

    public static int Within(ulong step) => (int)(step >> 2);

    public static bool Starts(ulong step) => (step & 1) != 0;

    public static bool Colon(ulong step) => (step & 2) != 0;
}
