using System.Runtime.InteropServices;
using System.Text;
using Sallyport.State;

namespace Sallyport.Guards.Helper;

/// <summary>A child with pipes for its stdin and stdout.</summary>
internal sealed class SpawnedChild
{
    public required int Id { get; init; }

    /// <summary>Our end of its stdin; -1 once closed.</summary>
    public int Input { get; set; }

    /// <summary>Our end of its stdout.</summary>
    public required int Output { get; init; }
}

/// <summary>
/// Starts a child on Linux and macOS by the system's own calls: the runtime's Process class would cost every hook more than the hook
/// itself, guards or not.
/// </summary>
internal static partial class Spawn
{
    private const int Interrupted = 4; // EINTR
    private const short PollIn = 1;
    private const short PollOut = 4;
    private const int SigPipe = 13;
    private static readonly nint s_ignore = 1; // SIG_IGN

    /// <summary>Starts a program with these variables, in a session of its own, its stderr discarded; null where that fails.</summary>
    public static SpawnedChild? Start(string program, List<string> environment)
    {
        Signal(SigPipe, s_ignore); // a child that is gone is an error to be handled, not the end of the hook
        Span<int> input = stackalloc int[2], output = stackalloc int[2];
        if (!Pipe(input)) return null;
        if (!Pipe(output))
        {
            Close(input);
            return null;
        }
        // posix_spawn's own objects: opaque, and smaller than this on every system.
        Span<byte> actions = stackalloc byte[512], attributes = stackalloc byte[512];
        ref var act = ref MemoryMarshal.GetReference(actions);
        ref var attr = ref MemoryMarshal.GetReference(attributes);
        if (ActionsInit(ref act) != 0 || AttributesInit(ref attr) != 0) return null;
        var strings = new List<nint>();
        try
        {
            var ready = ActionsDup2(ref act, input[0], 0) == 0 && ActionsDup2(ref act, output[1], 1) == 0
                && ActionsOpen(ref act, 2, "/dev/null", 1, 0) == 0
                && (OperatingSystem.IsMacOS() || ActionsCloseFrom(ref act, 3) == 0) && AttributesFlags(ref attr, Flags) == 0;
            if (!ready) return null;
            var arguments = Array(strings, [program]);
            var variables = Array(strings, environment);
            if (PosixSpawn(out var id, program, ref act, ref attr, arguments, variables) != 0) return null;
            var child = new SpawnedChild { Id = id, Input = input[1], Output = output[0] };
            input[1] = output[0] = -1;
            return child;
        }
        finally
        {
            foreach (var text in strings) Marshal.FreeHGlobal(text);
            ActionsDestroy(ref act);
            AttributesDestroy(ref attr);
            Close(input);
            Close(output);
        }
    }

    /// <summary>Waits until one of two descriptors can be used. An end that the child closed counts as usable: the call then says so.</summary>
    public static (bool Writable, bool Readable) Wait(int writeTo, int readFrom, int milliseconds)
    {
        Span<PollDescriptor> watched = [new() { Descriptor = readFrom, Events = PollIn }, new() { Descriptor = writeTo, Events = PollOut }];
        var count = Poll(ref MemoryMarshal.GetReference(watched), 2, milliseconds);
        return count <= 0 ? (false, false) : (watched[1].Returned != 0, watched[0].Returned != 0);
    }

    /// <summary>Writes as much as a pipe that is ready takes at once; 0 where it was interrupted, -1 where the other end is closed.</summary>
    public static int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        var atOnce = OperatingSystem.IsMacOS() ? 512 : 4096; // PIPE_BUF: never blocks where poll said that it is ready
        if (bytes.Length > atOnce) bytes = bytes[..atOnce];
        var put = (int)WriteCall(descriptor, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
        return put >= 0 ? put : Again() ? 0 : -1;
    }

    /// <summary>Reads what is there; 0 at the end, -1 where it was interrupted.</summary>
    public static int Read(int descriptor, Span<byte> into)
    {
        var got = (int)ReadCall(descriptor, ref MemoryMarshal.GetReference(into), (nuint)into.Length);
        return got >= 0 ? got : Again() ? -1 : 0;
    }

    /// <summary>Ends the child's stdin.</summary>
    public static void CloseInput(SpawnedChild child)
    {
        Posix.Close(child.Input);
        child.Input = -1;
    }

    /// <summary>Kills the child and everything in its session's group.</summary>
    public static void Kill(int id)
    {
        const int kill = 9;
        _ = KillCall(-id, kill);
        _ = KillCall(id, kill);
    }

    /// <summary>Takes its exit status if it has one; what lives on is adopted when this process ends.</summary>
    public static void Reap(int id) => _ = WaitPid(id, out _, 1 /* WNOHANG */);

    // POSIX_SPAWN_SETSID; on macOS with POSIX_SPAWN_CLOEXEC_DEFAULT, since pipes there cannot be made close-on-exec in one step.
    private static short Flags => OperatingSystem.IsMacOS() ? (short)0x4400 : (short)0x80;

    private static bool Again() => Marshal.GetLastPInvokeError() == Interrupted;

    private static bool Pipe(Span<int> ends)
    {
        ref var start = ref MemoryMarshal.GetReference(ends);
        return (OperatingSystem.IsMacOS() ? PipeCall(ref start) : Pipe2(ref start, 0x80000)) == 0; // O_CLOEXEC
    }

    private static void Close(Span<int> ends)
    {
        foreach (var end in ends)
            if (end >= 0) Posix.Close(end);
    }

    // A list of C strings that ends in a null pointer.
    private static nint[] Array(List<nint> owned, IReadOnlyList<string> texts)
    {
        var pointers = new nint[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[i] + '\0');
            pointers[i] = Marshal.AllocHGlobal(bytes.Length);
            owned.Add(pointers[i]);
            Marshal.Copy(bytes, 0, pointers[i], bytes.Length);
        }
        return pointers;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PosixSpawn(out int id, string path, ref byte actions, ref byte attributes, nint[] arguments, nint[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int ActionsInit(ref byte actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int ActionsDestroy(ref byte actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int ActionsDup2(ref byte actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ActionsOpen(ref byte actions, int descriptor, string path, int flags, uint mode);

    // What the hook itself was given beyond the usual three is none of the helper's business.
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclosefrom_np")]
    private static partial int ActionsCloseFrom(ref byte actions, int from);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int AttributesInit(ref byte attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int AttributesDestroy(ref byte attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int AttributesFlags(ref byte attributes, short flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollDescriptor watched, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "pipe2")]
    private static partial int Pipe2(ref int ends, int flags);

    [LibraryImport("libc", EntryPoint = "pipe")]
    private static partial int PipeCall(ref int ends);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadCall(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteCall(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int KillCall(int id, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitPid(int id, out int status, int options);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
