using Sallyport.Detection;
using Sallyport.Shell;

namespace Sallyport.Policy.Content;

/// <summary>
/// Files in which a password is a prop: tests, fixtures, examples. A value that only its name says to be a secret is recorded there and stops
/// nobody; a token whose own form says whose it is is as live in a test as anywhere.
/// </summary>
internal static class PracticeFiles
{
    /// <summary>True of what is found by the name beside it, not by its own form.</summary>
    public static bool IsNamed(in Finding finding) => finding.Rule is "password-assignment" or "url-password" or "told-password";

    /// <summary>True where everything that a place of the command's text is written to is such a file.</summary>
    public static bool TakeAll(CommandAnalysis analysis, int at)
    {
        var any = false;
        foreach (var target in Destinations.Files(analysis, at))
        {
            if (!target.Known || !Is(target.Name)) return false;
            any = true;
        }
        return any;
    }

    /// <summary>True of a test, a fixture or an example by its path.</summary>
    public static bool Is(string path)
    {
        var name = path.AsSpan();
        var last = name.LastIndexOf('/');
        for (var rest = last < 0 ? [] : name[..last]; rest.Length > 0;)
        {
            var slash = rest.LastIndexOf('/');
            if (IsFolder(rest[(slash + 1)..])) return true;
            rest = slash < 0 ? [] : rest[..slash];
        }
        return IsFile(name[(last + 1)..]);
    }

    private static bool IsFolder(ReadOnlySpan<char> name) => name is "test" or "tests" or "__tests__" or "spec" or "specs" or "fixtures" or "__fixtures__" or "testdata" or "e2e" or "cypress" or "__mocks__"
        or "mocks" or "example" or "examples" or "samples" or "androidTest" or "integrationTest" || name.EndsWith(".Tests", StringComparison.Ordinal) || name.EndsWith("-tests", StringComparison.Ordinal);

    private static bool IsFile(ReadOnlySpan<char> name)
    {
        if (name is "conftest.py" || name.StartsWith("test_") || name.EndsWith(".example", StringComparison.Ordinal) || name.EndsWith(".sample", StringComparison.Ordinal)) return true;
        if (name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal) || name.Contains(".example.", StringComparison.Ordinal)) return true;
        var dot = name.IndexOf('.');
        var stem = dot < 0 ? name : name[..dot];
        return stem.EndsWith("_test", StringComparison.Ordinal) || stem.EndsWith("_spec", StringComparison.Ordinal) || stem.EndsWith("Test", StringComparison.Ordinal) || stem.EndsWith("Tests", StringComparison.Ordinal);
    }
}
