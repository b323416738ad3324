namespace Sallyport;

/// <summary>The version of this build.</summary>
public static class ProductVersion
{
    /// <summary>As in <c>sallyport --version</c>, records and bundles.</summary>
    public const string Text = "0.1.0";
}
