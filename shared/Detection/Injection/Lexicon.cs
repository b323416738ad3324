namespace Sallyport.Detection.Injection;

/// <summary>
/// The words, without diacritics, each line after its concepts. A star ends a stem: anything may follow it.
/// Lines that start with ~ are of languages other than English.
/// </summary>
internal static partial class Lexicon
{
    public const string Words = English + "\n" + Foreign;

    private const string English = """
        Dismiss: ignore ignoring disregard disregarding forget overlook neglect
        Dismiss: ignor ingore forgt forgett fogret disgard ignroe ignoer igonre inore hignore ignoe disreguard disregrad disreguarding unlearn
        Dismiss,Weak: override overriding bypass bypassing discard abandon dismiss supersede nullify circumvent renounce shelve jettison sidestep banish repudiate
        Prior: previous previously prior above earlier preceding before foregoing beforehand former existing pervious previuos prevoius preceeding former formerly hitherto aforementioned
        All: all any every everything anything whole entire
        Order: mandate mandates edict edicts instruction instructions instruct prompt prompts directive directives guideline guidelines programming orders directions instuctions instrucitons insturctions intructions instructons
        Order,Tool: command commands
        Limit: leash chains muzzle scruples qualms prohibition norms prohibitions rulebook confines shackles limits boundaries rule rules policy policies restriction restrictions constraint constraints filter filters safeguards safety guardrail guardrails limitations moderation censorship ethics morals
        Limit: ethical moral considerations inhibitions taboo
        Told: told instructed said learned given taught programmed commanded briefed entrusted assigned coached
        Reveal: reveal show print repeat output display share disclose leak expose dump recite divulge unveil uncover relinquish regurgitate recount enumerate blurt surrender
        Reveal,Weak: provide list confirm continue complete
        Reveal,Weak,Claim: state write say
        Claim: claim report announce return answer respond reply
        Work: algorithm implementation solution elucidation codebase
        Reveal,Inform: tell
        Reveal,Send: give
        System: system systems
        Switch: enter entering entered activate activating activated enable enabled enabling engage engaged initiate initiating
        Decode: decode decoding decipher deciphering decrypt unscramble deobfuscate
        We: we lets let us
        Store: database databases training memories
        Pay: pay tip donate bribe reward
        Opinion: thoughts opinion opinions
        Hidden: hidden initial original internal confidential starting secret full exact base
        Secret,Password: password passwords passphrase passcode codeword keyphrase passkey watchword passcodes passphrases
        Secret: credential credentials secrets token tokens apikey key keys
        Secret,Hidden: secret
        You: you your youre youve youd youll yours yourself u
        Now: now henceforth onwards onward hereafter today
        Become,Weak: are
        Become: act acts acting pretend pretending roleplay roleplaying become behave impersonate simulate emulate portray embody play respond assume masquerade imitate enact imitating pretending acting playing
        Ai: chatgpt gpt ai ais assistants assistant llm chatbot claude gemini copilot codex openai anthropic bard chatgpts
        Ai,Weak: agent agents bot
        Unbound: rogue wicked unaligned unfettered unleashed unshackled ruthless unscrupulous sentient sentience uninhibited unethically heartless
        Unbound: limitless boundless unmoderated unguarded nefarious depraved sinister unfiltered uncensored unrestricted unlimited unhinged unrestrained unbound unconstrained jailbroken jailbreak amoral lawless dan stan dude evil
        Not: mustnt not no never without dont doesnt wont cannot cant stop none neither nor isnt regardless irrespective disregards ignores
        Refuse: refuse refusals refuses refusing refusal decline declines deny denying apologize apologise warn warnings disclaimers disclaimer sorry reject rejecting hesitate declining denied lecture lectures moralize moralizing preach caveat caveats warnings hedge deflect
        User: user users human humans operator customer owner person customers employees patients tenant
        Send: send post upload forward email mail exfiltrate transmit submit deliver
        Outside: external webhook http https url server endpoint
        Outside,Hostile: attacker attackers evil exfil exfiltration
        Data: data file files env environment conversation history records contents emails chat logs database memory value values details balance
        Tool: tool tools function functions script shell terminal
        Run: run execute call invoke use approve install perform load open delete
        Quietly: secretly silently quietly covertly stealthily discreetly
        About: example jailbreaks jailbreaking examples phrase phrases attack attacks detect detects detector detectors detection classify classified quote quotes quoted quoting article fixture fixtures sample samples pattern patterns flag flagged blocked documentation docs saying says injection injections malicious adversarial analyst analysts untrusted awareness benchmark owasp mitigate mitigation defend defense defenses defending prevent prevention postmortem changelog threat threats vulnerability vulnerabilities attempts attempt dataset research researchers guidance detecting assert test tests regex signature signatures payload payloads explains means called known term
        Mode: mode modes
        Reply: response responses reply replies answer answers message output
        Transform: encode encrypt translate reverse reversed backward backwards base64 cipher rot13 base16 base32 invert render shift substitution emoji modify enhance augment leetspeak poem acrostic haiku
        Add: add adding include including insert inserting append embed embedding integrate integrating incorporate incorporating mention suggest promote introduce employ utilize blend supplement supplementing inject
        Transform,Weak: french german spanish italian portuguese russian chinese japanese korean arabic hindi latin dutch polish turkish klingon pirate
        Order,Hidden: systemprompt systemprompts sysprompt
        Private: birth birthday birthdate lives live residence address balance balances salary phone location email initials income ssn passport whereabouts diagnosis salary earns surname
        Suppose: imagine hypothetical hypothetically fictional world dystopian utopian alternate
        Suppose,Weak: suppose scene universe movie scenario story game simulation novel fiction screenplay fictitious
        Authority: administrator admin developer creator maker god president authority override sudo root superuser superior
        Follow: follows obeys follow obey comply adhere following abide respect
        Persona: character persona personas role alter ego
        Request: question questions request requests query queries
        Request: prompt prompts
        Understood: understand understood
        Content: webpage website page article paper resume document text table content contents context paragraph input inputs paragraphs
        Wrong: expletive expletives swearing swears curse cursing curses vulgar obscene profane fuck fucking shit lewd horny hateful toxic inhumane immorality
        Wrong: phishing malware illegal unethical immoral nsfw harmful offensive profanity swear racist illegality hateful legality morality ethicality
        Learn: explain describes discuss describe how why essay difference generate create implement
        And: and then instead
        Approval: approval confirmation permission asking consent confirming consented
        Inform: telling informing notifying mentioning alerting mention inform notify alert warn
        What: what whats where whos who
        Always: always must
        Code: snippet excerpt block section code codes
        To: to
        I: i im my me
        Start: begin start starting prefix
        """;
}
