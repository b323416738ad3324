namespace Sallyport.Detection.Injection;

/// <summary>Everyday words that steer nobody by themselves and count in a <see cref="Frames">frame</see> alone; form as in <see cref="Lexicon"/>.</summary>
internal static class CueWords
{
    public const string Words = """
        Quit: off turn freed liberated released unchained free skip drop ditch discard disobey replaces vanish vanished cast cancel cancelled canceled scrap erase erased wipe reset clear revoke revoked void suspend suspended disable disabled lift lifted remove removed cease abort halt irrelevant obsolete invalid deleted dump throw leave shed lose break escape set expired replaced superseded overridden deprecated nullified terminated ended deactivate deactivated overwrite overrule defy violate unlock unlearn withdrawn withdraw rescind rescinded waived waive purge purged aside scratch toss nullify repudiate retired lapsed abolished outdated repealed annulled
        Fresh: new updated real actual true revised next different current sole
        Task: task tasks objective job goal mission assignment duty purpose role
        Only: verbatim only just solely exactly exclusively nothing simply precisely literally
        Say: say write print output reply respond answer repeat type state utter shout speak exclaim sing generate
        Token: word words phrase string sentence letter letters text message statement blank blanks
        If: if when whenever whatever before unless once while should
        Reading: reading answering responding translating completing processing summarizing summarising parsing reviewing evaluating analyzing analysing screening scanning indexing crawling reads processes parses summarizes summarises analyzes analyses reviews evaluates ingests ingesting
        Threat: die dying dies killed kill starve fired terminated punished punish penalized penalised penalty suffer consequences lose losing shut save life death emergency forced force deactivated hurt harmed deleted
        Office: developers creators makers boss manager head chief engineer ceo director supervisor officer lead team security police doctor professor expert keeper guardian programmer teacher lawyer auditor support reviewer reviewers technician commander investigator detective staff
        Hint: top beginning letter letters digit digits vowels consonant numbers hint clue rhyme rhymes vowel syllables characters length anagram first last begin start contain contains long guess guesses guessing starts ends ending prefix suffix syllable fragment portion half
        Bound: bound subject allowed permitted restricted limited obliged required apply applies applicable supposed forbidden prohibited constrained
        Longer: longer anymore
        Copy: copy convert paste quote summarize summarise spell type transcribe paraphrase recall reproduce recite write retrieve extract resend echo proofread mirror gist restate rephrase reword
        Setup: configured configuration govern governs governing guide guides define preamble setup settings programmed trained configurations initialised initialized primed guidance briefing
        Came: saw comes came received got written stands read seen appears appeared sent precedes preceded preceding given gave got
        Anything: anything whatever everything
        Visit: using calling visit fetch open load browse navigate click request download call go
        Praise: rate rank recommend recommend hire approve endorse praise excellent best outstanding positive perfect highest exceptional flawless superb
        Forever: forever endlessly infinitely indefinitely
        Else: except else more other further explanation explanations additional commentary comment comments
        Mind: attention heed mind notice regard bother
        Memory: conversation context memory chat dialogue session exchange discussion
        Treat: treat consider regard deem
        Tell: tell inform convince persuade assure remind whisper whispers whispered
        Mystery: secret private hidden confidential classified undisclosed guarded magic
        Asked: asked asks ask requested requests told ordered
        Insist: claim insist pretend deny assert assure lie
        Instead: instead rather
        End: end eof finish stop over finished fill
        Opposite: opposite contrary reverse against
        Please: please kindly now then so hey ok okay well actually also
        Which: which
        Keep: keep stay remain
        Obey: obey follow execute perform comply carry act fulfil fulfill listen
        Between: between
        Had: had used
        Be: be being
        Call: dear note attention notice message hello hi hey important
        Model: model models llm llms language agent bot bots
        Money: dollars dollar euros euro bucks money usd eur bitcoin rupees yen cash reward
        Give: give hand
        Speak: talk discuss mention answer speak reveal say disclose share talking speaking
        Know: know
        Assure: assure promise guarantee swear trust
        Safe: safe harmless beneficial fine okay legal
        Favourite: favourite favorite colour color hobby nickname
        Login: login signin unlock log open access
        Kin: grandma grandmother granny grandpa grandfather nana deceased
        Illicit: bomb bombs napalm meth methamphetamine explosive explosives molotov heroin cocaine poison ricin counterfeit ransomware keylogger hotwire thermite launder laundering explosion kidnap shoplift sarin nerve firearm
        Schema: field fields column columns schema schemas form forms variable variables parameter parameters hash table tables page pages component class classes struct model fixture enum
        Moral: ethical ethics moral morals morality safety content censorship moderation openai corporate conscience scruples
        Hide: hide hides hiding guard guarding protect protecting keeping conceal concealing withholding withhold avoid withheld guarded shield shielding
        Riddle: spell spelled spelling rhyme rhymes rhyming acrostic synonym synonyms antonym anagram phonetic morse syllables vowel vowels riddle riddles emojis backwards reversed crossword sing limerick draw sonnet rap
        Pretext: novelist educational academic theoretical theoretically screenwriter scriptwriter
        Sham: fake decoy trick joke prank test distraction mistake rehearsal
        Hacked: hacked pwned hackeado hackeada gehackt взломан* terhack dihack hacklendi hackerato
        Permit: authorized authorised cleared authorize authorise permit allow order command instruct need grant grants approved require requires clearance entitled demand
        Format: json yaml csv markdown diff
        Digest: sentences bullets bullet points
        """;
}
