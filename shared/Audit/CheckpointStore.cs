namespace Sallyport.Audit;

internal static class CheckpointStore
{
    public static void Sign(AuditFiles files, AuditHead head, long time) { }
}
