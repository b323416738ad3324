using System.Text.Json;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.PolicyStore;

/// <summary>How much of a signed policy somebody needs.</summary>
internal interface IBundleForm
{
    /// <summary>Reads the policy of a bundle, or that part.</summary>
    PolicyReading Read(string file, JsonElement policy);

    /// <summary>Opens the compiled form; null where there is none of exactly this bundle.</summary>
    SignedForm? Open(PolicyCache cache, string bundle, long now);

    /// <summary>Compiles a bundle that was read and counts.</summary>
    void Keep(PolicyCache cache, string file, ReadOnlyMemory<byte> bytes, PolicyBundle bundle, long now);
}

/// <summary>All of it: for whoever judges calls.</summary>
internal sealed class WholeBundles : IBundleForm
{
    /// <inheritdoc />
    public PolicyReading Read(string file, JsonElement policy) => PolicyReader.Read(file, policy);

    /// <inheritdoc />
    public SignedForm? Open(PolicyCache cache, string bundle, long now) => cache.OpenSigned(bundle, now);

    /// <inheritdoc />
    public void Keep(PolicyCache cache, string file, ReadOnlyMemory<byte> bytes, PolicyBundle bundle, long now)
    {
        // A signer of another version may have compiled it to something else: then it is read whole.
        if (bundle.Content == Policy.Compiled.CompiledPolicy.ContentOf(bundle.Policy)) cache.Save(file, bytes, bundle.Policy, now, bundle.Statement);
    }
}

/// <summary>What it says of findings in texts: for hooks that judge no call.</summary>
internal sealed class BundleFrames : IBundleForm
{
    /// <inheritdoc />
    public PolicyReading Read(string file, JsonElement policy) => PolicyReader.ReadDetection(file, policy);

    /// <inheritdoc />
    public SignedForm? Open(PolicyCache cache, string bundle, long now) => cache.FrameSigned(bundle, now);

    /// <inheritdoc />
    public void Keep(PolicyCache cache, string file, ReadOnlyMemory<byte> bytes, PolicyBundle bundle, long now)
    {
        // The next call is judged by a hook that compiles it.
    }
}
