using System.Diagnostics;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Gives a target many texts and keeps what goes wrong.</summary>
/// <param name="texts">Where the texts come from.</param>
/// <param name="target">What takes them.</param>
public sealed class FuzzRun(IFuzzTexts texts, IFuzzTarget target)
{
    private const int MostFindings = 20;

    // Far less than the megabyte of a usual thread: what recurses too deeply ends the process here first.
    private const int StackBytes = 256 * 1024;

    private readonly List<FuzzFinding> _findings = [];

    /// <summary>What takes longer counts as a hang.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Is told the number of each text before it is given; the last one told is the one that ended the process.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Gives the texts of the numbers from <paramref name="first"/> on.</summary>
    public FuzzReport Run(long first, long count)
    {
        var watch = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        var (executions, characters) = (0L, 0L);
        var thread = new Thread(() =>
        {
            for (var number = first; number < first + count && _findings.Count < MostFindings; number++)
            {
                Progress?.Invoke(number);
                var text = texts.Text(number);
                executions++;
                characters += text.Length;
                var taken = Take(number, text);
                if (taken > slowest) slowest = taken;
            }
        }, StackBytes);
        thread.Start();
        thread.Join();
        return new FuzzReport(target.Name, executions, characters, watch.Elapsed, slowest, _findings);
    }

    private TimeSpan Take(long number, string text)
    {
        var taken = Once(number, text);
        // The machine may have been busy with something else: a hang is slow every time.
        for (var again = 0; again < 3 && taken > Patience; again++)
        {
            var once = Once(number, text);
            if (once < taken) taken = once;
        }

        if (taken > Patience) _findings.Add(new FuzzFinding(number, text, $"took {taken.TotalMilliseconds:F0} ms"));
        return taken;
    }

    private TimeSpan Once(long number, string text)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            target.Take(text);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _findings.Add(new FuzzFinding(number, text, exception.ToString()));
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
