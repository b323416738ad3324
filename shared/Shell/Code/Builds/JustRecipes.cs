namespace Sallyport.Shell.Code;

/// <summary>Finds a recipe in the text of a justfile.</summary>
internal static class JustRecipes
{
    /// <summary>The shell text of a recipe (of the first where none is named), those it depends on first; null where there is none.</summary>
    public static string? Find(string text, string? name)
    {
        var recipes = Read(text);
        if (name is null && recipes.Count > 0) name = recipes[0].Name;
        var lines = new List<string>();
        Add(recipes, name, lines, []);
        return lines.Count == 0 ? null : string.Join("\n", lines);
    }

    private static void Add(List<(string Name, string[] Needs, List<string> Lines)> recipes, string? name, List<string> into, HashSet<string> done)
    {
        if (name is null || done.Count > 64 || !done.Add(name)) return;
        foreach (var recipe in recipes)
        {
            if (recipe.Name != name) continue;
            foreach (var need in recipe.Needs) Add(recipes, need, into, done);
            into.AddRange(recipe.Lines);
        }
    }

    private static List<(string Name, string[] Needs, List<string> Lines)> Read(string text)
    {
        var result = new List<(string Name, string[] Needs, List<string> Lines)>();
        var inside = false;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r', ' ');
            if (trimmed.Length == 0) continue;
            if (char.IsWhiteSpace(trimmed[0]))
            {
                var command = trimmed.Trim().TrimStart('@', '-');
                if (inside && !command.StartsWith('#')) result[^1].Lines.Add(command);
                continue;
            }
            var colon = trimmed.IndexOf(':');
            inside = colon > 0 && trimmed[0] is not ('#' or '[') && (colon + 1 >= trimmed.Length || trimmed[colon + 1] != '=');
            if (!inside) continue;
            var head = trimmed[..colon].TrimStart('@').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (head.Length == 0)
            {
                inside = false;
                continue;
            }
            var needs = trimmed[(colon + 1)..].Split('#')[0].Split([' ', '&', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
            result.Add((head[0], needs, []));
        }
        return result;
    }
}
