using System.Globalization;
using System.IO.MemoryMappedFiles;
using Mirai.TestSupport.Fuzzing;

namespace Mirai.Benchmarks;

/// <summary>The long fuzzing run: many changed rule texts for each target, on all cores, and a report of what went wrong.</summary>
internal sealed class FuzzCommand(RunOptions options)
{
    private readonly int _seed = options.Number("seed", 1);
    private readonly int _threads = options.Number("threads", Environment.ProcessorCount);

    /// <summary>Runs every target, or those that <c>--target</c> names; returns 1 where something was found.</summary>
    public int Run()
    {
        var (first, count) = (options.Number("first", 0), options.Number("count", 10_000_000));
        var limit = TimeSpan.FromMinutes(options.Number("minutes", 24 * 60));
        var samples = new RuleTextMutator(RuleCorpus.Texts(), _seed);
        using var places = options.Text("progress") is { } path ? MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(long) * _threads) : null;
        using var place = places?.CreateViewAccessor();
        Action<int, long>? note = place is null ? null : (thread, number) => place.Write(thread * sizeof(long), number);
        (IFuzzTarget Target, IFuzzTexts Texts)[] targets = [(new FormattingTarget(), samples), (new EvaluationTarget(), new RuleFuzzTexts(samples, _seed))];
        var table = FuzzTable.Read(options.Text("out"));
        var found = 0;
        foreach (var (target, texts) in targets.Where(t => options.Text("target") is not { } name || t.Target.Name.Contains(name, StringComparison.Ordinal)))
        {
            var report = new FuzzBlocks(texts, target, _threads) { Note = note }.Run(first, count, limit);
            table.Add(report, first, _seed, _threads);
            foreach (var finding in report.Findings) Console.WriteLine($"text {finding.Number}: {finding.What}\n{finding.Text}\n");
            found += report.Findings.Count;
            if (report.Executions < count) Console.Error.WriteLine(Rest(target, first + report.Executions, count - report.Executions));
        }

        Console.WriteLine(table);
        if (options.Text("out") is { } file) File.WriteAllText(file, table.ToString());
        return found == 0 ? 0 : 1;
    }

    private static string Rest(IFuzzTarget target, long next, long left) =>
        string.Create(CultureInfo.InvariantCulture, $"{target.Name}: ended early; the rest is --first {next} --count {left}");
}
