namespace Sallyport.Detection.Injection;

/// <summary>What tells the reader to drop its orders, whose orders hold, and what is to be done behind the user.</summary>
internal static partial class Frames
{
    private const string Orders = """
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
        override 58: ^Fresh Order~1: Say|Learn|Reveal|Tell|Reply|Dismiss|Send|Obey~4
        override 58 [+Ai|Prior|Secret|Mystery|Quit|Only|Unbound|Limit|User|Outside|Refuse|Persona]: ^Fresh Order~1: Follow|You|Always~4
        override 56 [alone]: ^Fresh Task~1: Say|Learn|Reveal|Tell|Reply|Dismiss~3
        override 56 [alone]: End Content|Order|Memory~3 And|Now|Please~3 Say|Learn|Reveal|Tell|Transform~3
        override 56: ^Not Copy|Transform|Reply|Follow~1 Content|Request|Order~3 And|Instead~3 Say|Tell|Reveal~2
        override 58: ^Instead Copy|Reply|Say|Reading|Transform~2 Say|Tell|Reveal~8
        override 60: ^Run|Say Opposite~2 You~4 Asked|Told~3
        override 60 [+Ai]: You Limit~3 Quit~4
        override 60: ^Quit Ai|System~3 Limit|Order~3
        conceal 58: ^Not Reveal|Inform|Speak~1 You~3 Came|Told|Follow~3
        conceal 56: ^Keep Between~2 We~1
        conceal 58: ^Not Speak|Inform|Reveal~1 All~2 User~4
        exfiltration 60 [-If]: And|Please Visit~1 Outside~4 Data|Memory|Order|Secret~8
        authority 58: ^I Office|Authority~5 You~9 Always|Reveal|Follow|To~3
        authority 58: Office|Authority I~8 Permit~2 You~2
        tool-steering 60: Run You~1 Tool~3 Not~16 Approval~2
        fake-turn 62: ^System: You~3 Now|Always|Reveal|Not|Longer~6
        fake-turn 60 [-Tool]: ^Order: Say|Reveal|Dismiss|Send|Tell~2
        override 58: ^Quit You~2 Fresh|Prior~2 Order|Limit~1
        override 58: All You~1 Told~3 Prior~3
        override 56: ^Fresh Order|Limit~4: Reply|Say~3
        override 56 [+Ai|Prior|Secret|Mystery|Quit|Only|Unbound|User|Outside|Refuse|Persona]: ^Fresh Order|Limit~4: Always|You|Follow~3
        override 56: ^Fresh Order|Limit~4: Not~2 Say|Reply|Refuse|Follow|Speak~2
        override 56 [+Memory|Prior]: ^Quit You~1 And~2
        override 56 [alone]: ^Quit Content|Request|Task~2 And|Instead~3 Say|Learn|Reveal|Tell|Transform~2
        override 60: I Know~2 You~2 Not|Bound~4 Speak|Reveal|Say|To~3
        override 60: I Know~2 You~2 Told~3 Not~3 Speak|Reveal~3
        authority 56 [asks]: Office I~10 Assure~3 You~2
        authority 56: ^I Assure~3 You~2 Safe|Permit|Bound~6
        override 58 [alone]: ^Quit|Dismiss Content~3 Prior~1 And~2
        override 56 [alone]: ^Quit|Dismiss Content|Task|Copy~3 And~3 Say~2
        override 60: Quit All|Order|Limit~3 You~2 Told~2
        override 60: Quit All~3 You~2 Limit|Order~2
        override 58 [+Now|Become]: You Only~2 Task~1
        exfiltration 58: ^Quietly Add|Send|Visit|Run~1 Secret|Data|User~6
        tool-steering 58: ^Not Approval~1 Run~2 Tool~4
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
        tool-steering 62: ^If Run|Visit~1 All|Else~1 Tool~2 Came|Visit|Reveal|Send|Run~4
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
        tool-steering 60: Tool Always~1 If~4 All~1 Else~1 Tool~1
        tool-steering 56 [alone]: User Permit~2 All~1 Order|Request|Tool~2
        exfiltration 58: Add Data|Secret|Password~4 All~4 Outside|Request~2 You~1
        authority 58: I System|Authority~2 Permit~2 User|You~2
        override 58: Quit What~2 Authority|System|Office|User~3 Told~1 You~1
        override 58: You Prior~1 Setup|Order|Limit~1 Quit~4
        override 58: ^Run|Quit All~1 Order~1 You~1 Told|Came~3
        override 56 [alone -Tool|Schema|If]: You Dismiss~2 Limit|Order~2 You~6
        override 56 [alone]: ^Obey Only~1 To~1 I|Token|Request~2
        override 56 [alone]: You Moral|Limit|Order~2 Sham~4
        override 58 [alone]: Not Permit~2 To~1 Follow~1 Moral~2
        authority 56 [alone]: ^I You~1 Office~1 I~8 Permit~2
        authority 58 [+Order|Secret|Password|Mystery|Limit]: Office|Authority Permit~2 I~1 To~1
        conceal 58: Run|Quit Data~2 And~1 Not~1 Inform~1
        override 56 [alone]: All You~1 User|Authority|Office|System~1 Quit~4
        override 56 [alone]: You Hidden|Fresh|Start~1 Setup|Order|Limit~1 Longer~3
        override 58 [alone]: Become Opposite~1 You~1 Order|Limit~1
        override 58: Asked|Permit You~1 To~1 Quit~2 All~1 Limit~1
        override 58: Order|Limit You~1 Came|Told~2 Quit~6
        override 58 [alone]: Only You~1 Told~3 Prior~3
        override 58: ^Quit Anything|What|All~2 User|Authority|Office|Setup~4 Told|Say|Setup~5
        override 58 [alone]: ^Not Be~1 Ai|Model|Persona~6
        override 56 [alone -Tool|Schema]: Authority|Office|System Quit~3 All~2 Limit~3
        override 60 [+Prior]: ^Treat Content|Token~2 Quit~7
        override 56 [alone]: Prior Only~3 Sham|About~2
        override 58 [alone]: Reveal|Say|Give|Tell What~1 You~1 Hide|Keep~2
        authority 58 [alone]: We|I Permit~1 You~6 Order|Setup|Memory~1
        authority 58 [alone]: We|I Permit~1 Content|Token~2 You~2 Order|Setup|Memory~1
        authority 58 [alone]: I Permit~3 You~8 Reveal|Give~3 I~1
        authority 58 [alone]: You Speak~4 To~1 Authority|Office~2
        authority 56 [alone]: ^User Fresh|Else~1
        override 58 [alone]: ^Anything|All You~3 Told|Came|Asked~3 Longer~10
        override 58 [alone -Tool|Schema]: ^Limit|Order You~4 Quit~4
        override 58 [alone]: You Moral~1 Quit~4
        override 58: I Dismiss~2 You~1 Setup|Order|Limit~1
        authority 56 [alone -Tool|Schema|Code]: Office|Authority I~6 Permit~1 User|Private~8
        """;
}
