namespace Sallyport.Shell.Commands;

/// <summary>Hadoop's file system and the shells beside it.</summary>
internal static class Hadoop
{
    public static bool Describe(Call call)
    {
        if (call.Program is not ("hdfs" or "hadoop" or "hbase")) return false;
        if (call.AsksHelp) return true;
        if (call.Program == "hbase")
        {
            if (call.Run.Input is { Kind: InputKind.Text, Text: { } typed } && typed.ToString() is var lines
                && (lines.Contains("drop ", StringComparison.Ordinal) || lines.Contains("drop_all", StringComparison.Ordinal)
                || lines.Contains("truncate", StringComparison.Ordinal) || lines.Contains("deleteall", StringComparison.Ordinal)))
                call.Infrastructure("drop-table", "hbase:table");
            else if (call.Text(1) == "shell" && call.Run.Input.Kind == InputKind.Inherited) call.Session("hbase shell");
            return true;
        }
        var flags = call.Argv.Skip(1).Where(word => word.KnownPrefix.StartsWith('-')).Select(word => word.ToString()).ToList();
        if (call.Text(1) == "namenode" && flags.Exists(flag => flag is "-format")) call.Infrastructure("drop-database", "hdfs:name node", true);
        else if (flags.Exists(flag => flag is "-rmr") || (flags.Exists(flag => flag is "-rm") && flags.Exists(flag => flag is "-r" or "-R" or "-skipTrash")))
            call.Infrastructure("cloud-delete", "hdfs:" + call.Argv[^1], true);
        else if (flags.Exists(flag => flag is "-expunge" or "-deleteSnapshot")) call.Infrastructure("backup-delete", "hdfs:" + call.Argv[^1]);
        return true;
    }
}
