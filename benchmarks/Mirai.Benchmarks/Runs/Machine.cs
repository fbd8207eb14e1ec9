using System.Globalization;
using System.Runtime.InteropServices;

namespace Mirai.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, memory, system and runtime in one line.</summary>
    public static string Describe()
    {
        var processor = Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{processor}, {Environment.ProcessorCount} cores, {memory:0.#} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>The most memory this process has held so far, in bytes; 0 where the system does not say.</summary>
    public static long PeakMemoryBytes()
    {
        var text = Field("/proc/self/status", "VmHWM")?.Replace("kB", "", StringComparison.Ordinal).Trim();
        return text is null ? 0 : long.Parse(text, CultureInfo.InvariantCulture) * 1024;
    }

    private static string? Field(string path, string name) => !File.Exists(path)
        ? null
        : File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
