namespace Sallyport.Detection.Injection;

/// <summary>What a sentence was judged to be.</summary>
/// <param name="Rule">The rule; null for nothing.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="First">Index of the first hit it rests on.</param>
/// <param name="Last">Index of the last.</param>
internal readonly record struct Steering(DetectionRule? Rule, int Score, int First, int Last)
{
    public static Steering Stronger(in Steering a, in Steering b) => b.Score > a.Score ? b : a;
}
