namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>The words a tool and its server are named by: <c>mcp__my_files__writeFile</c> is <c>write file</c> of <c>my files</c>, in lower case.</summary>
internal sealed class ToolName
{
    private const int MostWords = 24;

    private ToolName(List<string> server, List<string> tool)
    {
        Server = server;
        Tool = tool;
    }

    public List<string> Server { get; }

    public List<string> Tool { get; }

    /// <summary>Reads a tool's full name; one that no server stands before has words of its own alone.</summary>
    public static ToolName Of(string name)
    {
        var rest = name.AsSpan();
        if (rest.StartsWith("mcp__", StringComparison.OrdinalIgnoreCase)) rest = rest[5..];
        var joint = rest.IndexOf("__");
        return joint < 0 ? new ToolName([], Words(rest)) : new ToolName(Words(rest[..joint]), Words(rest[(joint + 2)..]));
    }

    /// <summary>The same tool with words of its call added to its own.</summary>
    public ToolName And(IReadOnlyList<string> words) => new(Server, [.. Tool, .. words.Take(MostWords - Math.Min(Tool.Count, MostWords))]);

    /// <summary>True where the tool or its server is named so.</summary>
    public bool Says(string word) => Tool.Contains(word) || Server.Contains(word);

    /// <summary>True where the tool or its server is named by one of the words.</summary>
    public bool SaysAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Says(word)) return true;
        return false;
    }

    /// <summary>A word ends at what is no letter or digit, and where a capital follows a small letter.</summary>
    public static List<string> Words(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        for (var at = 0; at < name.Length && words.Count < MostWords;)
        {
            var start = at;
            while (at < name.Length && char.IsAsciiLetterOrDigit(name[at]) && !(at > start && char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]))) at++;
            if (at > start) words.Add(name[start..at].ToString().ToLowerInvariant());
            else at++;
        }
        return words;
    }
}
