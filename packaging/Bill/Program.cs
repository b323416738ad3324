using System.Text;
using Sallyport.Packaging;

// What is inside the executables, for those who must know: a CycloneDX bill of materials, and the licences that go with it.
if (args is not [var version, var rid, var epoch, var output, .. { Length: > 0 } projects] || !long.TryParse(epoch, out var seconds))
{
    Console.Error.WriteLine("usage: bill VERSION RID EPOCH OUTPUT-STEM PROJECT...   (restored for that RID)");
    return 2;
}
var parts = projects.SelectMany(project => Assets.Of(project, rid)).DistinctBy(p => (p.Id, p.Version)).OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Version, StringComparer.Ordinal).ToList();
if (parts.Count == 0)
{
    Console.Error.WriteLine($"bill: no packages are listed for {rid}: restore the projects with -r {rid} first.");
    return 1;
}
File.WriteAllText(output + ".cdx.json", CycloneDx.Of(version, rid, DateTimeOffset.FromUnixTimeSeconds(seconds), parts), new UTF8Encoding(false));
File.WriteAllText(output + ".notices.txt", Notices.Of(version, rid, parts), new UTF8Encoding(false));
Console.WriteLine($"    {parts.Count} packages in the bill of materials");
return 0;
