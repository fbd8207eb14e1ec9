using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text;
using Mirai.TestSupport.Fuzzing;

namespace Mirai.Benchmarks;

/// <summary>The long fuzzing run: many changed rule texts for each target, and a report of what went wrong.</summary>
internal sealed class FuzzCommand(RunOptions options)
{
    private static readonly IFuzzTarget[] Targets = [new FormattingTarget(), new EvaluationTarget()];

    /// <summary>Runs every target, or that of <c>--target</c>; returns 1 where something was found.</summary>
    public int Run()
    {
        var (first, count, seed) = (options.Number("first", 0), options.Number("count", 10_000_000), options.Number("seed", 1));
        var mutator = new RuleTextMutator(RuleCorpus.Texts(), seed);
        using var progress = options.Text("progress") is { } path ? MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(long)) : null;
        using var place = progress?.CreateViewAccessor();
        var table = new StringBuilder("| target | texts | characters each | texts a second | slowest, ms | findings |\n|---|---|---|---|---|---|\n");
        var findings = new List<FuzzFinding>();
        foreach (var target in Targets.Where(target => options.Text("target") is not { } name || target.Name.Contains(name, StringComparison.Ordinal)))
        {
            var report = new FuzzRun(mutator, target) { Progress = place is null ? null : number => place.Write(0, number) }.Run(first, count);
            table.Append(string.Create(
                CultureInfo.InvariantCulture,
                $"| {target.Name} | {report.Executions:N0} | {report.Characters / Math.Max(1, report.Executions)} | {report.PerSecond:N0} | {report.Slowest.TotalMilliseconds:0.0} | {report.Findings.Count} |\n"));
            findings.AddRange(report.Findings);
        }

        var text = $"# Fuzzing the rule language\n\n{Machine.Describe()}. Seed {seed}, one thread, 256 KiB of stack, patience 100 ms.\n\n{table}";
        Console.WriteLine(text);
        foreach (var found in findings) Console.WriteLine($"text {found.Number}: {found.What}\n{found.Text}\n");
        if (options.Text("out") is { } file) File.WriteAllText(file, text);
        return findings.Count == 0 ? 0 : 1;
    }
}
