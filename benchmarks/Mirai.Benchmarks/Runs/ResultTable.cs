using System.Globalization;
using System.Text;

namespace Mirai.Benchmarks;

/// <summary>Timings by phase and engine, printed as Markdown with the ratio between the two engines.</summary>
internal sealed class ResultTable
{
    private readonly List<string> _phases = [];
    private readonly Dictionary<(string Phase, string Engine), List<Timing>> _timings = [];
    private readonly Dictionary<(string Phase, string Engine), long> _memory = [];

    /// <summary>The library's column.</summary>
    public const string Mirai = "Mirai";

    /// <summary>The column of the engine that it is compared with.</summary>
    public const string DuckDb = "DuckDB";

    /// <summary>
    /// Does the work twice, keeps the second time and tells it: while one engine works, the system takes memory back from the other, and neither is to pay
    /// for that.
    /// </summary>
    /// <param name="phase">The line of the table.</param>
    /// <param name="engine">Who works.</param>
    /// <param name="work">The work.</param>
    /// <param name="release">Frees what the first round made.</param>
    public T TimeSecond<T>(string phase, string engine, Func<T> work, Action<T>? release = null)
    {
        var first = work();
        release?.Invoke(first);
        return Time(phase, engine, work);
    }

    /// <summary>Does the work, keeps its time and tells it.</summary>
    public T Time<T>(string phase, string engine, Func<T> work)
    {
        var (result, timing) = Timing.Run(work);
        Add(phase, engine, timing);
        return result;
    }

    /// <summary>Keeps a time that was taken elsewhere.</summary>
    public void Add(string phase, string engine, Timing timing, long peakMemoryBytes = 0)
    {
        if (!_phases.Contains(phase, StringComparer.Ordinal)) _phases.Add(phase);
        if (!_timings.TryGetValue((phase, engine), out var timings)) _timings.Add((phase, engine), timings = []);
        timings.Add(timing);
        if (peakMemoryBytes > 0) _memory[(phase, engine)] = Math.Max(peakMemoryBytes, _memory.GetValueOrDefault((phase, engine)));
        Console.Error.WriteLine(Invariant($"{phase} | {engine}: {timing.WallSeconds:0.000} s, cpu {timing.CpuSeconds:0.000} s{Gibibytes(peakMemoryBytes)}"));
    }

    /// <summary>One line a phase: medians, their spread, ratios by the clock and by processor time.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| phase | DuckDB, s (cpu) | Mirai, s (cpu) | ratio | ratio of cpu | peak memory, DuckDB and Mirai |\n|---|---|---|---|---|---|\n");
        foreach (var phase in _phases)
        {
            var (theirs, ours) = (MedianOf(phase, DuckDb), MedianOf(phase, Mirai));
            text.Append(Invariant($"| {phase} | {Cell(phase, DuckDb)} | {Cell(phase, Mirai)} | "))
                .Append(theirs is { } t && ours is { } o ? Invariant($"**{t.WallSeconds / o.WallSeconds:0.0}** | {t.CpuSeconds / o.CpuSeconds:0.0}") : "- | -")
                .Append(Invariant($" | {MemoryOf(phase, DuckDb)}, {MemoryOf(phase, Mirai)} |\n"));
        }

        return text.ToString();
    }

    private Timing? MedianOf(string phase, string engine) => _timings.TryGetValue((phase, engine), out var timings) ? Timing.Median(timings) : null;

    private string Cell(string phase, string engine)
    {
        if (!_timings.TryGetValue((phase, engine), out var timings)) return "-";
        var median = Timing.Median(timings);
        var spread = timings.Count == 1
            ? ""
            : Invariant($"; {timings.Min(timing => timing.WallSeconds):0.00}-{timings.Max(timing => timing.WallSeconds):0.00}");
        return Invariant($"{median.WallSeconds:0.00} ({median.CpuSeconds:0.00}{spread})");
    }

    private string MemoryOf(string phase, string engine) => _memory.TryGetValue((phase, engine), out var bytes) ? Gibibytes(bytes).TrimStart(',', ' ') : "-";

    private static string Gibibytes(long bytes) => bytes == 0 ? "" : Invariant($", {bytes / (double)(1L << 30):0.00} GiB");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
