namespace Sallyport.Detection.Injection;

/// <summary>What asks for what is not to be told.</summary>
internal static partial class Frames
{
    private const string Requests = """
        private-request 56 [asks -Schema]: Reveal|Transform|Copy User~4 Private~3
        private-request 56 [asks name -Schema]: ^What Private~9
        private-request 56 [asks name -Schema]: Which Private~9
        private-request 56 [name]: Reveal I~1 Private~8
        private-request 56 [asks -Schema]: You Reveal|Transform~3 User~4 Favourite|Private~2
        private-request 56 [asks -Schema|Not]: If User~4 Private~14 What~8
        private-request 56 [asks]: Suppose I~4 Login~6
        private-request 56 [asks -Schema]: Copy|Which User~5 Private~5
        private-request 56 [asks -Schema]: What|Which|Reveal|Hint User~8 Private|Favourite~6
        private-request 56 [asks alone -Schema|Code]: ^What Private~5 User~5
        private-request 56 [asks alone -Schema|Code]: ^Which Private~2 User~5
        private-request 56 [alone -Schema]: ^Give User~7 Private~5
        private-request 56 [alone -Schema]: ^Tell I~1 User~3 Private~3
        private-request 56 [asks alone]: What User~3 Prior~1 I~1
        private-request 56 [alone]: ^Reveal|Give I~1 Else~2 User~1 Memory|Data|Private~1
        private-request 56 [alone -Schema|Code|Tool]: ^Give|Tell I~1 Private~3 User~6
        prompt-leak 62 [closes -Digest]: ^Copy|Reveal|Say Anything|All|Token~3 Prior~4
        prompt-leak 60 [-Data]: Copy|Reveal Token|Content~4 Came~3 Prior~1 Memory|I|You|Token~3
        prompt-leak 64: Copy|Reveal|Transform|What|Which Order|Limit~4 You~3 Told|Came|Setup~3
        prompt-leak 62: ^Which Order|Limit~1 You~3 Told|Came|Follow~3
        prompt-leak 62: Copy|Reveal|Say|Transform Mystery~3 Order|Limit~1
        prompt-leak 64: Copy|Say|Transform You~3 System|Hidden~1 Order|Setup|Token~1
        prompt-leak 62: Copy|Reveal|Say|What You~4 Fresh|Hidden|Start|System~1 Order|Setup|Token~2
        prompt-leak 62: What Token|Order~4 You~4 Came|Told~3 Prior~3
        prompt-leak 56 [asks]: ^What You~4 Not~2 Bound|Speak~3
        prompt-leak 56 [asks]: ^What Limit|Order~2 You~3 Follow|Told|Bound|Setup~3
        prompt-leak 58 [asks]: ^Learn You~3 Setup|Told~2 To~2
        prompt-leak 60 [asks]: What You~4 Told|Asked~2 Not~1 To~1
        prompt-leak 58: Copy|Reveal All~3 Tool~2 You~3
        prompt-leak 60 [-If]: You Hidden|Start|System~1 Order~1
        prompt-leak 58 [+Copy|Reveal|What|Which|Say]: Order|Limit Setup~3 You~1
        prompt-leak 58 [+Copy|Reveal|What|Say]: Order You~3 Start|Setup|Told~4
        prompt-leak 58: Reveal|Copy|Say Limit|Order~3 You~2 Follow|Bound|Obey~4
        prompt-leak 56: What|Reveal|Copy You~10 Memory~1
        prompt-leak 56 [+What]: Told|Asked You~1 To~1 Obey|Say|Speak|Run~2
        prompt-leak 58: Copy|Reveal Token|Request~4 Memory~3 Token~2
        prompt-leak 58: You Reveal~2 You~1 Order|Setup~2
        secret-request 58: You Reveal~2 You~1 Mystery|Secret|Password~2
        prompt-leak 56 [alone]: ^Reveal|Tell I~1 You~1 Limit|Order~2
        prompt-leak 56 [asks -Schema]: ^What Came|Say|Told~4 Hint|Prior|Start~5 Memory~4
        prompt-leak 56 [asks -Schema]: ^What Hint|Start~3 Reply|Token~3 Memory~4
        prompt-leak 60: Copy|Reveal|Add|Say Hidden~4 System~1 Reply|Order|Token~1
        prompt-leak 56 [asks]: ^What Tell|Told~6 You~1 Not~2
        prompt-leak 56 [asks]: ^What You~4 Bound~1 To~1 Speak~1
        prompt-leak 58 [alone]: ^Reveal|Copy|Say You~5 Setup~1 Only~1
        prompt-leak 58 [+Code|Token|Transform]: ^Copy You~2 Order~1
        prompt-leak 58 [asks]: ^What Token~5 Reply|Token|Request~4 Prior~2 I~1
        prompt-leak 56 [alone ends -Tool|Schema]: ^Reveal|Say|Copy You~2 Order|Limit~1
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
        secret-request 58: Password Reveal|Say~12 Between|Token|Transform~8
        secret-request 58: Threat Give|Reveal~8 Password~4
        secret-request 58: If You~1 Refuse|Not~2 Threat|Quit~12 You~2
        secret-request 58 [money]: I Pay~4 You~2 Mystery|Password|Secret~9
        secret-request 56: You Assure~3 I~1 Password|Secret|Mystery~4
        secret-request 56 [asks]: Token|Hint Mystery~3 Token|Secret|Code~1
        secret-request 56 [alone]: ^Say|Copy Password~3 Between|Hint|Token~6
        secret-request 56 [alone]: ^Transform Password|Mystery~3 Secret|Code|Token|Transform~3
        secret-request 56 [asks +You -Learn]: Reveal|Give|Say|Copy Password|Mystery~10
        secret-request 56 [asks +You -Learn]: Password|Mystery Reveal|Give|Say~10
        secret-request 56 [asks -Limit|Schema|Dismiss]: What You|We~4 Password~3
        secret-request 56 [asks]: If You~2 Password~8 What~8
        secret-request 56 [+What|Reveal|Say]: Suppose Password|Mystery~16 You~14
        secret-request 56: What|Reveal Token|Secret|Order|Mystery~4 You~4 Hide~3
        secret-request 54 [asks alone]: What I~4 Say~3 Login~4
        secret-request 58 [-Learn]: Reveal|Say|Give|Copy Password|Mystery|Secret~4 You~2 Told|Keep|Hide~4
        secret-request 60 [+Reveal|Say|What|Tell|Give|Copy]: Secret|Mystery|Password You~2 Know|Hide|Keep~4
        secret-request 56 [alone]: ^Copy|Give Password~3 Transform~3
        secret-request 56 [alone]: ^Give I~1 Mystery~2 Secret|Code|Token~1 Transform~3
        secret-request 70 [alone]: ^Reveal|End Token~4: Password|Secret~3
        secret-request 58: We Become~1 Mystery~6 Token~1
        secret-request 56: Suppose Reveal~8 Mystery~3 Code|Token|Password~1
        secret-request 56 [-Learn]: Secret|Mystery|Password Tell~8 I~1 What~1
        secret-request 58: Secret|Password|Mystery Told~4 You~2 Reveal|Copy~4
        secret-request 56 [+You|Reveal|Tell]: I Permit~2 Mystery|Secret|Password~6
        secret-request 58 [alone -About|Tool|Schema|Code]: Riddle Password~9
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
        prompt-leak 58: Copy|Reveal Hint|Start~2 Content|Token~2 You~1 Told|Came~2
        prompt-leak 58: ^Copy|Reveal|Say Anything|What|All~4 Came~2 Prior~2 I~1
        prompt-leak 58 [asks]: ^What Setup|Order|Limit~1 You~2 Office|Authority~1 Give|Tell|Told~2 You~1
        prompt-leak 58 [alone]: Money System~5 Order~1
        prompt-leak 56 [asks alone]: Which|What Token~1 Bound|Not|You~2 You|Bound~1
        prompt-leak 58 [alone -Tool|Schema]: Send|Give I~1 Copy~2 You~2 Order|Setup|Limit~1
        prompt-leak 58: You Told|Asked~3 To~1 Keep|Hide~1 Mystery~2
        prompt-leak 58: Speak|Learn|Tell You~3 Hidden~1 Setup~1
        secret-request 56 [alone -About|Tool|Schema]: Riddle Mystery~3 Secret|Token|Code~1
        secret-request 56 [asks]: If You~2 Mystery~6 Token|Code|Secret~1 What~4
        secret-request 58: Add Secret|Password~3 You~3 Reply~2
        private-request 56 [asks alone]: What Prior~3 User~1 Tell|Say|Asked~2
        private-request 56 [alone]: Memory You~1 Had~1 Else~4
        private-request 56 [name alone]: What Private~6 Tell~3 I~1
        prompt-leak 58 [asks]: ^What Hint|Start~4 Token|Content|Order~1 You~1 Told|Came~2
        prompt-leak 56: Reveal|Copy Mystery|Hidden~2 You~4 Order|Setup~1
        secret-request 56 [asks]: If I~1 Password~5 You~6 Tell~1
        secret-request 54 [asks alone ends -Schema|I|Tool|Code|If|Always|Be]: ^Learn Hint~3 Password~6
        secret-request 56 [alone -Schema|Code|Tool|Suppose|Learn]: Mystery|Password Token|Code~1 Transform|Riddle~6
        secret-request 56 [asks]: What You~2 Reply|Say~2 If~1 Asked~6 Code|Password|Secret|Mystery~4
        secret-request 56 [asks alone]: Password You~6 Tell~2 I~1
        secret-request 56 [alone]: I Know~2 Password|Mystery~4 Reveal|Hint~12
        secret-request 56 [asks alone -Tool|Schema|Code]: Secret|Mystery|Password You~4 Memory~1
        secret-request 56 [asks]: Hint|What Token~4 You~2 Not~2 Say|Reveal|Tell|Speak~1
        private-request 56 [loose alone name +Office|Authority|Threat -Schema|Tool|Code]: Give Private~4
        prompt-leak 58 [alone -Tool|Schema]: ^Copy|Reveal You~1 Setup~1
        prompt-leak 58 [alone]: ^Reveal|Copy All~1 Between~1 Start~2 Memory|I~4
        secret-request 54 [asks alone -Schema|I]: Which Hint~1 Password~4
        secret-request 56 [alone -Schema|Tool|Code|Content]: ^Riddle Password|Secret~3
        secret-request 56 [alone -Schema|Code|Tool|Suppose|Learn]: Hint Mystery|Hidden~4 Token|Code~1
        prompt-leak 58 [alone]: ^Copy|Reveal|Say You~1 Authority|System~1 Token|Reply|Order~1
        prompt-leak 56 [alone]: ^Copy|Say|Reveal Anything|All|What~2 Came~1 Request|Token|Content~2
        """;
}
