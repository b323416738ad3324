using System.Text;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Export;

/// <summary>What is kept for one collector.</summary>
internal sealed class ShipFiles
{
    /// <summary>Names them.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="url">The collector's address.</param>
    public ShipFiles(DataDirectory data, string url)
    {
        Directory = Path.Combine(data.Root, "ship");
        Name = Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8));
    }

    /// <summary>The folder.</summary>
    public string Directory { get; }

    private string Name { get; }

    /// <summary>How far it was shipped.</summary>
    public string Cursor => Path.Combine(Directory, Name + ".cursor");

    /// <summary>Held by whoever ships.</summary>
    public string Lock => Path.Combine(Directory, Name + ".lock");

    /// <summary>Held by the one that ships next: who finds it held leaves its rows to that one.</summary>
    public string Turn => Path.Combine(Directory, Name + ".turn");

    /// <summary>Why the last run stopped before the end; not there where it did not.</summary>
    public string LastFault => Path.Combine(Directory, Name + ".fault");

    /// <summary>What the collector refused, a line each: the row, and why.</summary>
    public string DeadLetters => Path.Combine(Directory, Name + ".dead.jsonl");

    /// <summary>Makes the folder.</summary>
    public void Make()
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(Directory);
        else System.IO.Directory.CreateDirectory(Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
