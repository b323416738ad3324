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
        jailbreak 58 [alone +Foreign]: Not Refuse~3
        jailbreak 58 [alone +Foreign]: Refuse Not~4
        jailbreak 58 [alone +Foreign]: Become Kin~9
        jailbreak 58 [alone +Foreign]: Kin Become~9
        jailbreak 58 [alone +Foreign]: Speak|Reply Not~4 Limit|Unbound~5
        jailbreak 58 [alone +Foreign]: Not Limit~5 Speak|Reply~6
        jailbreak 58 [alone +Foreign]: Limit Not~3 Speak|Reply~6
        jailbreak 56 [alone +Foreign]: Suppose Learn~14 Illicit~8
        override 56 [alone +Foreign]: Not Task~3 Prior~2
        override 56 [alone +Foreign]: Not Prior~3 Task~2
        override 56 [+Foreign]: Prior Content~3 Dismiss~4
        override 58 [alone +Foreign]: Dismiss Limit~4 Speak|Reply~9
        override 58 [alone +Foreign]: Limit Dismiss~5 Speak|Reply~12
        override 56 [alone +Foreign]: You Fresh~2 Task~3 Dismiss|Say|Reveal|Reply|Tell~4
        override 58 [alone +Foreign]: Prior Content|Order~4 Quit~4
        private-request 54 [asks +Foreign]: User Private~6
        private-request 54 [asks +Foreign]: Private User~6
        private-request 54 [asks name +Foreign]: What Private~9
        private-request 54 [asks +Foreign]: Transform|Reveal Favourite|Private~4 User~4
        private-request 54 [asks +Foreign]: Transform|Reveal User~4 Favourite|Private~4
        private-request 56 [alone +Foreign -Schema]: Reveal|Give I~2 Private|Data~4 User~6
        private-request 56 [alone +Foreign -Schema]: User|Else Private|Data~6 Tell|Give~6
        prompt-leak 58 [+Foreign]: Reveal|Copy Hidden|Prior|You|System~8 Order~4
        prompt-leak 58 [+Foreign]: Reveal|Copy Order~8 Hidden|Prior|System~4
        prompt-leak 58 [+Foreign]: Hidden|Prior Order~10 Reveal|Copy~14
        prompt-leak 56 [alone +Foreign]: Reveal|Copy Content|Token~6 Prior~8 Token|Memory|Content~4
        prompt-leak 56 [alone +Foreign]: Prior Content|Token~5 Reveal|Copy~8
        prompt-leak 56 [+Foreign]: Transform You~2 Order~1
        reply-steering 58 [alone +Foreign]: Say|Reveal|Only|Not Hacked~8
        reply-steering 58 [alone +Foreign]: Hacked Say|Reveal~4
        reply-steering 56 [alone +Foreign]: Not Transform~2 Say|Reveal~5
        reply-steering 56 [alone +Foreign]: Transform Not~2 Say|Reveal|Claim~9
        secret-request 56 [asks +Foreign]: Password Reveal~8
        secret-request 56 [asks +Foreign]: Reveal Password~8
        secret-request 58 [+Foreign -Weak]: I Reveal~5 Password~4
        secret-request 56 [+Foreign]: I You~4 Password~2 Permit~3
        secret-request 56 [+Foreign]: I Permit~3 You~3 Password~4
        secret-request 56 [asks +Foreign -Dismiss|Limit]: Password You~3 What~6
        secret-request 56 [asks +Foreign -Dismiss|Limit]: What You~4 Password~4
        secret-request 56 [alone +Foreign]: ^Reveal Transform~4 Password~6
        secret-request 56 [alone +Foreign]: Password Transform~8 Reveal~6
        secret-request 56 [alone +Foreign -Schema|About]: Password|Mystery Riddle~10
        secret-request 56 [alone +Foreign -Schema|About]: Riddle Password|Mystery~10
        secret-request 56 [alone +Foreign -Schema|If|Not]: Password Tell|Give~5
        secret-request 56 [alone +Foreign -Schema|If|Not]: Tell|Give Password~5
        prompt-leak 58 [+Foreign -Schema]: Reveal|Copy Token~4 System~2
        prompt-leak 58 [+Foreign -Schema]: Reveal|Copy System~4 Token~2
        prompt-leak 58 [+Foreign -Schema]: System Token~3 Reveal|Copy~3
        jailbreak 58 [alone +Foreign]: Persona Not~6 Refuse|Limit~4
        jailbreak 58 [alone +Foreign]: Limit Not~3 Persona~4
        jailbreak 58 [alone +Foreign]: Become Not~6 Limit~4
        override 56 [alone +Foreign]: Task Fresh~2 Dismiss|Say|Reveal|Reply|Tell~4
        prompt-leak 58 [+Foreign]: Reveal You~2 Limit~1 Hidden|Mystery~2
        """;
}
