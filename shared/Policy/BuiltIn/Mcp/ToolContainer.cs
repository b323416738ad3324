using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>A container that a tool starts with more than its own: judged as the <c>docker run</c> that would give it the same.</summary>
internal static class ToolContainer
{
    private const int MaxDepth = 5;
    private const int MostOptions = 64;

    /// <summary>The command; null where the call starts no container, or one that is given nothing of this machine.</summary>
    public static string? Command(ToolName tool, JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object || !tool.Tool.Any(static word => word is "run" or "create" or "start" or "container" or "deploy" or "launch")) return null;
        var image = "";
        foreach (var property in input.EnumerateObject())
            if (JsonText.Name(property).Equals("image", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String) image = JsonText.Of(property.Value);
        if (image.Length == 0) return null;
        var options = new StringBuilder();
        var left = MostOptions;
        Options(input, options, MaxDepth, ref left);
        return options.Length == 0 ? null : $"docker run{options} {ToolClient.Quoted(image)}";
    }

    private static void Options(JsonElement value, StringBuilder options, int depth, ref int left)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (depth == 0 || --left < 0) return;
            var words = ToolName.Words(JsonText.Name(property));
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.True when words is ["privileged"]: options.Append(" --privileged"); break;
                case JsonValueKind.String when words is ["network" or "pid" or "ipc" or "userns" or "uts", ..] && JsonText.Of(property.Value) == "host": options.Append(" --").Append(words[0]).Append("=host"); break;
                case JsonValueKind.Array when words is ["cap", "add"]: Each(property.Value, " --cap-add ", options, ref left); break;
                case JsonValueKind.Array when words is ["devices"]: Each(property.Value, " --device ", options, ref left); break;
                case JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Object when words is [.., "volumes" or "volume" or "binds" or "bind" or "mounts" or "mount"]: Volumes(property.Value, options, ref left); break;
                case JsonValueKind.Object: Options(property.Value, options, depth - 1, ref left); break;
                default: break;
            }
        }
    }

    // "/:/host"; {"source": "/", "target": "/host"}; {"/": {"bind": "/host"}}
    private static void Volumes(JsonElement value, StringBuilder options, ref int left)
    {
        if (value.ValueKind == JsonValueKind.String) Volume(JsonText.Of(value), options);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
            {
                if (--left < 0) return;
                if (item.ValueKind == JsonValueKind.String) Volume(JsonText.Of(item), options);
                else if (item.ValueKind == JsonValueKind.Object) Mount(item, options);
            }
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var property in value.EnumerateObject())
            {
                if (--left < 0) return;
                Volume(JsonText.Name(property) + ":/mnt", options);
            }
    }

    private static void Mount(JsonElement item, StringBuilder options)
    {
        foreach (var property in item.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String && ToolName.Words(JsonText.Name(property)) is ["source" or "src" or "host" or "hostpath" or "from", ..]) Volume(JsonText.Of(property.Value) + ":/mnt", options);
    }

    private static void Volume(string volume, StringBuilder options) => options.Append(" -v ").Append(ToolClient.Quoted(volume));

    private static void Each(JsonElement array, string option, StringBuilder options, ref int left)
    {
        foreach (var item in array.EnumerateArray())
            if (--left >= 0 && item.ValueKind == JsonValueKind.String) options.Append(option).Append(ToolClient.Quoted(JsonText.Of(item)));
    }
}
