using Sallyport.Shell.Commands.Forms;
using Xunit;

namespace Sallyport.Tests.Shell.Commands;

/// <summary>The marks that spare most commands a search say what the tables hold.</summary>
public sealed class KnownFormsTests
{
    [Fact]
    public void The_marks_are_those_of_the_programs_in_the_tables()
    {
        var marks = new ulong[16];
        foreach (var line in KnownForms.All.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('=')) continue;
            var mark = KnownForms.Mark(line.Split(' ')[0]);
            marks[mark >> 6] |= 1UL << (mark & 63);
        }
        Assert.Equal(marks, KnownForms.Marks.ToArray());
    }
}
