using Microsoft.CodeAnalysis;

namespace Sallyport.Lexicon;

/// <summary>The compiler asks it for the tables. It looks at nothing but what it was built from.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TableGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(static output =>
    {
        output.AddSource("LexiconData.g.cs", LexiconWriter.Write());
        output.AddSource("RunData.g.cs", RunWriter.Write());
        output.AddSource("FrameData.g.cs", FrameWriter.Write());
    });
}
