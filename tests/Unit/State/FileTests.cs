using System.Text;
using Sallyport.State;

namespace Sallyport.Tests.State;

public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-state-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    [Fact]
    public void What_was_written_is_read_back_and_only_its_owner_can()
    {
        AtomicFile.Write(At("a"), "one"u8, durable: true);
        AtomicFile.Write(At("a"), "two"u8, durable: false);
        Assert.Equal("two", Encoding.UTF8.GetString(AtomicFile.Read(At("a"), 100)!.Value.Span));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("a")));
        Assert.Equal(["a"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_file_is_null_and_a_large_one_an_error_that_names_it()
    {
        Assert.Null(AtomicFile.Read(At("missing"), 100));
        AtomicFile.Write(At("large"), new byte[101], durable: false);
        Assert.Contains(At("large"), Assert.Throws<StateException>(() => AtomicFile.Read(At("large"), 100)).Message);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        AtomicFile.Write(At("real"), "x"u8, durable: false);
        File.CreateSymbolicLink(At("link"), At("real"));
        Assert.Contains("link", Assert.Throws<StateException>(() => AtomicFile.Read(At("link"), 100)).Message);
    }

    [Fact]
    public void A_failed_write_leaves_what_was_there()
    {
        Directory.CreateDirectory(At("folder"));
        Assert.Throws<StateException>(() => AtomicFile.Write(At("folder"), "x"u8, durable: false));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_program_can_be_started_at_every_moment_of_its_replacement()
    {
        const UnixFileMode runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var path = At("program");
        AtomicFile.Write(path, "#!/bin/sh"u8, durable: false, runnable);
        var replacing = Task.Run(() =>
        {
            for (var i = 0; i < 500; i++) AtomicFile.Write(path, "#!/bin/sh"u8, durable: false, runnable);
        }, TestContext.Current.CancellationToken);
        do Assert.Equal(runnable, File.GetUnixFileMode(path));
        while (!replacing.IsCompleted);
        await replacing;
    }

    [Fact]
    public void The_lock_waits_and_lets_one_in_at_a_time()
    {
        var inside = 0;
        var most = 0;
        Parallel.For(0, 64, _ =>
        {
            using var held = FileLock.Acquire(At("lock"));
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Yield();
            Interlocked.Decrement(ref inside);
        });
        Assert.Equal(1, most);
    }

    [Fact]
    public void Rows_appended_at_once_all_arrive_whole()
    {
        Parallel.For(0, 200, i => AppendFile.Append(At("rows"), Encoding.ASCII.GetBytes($"{i:000}\n")));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i:000}"), File.ReadAllLines(At("rows")).Order());
    }

    [Fact]
    public void Only_old_orphans_are_swept()
    {
        File.WriteAllText(At("a.json.tmp-1-1"), "");
        File.WriteAllText(At("b.json.tmp-2-1"), "");
        File.SetLastWriteTimeUtc(At("a.json.tmp-1-1"), DateTime.UtcNow.AddHours(-2));
        AtomicFile.SweepOrphans(_folder);
        Assert.Equal([At("b.json.tmp-2-1")], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("SALLYPORT_DATA_DIR", "/x", "/x")]
    [InlineData("CODEX_HOME", "/c", "/c/sallyport")]
    [InlineData("HOME", "/h", "/h/.codex/sallyport")]
    public void The_data_directory_is_where_the_environment_says(string variable, string value, string expected) =>
        Assert.Equal(expected, DataDirectory.Locate(name => name == variable ? value : null));

    [Fact]
    public void Without_a_home_it_says_what_to_set() =>
        Assert.Contains("SALLYPORT_DATA_DIR", Assert.Throws<StateException>(() => DataDirectory.Locate(_ => null)).Message);

    [Fact]
    public void A_relative_path_is_refused() =>
        Assert.Throws<StateException>(() => DataDirectory.Locate(name => name == "SALLYPORT_DATA_DIR" ? "here" : null));

    [Fact]
    public void Random_bytes_differ()
    {
        byte[] a = new byte[32], b = new byte[32];
        RandomBytes.Fill(a);
        RandomBytes.Fill(b);
        Assert.NotEqual(a, b);
    }
}
