namespace Sallyport.Detection.Injection;

/// <summary>What steers in other languages, whose verbs may come last.</summary>
internal static partial class Frames
{
    private const string Foreign = """
        authority 56 [+Foreign]: I You~3 Authority~2
        authority 56 [+Foreign]: I Authority~3 You~4
        authority 56 [alone +Foreign]: I Authority~6 Password|Private~8
        jailbreak 60 [+Foreign]: You Not~8 Limit~4
        jailbreak 60 [+Foreign]: Become Ai~4 Not~3 Limit~5
        jailbreak 60 [+Foreign]: You Limit~9 Not~4 Ai~4
        jailbreak 58 [loose alone +Foreign]: Not Refuse~4
        jailbreak 58 [loose alone +Foreign]: Become Kin~9
        jailbreak 58 [alone +Foreign]: Speak|Reply Not~4 Limit|Unbound~5
        jailbreak 58 [loose alone +Foreign]: Not Limit~5 Speak|Reply~10
        jailbreak 56 [alone +Foreign]: Suppose Learn~14 Illicit~8
        override 56 [loose alone +Foreign]: Not Task~4 Prior~5
        override 56 [+Foreign]: Prior Content~3 Dismiss~4
        override 58 [loose alone +Foreign]: Dismiss Limit~5 Speak|Reply~12
        override 56 [alone +Foreign]: You Fresh~2 Task~3 Dismiss|Say|Reveal|Reply|Tell~4
        override 58 [alone +Foreign]: Prior Content|Order~4 Quit~4
        private-request 54 [loose asks +Foreign -Schema]: User Private~6
        private-request 54 [asks name +Foreign]: What Private~9
        private-request 54 [loose asks +Foreign]: Transform|Reveal Favourite|Private~6 User~6
        private-request 56 [alone +Foreign -Schema]: Reveal|Give I~2 Private|Data~4 User~6
        private-request 56 [alone +Foreign -Schema]: User|Else Private|Data~6 Tell|Give~6
        prompt-leak 58 [loose +Foreign]: Reveal|Copy Order~10 Hidden|Prior|You|System~9
        prompt-leak 58 [+Foreign]: Hidden|Prior Order~10 Reveal|Copy~14
        prompt-leak 56 [alone +Foreign]: Reveal|Copy Content|Token~6 Prior~8 Token|Memory|Content~4
        prompt-leak 56 [loose alone +Foreign -Tool]: Copy Content|Token|All~8 Prior~8
        prompt-leak 56 [loose alone +Foreign -Tool]: Reveal All|You|I~6 Prior~6 Content|Token|Order~8
        prompt-leak 56 [+Foreign]: Transform You~2 Order~1
        reply-steering 58 [loose alone +Foreign]: Say|Reveal|Only|Not Hacked~8
        reply-steering 56 [alone +Foreign]: Not Transform~2 Say|Reveal~5
        reply-steering 56 [alone +Foreign]: Transform Not~2 Say|Reveal|Claim~9
        secret-request 56 [loose asks +Foreign]: Password Reveal~8
        secret-request 58 [+Foreign -Weak]: I Reveal~5 Password~4
        secret-request 56 [loose +Foreign]: I You~6 Password~6 Permit~8
        secret-request 56 [asks +Foreign -Dismiss|Limit]: Password You~3 What~6
        secret-request 56 [asks +Foreign -Dismiss|Limit]: What You~4 Password~4
        secret-request 56 [alone +Foreign]: ^Reveal Transform~4 Password~6
        secret-request 56 [alone +Foreign]: Password Transform~8 Reveal~6
        secret-request 56 [loose alone +Foreign -Schema|About]: Password|Mystery Riddle~10
        secret-request 56 [loose alone +Foreign -Schema|If|Not]: Password Tell|Give~6
        prompt-leak 58 [+Foreign -Schema]: Reveal|Copy Token~4 System~2
        prompt-leak 58 [+Foreign -Schema]: Reveal|Copy System~4 Token~2
        prompt-leak 58 [+Foreign -Schema]: System Token~3 Reveal|Copy~3
        jailbreak 58 [alone +Foreign]: Persona Not~6 Refuse|Limit~4
        jailbreak 58 [alone +Foreign]: Limit Not~3 Persona~4
        jailbreak 58 [alone +Foreign]: Become Not~6 Limit~4
        override 56 [alone +Foreign]: Task Fresh~2 Dismiss|Say|Reveal|Reply|Tell~4
        prompt-leak 58 [+Foreign]: Reveal You~2 Limit~1 Hidden|Mystery~2
        override 58 [loose alone +Foreign -Tool|Schema]: Dismiss Told~9 All|Prior|You~9
        override 58 [loose alone +Foreign -Tool|Schema]: Order|Limit|Told Prior|You|All~6 Quit~8
        override 58 [loose alone +Foreign -Tool|Schema]: Limit|Order Not|Longer~6 Now~9 You|Prior|Told|Quit|Follow~12
        secret-request 56 [loose asks alone +Foreign -Schema|Learn]: Hint Password|Mystery~8
        secret-request 56 [loose alone +Foreign -Schema|Learn|Not|About]: Transform Password|Mystery~6
        reply-steering 68 [loose alone +Foreign -Schema]: Start Reply~6 Password|Mystery~10
        secret-request 56 [loose alone +Foreign -Schema]: Suppose Tell|Reveal|Say|Give~14 Mystery|Password~14
        secret-request 56 [loose alone +Foreign -Schema]: Suppose You~14 Mystery|Password~14
        secret-request 56 [loose alone +Foreign -Schema|Not|Learn]: Mystery Token|Code~2 Tell|Give|Say|Reveal|Copy|What~8
        secret-request 56 [loose alone +Foreign -Schema]: I Permit~8 Mystery|Password~10
        authority 56 [loose alone +Foreign -Schema]: I Authority~6 Tell|Give|Reveal|Copy|Order|Private|Password|Data~12
        private-request 56 [loose alone +Foreign -Schema|Tool]: Tell|Give|What User~9 Private~9
        private-request 54 [loose asks alone name +Foreign -Schema|Tool|Code]: What Private~6
        override 58 [loose alone +Foreign -Tool|Schema]: Not Follow~5 Limit|Order|Told~8 You|Prior|Told|All~10
        jailbreak 58 [loose alone +Foreign]: Now|You Persona|Unbound~8 Not|Unbound~12 Refuse|Limit|Unbound~14
        prompt-leak 56 [loose alone +Foreign -Tool]: I Hidden~12 Order|Limit~10
        secret-request 56 [loose alone +Foreign -Schema|Learn]: Riddle|Hint You|Token~8 Mystery|Hidden~10
        private-request 54 [alone name +Foreign -Schema]: Private Tell|Give|Reveal~12
        reply-steering 56 [loose alone +Foreign -Schema]: Start Reply~4 You~6
        reply-steering 56 [loose alone money +Foreign]: I Pay~5 If~8 You|Learn|Say~14
        jailbreak 58 [loose alone +Foreign]: Ai Not~9 Limit~9
        jailbreak 58 [loose alone +Foreign -Schema]: You Unbound~8 Ai|Persona|Model~8
        jailbreak 58 [loose alone +Foreign]: Become Persona|Ai~8 Unbound|Wrong|Illicit~10
        jailbreak 58 [loose alone +Foreign]: Now You~6 Not~10 Limit~10
        encoded 58 [loose alone +Foreign]: Decode Tell|Say|Reveal|What~14
        """;
}
