// Calls into the kernel pass plain values only.
[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]
