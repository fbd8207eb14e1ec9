using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>One run in a process of its own: nothing is compiled or cached beforehand, and the peak of memory is that of this work alone.</summary>
/// <param name="Timing">From the entry of the program to the figures.</param>
/// <param name="PeakMemoryBytes">The most memory the process held.</param>
/// <param name="Digest">Of all answers.</param>
internal readonly record struct ChildRun(Timing Timing, long PeakMemoryBytes, string Digest)
{
    /// <summary>The first argument of a child process.</summary>
    public const string Command = "child";

    /// <summary>Starts a child process and waits for it.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static ChildRun Start(string engine, string csvPath, KeyStyle style, string? memoryLimit)
    {
        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet" ? [typeof(ChildRun).Assembly.Location] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[.. own, Command, "--engine", engine, "--csv", csvPath, "--keys", style.ToString()]) start.ArgumentList.Add(argument);
        if (memoryLimit is not null)
        {
            start.ArgumentList.Add("--memory-limit");
            start.ArgumentList.Add(memoryLimit);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("the child process did not start");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var cells = output.Trim().Split('\n')[^1].Split('\t');
        if (process.ExitCode != 0 || cells.Length != 4) throw new InvalidOperationException($"the child process ended with {process.ExitCode}: {output}");
        return new ChildRun(
            new Timing(double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture)),
            long.Parse(cells[2], CultureInfo.InvariantCulture),
            cells[3]);
    }

    /// <summary>The work of a child process; prints one line for <see cref="Start"/>.</summary>
    public static void Run(RunOptions options)
    {
        var path = options.Text("csv") ?? throw new ArgumentException("--csv is missing");
        var style = Enum.Parse<KeyStyle>(options.Text("keys", nameof(KeyStyle.Number))!, ignoreCase: true);
        var clock = Stopwatch.StartNew();
        SuiteResult answers;
        Timing timing;
        long peak;
        if (string.Equals(options.Text("engine"), ResultTable.DuckDb, StringComparison.Ordinal))
        {
            using var table = new DuckDbPurchases(Environment.ProcessorCount, memoryLimit: options.Text("memory-limit"));
            var figures = CsvSuite.RunDuckDb(table, path, style, Period.OneYear);
            (timing, peak) = Now(clock);
            answers = DuckDbSuite.Compare(figures, style);
        }
        else
        {
            var (history, figures) = CsvSuite.RunMirai(path, Period.OneYear);
            (timing, peak) = Now(clock);
            answers = MiraiSuite.Compare(history, figures, style);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{timing.WallSeconds:R}\t{timing.CpuSeconds:R}\t{peak}\t{DigestOf(answers)}"));
    }

    private static (Timing Timing, long Peak) Now(Stopwatch clock)
    {
        using var process = Process.GetCurrentProcess();
        return (new Timing(clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds), Machine.PeakMemoryBytes());
    }

    private static string DigestOf(SuiteResult answers)
    {
        var text = $"{answers.Daily.Digest(CommonColumns)}\n{string.Join('\n', answers.Cohorts)}\n{answers.Scores}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Columns that both engines name.</summary>
    private static readonly string[] CommonColumns =
    [
        "active_before", "active_customers", "annual_sales", "buyers", "gross_sales", "lapsed_customers", "lapsed_pool", "lapsed_pool_before",
        "lost_customers", "new_customers", "new_customers_yoy", "purchases", "reactivated_customers", "reactivated_customers_yoy",
        "reactivation_rate_part", "retained_customers", "returns", "sales", "second_purchase_part", "second_purchase_whole", "trailing_purchases",
        "trailing_sales",
    ];
}
