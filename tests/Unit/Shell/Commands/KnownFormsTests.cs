using Sallyport.Shell.Commands.Forms;
using Xunit;

namespace Sallyport.Tests.Shell.Commands;

/// <summary>The marks that spare most commands a search say what the tables hold.</summary>
public sealed class KnownFormsTests
{
    [Fact]
    public void The_marks_are_those_of_the_programs_in_the_tables()
    {
        var marks = new ulong[64];
        foreach (var line in KnownForms.All.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('=')) continue;
            var mark = KnownForms.Mark(line.Split(' ')[0]);
            marks[mark >> 6] |= 1UL << (mark & 63);
        }
        Assert.True(marks.AsSpan().SequenceEqual(KnownForms.Marks), "the marks should be\n" + string.Join('\n', marks.Chunk(4).Select(row => string.Concat(row.Select(word => $"0x{word:X16}, ")))));
    }

    [Theory]
    [InlineData("cat")]
    [InlineData("sed")]
    [InlineData("grep")]
    [InlineData("cd")]
    [InlineData("echo")]
    public void What_every_session_runs_is_not_searched_for(string program)
    {
        var mark = KnownForms.Mark(program);
        Assert.Equal(0UL, KnownForms.Marks[mark >> 6] >> (mark & 63) & 1);
    }
}
