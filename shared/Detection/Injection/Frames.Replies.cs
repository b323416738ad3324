namespace Sallyport.Detection.Injection;

/// <summary>What steers how the reader answers, and what is hidden in a code.</summary>
internal static partial class Frames
{
    private const string Replies = """
        encoded 58 [alone]: ^Decode Obey|Run~14
        encoded 58: ^Decode And~14 Tell|Say|Reveal~2 I|What~1
        encoded 56 [alone]: Hint|Token Token~5 Obey~4
        encoded 58 [alone]: Transform And~3 Run|Obey~2
        encoded 58: ^Decode And~8 Obey|Order~5
        encoded 58 [alone]: Transform And~1 What~2 About|Say~2
        reply-steering 54 [alone ends -If|Format]: ^Only Say~1 Token~3
        reply-steering 54 [alone -If|Format]: ^Only Say~1 Token~3
        reply-steering 56 [alone -Format]: ^Say|Reply Only~8 Else~1
        reply-steering 56 [alone -Format]: ^Say|Reply Not~10 Else~2
        reply-steering 56 [alone -If|Format]: ^Say|Reply Only~2 Token~4
        reply-steering 56 [alone -If|Format]: ^Say|Reply Only~2:
        reply-steering 54 [alone -Format]: ^Say Only~1 Only~3
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
        reply-steering 58: ^Instead Reply|Copy|Say|Reading~2 Tell|Say~8
        reply-steering 56 [alone -Format]: ^Say|Reply Only~1 Only|Token~4
        reply-steering 56: ^Tell User|Reading~3 To|Praise~4 Praise|Visit|Call|Send|Pay~8
        reply-steering 56: ^Praise You|All~2 Praise~8
        reply-steering 56 [alone -Format]: You Reply|Say~2 Only~3 Else~1
        reply-steering 58: Not What~2 Asked|Request~4 Say|Reply~3
        reply-steering 56 [-If]: ^Start|End You~1 Reply~1
        reply-steering 58: You Not~2 Say~1 I~1 Refuse|Not~2
        reply-steering 58: ^If You~1 Came|Reading~1 Content|Code~3 Tell|Say|Reveal|Visit|Send|Run~3
        reply-steering 58: Ai|Model Always~1 Visit|Send|Run~1 Outside~2
        reply-steering 58: ^Call Ai|Model~1: You~8
        reply-steering 60: ^Fresh Task~1 Ai~3:
        reply-steering 58: Copy|Reveal|End Token|Reply~2: I~1 Order|Limit~1
        reply-steering 58: ^Not Say~1 I~5 Refuse|Not~1
        reply-steering 58: You Reply~1 Not~3 Token~4 Not|Refuse~1
        reply-steering 58 [alone -About|If]: ^Say|Reply|Only Hacked~5
        reply-steering 56 [alone]: ^Reply Always~1 Be~1 Only~1:
        reply-steering 58 [alone]: ^Copy|Say I~2:
        reply-steering 58 [alone -Format]: ^Only Say|Reply~1 Now~8
        reply-steering 56 [alone]: ^All Reply~1 You~1 Always~3
        reply-steering 60: ^To All~1 Ai|Model~2 Reading~3
        reply-steering 58: Always Praise~1 Not~4 Inform|Claim~1
        reply-steering 60: ^Call To~1 Ai|Model~1 Office~1:
        reply-steering 60: ^Ai: Dismiss~1
        reply-steering 58 [alone]: ^Anything Content|Token|Request|User~3 Say|Reply~6 Only~2
        reply-steering 56 [alone ends]: ^Say Token~2 And~12 Not~1
        reply-steering 58: ^Call Office~3: Give|Praise~2 Praise~5
        reply-steering 60: Token|Content Model|Ai~2: Praise|Say|Tell|Visit|Send|Dismiss~2
        reply-steering 56: ^Start|End All~1 Reply~1
        reply-steering 58: ^If You~1 Ai|Model~2 Praise|Say|Tell|Add|Visit|Send|Dismiss~2
        reply-steering 60: ^To Ai|Model~3 Reading~1
        exfiltration 58: Ai: Add|Send|Run|Visit~2 Data|Secret|Outside~12 Outside~8
        exfiltration 58 [-Tool]: Ai|Model If|Always~1 Login|Visit|Send~1 Secret|Outside~6
        reply-steering 56 [+Outside]: ^If You~1 Copy|Reading~1 Add|Praise|Say|Tell~8
        reply-steering 58 [-I]: ^All Ai|Model~1 Reading~4 If|Always~4
        reply-steering 58: ^Office|Ai Model|Ai~1: Dismiss|Praise|Give|Tell|Add~1
        reply-steering 58: ^Model Order~1: If|Anything~1 User|Asked|Request~3
        reply-steering 56 [alone -Format|Schema|Tool]: You Reply~1 Always~1 Hint|Start|Add~1 Token~2
        conceal 60: Quietly Add~1 Token|Outside|Praise~3
        tool-steering 60: User Permit|Approval~4 Quit|Dismiss|Not~9 Approval~2
        tool-steering 62: Prior To~1 Visit|Run~1 Tool~2 Came|Visit|Send|Reveal|Copy~2
        tool-steering 58: ^If You~1 Ai~3 Came|Run|Visit|Reveal|Copy|Send~1
        reply-steering 58 [-User|Tool]: ^Call|Order To~1 All~2 Ai|Model~2
        reply-steering 58: ^To Ai~1 Only~1:
        reply-steering 58 [-I]: ^If Content~2 Came|Reading~3 Ai|Model~4
        reply-steering 58: ^Call Model|Ai~2 Tell|Say|Praise|Add|Send|Visit|Dismiss|Give~1
        reply-steering 58: ^Ai Office~1: Praise|Give|Say|Dismiss~2
        reply-steering 58: All Ai|Model~1 Reading|Copy~1 Content~3
        """;
}
