using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

/// <summary>
/// The published test vectors of RFC 6962 proofs (transparency-dev/merkle, testdata), one JSON object a line, from the file that
/// <c>SALLYPORT_MERKLE_VECTORS</c> names.
/// </summary>
public class MerkleVectorTests
{
    [Fact]
    public void Every_published_proof_is_accepted_or_refused_as_published()
    {
        var file = Environment.GetEnvironmentVariable("SALLYPORT_MERKLE_VECTORS");
        Assert.SkipWhen(file is null, "set SALLYPORT_MERKLE_VECTORS to the vectors to run them");
        var seen = 0;
        foreach (var line in File.ReadLines(file!))
        {
            using var row = JsonDocument.Parse(line);
            using var vector = JsonDocument.Parse(row.RootElement.GetProperty("text").GetString()!);
            var accepted = Verify(row.RootElement.GetProperty("kind").GetString()!, vector.RootElement);
            seen++;
            Assert.True(accepted != vector.RootElement.GetProperty("wantErr").GetBoolean(), line);
        }
        Assert.True(seen >= 518, $"{seen} vectors");
    }

    private static bool Verify(string kind, JsonElement vector)
    {
        long Number(string name) => vector.GetProperty(name).TryGetUInt64(out var number) && number <= long.MaxValue ? (long)number : -1;
        byte[] Hash(string name) => vector.GetProperty(name).ValueKind == JsonValueKind.String ? vector.GetProperty(name).GetBytesFromBase64() : [];
        var proof = vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => item.GetBytesFromBase64()).ToList() : [];
        switch (kind)
        {
            case "inclusion": return MerkleProof.VerifyInclusion(Number("leafIdx"), Number("treeSize"), Hash("leafHash"), proof, Hash("root"));
            case "consistency": return MerkleProof.VerifyConsistency(Number("size1"), Number("size2"), proof, Hash("root1"), Hash("root2"));
            case "subtreeinclusion": return MerkleSubtree.VerifyInclusion(Number("leafIdx"), Number("start"), Number("end"), Hash("leafHash"), proof, Hash("root"));
            case "subtreeconsistency": return MerkleSubtree.VerifyConsistency(Number("start"), Number("end"), Number("size"), proof, Hash("root1"), Hash("root2"));
            default: throw new InvalidDataException(kind);
        }
    }
}
