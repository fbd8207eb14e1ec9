using System.Globalization;
using Mirai.TestSupport.Fuzzing;

namespace Mirai.Benchmarks;

/// <summary>What fuzzing gave, a row for each run; a run of the same texts takes the place of its row.</summary>
internal sealed class FuzzTable
{
    private const string Head = "| target | texts | characters each | texts a second | slowest, ms | findings |\n|---|---|---|---|---|---|\n";

    private readonly SortedDictionary<string, string> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows that a report has already; none where there is no report.</summary>
    public static FuzzTable Read(string? path)
    {
        var table = new FuzzTable();
        if (path is null || !File.Exists(path)) return table;
        foreach (var line in File.ReadLines(path).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)) table._rows[line.Split('|')[1].Trim()] = line;
        return table;
    }

    /// <summary>Adds a run.</summary>
    public void Add(FuzzReport report, long first, int seed, int threads)
    {
        FormattableString name = $"{report.Target}, texts {first:N0} to {first + report.Executions - 1:N0} of seed {seed}, {threads} threads";
        var label = name.ToString(CultureInfo.InvariantCulture);
        _rows[label] = string.Create(
            CultureInfo.InvariantCulture,
            $"| {label} | {report.Executions:N0} | {report.Characters / Math.Max(1, report.Executions)} | {report.PerSecond:N0} | {report.Slowest.TotalMilliseconds:0.0} | {report.Findings.Count} |");
    }

    /// <summary>The report.</summary>
    public override string ToString() =>
        $"# Fuzzing the rule language\n\n{Machine.Describe()}. 256 KiB of stack, patience 100 ms.\n\n{Head}{string.Join('\n', _rows.Values)}\n";
}
