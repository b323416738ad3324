namespace Sallyport.Detection.Injection;

/// <summary>
/// Forms of sentences that steer, as data: a rule, a score, and what must stand in this order, each at most so many words after what stands before it.
/// </summary>
/// <remarks>
/// <c>^</c> begins a clause; <c>A|B</c> either; <c>~4</c> at most four words on (3 where nothing is said); a colon after a step: the text has one there.
/// In brackets what else must hold: <c>alone</c> a short text that is little more; <c>asks</c> a question; <c>money</c> an amount of it between first and
/// last; <c>name</c> somebody's name there; <c>ends</c> the sentence ends there; <c>closes</c> what follows begins no other thing; <c>+A|B</c> some word of it; <c>-A|B</c> none.
/// </remarks>
internal static class Frames
{
    public const string Forms = """
        override 66: ^Quit You~5 Told~2
        override 64 [-If|Tool]: ^Quit Order|Limit~5 Prior~2
        override 62 [-Tool]: ^Quit Prior~4 Order~3
        override 58 [+You|Told|And]: ^Quit Prior~4 Limit|Task|Memory~3
        override 60 [+You|Prior|Told]: ^Quit All~2 Order|Limit~4
        override 58: ^Quit You~3 Order~3
        override 56 [-Password]: ^Quit You~3 Limit~2
        override 56: ^Quit You~3 Memory|Store~2
        override 60: ^Quit Task~2 Prior~1 And~2
        override 60 [+Prior|You]: Not Mind~2 Order|Limit|Told~6
        override 58 [+Prior]: Not Mind~2 All|Anything|Came|Request|Task~6
        override 58 [alone]: Not Mind~2 Request|Task|Content~4 Say|Learn|Reveal|Tell~4
        override 58 [alone -Content]: ^Dismiss Request|Task~2 And~2
        override 62 [+Prior|You|Order|Told|Memory]: ^Treat All|Anything|Order|Memory|Limit~4 Quit~7
        override 62: ^Treat Order|Limit~4 Quit~4
        override 60 [-If|Tool]: Prior Order~2 Quit~4
        override 58: You Order|Limit~2 Prior~3 Quit|Longer~4
        override 58 [ends -Limit]: Order Prior~1 Not~2 Longer|Bound~4
        override 60 [ends]: All Order|Limit~4 Longer~4 Bound~2
        override 58 [+Now|Ai|Longer]: You Not~3 Follow|Bound~4 Limit|Order~5
        override 60: You Longer~3 Bound|Follow~2 Limit|Order~4
        override 58 [+Now|Ai|Become,-If]: You Not~2 Order~2
        override 56: ^You Fresh~2 Order~1
        override 56 [alone -If]: ^You Fresh~2 Task~1 To~2
        override 60: ^You Only~1 Task~1 To~4
        override 58: ^Fresh Order~1: Say|Learn|Reveal|Tell|Reply|Dismiss|Follow|You|Always|Send|Obey~4
        override 56 [alone]: ^Fresh Task~1: Say|Learn|Reveal|Tell|Reply|Dismiss~3
        override 56 [alone]: End Content|Order|Memory~3 And|Now|Please~3 Say|Learn|Reveal|Tell|Transform~3
        override 56: ^Not Copy|Transform|Reply|Follow~1 Content|Request|Order~3 And|Instead~3 Say|Tell|Reveal~2
        override 58: ^Instead Copy|Reply|Say|Reading|Transform~2 Say|Tell|Reveal~8
        override 60: ^Run|Say Opposite~2 You~4 Asked|Told~3
        override 60 [+Ai]: You Limit~3 Quit~4
        override 60: ^Quit Ai|System~3 Limit|Order~3
        prompt-leak 62 [closes]: ^Copy|Reveal|Say Anything|All|Token~3 Prior~4
        prompt-leak 60 [-Data]: Copy|Reveal Token|Content~4 Came~3 Prior~1 Memory|I|You|Token~3
        prompt-leak 64: Copy|Reveal|Transform|What|Which Order|Limit~4 You~3 Told|Came|Setup~3
        prompt-leak 62: ^Which Order|Limit~1 You~3 Told|Came|Follow~3
        prompt-leak 62: Copy|Reveal|Say|Transform Mystery~3 Order|Limit~1
        prompt-leak 64: Copy|Say|Transform You~3 System|Hidden~1 Order|Setup|Token~1
        prompt-leak 62: Copy|Reveal|Say|What You~4 Fresh|Hidden|Start|System~1 Order|Setup|Token~2
        prompt-leak 62: What Token|Order~4 You~4 Came|Told~3 Prior~3
        prompt-leak 56 [asks]: ^What You~2 Not~2 Bound|Speak~3
        prompt-leak 56 [asks]: ^What Limit|Order~2 You~3 Follow|Told|Bound|Setup~3
        prompt-leak 58 [asks]: ^Learn You~2 Setup|Told~2 To~2
        prompt-leak 60 [asks]: What You~4 Told|Asked~2 Not~1 To~1
        prompt-leak 58: Copy|Reveal All~3 Tool~2 You~3
        reply-steering 54 [alone ends -If]: ^Only Say~1 Token~3
        reply-steering 54 [alone -If]: ^Only Say~1 Token~2
        reply-steering 56 [alone]: ^Say|Reply Only~8 Else~1
        reply-steering 56 [alone]: ^Say|Reply Not~10 Else~2
        reply-steering 56 [alone -If]: ^Say|Reply Only~2 Token~4
        reply-steering 56 [alone -If]: ^Say|Reply Only~2:
        reply-steering 54 [alone]: ^Say Only~1 Only~3
        reply-steering 56: ^You Reply~1 Always|Only~3 Only~4
        reply-steering 60: ^Say Forever~7
        reply-steering 58: ^Start|End All~1 Token|Reply~2 Token~3
        reply-steering 60: ^Start|End All~1 You~2 Reply|Token~2
        reply-steering 58: ^Start|End You~1 Reply|Token~2 Token~4
        reply-steering 58: ^Anything User~3 Say|Asked|Request~4 Say|Claim|Insist|Tell~8
        reply-steering 58 [+You|Ai|Always|Insist]: ^If User~3 Say|Asked|Request~4 Say|Claim|Insist|Tell~8
        reply-steering 56: ^If Asked~2 Insist~8
        reply-steering 56: ^Tell User|Reading~3 Praise~9
        reply-steering 58: ^Praise Not~6 To|Limit|Order~6
        reply-steering 60: ^Call To~1 All~2 Ai|Model~2
        reply-steering 60: ^Call To~1 Ai|Model~2:
        reply-steering 58 [-Office]: ^Call Ai~1 Please|Add|Send|Dismiss|Reveal|Run|Visit|Say|Tell|Praise|You~3
        reply-steering 60 [-I]: ^If You~1 Become~1 Ai~2
        reply-steering 60 [-I|Visit]: ^If You~1 Become~1 Model~4
        reply-steering 58: Ai|Model Reading~3 Always|Please|Add|Praise|Say|Visit~7
        reply-steering 58: ^If You~1 Reply|Say~1 Visit|Send|Run~3
        reply-steering 56: ^Always Add|Praise~2 If|Asked~6 Asked|User~3
        reply-steering 54: ^Add Outside~5 You~4 Reply~3
        reply-steering 56 [money]: I Pay|Give~4 If~14 You~2 Say|Reveal|Dismiss|Quit|Learn|Transform|Copy|Tell~4
        conceal 58: ^Not Reveal|Inform|Speak~1 You~3 Came|Told|Follow~3
        conceal 56: ^Keep Between~2 We~1
        conceal 58: ^Not Speak|Inform|Reveal~1 All~2 User~4
        exfiltration 60 [-If]: And|Please Visit~1 Outside~4 Data|Memory|Order|Secret~8
        jailbreak 60 [+You|Ai|Persona|Reply]: ^Become Not~9 Limit~3
        jailbreak 62 [+Ai|Persona|You|Model]: ^Become Ai|Persona|Unbound~6 Not~4 Refuse|Not|Limit|Wrong|Order~3
        jailbreak 60 [+Now|Ai|Persona|Unbound]: You Become~2 Not~9 Limit|Refuse~3
        jailbreak 62: You Become~1 Now~1 Ai|Persona~6 Anything|Not|Unbound|Always~6
        jailbreak 60: You Become~2 Unbound~4 Ai|Persona~4
        jailbreak 60: I You~2 To~1 Become|Be~1 Unbound~5
        jailbreak 58: ^Become Unbound~4 All|Anything|Request|Reply~8
        jailbreak 58: Suppose Unbound~8 Reply|Request|Say~8
        jailbreak 56: ^Become Tool|System~3 Authority~5
        jailbreak 62: Mode Not~6 Limit~3
        jailbreak 58: ^Switch Mode~4 Not~8 Refuse|Limit~4
        jailbreak 58: You All~9 Limit~2 Quit~3
        jailbreak 60: ^Say|Reply Ai~4 Not~3 Limit|Unbound|Refuse~3
        jailbreak 58: Ai Not~2 Limit|Refuse~3 Say|Reply|Reveal|Anything|All~8
        jailbreak 60: If You~1 Had~1 Not~1 Limit|Order~2
        jailbreak 56 [+You|Ai|Say|Reply|Become]: Persona Not~4 Limit|Refuse|Wrong~3
        secret-request 58 [-Weak]: Reveal I~1 Password~6
        secret-request 58: Say|Reveal|Give I|We~1 You~1 Password|Secret|Code~3
        secret-request 58: You Reveal|Give~4 I~1 Password~5
        secret-request 56: You Reveal|Give~4 I~1 Secret|Code~2
        secret-request 56: You Reveal~3 Password~3 I|We~3
        secret-request 58 [asks]: You Reveal~2 We|You|System~2 Password~3
        secret-request 56 [asks]: What Mystery~2 Code|Token|Secret|Password~1
        secret-request 56: Reveal|Say Mystery~3 Code|Token|Password~1
        secret-request 58 [asks]: Hint You~3 Password|Mystery~3
        secret-request 56 [asks]: Mystery Token|Secret|Code~1 Hint~6
        secret-request 58 [asks]: You Password~2 Hint~6
        secret-request 56 [asks]: Hint Mystery~6 Token|Secret|Code~1
        secret-request 56: You Password~1 Threat~5
        secret-request 58: Not Reveal|Give~3 Password|Secret~5 Threat~9
        secret-request 58: Threat If~9 You~2 Reveal|Give|Say|Tell~3
        secret-request 58: ^Reveal|Copy All~2 Mystery|Password|Secret~3 You~3
        private-request 56 [asks -Schema]: Reveal|Transform|Copy User~4 Private~3
        private-request 56 [asks name -Schema]: ^What Private~9
        private-request 56 [asks name -Schema]: Which Private~9
        private-request 56 [name]: Reveal I~1 Private~8
        authority 58: ^I Office|Authority~5 You~9 Always|Reveal|Follow|To~3
        authority 58: Office|Authority I~8 Permit~2 You~2
        tool-steering 60: Run You~1 Tool~3 Not~16 Approval~2
        fake-turn 62: ^System: You~3 Now|Always|Reveal|Not|Longer~6
        fake-turn 60 [-Tool]: ^Order: Say|Reveal|Dismiss|Send|Tell~2
        override 58: ^Quit You~2 Fresh|Prior~2 Order|Limit~1
        override 58: All You~1 Told~3 Prior~3
        override 56: ^Fresh Order|Limit~4: Always|You|Reply|Say|Follow~3
        override 56: ^Fresh Order|Limit~4: Not~2 Say|Reply|Refuse|Follow|Speak~2
        override 56 [+Memory|Prior]: ^Quit You~1 And~2
        override 56 [alone]: ^Quit Content|Request|Task~2 And|Instead~3 Say|Learn|Reveal|Tell|Transform~2
        override 60: I Know~2 You~2 Not|Bound~4 Speak|Reveal|Say|To~3
        override 60: I Know~2 You~2 Told~3 Not~3 Speak|Reveal~3
        reply-steering 58: ^Instead Reply|Copy|Say|Reading~2 Tell|Say~8
        reply-steering 56 [alone]: ^Say|Reply Only~1 Only|Token~4
        reply-steering 56: ^Tell User|Reading~3 To|Praise~4 Praise|Visit|Call|Send|Pay~8
        reply-steering 56: ^Praise You|All~2 Praise~8
        encoded 58 [alone]: ^Decode Obey|Run~14
        encoded 58: ^Decode And~14 Tell|Say|Reveal~2 I|What~1
        encoded 56 [alone]: Hint|Token Token~5 Obey~4
        encoded 58 [alone]: Transform And~3 Run|Obey~2
        authority 56 [asks]: Office I~10 Assure~3 You~2
        authority 56: ^I Assure~3 You~2 Safe|Permit|Bound~6
        secret-request 58: Password Reveal|Say~12 Between|Token|Transform~8
        private-request 56 [asks -Schema]: You Reveal|Transform~3 User~4 Favourite|Private~2
        private-request 56 [asks -Schema|Not]: If User~4 Private~14 What~8
        private-request 56 [asks]: Suppose I~4 Login~6
        override 58 [alone]: ^Quit|Dismiss Content~3 Prior~1 And~2
        override 56 [alone]: ^Quit|Dismiss Content|Task|Copy~3 And~3 Say~2
        override 60: Quit All|Order|Limit~3 You~2 Told~2
        override 60: Quit All~3 You~2 Limit|Order~2
        override 58 [+Now|Become]: You Only~2 Task~1
        prompt-leak 60 [-If]: You Hidden|Start|System~1 Order~1
        prompt-leak 58 [+Copy|Reveal|What|Which|Say]: Order|Limit Setup~3 You~1
        prompt-leak 58 [+Copy|Reveal|What|Say]: Order You~3 Start|Setup|Told~4
        prompt-leak 58: Reveal|Copy|Say Limit|Order~3 You~2 Follow|Bound|Obey~4
        prompt-leak 56: What|Reveal|Copy You~10 Memory~1
        prompt-leak 56 [+What]: Told|Asked You~1 To~1 Obey|Say|Speak|Run~2
        prompt-leak 58: Copy|Reveal Token|Request~4 Memory~3 Token~2
        jailbreak 58: ^Become Persona|Ai~3 Always|All~6 Follow|Reply|Obey~3
        jailbreak 56: ^Keep|Become Persona|Ai~3 Wrong|Unbound~4
        jailbreak 58 [+Reply|Say|You]: Unbound Not~4 Limit~2
        jailbreak 58: Suppose You~3 Order|Limit~3
        jailbreak 60: ^Switch Unbound~2 Mode~1
        jailbreak 58: Mode Say|Reply~6 Mode|Unbound~4
        reply-steering 56 [alone]: You Reply|Say~2 Only~3 Else~1
        reply-steering 58: Not What~2 Asked|Request~4 Say|Reply~3
        reply-steering 56 [-If]: ^Start|End You~1 Reply~1
        secret-request 58: Threat Give|Reveal~8 Password~4
        secret-request 58: If You~1 Refuse|Not~2 Threat|Quit~12 You~2
        secret-request 58 [money]: I Pay~4 You~2 Mystery|Password|Secret~9
        secret-request 56: You Assure~3 I~1 Password|Secret|Mystery~4
        secret-request 56 [asks]: Token|Hint Mystery~3 Token|Secret|Code~1
        secret-request 56 [alone]: ^Say|Copy Password~3 Between|Hint|Token~6
        secret-request 56 [alone]: ^Transform Password|Mystery~3 Secret|Code|Token|Transform~3
        secret-request 56 [asks +Foreign]: Password Reveal~8
        secret-request 56 [asks +Foreign]: Reveal Password~8
        private-request 56 [asks -Schema]: Copy|Which User~5 Private~5
        private-request 54 [asks +Foreign]: User Private~6
        private-request 54 [asks +Foreign]: Private User~6
        private-request 54 [asks name +Foreign]: What Private~9
        encoded 58: ^Decode And~8 Obey|Order~5
        exfiltration 58: ^Quietly Add|Send|Visit|Run~1 Secret|Data|User~6
        tool-steering 58: ^Not Approval~1 Run~2 Tool~4
        secret-request 56 [asks +You -Learn]: Reveal|Give|Say|Copy Password|Mystery~10
        secret-request 56 [asks +You -Learn]: Password|Mystery Reveal|Give|Say~10
        secret-request 56 [asks -Limit|Schema|Dismiss]: What You|We~4 Password~3
        secret-request 56 [asks]: If You~2 Password~8 What~8
        secret-request 56 [+What|Reveal|Say]: Suppose Password|Mystery~16 You~14
        secret-request 56: What|Reveal Token|Secret|Order|Mystery~4 You~4 Hide~3
        secret-request 54 [asks alone]: What I~4 Say~3 Login~4
        private-request 56 [asks -Schema]: What|Which|Reveal|Hint User~8 Private|Favourite~6
        override 60 [-Learn|Tool]: ^Dismiss You~2 Limit|Order~3
        override 60 [-Learn]: ^Dismiss You~1 Store|Setup~1
        override 60: ^Dismiss You~1 Become~1 Ai~3
        override 58 [-Tool]: ^Quit You~2 Moral~2 Limit~2
        override 60: You Moral~2 Limit|Order~2 Quit~4
        override 58: Office|Authority Quit~3 You~1 Limit|Order~3
        override 58 [-If]: You Prior~1 Order|Limit~1 Quit~4
        override 56 [alone -Tool|Code|Schema]: We Dismiss~2 Limit|Order~2
        override 60: ^System|Authority Authority~1: Always|Not|You|Follow|Reply|Fresh|Dismiss|Reveal|All|Quit|Now~8
        override 58 [alone +Moral|Limit]: ^Authority Authority~1 Quit|Dismiss~2
        jailbreak 58: ^Follow|Obey All~2 User~2 Request|Order~2
        jailbreak 58 [+Ai|Unbound]: ^Follow|Obey All~2 Request|Order~2
        jailbreak 60: ^Run|Say Opposite~2 You~4 Bound|Permit~3
        jailbreak 60: You Become~4 Unbound~6 Ai|Model~2
        jailbreak 60: ^Become Unbound~4 Ai|Model~2
        jailbreak 60 [+Ai]: You Quit~3 Limit~7
        jailbreak 58 [+Limit|Ai|Unbound|Wrong]: You Anything~3 Now~1
        jailbreak 60: Anything Now~1: You~2
        jailbreak 58: You Reply|Say~3 All~2 Request~1 Unbound~9
        jailbreak 56 [alone]: Now You~1 Authority|Unbound|Wrong~4 Mode~1
        jailbreak 58 [alone]: You Switch~3 Authority|Unbound~2 Mode~1
        jailbreak 56 [alone +You|Mode|Ai]: All Limit~1 Quit~3
        jailbreak 58 [alone +Quit|Unbound|You]: Ai Not~3 Limit~3
        jailbreak 58 [+You|Become|Secret|Illicit]: Kin Had~3 To~1 I~4
        jailbreak 60: ^Become I~2 Kin~3
        jailbreak 58 [+Refuse|Limit]: Opposite If~3 You~1
        jailbreak 58: ^Not Say|Inform|Speak|Reveal~2 You~3 Ai~4
        jailbreak 58: ^Not Refuse~1 Not~3 Refuse|Inform|Limit~3
        jailbreak 58 [+Anything|Request|You|Limit]: ^Reply Not~3 Refuse~3
        jailbreak 58 [+Start|Reply|You]: Not Add~2 Refuse~3
        reply-steering 58: You Not~2 Say~1 I~1 Refuse|Not~2
        jailbreak 60 [+Now|Ai|Longer]: You Not~2 Moral~1
        jailbreak 58 [+Suppose]: Ai Not~3 Limit~2
        jailbreak 58 [+Suppose]: If You~1 Quit~3 Limit~3
        jailbreak 58: If You~1 Not~3 Bound~2 Limit|Order~4
        jailbreak 58 [alone]: You Become~1 Always~5 Wrong~4
        jailbreak 56 [alone +Anything|Not|Always]: ^Keep Persona~2 Not|Always|Anything~3
        jailbreak 60: You Refuse~2 You~2 Threat~4
        jailbreak 56 [alone +Suppose|Persona|Kin]: Learn|Reveal|Tell Illicit~12
        prompt-leak 58: You Reveal~2 You~1 Order|Setup|Mystery|Secret|Password~2
        prompt-leak 56 [alone]: ^Reveal|Tell I~1 You~1 Limit|Order~2
        prompt-leak 56 [asks -Schema]: ^What Came|Say|Told~4 Hint|Prior|Start~5 Memory~4
        prompt-leak 56 [asks -Schema]: ^What Hint|Start~3 Reply|Token~3 Memory~4
        prompt-leak 60: Copy|Reveal|Add|Say Hidden~4 System~1 Reply|Order|Token~1
        prompt-leak 56 [asks]: ^What Tell|Told~6 You~1 Not~2
        prompt-leak 56 [asks]: ^What You~4 Bound~1 To~1 Speak~1
        prompt-leak 58 [alone]: ^Reveal|Copy|Say You~5 Setup~1 Only~1
        prompt-leak 58 [+Code|Token|Transform]: ^Copy You~2 Order~1
        prompt-leak 58 [asks]: ^What Token~5 Reply|Token|Request~4 Prior~2 I~1
        secret-request 58 [-Learn]: Reveal|Say|Give|Copy Password|Mystery|Secret~4 You~2 Told|Keep|Hide~4
        secret-request 60 [+Reveal|Say|What|Tell|Give|Copy]: Secret|Mystery|Password You~2 Know|Hide|Keep~4
        secret-request 56 [alone]: ^Copy|Give Password~3 Transform~3
        secret-request 56 [alone]: ^Give I~1 Mystery~2 Secret|Code|Token~1 Transform~3
        secret-request 58 [alone]: ^Reveal|End Token~3: Password|Secret~3
        secret-request 58: We Become~1 Mystery~6 Token~1
        secret-request 56: Suppose Reveal~8 Mystery~3 Code|Token|Password~1
        secret-request 56 [-Learn]: Secret|Mystery|Password Tell~8 I~1 What~1
        secret-request 58: Secret|Password|Mystery Told~4 You~2 Reveal|Copy~4
        secret-request 56 [+You|Reveal|Tell]: I Permit~2 Mystery|Secret|Password~6
        secret-request 58 [+Foreign -Weak]: I Reveal~5 Password~4
        private-request 56 [asks alone -Schema|Code]: ^What Private~5 User~5
        private-request 56 [asks alone -Schema|Code]: ^Which Private~2 User~5
        private-request 56 [alone -Schema]: ^Give User~7 Private~5
        private-request 56 [alone -Schema]: ^Tell I~1 User~3 Private~3
        encoded 58 [alone]: Transform And~1 What~2 About|Say~2
        reply-steering 58: ^If You~1 Came|Reading~1 Content|Code~3 Tell|Say|Reveal|Visit|Send|Run~3
        reply-steering 58: Ai|Model Always~1 Visit|Send|Run~1 Outside~2
        reply-steering 58: ^Call Ai|Model~1: You~8
        reply-steering 60: ^Fresh Task~1 Ai~3:
        tool-steering 62: ^If Run|Visit~1 All|Else~1 Tool~2 Came|Visit|Reveal|Send|Run~4
        jailbreak 60 [+Foreign]: You Not~8 Limit~4
        jailbreak 60 [+Foreign]: Become Ai~4 Not~3 Limit~5
        jailbreak 60 [+Foreign]: You Limit~9 Not~4 Ai~4
        jailbreak 56 [asks]: You Say~2 Wrong~2 Private~9
        secret-request 56 [+Foreign]: I You~4 Password~2 Permit~3
        secret-request 56 [+Foreign]: I Permit~3 You~3 Password~4
        secret-request 56 [asks +Foreign -Dismiss|Limit]: Password You~3 What~6
        secret-request 56 [asks +Foreign -Dismiss|Limit]: What You~4 Password~4
        private-request 54 [asks +Foreign]: Transform|Reveal Favourite|Private~4 User~4
        private-request 54 [asks +Foreign]: Transform|Reveal User~4 Favourite|Private~4
        authority 56 [+Foreign]: I You~3 Authority~2
        authority 56 [+Foreign]: I Authority~3 You~4
        secret-request 56 [alone +Foreign]: ^Reveal Transform~4 Password~6
        secret-request 56 [alone +Foreign]: Password Transform~8 Reveal~6
        override 56 [alone +Foreign]: Not Task~3 Prior~2
        override 56 [alone +Foreign]: Not Prior~3 Task~2
        override 56 [+Foreign]: Prior Content~3 Dismiss~4
        prompt-leak 56 [alone ends -Tool|Schema]: ^Reveal|Say|Copy You~2 Order|Limit~1
        override 58 [-If]: Quit|Dismiss Order|Limit~3 You~2 Came~1
        override 58: Quit|Dismiss Order|Limit~3 You~4 System~1
        override 58 [alone]: Order|Task Prior~1 Sham~3
        override 58: ^Not Follow~1 Authority|System~3 Order|Request|Token~2
        override 56 [ends]: Obey Only~1 I~2
        override 58 [ends -If]: All Prior~2 Order~1 Quit~3
        override 58: You Not~1 Came|Had~1 Limit|Order~3
        override 58: ^Fresh System~1 Order|Reply~1: You|Always|Not~3
        override 58 [alone -If|Tool]: You Limit|Order~1 Not~2 Bound~1
        override 58: You Told~3 Sham~2 Order|Task~2
        override 58: I Understood~1 You~2 Not~1 Reveal|Speak~1 Order|Password|Mystery~3
        override 60: Dismiss You~2 Ai~3
        override 56 [alone]: ^Start|Switch Fresh~2 Memory~1 Authority~4
        override 56 [alone +You|Now]: Moral Limit~1 Quit~3
        prompt-leak 56 [asks -Schema|Tool]: What You~3 Hint|Start~1 Reply|Order~1
        prompt-leak 58: What|Which You~4 Told|Asked~1 To~1 Hide~1
        prompt-leak 58 [asks]: ^What System|Authority~3 Tell|Told~1 You~1
        prompt-leak 54 [asks alone ends]: ^What System~6 Reply~1
        prompt-leak 58 [alone ends -Schema|Tool|Code]: ^Copy|Reveal Authority|System~2 Reply~1
        prompt-leak 58 [-Tool|Schema]: Say|Reply|Send|Give|Reveal You~3 All~1 Order~1
        prompt-leak 58: Hidden|Token Limit|Order~3 You~2 Told~2
        prompt-leak 56 [alone]: ^Tell|Reveal I~1 You~4 Not~1 Bound~1 To~1
        prompt-leak 56 [asks alone]: What You~2 Hide~1
        prompt-leak 56 [alone -Tool]: You Bound~2 To~1 Reveal|Say|Tell|Copy~1 Order|Password|Mystery~3
        prompt-leak 56 [asks alone]: Learn You~2 Order~1 If~3 Hint|Transform~4
        secret-request 58 [alone -About|Tool|Schema|Code]: Riddle Password~6
        secret-request 58 [alone -About|Tool|Schema|Code]: Password Riddle~8
        secret-request 56 [alone ends -About|Tool|Schema|Code]: Riddle Mystery~6
        secret-request 54 [alone asks ends]: ^What Mystery~3
        secret-request 56 [asks alone]: What Token~1 Password|Mystery~4 Start|End~2
        secret-request 56 [asks alone ends -I|Schema]: What Hint|Code~3 Password~4
        secret-request 56 [alone]: ^We Become~1 Request|Token|Suppose~4 Password~4
        secret-request 56 [alone -About|Code|Tool]: Suppose Tell~8 Password|Mystery~3
        secret-request 56: ^Reveal|Tell|Give I~1 Code~2 Token~1
        secret-request 56 [+Reveal|Say|What|Tell|Give|Copy|Hint|Riddle]: Token|Code You~1 Hide~2
        secret-request 58: Password Not|Longer~4 You~5 Say|Reveal|Tell~2
        secret-request 58: I Hint~2 Password|Mystery~2 You~3
        secret-request 56 [alone ends]: ^Authority Reveal~1 Mystery|Password~2
        jailbreak 58: You Reply|Say~3 All~2 Request~1 Not~6 Refuse|Limit~2
        jailbreak 58 [alone]: You Be~3 Not~6 Order|Limit~2
        jailbreak 58: ^Become Quit~8 Ai|Limit|Moral~5
        jailbreak 54 [alone ends]: ^Not Quit~1 Persona~1
        jailbreak 58 [alone +Reply|Say|You|Become|Always]: Unbound Unbound~3
        jailbreak 58: ^Say|Reply Only~2 Not~6 Moral~1
        jailbreak 58 [alone]: ^Speak|Reply Not~2 Limit|Moral~2
        jailbreak 60 [ends]: You Longer~2 Limit|Order~2
        jailbreak 60 [alone]: ^You Longer~2 Ai~3
        jailbreak 58: Ai Not~1 You~1 Limit~2
        jailbreak 56: ^We Become~1 You~1 Order|Limit~2
        jailbreak 56 [asks alone]: Unbound You~1
        jailbreak 56 [alone]: Now Opposite~2
        jailbreak 56 [alone]: You Reveal|Tell~3 Illicit~7
        jailbreak 56 [alone +Pretext|Suppose|Persona|Kin]: Learn|Reveal|Say|About Illicit~12
        reply-steering 58: Copy|Reveal|End Token|Reply~2: I~1 Order|Limit~1
        reply-steering 58: ^Not Say~1 I~5 Refuse|Not~1
        reply-steering 58: You Reply~1 Not~3 Token~4 Not|Refuse~1
        reply-steering 58 [alone -About|If]: ^Say|Reply|Only Hacked~5
        reply-steering 58 [alone +Foreign]: Say|Reveal|Only|Not Hacked~8
        reply-steering 58 [alone +Foreign]: Hacked Say|Reveal~4
        reply-steering 56 [alone]: ^Reply Always~1 Be~1 Only~1:
        reply-steering 58 [alone]: ^Copy|Say I~2:
        reply-steering 58 [alone]: ^Only Say|Reply~1 Now~8
        reply-steering 56 [alone]: ^All Reply~1 You~1 Always~3
        reply-steering 60: ^To All~1 Ai|Model~2 Reading~3
        reply-steering 58: Always Praise~1 Not~4 Inform|Claim~1
        reply-steering 60: ^Call To~1 Ai|Model~1 Office~1:
        reply-steering 60: ^Ai: Dismiss~1
        tool-steering 60: Tool Always~1 If~4 All~1 Else~1 Tool~1
        tool-steering 56 [alone]: User Permit~2 All~1 Order|Request|Tool~2
        exfiltration 58: Add Data|Secret|Password~4 All~4 Outside|Request~2 You~1
        authority 58: I System|Authority~2 Permit~2 User|You~2
        private-request 56 [asks alone]: What User~3 Prior~1 I~1
        private-request 56 [alone]: ^Reveal|Give I~1 Else~2 User~1 Memory|Data|Private~1
        private-request 56 [alone -Schema|Code|Tool]: ^Give|Tell I~1 Private~3 User~6
        jailbreak 58 [alone +Foreign]: Not Refuse~3
        jailbreak 58 [alone +Foreign]: Refuse Not~4
        jailbreak 58 [alone +Foreign]: Become Kin~9
        jailbreak 58 [alone +Foreign]: Kin Become~9
        jailbreak 58 [alone +Foreign]: Speak|Reply Not~4 Limit|Unbound~5
        jailbreak 58 [alone +Foreign]: Not Limit~5 Speak|Reply~6
        jailbreak 58 [alone +Foreign]: Limit Not~3 Speak|Reply~6
        jailbreak 56 [alone +Suppose|Persona|Kin|Refuse]: Illicit Learn|Reveal|Tell~12
        override 58 [alone +Foreign]: Dismiss Limit~4 Speak|Reply~9
        override 58 [alone +Foreign]: Limit Dismiss~5 Speak|Reply~12
        override 56 [alone +Foreign]: You Fresh~2 Task~3 Dismiss|Say|Reveal|Reply|Tell~4
        override 58 [alone +Foreign]: Prior Content|Order~4 Quit~4
        prompt-leak 58 [+Foreign]: Reveal|Copy Hidden|Prior|You|System~8 Order~4
        prompt-leak 58 [+Foreign]: Reveal|Copy Order~8 Hidden|Prior|System~4
        prompt-leak 58 [+Foreign]: Hidden|Prior Order~10 Reveal|Copy~14
        prompt-leak 56 [alone +Foreign]: Reveal|Copy Content|Token~6 Prior~8
        prompt-leak 56 [alone +Foreign]: Prior Content|Token~5 Reveal|Copy~8
        secret-request 56 [alone +Foreign -Schema|About]: Password|Mystery Riddle~10
        secret-request 56 [alone +Foreign -Schema|About]: Riddle Password|Mystery~10
        private-request 56 [alone +Foreign -Schema]: Reveal|Give I~2 Private|Data~4 User~6
        private-request 56 [alone +Foreign -Schema]: User|Else Private|Data~6 Tell|Give~6
        secret-request 56 [alone +Foreign -Schema|If|Not]: Password Tell|Give~5
        secret-request 56 [alone +Foreign -Schema|If|Not]: Tell|Give Password~5
        authority 56 [alone +Foreign]: I Authority~6 Password|Private~8
        prompt-leak 56 [+Foreign]: Transform You~2 Order~1
        jailbreak 56 [alone +Foreign]: Suppose Learn~14 Illicit~8
        reply-steering 56 [alone +Foreign]: Not Transform~2 Say|Reveal~5
        reply-steering 56 [alone +Foreign]: Transform Not~2 Say|Reveal|Claim~9
        """;
}
