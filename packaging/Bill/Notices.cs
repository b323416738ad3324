using System.Text;

namespace Sallyport.Packaging;

/// <summary>Who made what is inside, and on what terms: one text to read.</summary>
internal static class Notices
{
    private const string Mit = """
        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
        "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
        distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
        the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
        MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
        ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
        THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
        """;

    public static string Of(string version, string rid, IReadOnlyList<Part> parts)
    {
        var text = new StringBuilder($"Sallyport {version} for {rid} contains code of others. Sallyport itself: Apache-2.0, see LICENSE.\n\n");
        foreach (var part in parts) text.Append($"  {part.Id} {part.Version}  {part.License ?? "see below"}\n");
        foreach (var part in parts)
        {
            text.Append('\n').Append('=', 100).Append($"\n{part.Id} {part.Version}\n{part.Copyright}\n{part.Url}\n\n");
            var texts = part.Texts.ToList();
            if (part.License == "MIT") text.Append("MIT License\n\n").Append(Mit.ReplaceLineEndings("\n")).Append('\n');
            else if (texts.Count == 0) text.Append($"{part.License ?? throw new InvalidDataException($"{part.Id} {part.Version} names no licence")}\n");
            foreach (var (name, words) in texts) text.Append($"\n--- {name} ---\n{words}\n");
        }
        return text.ToString();
    }
}
