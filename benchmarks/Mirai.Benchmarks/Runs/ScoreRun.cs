using System.Globalization;
using System.Text;
using Mirai.Lifetime;

namespace Mirai.Benchmarks;

/// <summary>Statistics, fit and scores of a large history: what each step takes, by model.</summary>
internal sealed class ScoreRun(RunOptions options)
{
    private readonly StringBuilder _table = new("| model | step | s | cpu, s | ns a customer |\n|---|---|---|---|---|\n");

    /// <summary>Generates <c>--customers</c> with three purchases each on average, and scores them by every model.</summary>
    public void Run()
    {
        var customers = options.Number("customers", 10_000_000);
        using var history = MiraiSuite.Build(GeneratedPurchases.Create(options.Number("purchases", 3 * customers), customers));
        var analysis = new CustomerAnalysis(history);
        var until = history.Days.Last;
        var statistics = Time("all", "statistics of purchases", history.CustomerCount, () => analysis.PurchaseStatistics(until));
        var spend = Time("all", "statistics of spend", history.CustomerCount, () => analysis.SpendStatistics(until));
        var spendFit = Time("gamma-gamma", "fit", history.CustomerCount, () => spend.Fit());
        Console.Error.WriteLine($"{statistics.Patterns.Count:N0} patterns; spend: {spendFit.Verdict} {spendFit.Explanation}");
        foreach (var kind in Enum.GetValues<PurchaseModelKind>())
        {
            var fit = Time(kind.ToString(), "fit", history.CustomerCount, () => statistics.Fit(kind));
            Console.Error.WriteLine($"{kind}: {fit.Verdict} {fit.Explanation} {string.Join(' ', fit.Parameters)}");
            // Where generated customers do not identify a model, parameters of the CDNOW log stand in: scoring takes as long.
            var model = fit.TryGetModel(out var found) ? found : StandIn(kind);
            spendFit.TryGetModel(out var spendModel);
            var scores = Time(kind.ToString(), "scores and value", history.CustomerCount, () => analysis.ScoreCustomers(model, until, spendModel));
            Console.Error.WriteLine($"alive: {scores.ProbabilityAlive.Where(double.IsFinite).Sum():N0}");
        }

        var report = $"# Probability models at scale\n\n{Machine.Describe()}. {history.CustomerCount:N0} customers, {history.PurchaseCount:N0} purchases, {statistics.Patterns.Count:N0} patterns.\n\n{_table}";
        Console.WriteLine(report);
        if (options.Text("out") is { } path) File.WriteAllText(path, report);
    }

    private static PurchaseModel StandIn(PurchaseModelKind kind) => kind switch
    {
        PurchaseModelKind.BgNbd => new BgNbdModel(.243, 4.414, .793, 2.426, TimeUnit.Week),
        PurchaseModelKind.ParetoNbd => new ParetoNbdModel(.553, 10.578, .606, 11.669, TimeUnit.Week),
        _ => new MbgNbdModel(.525, 6.183, .891, 1.614, TimeUnit.Week),
    };

    private T Time<T>(string model, string step, int customers, Func<T> work)
    {
        var (result, timing) = Timing.Run(work);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"| {model} | {step} | {timing.WallSeconds:0.00} | {timing.CpuSeconds:0.00} | {timing.CpuSeconds / customers * 1e9:0} |\n");
        Console.Error.Write(line);
        _table.Append(line);
        return result;
    }
}
