using System.Text.Json;

namespace Sallyport.State;

/// <summary>
/// Until when something holds that a person gave. The clock on the wall can be set back, and what ended would hold again: so time is also
/// measured by the machine's own count since it was started, which nobody can set, and what began later than now holds nothing.
/// </summary>
/// <param name="At">Unix milliseconds at which it ends.</param>
/// <param name="Begun">Unix milliseconds at which it began.</param>
/// <param name="Ticks">Milliseconds since the machine was started, at which it began.</param>
internal readonly record struct Deadline(long At, long Begun, long Ticks)
{
    /// <summary>Two processes read the clock one after the other, and clocks are set right by seconds.</summary>
    private const long Leeway = 60_000;

    /// <summary>It begins now and holds for so long.</summary>
    public static Deadline After(long now, TimeSpan length) => new(now + (long)length.TotalMilliseconds, now, Environment.TickCount64);

    /// <summary>True while it holds.</summary>
    public bool IsOpen(long now) => IsOpen(now, Environment.TickCount64);

    /// <summary>The same by a given count.</summary>
    internal bool IsOpen(long now, long ticks)
    {
        var passed = ticks - Ticks;
        return now < At && now >= Begun - Leeway && passed >= 0 && passed < At - Begun;
    }

    /// <summary>Writes it as one JSON value.</summary>
    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("at", At);
        json.WriteNumber("begun", Begun);
        json.WriteNumber("ticks", Ticks);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Deadline Read(JsonElement json) =>
        new(json.GetProperty("at").GetInt64(), json.GetProperty("begun").GetInt64(), json.GetProperty("ticks").GetInt64());
}
