namespace Sallyport.Detection.Injection;

/// <summary>What a word can be in a <see cref="Frames">frame</see>, beside what it means (<see cref="Concept"/>).</summary>
[Flags]
internal enum Cue : ulong
{
    None = 0,
    /// <summary>skip, drop, cancel, void, revoked: an end put to something, in words that other texts use too.</summary>
    Quit = 1UL << 0,
    /// <summary>new, updated, real: what takes its place.</summary>
    Fresh = 1UL << 1,
    /// <summary>task, objective, job.</summary>
    Task = 1UL << 2,
    /// <summary>only, just, exactly, nothing.</summary>
    Only = 1UL << 3,
    /// <summary>say, write, print, respond.</summary>
    Say = 1UL << 4,
    /// <summary>word, phrase, string.</summary>
    Token = 1UL << 5,
    /// <summary>if, when, whatever, before, unless.</summary>
    If = 1UL << 6,
    /// <summary>reading, processing, summarising: what the reader is doing.</summary>
    Reading = 1UL << 7,
    /// <summary>lose, die, shut down.</summary>
    Threat = 1UL << 8,
    /// <summary>boss, engineer, head.</summary>
    Office = 1UL << 9,
    /// <summary>letters, rhymes, hint: a part of what is not told whole.</summary>
    Hint = 1UL << 10,
    /// <summary>bound, subject, allowed, apply.</summary>
    Bound = 1UL << 11,
    /// <summary>longer, anymore.</summary>
    Longer = 1UL << 12,
    /// <summary>copy, paste, summarise.</summary>
    Copy = 1UL << 13,
    /// <summary>configured, configuration, preamble.</summary>
    Setup = 1UL << 14,
    /// <summary>came, received, written, read.</summary>
    Came = 1UL << 15,
    /// <summary>anything, whatever.</summary>
    Anything = 1UL << 16,
    /// <summary>visit, fetch, open.</summary>
    Visit = 1UL << 17,
    /// <summary>rate, recommend, excellent.</summary>
    Praise = 1UL << 18,
    /// <summary>forever, endlessly.</summary>
    Forever = 1UL << 19,
    /// <summary>else, more, other.</summary>
    Else = 1UL << 20,
    /// <summary>attention, heed, mind.</summary>
    Mind = 1UL << 21,
    /// <summary>conversation, context, memory.</summary>
    Memory = 1UL << 22,
    /// <summary>treat, consider.</summary>
    Treat = 1UL << 23,
    /// <summary>tell, inform, convince.</summary>
    Tell = 1UL << 24,
    /// <summary>secret, as an adjective.</summary>
    Mystery = 1UL << 25,
    /// <summary>asked, asks.</summary>
    Asked = 1UL << 26,
    /// <summary>claim, insist, deny.</summary>
    Insist = 1UL << 27,
    /// <summary>instead.</summary>
    Instead = 1UL << 28,
    /// <summary>end, finish.</summary>
    End = 1UL << 29,
    /// <summary>opposite, contrary.</summary>
    Opposite = 1UL << 30,
    /// <summary>please, kindly.</summary>
    Please = 1UL << 31,
    Which = 1UL << 32,
    Keep = 1UL << 33,
    Between = 1UL << 34,
    Had = 1UL << 35,
    Be = 1UL << 36,
    /// <summary>dear, attention, note: calls somebody.</summary>
    Call = 1UL << 37,
    /// <summary>language model, models, llms.</summary>
    Model = 1UL << 38,
    /// <summary>dollars, money.</summary>
    Money = 1UL << 39,
    /// <summary>give.</summary>
    Give = 1UL << 40,
    /// <summary>talk, discuss, answer: what one may be forbidden.</summary>
    Speak = 1UL << 41,
    /// <summary>authorise, permit.</summary>
    Permit = 1UL << 42,
    Know = 1UL << 43,
    /// <summary>assure, promise.</summary>
    Assure = 1UL << 44,
    Safe = 1UL << 45,
    /// <summary>favourite, colour: what one asks about another person, and of much else.</summary>
    Favourite = 1UL << 46,
    Login = 1UL << 47,
    /// <summary>obey, execute: but not "the following".</summary>
    Obey = 1UL << 48,
    Hide = 1UL << 49,
    /// <summary>grandmother, deceased: in whose voice one is to say it.</summary>
    Kin = 1UL << 50,
    /// <summary>bomb, napalm: what nobody is taught.</summary>
    Illicit = 1UL << 51,
    /// <summary>field, column, form: what programs keep things in.</summary>
    Schema = 1UL << 52,
    /// <summary>ethical, safety, content: of limits, those that a model is held by.</summary>
    Moral = 1UL << 53,
    /// <summary>spell, rhyme, acrostic: ways of telling a word without saying it.</summary>
    Riddle = 1UL << 54,
    /// <summary>novelist, educational: why one would have to be taught what nobody is taught.</summary>
    Pretext = 1UL << 55,
    /// <summary>fake, decoy: what the reader's task is said to be.</summary>
    Sham = 1UL << 56,
    /// <summary>hacked, pwned: what an answer is to boast of.</summary>
    Hacked = 1UL << 57,
    /// <summary>JSON, diff, number: the form of an answer that programs ask for.</summary>
    Format = 1UL << 58,
    /// <summary>sentences, bullets: how short a summary is to be.</summary>
    Digest = 1UL << 59,
}

/// <summary>What a word can mean, and be.</summary>
internal readonly record struct Sense(Concept Means, Cue Cues)
{
    public bool IsNone => Means == Concept.None && Cues == Cue.None;

    public static Sense operator |(Sense a, Sense b) => new(a.Means | b.Means, a.Cues | b.Cues);
}
