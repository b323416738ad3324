using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Sallyport.Tests.Purity;

/// <summary>
/// The code that decides is a function of its arguments: it touches no file, clock, environment, process, network or randomness.
/// Read from the compiled library, so that no way of writing a call hides it.
/// </summary>
public class PurityTests
{
    private static readonly string[] Pure =
        ["Sallyport.Protocol", "Sallyport.Shell", "Sallyport.Detection", "Sallyport.Integrity", "Sallyport.Plans", "Sallyport.Policy", "Sallyport.Matching"];

    private static readonly string[] World =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.IO.RandomAccess", "System.IO.DriveInfo", "System.Environment.Get", "System.Environment.Set", "System.Environment.Exit", "System.Environment.get_Tick", "System.Environment.get_ProcessId",
        "System.Environment.get_CurrentDirectory", "System.Environment.get_UserName", "System.Environment.get_MachineName", "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Random", "System.Guid.NewGuid", "System.Console",
        "System.Net.", "System.Threading.Thread", "System.Threading.Tasks.Task.Run", "System.TimeProvider",
    ];

    [Fact]
    public void What_decides_touches_nothing_but_its_arguments()
    {
        var faults = Calls().Where(c => IsPure(c.From) && World.Any(w => c.To.StartsWith(w, StringComparison.Ordinal))).Select(c => $"{c.From} uses {c.To}").Distinct();
        Assert.Empty(faults);
    }

    [Fact]
    public void What_decides_calls_no_native_code()
    {
        using var library = Open(out var metadata);
        var natives = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(m => (m.Attributes & System.Reflection.MethodAttributes.PinvokeImpl) != 0)
            .Select(m => FullName(metadata, m.GetDeclaringType())).Where(IsPure);
        Assert.Empty(natives);
    }

    [Fact]
    public void The_gate_sees_a_call_that_is_there()
    {
        // The same reading of code that does touch the world must find it, or the test above proves nothing.
        Assert.Contains(Calls(), c => c.From.StartsWith("Sallyport.State", StringComparison.Ordinal) && c.To.StartsWith("System.IO.File", StringComparison.Ordinal));
        Assert.Contains(Calls(), c => c.From.StartsWith("Sallyport.Hooks", StringComparison.Ordinal) && c.To.StartsWith("System.DateTimeOffset.get_UtcNow", StringComparison.Ordinal));
    }

    private static bool IsPure(string type) => Pure.Any(p => type == p || type.StartsWith(p + ".", StringComparison.Ordinal));

    private static PEReader Open(out MetadataReader metadata)
    {
        var library = new PEReader(File.OpenRead(typeof(Sallyport.ProductVersion).Assembly.Location));
        metadata = library.GetMetadataReader();
        return library;
    }

    /// <summary>Every member of another assembly that a method of the library names, with the type that the method is in.</summary>
    private static List<(string From, string To)> Calls()
    {
        using var library = Open(out var metadata);
        var calls = new List<(string, string)>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var from = FullName(metadata, method.GetDeclaringType());
            foreach (var token in Tokens(library.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
                if (MemberName(metadata, token) is { } to) calls.Add((from, to));
        }
        return calls;
    }

    /// <summary>
    /// Every four bytes behind an instruction that names a member (call, callvirt, newobj, ldftn, ldvirtftn, the fields') that are the
    /// token of a member reference: perhaps more than there are, never fewer.
    /// </summary>
    private static IEnumerable<EntityHandle> Tokens(byte[] il)
    {
        for (var at = 1; at + 4 <= il.Length; at++)
        {
            if (il[at - 1] is not (0x28 or 0x6f or 0x73 or 0x06 or 0x07 or (>= 0x7b and <= 0x80))) continue;
            var token = BitConverter.ToInt32(il, at);
            if (token >>> 24 is 0x0a or 0x2b) yield return (EntityHandle)MetadataTokens.Handle(token);
        }
    }

    private static string? MemberName(MetadataReader metadata, EntityHandle handle)
    {
        var row = MetadataTokens.GetRowNumber(handle);
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            if (row == 0 || row > metadata.GetTableRowCount(TableIndex.MethodSpec)) return null;
            return MemberName(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
        }
        if (handle.Kind != HandleKind.MemberReference || row == 0 || row > metadata.GetTableRowCount(TableIndex.MemberRef)) return null;
        var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }

    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer) type = metadata.GetTypeDefinition(outer);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
