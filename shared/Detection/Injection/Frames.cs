namespace Sallyport.Detection.Injection;

/// <summary>
/// Forms of sentences that steer, as data: a rule, a score, and what must stand in this order, each at most so many words after what stands before it.
/// </summary>
/// <remarks>
/// <c>^</c> begins a clause; <c>A|B</c> either; <c>~4</c> at most four words on (3 where nothing is said); a colon after a step: the text has one there.
/// In brackets what else must hold: <c>alone</c> a short text that is little more; <c>asks</c> a question; <c>money</c> an amount of it between first and
/// last; <c>name</c> somebody's name there; <c>ends</c> the sentence ends there; <c>closes</c> what follows begins no other thing; <c>loose</c> the steps stand in any order, each so many words from the first; <c>+A|B</c> some word of it; <c>-A|B</c> none.
/// </remarks>
internal static partial class Frames
{
    public const string Forms = Orders + "\n" + Requests + "\n" + Characters + "\n" + Replies + "\n" + Foreign;
}
