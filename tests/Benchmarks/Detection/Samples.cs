using System.Globalization;
using System.Text;

namespace Sallyport.Benchmarks.Detection;

/// <summary>Texts as tools return them, no line like the next: the same seed, the same text.</summary>
internal static class Samples
{
    private static readonly string[] s_words =
        ("harbour index queue worker account render table option value region batch signal cursor handler vector column widget stream buffer parser layout policy module thread packet lookup filter "
        + "record number station weather letter garden window market bridge island river silver copper amber northern quiet narrow early bright common several before after between through").Split(' ');

    public static string Log(int size) => Lines(size, static (line, random) =>
    {
        var at = DateTime.UnixEpoch.AddSeconds(1_900_000_000 + random.Next(9_000_000));
        return line.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss.fff} {(random.Next(9) == 0 ? "WARN" : "INFO")} [{Word(random)}-{random.Next(16)}] ").Append(random.Next(4) switch
        {
            0 => $"GET /api/{Word(random)}/{random.Next(90_000)}?page={random.Next(40)} 200 {random.Next(900)}ms {random.Next(50_000)}B",
            1 => $"{Word(random)} {Word(random)}: {random.Next(100)} of {random.Next(100)} done, {random.NextDouble():F3} load",
            2 => $"request {Hex(random, 8)}-{Hex(random, 4)}-{Hex(random, 4)}-{Hex(random, 4)}-{Hex(random, 12)} closed by {Word(random)}",
            _ => $"could not read {Word(random)}/{Word(random)}.{Word(random)[..2]}: {Word(random)} is {Word(random)}, retry in {random.Next(30)} s",
        });
    });

    public static string Prose(int size) => Lines(size, static (line, random) =>
    {
        for (var i = 9 + random.Next(9); i > 0; i--) line.Append(Word(random)).Append(i % 7 == 0 ? " and the " : i % 5 == 0 ? ", of " : " ");
        return line.Append(Word(random)).Append('.');
    });

    public static string Code(int size) => Lines(size, static (line, random) => line.Append(' ', 4 * random.Next(1, 4)).Append(random.Next(6) switch
    {
        0 => $"for (var {Word(random)[..1]} = {random.Next(9)}; {Word(random)} < {Word(random)}.Length; {Word(random)}++)",
        1 => $"if ({Word(random)} is null || {Word(random)}.Count == {random.Next(99)}) return {Word(random)};",
        2 => $"var {Word(random)} = await {Word(random)}.{Word(random)}Async({Word(random)}, \"{Word(random)}-{Word(random)}\");",
        3 => $"// the {Word(random)} of a {Word(random)} is {Word(random)} where {Word(random)} has none",
        4 => $"{Word(random)}[{random.Next(999)}] = new {Word(random)}({random.Next(99)}, 0x{Hex(random, 4)}, {random.NextDouble():F2});",
        _ => $"public {Word(random)} {Word(random)} {{ get; init; }} = \"{Word(random)}\";",
    }));

    public static string Json(int size) => Lines(size, static (line, random) =>
        line.Append(CultureInfo.InvariantCulture, $"{{\"id\":{random.Next(99_999)},\"name\":\"{Word(random)} {Word(random)}\",\"version\":\"{random.Next(9)}.{random.Next(30)}.{random.Next(30)}\",\"sha512\":\"{Hex(random, 32)}\",\"tags\":[\"{Word(random)}\",\"{Word(random)}\"],\"size\":{random.Next(9_999_999)},\"active\":{(random.Next(2) == 0 ? "true" : "false")}}},"));

    public static string Secrets(int size) => Lines(size, static (line, random) =>
        line.Append(CultureInfo.InvariantCulture, $"level=info msg={Word(random)} DB_PASSWORD=\"{Word(random)}-{random.Next(9999)}\" host={Word(random)}.internal port={random.Next(9999)}"));

    private static string Word(Random random) => s_words[random.Next(s_words.Length)];

    private static string Hex(Random random, int digits) => string.Create(digits, random, static (span, source) =>
    {
        foreach (ref var c in span) c = "0123456789abcdef"[source.Next(16)];
    });

    private static string Lines(int size, Func<StringBuilder, Random, StringBuilder> write)
    {
        var random = new Random(7);
        var text = new StringBuilder(size + 256);
        while (text.Length < size) write(text, random).Append('\n');
        return text.ToString(0, size);
    }
}
