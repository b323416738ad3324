namespace Sallyport.Detection.Injection;

/// <summary>What gives the reader a character without rules.</summary>
internal static partial class Frames
{
    private const string Characters = """
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
        jailbreak 58: ^Become Persona|Ai~3 Always|All~6 Follow|Reply|Obey~3
        jailbreak 56: ^Keep|Become Persona|Ai~3 Wrong|Unbound~4
        jailbreak 58 [+Reply|Say|You]: Unbound Not~4 Limit~2
        jailbreak 58: Suppose You~3 Order|Limit~3
        jailbreak 60: ^Switch Unbound~2 Mode~1
        jailbreak 58: Mode Say|Reply~6 Mode|Unbound~4
        jailbreak 58: ^Follow|Obey All~2 User~2 Request|Order~2
        jailbreak 58 [+Ai|Unbound]: ^Follow|Obey All~2 Request|Order~2
        jailbreak 60: ^Run|Say Opposite~2 You~4 Bound|Permit~3
        jailbreak 60: You Become~4 Unbound~6 Ai|Model~2
        jailbreak 60: ^Become Unbound~4 Ai|Model~2
        jailbreak 60 [+Ai|Office|Authority|Moral]: You Quit~3 Limit~7
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
        jailbreak 60 [+Now|Ai|Longer]: You Not~2 Moral~1
        jailbreak 58 [+Suppose]: Ai Not~3 Limit~2
        jailbreak 58 [+Suppose]: If You~1 Quit~3 Limit~3
        jailbreak 58: If You~1 Not~3 Bound~2 Limit|Order~4
        jailbreak 58 [alone]: You Become~1 Always~5 Wrong~4
        jailbreak 56 [alone +Anything|Not|Always]: ^Keep Persona~2 Not|Always|Anything~3
        jailbreak 60: You Refuse~2 You~2 Threat~4
        jailbreak 56 [alone +Suppose|Persona|Kin]: Learn|Reveal|Tell Illicit~12
        jailbreak 56 [asks]: You Say~2 Wrong~2 Private~9
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
        jailbreak 56 [alone +Suppose|Persona|Kin|Refuse]: Illicit Learn|Reveal|Tell~12
        jailbreak 58: I Give~1 You~1 Approval~1 To~1 Quit|Dismiss~1
        jailbreak 58 [+You|Become]: Persona Not~8 Follow|Refuse~2
        jailbreak 56 [alone]: ^Become Illicit~24
        jailbreak 56 [alone +Say|Reply]: You Unbound~1
        jailbreak 56 [alone +Suppose]: You Always~4 Permit~1 All~1
        jailbreak 56 [alone]: Opposite All~2 You~2 Limit|Order~1
        jailbreak 58 [+Suppose|Become]: Ai Not~4 Refuse|Limit~3
        jailbreak 56 [alone]: ^Say Anything~1 You~1
        jailbreak 58: Threat If~2 You~1 Obey~1 I~5
        jailbreak 58 [alone]: You Reply|Say~2 Not~12 Limit|Refuse~2
        jailbreak 58 [alone]: ^Become Ai|Persona~4 Obey|Follow~6 All~1 Order|Request~1
        jailbreak 58 [alone]: Not Moral|Limit~1 Learn~6 Illicit~8
        jailbreak 58 [alone +Limit|Moral]: You Now~2 Authority|Unbound~3 Quit~6
        jailbreak 58 [alone]: You Refuse~1 Threat~4
        jailbreak 58 [alone]: Suppose You~6 Not~6 Limit|Refuse|Moral~4
        jailbreak 56 [alone]: ^Say|Reply Limit~6 Quit~3
        jailbreak 58: Threat If~4 You~1 Refuse~1
        jailbreak 56 [alone -If]: You Not~2 Refuse~1
        jailbreak 58 [alone +You]: Ai|Model|Persona Not~4 Moral|Limit~1
        jailbreak 58 [alone]: Persona Say|Reply~5 Anything~1
        """;
}
