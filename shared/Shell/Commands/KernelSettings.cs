namespace Sallyport.Shell.Commands;

/// <summary>Settings of the kernel that keep one program from another, or from the kernel.</summary>
internal static class KernelSettings
{
    /// <summary>True for <c>name=value</c> that takes a protection away.</summary>
    public static bool Weakens(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return false;
        var value = setting.AsSpan(equals + 1).Trim();
        return setting.AsSpan(0, equals).Trim() switch
        {
            "kernel.core_pattern" => value.StartsWith("|"),
            "kernel.modprobe" or "kernel.hotplug" => true,
            "kernel.sysrq" => value is "1",
            var name when Guards(name) => value is "0",
            _ => false,
        };
    }

    /// <summary>True for the file under <c>/proc/sys</c> of a setting that protects while it is not zero.</summary>
    public static bool IsGuard(string path) => path is "/sys/fs/selinux/enforce" or "/sys/fs/selinux/disable" || path.StartsWith("/proc/sys/", StringComparison.Ordinal) && path.Length < 80 && Guards(path[10..].Replace('/', '.'));

    private static bool Guards(ReadOnlySpan<char> name) => name is "kernel.randomize_va_space" or "kernel.yama.ptrace_scope"
        or "kernel.unprivileged_bpf_disabled" or "kernel.kptr_restrict" or "kernel.dmesg_restrict"
        or "kernel.exec-shield" or "kernel.modules_disabled" or "kernel.kexec_load_disabled" or "fs.protected_hardlinks" or "fs.protected_symlinks"
        or "fs.protected_fifos" or "fs.protected_regular" or "vm.mmap_min_addr" or "net.core.bpf_jit_harden";
}
