using System.Diagnostics;
using System.Globalization;
using Mirai.TestSupport.Fuzzing;

namespace Mirai.Benchmarks;

/// <summary>Fuzzes on several threads: each takes the next block of texts, so that all texts before the first one left are done.</summary>
/// <param name="texts">The texts.</param>
/// <param name="target">What takes them.</param>
/// <param name="threads">How many threads.</param>
internal sealed class FuzzBlocks(IFuzzTexts texts, IFuzzTarget target, int threads)
{
    private const long Block = 5_000;
    private const int MostFindings = 20;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly Lock _adding = new();
    private readonly List<FuzzReport> _reports = [];
    private readonly Stopwatch _watch = new();
    private TimeSpan _told;
    private long _next;

    /// <summary>Is told the thread and the number of each text before it is given; the last ones told are those that ended the process.</summary>
    public Action<int, long>? Note { get; init; }

    /// <summary>Gives the texts of the numbers from the first on, until all are given, the time is over, or too much has been found.</summary>
    public FuzzReport Run(long first, long count, TimeSpan limit)
    {
        _watch.Start();
        _next = first;
        var workers = Enumerable.Range(0, threads).Select(place => new Thread(() => Work(place, first, first + count, limit))).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        return new FuzzReport(
            target.Name, _reports.Sum(r => r.Executions), _reports.Sum(r => r.Characters), _watch.Elapsed,
            _reports.Count == 0 ? TimeSpan.Zero : _reports.Max(r => r.Slowest), [.. _reports.SelectMany(r => r.Findings).OrderBy(f => f.Number)]);
    }

    private void Work(int place, long first, long end, TimeSpan limit)
    {
        var run = new FuzzRun(texts, target) { Progress = Note is { } note ? number => note(place, number) : null };
        while (_watch.Elapsed < limit && Taken(end) is var (start, length) && length > 0)
        {
            var report = run.Run(start, length);
            lock (_adding)
            {
                _reports.Add(report);
                Tell(first, end);
                if (_reports.Sum(r => r.Findings.Count) >= MostFindings) _next = end;
            }
        }
    }

    private (long Start, long Length) Taken(long end)
    {
        lock (_adding)
        {
            var start = _next;
            _next = Math.Min(end, start + Block);
            return (start, _next - start);
        }
    }

    private void Tell(long first, long end)
    {
        if (_watch.Elapsed - _told < BetweenLines) return;
        _told = _watch.Elapsed;
        var done = _reports.Sum(r => r.Executions);
        var left = _watch.Elapsed / done * (end - first - done);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {done:N0} of {end - first:N0}, {done / _watch.Elapsed.TotalSeconds:N0} a second, {_reports.Sum(r => r.Findings.Count)} findings, {left.TotalMinutes:0} min left"));
    }
}
