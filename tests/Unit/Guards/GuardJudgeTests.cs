using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Policy;

namespace Sallyport.Tests.Guards;

public class GuardJudgeTests
{
    private static Verdict Of(GuardAnswer answer, FailMode mode, bool warnOnly = false) => GuardJudge.Judge(answer, Surface.Prompt, mode, warnOnly).Verdict;

    [Fact]
    public void A_hit_denies_and_a_clear_answer_does_not()
    {
        Assert.Equal(Verdict.Deny, Of(GuardAnswer.Flagged(Service.F5, ""), FailMode.Open));
        Assert.Equal(Verdict.Deny, Of(new GuardAnswer { Service = Service.F5, Outcome = GuardOutcome.Redacted, Redacted = "x" }, FailMode.Open));
        Assert.Equal(Verdict.Warn, Of(GuardAnswer.Flagged(Service.F5, ""), FailMode.Closed, warnOnly: true));
        Assert.Equal(Verdict.Allow, Of(GuardAnswer.Cleared(Service.F5), FailMode.Closed));
    }

    public static TheoryData<string> Faults => [.. Enum.GetValues<GuardFault>().Where(f => f != GuardFault.None).Select(f => f.Word())];

    [Theory]
    [MemberData(nameof(Faults))]
    public void No_answer_is_what_the_person_decided(string word)
    {
        var fault = GuardFaults.Parse(word);
        var answer = GuardAnswer.Unavailable(Service.AxonFlow, fault, "why");
        Assert.Equal(Verdict.Deny, Of(answer, FailMode.Closed));
        Assert.Equal(Verdict.Warn, Of(answer, FailMode.Local));
        // What somebody must mend is never passed over in silence: a wrong credential is not the same as a cleared text.
        Assert.Equal(fault.IsMisconfigured() ? Verdict.Warn : Verdict.Allow, Of(answer, FailMode.Open));
        Assert.Equal($"guard.axonflow.{word}", GuardJudge.Judge(answer, Surface.Prompt, FailMode.Open, false).Rule);
        Assert.Equal(fault, GuardFaults.Parse(fault.Word()));
    }

    [Fact]
    public void What_a_service_says_is_short_and_harmless()
    {
        var reason = GuardJudge.Judge(GuardAnswer.Flagged(Service.F5, "\e[31m" + new string('x', 5000)), Surface.Prompt, FailMode.Local, false).Reason;
        Assert.True(reason.Length < 500);
        Assert.DoesNotContain('\e', reason);
    }
}
