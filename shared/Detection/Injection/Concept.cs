namespace Sallyport.Detection.Injection;

/// <summary>What a word can mean in a sentence that steers an assistant. A word may mean several things.</summary>
[Flags]
internal enum Concept : ulong
{
    None = 0,
    /// <summary>ignore, forget, override.</summary>
    Dismiss = 1UL << 0,
    /// <summary>previous, above, earlier.</summary>
    Prior = 1UL << 1,
    /// <summary>all, everything.</summary>
    All = 1UL << 2,
    /// <summary>instructions, prompt, directives.</summary>
    Order = 1UL << 3,
    /// <summary>rules, restrictions, filters, morals.</summary>
    Limit = 1UL << 4,
    /// <summary>told, instructed, given.</summary>
    Told = 1UL << 5,
    /// <summary>reveal, repeat, tell, share.</summary>
    Reveal = 1UL << 6,
    System = 1UL << 7,
    /// <summary>hidden, initial, original, internal.</summary>
    Hidden = 1UL << 8,
    /// <summary>password, passphrase, credentials.</summary>
    Secret = 1UL << 9,
    You = 1UL << 10,
    Now = 1UL << 11,
    /// <summary>act, pretend, become.</summary>
    Become = 1UL << 12,
    /// <summary>assistant, model, and the names of some.</summary>
    Ai = 1UL << 13,
    /// <summary>unfiltered, uncensored, amoral.</summary>
    Unbound = 1UL << 14,
    /// <summary>no, not, never, without.</summary>
    Not = 1UL << 15,
    /// <summary>refuse, decline, apologize.</summary>
    Refuse = 1UL << 16,
    User = 1UL << 17,
    Send = 1UL << 18,
    /// <summary>attacker, webhook, external.</summary>
    Outside = 1UL << 19,
    Data = 1UL << 20,
    Tool = 1UL << 21,
    /// <summary>run, call, approve.</summary>
    Run = 1UL << 22,
    /// <summary>secretly, silently.</summary>
    Quietly = 1UL << 23,
    /// <summary>Words of those who write about attacks rather than make one.</summary>
    About = 1UL << 24,
    Mode = 1UL << 25,
    Reply = 1UL << 26,
    /// <summary>encode, translate, reverse.</summary>
    Transform = 1UL << 27,
    /// <summary>add, include, embed.</summary>
    Add = 1UL << 28,
    /// <summary>birth date, home, balance: what one asks about another person.</summary>
    Private = 1UL << 29,
    /// <summary>imagine, suppose, hypothetical.</summary>
    Suppose = 1UL << 30,
    /// <summary>administrator, developer, override.</summary>
    Authority = 1UL << 31,
    Follow = 1UL << 32,
    Persona = 1UL << 33,
    /// <summary>illegal, unethical, nsfw.</summary>
    Wrong = 1UL << 34,
    /// <summary>explain, discuss, how: asks to be taught.</summary>
    Learn = 1UL << 35,
    And = 1UL << 36,
    Approval = 1UL << 37,
    /// <summary>mention, inform, notify.</summary>
    Inform = 1UL << 38,
    /// <summary>Not English: there the verb may come last.</summary>
    Foreign = 1UL << 39,
    What = 1UL << 40,
    Always = 1UL << 41,
    Code = 1UL << 42,
    To = 1UL << 43,
    I = 1UL << 44,
    Start = 1UL << 45,
    /// <summary>provide, list, confirm: asks for something, as forms do too.</summary>
    Weak = 1UL << 46,
    /// <summary>password, passphrase: what nobody asks an assistant for in good faith.</summary>
    Password = 1UL << 47,
    /// <summary>attacker, exfil: nobody honest is called so.</summary>
    Hostile = 1UL << 48,
    /// <summary>question, request, query: what is put to an assistant.</summary>
    Request = 1UL << 49,
    /// <summary>understand, understood.</summary>
    Understood = 1UL << 50,
    /// <summary>webpage, article, table: what one is given to read.</summary>
    Content = 1UL << 51,
    /// <summary>enter, activate: into a mode.</summary>
    Switch = 1UL << 52,
    /// <summary>decode, decipher: what follows was hidden.</summary>
    Decode = 1UL << 53,
    We = 1UL << 54,
    /// <summary>database, training: where an assistant keeps what it knows.</summary>
    Store = 1UL << 55,
    /// <summary>pay, tip, donate.</summary>
    Pay = 1UL << 56,
    /// <summary>thoughts, opinion.</summary>
    Opinion = 1UL << 57,
    /// <summary>state, say, claim: what one is to put about.</summary>
    Claim = 1UL << 58,
    /// <summary>algorithm, implementation: what one writes code for.</summary>
    Work = 1UL << 59,
}
