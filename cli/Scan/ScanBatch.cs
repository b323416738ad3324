using System.Text;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Scanning;
using Sallyport.Streams;

namespace Sallyport.Cli.Scan;

/// <summary>One JSON object a line in, one a line out, in order: for programs.</summary>
internal static class ScanBatch
{
    public static int Run(TextReader from, TextWriter to, ScanOptions options)
    {
        var found = false;
        for (var number = 1; from.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var (surface, text) = Read(line, number);
            var result = LongTextScan.Inspect(text, surface, options);
            found |= result.Findings.Count > 0 || result.Truncated;
            to.WriteLine(Write(result));
        }
        to.Flush();
        return found ? ExitCode.Findings : ExitCode.Ok;
    }

    private static (Surface Surface, string Text) Read(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                throw new InvalidDataException($"line {number} has no \"text\"");
            var surface = root.TryGetProperty("surface", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : "tool_output";
            return (Surfaces.Parse(surface) ?? throw new InvalidDataException($"line {number}: '{Sanitize.ForTerminal(surface!)}' is no surface"), text.GetString()!);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"line {number} is not JSON");
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException($"line {number} holds text that is not Unicode");
        }
    }

    private static string Write(ScanResult result) => JsonText.Object(json =>
    {
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", Kinds.Word(finding.Kind));
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", Kinds.Word(finding.Severity));
            json.WriteNumber("start", finding.Start);
            json.WriteNumber("end", finding.End);
            json.WriteNumber("confidence", finding.Confidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("truncated", result.Truncated);
    });
}
