using System.Diagnostics;

namespace Mirai.Benchmarks;

/// <summary>How long something took by the clock and on all cores together.</summary>
/// <param name="WallSeconds">Seconds by the clock.</param>
/// <param name="CpuSeconds">Seconds of processor time of the whole process.</param>
internal readonly record struct Timing(double WallSeconds, double CpuSeconds)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Does the work once, after a garbage collection and a rest, in which engines give memory back: nobody pays for the one before.</summary>
    public static (T Result, Timing Timing) Run<T>(Func<T> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Thread.Sleep(Rest);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var result = work();
        clock.Stop();
        process.Refresh();
        return (result, new Timing(clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds));
    }

    /// <summary>The middle one by the clock.</summary>
    public static Timing Median(IReadOnlyCollection<Timing> timings) => timings.OrderBy(timing => timing.WallSeconds).ElementAt(timings.Count / 2);
}
