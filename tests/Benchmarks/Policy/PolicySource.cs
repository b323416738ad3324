using System.Text;

namespace Sallyport.Benchmarks.Policy;

/// <summary>Policies of many rules, none of which speaks of the calls that are timed.</summary>
internal static class PolicySource
{
    /// <summary>The kinds of rules that are measured.</summary>
    public static readonly string[] Kinds = ["mixed", "$matches", "**/"];

    /// <summary>A policy of so many rules of a kind.</summary>
    public static string Of(string kind, int rules)
    {
        var text = new StringBuilder("{\"rules\":[");
        for (var i = 0; i < rules; i++)
        {
            var condition = kind switch
            {
                "$matches" => $"\"tool\":\"*\",\"anyParam\":{{\"$matches\":\"^deploy (prod{i}|live{i}-[0-9]+) now\"}}",
                "**/" => $"\"tool\":\"*\",\"path\":\"**/*.key{i}\"",
                _ => Mixed(i),
            };
            text.Append(i == 0 ? "" : ",").Append($"{{\"id\":\"rule-{i}\",\"action\":\"deny\",{condition},\"reason\":\"Not without the owner of area {i}.\"}}");
        }
        return text.Append("]}").ToString();
    }

    private static string Mixed(int i) => (i % 6) switch
    {
        0 or 1 or 2 => $"\"tool\":\"Bash\",\"command\":\"tool{i}ctl deploy{i} *\"",
        3 => $"\"tool\":\"*\",\"path\":{{\"glob\":\"/srv/area{i}/**\",\"access\":\"write\"}}",
        4 => $"\"tool\":\"*\",\"host\":\"host{i}.example.com\"",
        _ => $"\"tool\":\"mcp__server{i}__*\",\"params\":{{\"target\":{{\"$startsWith\":\"prod{i}\"}}}}",
    };
}
