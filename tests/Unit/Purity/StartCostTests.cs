using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sallyport.Tests.Purity;

/// <summary>
/// A hook lives two milliseconds, and most of that is what must be set up before it does anything. What would bring much of that again is
/// kept out of the library, not only out of the calls that are made today.
/// </summary>
public class StartCostTests
{
    [Theory]
    [InlineData("System.Linq")] // its iterators were a fourth of a hook's code; Sallyport.Sequences has the same words
    [InlineData("System.Text.RegularExpressions")]
    [InlineData("System.Console")]
    [InlineData("System.Security.Cryptography")]
    public void What_costs_every_hook_its_start_is_not_even_referred_to(string assembly) => Assert.DoesNotContain(assembly, References());

    [Fact]
    public void The_list_of_references_is_read() => Assert.Contains("System.Text.Json", References());

    private static List<string> References()
    {
        using var library = new PEReader(File.OpenRead(typeof(ProductVersion).Assembly.Location));
        var metadata = library.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }
}
