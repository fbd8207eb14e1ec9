using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;
namespace Mirai.Benchmarks;
internal static class ForecastDebug
{
    public static void Run(RunOptions o)
    {
        var scenario = Enum.Parse<SampleScenario>(o.Text("scenario", "Healthy")!);
        var all = new double[24]; var act = new double[24]; var f = new double[24]; var a = new double[24];
        for (var seed = o.Number("seed", 1); seed <= o.Number("seed-to", 1); seed++)
        {
        using var history = ForecastCase.HistoryOf(SampleCompany.Create(new SampleOptions { Scenario = scenario, Seed = seed, CustomerCount = o.Number("count", 4000), Years = o.Number("years", 4) }));
        var customers = new CustomerAnalysis(history);
        var origin = ForecastCase.MonthsBefore(history.Days.Last, o.Number("held", 24));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var run = customers.Forecast(Period.Months(o.Number("held", 24)), new ForecastOptions { AsOf = origin });
        Console.WriteLine($"{clock.ElapsedMilliseconds} ms {run.Method} {run.Explanation}");
        foreach (var s in run.BackTest.Standings) Console.WriteLine($"  {s.Method} {s.RelativeError:0.000}");
        foreach (var m in ForecastMethods) foreach (var me in new[]{ForecastMeasure.ActiveCustomers, ForecastMeasure.Sales})
            Console.WriteLine($"  {m} {me} " + string.Join(" ", new[]{0,1,3,6,12}.Select(h => run.BackTest.Score(m, me, h) is { } sc ? $"{h}: wape {sc.Wape*100:0.0} bias {sc.Bias/sc.MeanAbsoluteError:0.00} cov {sc.Covered80}/{sc.Banded};" : "")));
        var fc = customers.Forecast(Period.Months(o.Number("held", 24)), new ForecastOptions { AsOf = origin, Method = ForecastMethod.Cohort, Origins=0, Draws=10 });
        var table = customers.Daily(Measures.CustomerMeasures.ActiveCustomers, Measures.CustomerMeasures.NewCustomers, Measures.SalesMeasures.Sales, Measures.SalesMeasures.Buyers);
        for (var i = 0; i < fc.Months.Count; i++)
        {
            var days = fc.Months[i].Days;
            double sum(int t) => Enumerable.Range(0, days.Count).Sum(d => table[t][days[d]]!.Value);
            double prev(int t) => Enumerable.Range(0, days.Count).Sum(d => table[t][days[d].AddYears(-1)]!.Value);
            all[i] += fc.Months[i].Sales.Value; act[i] += sum(2); f[i] += fc.Months[i].ActiveCustomers.Value; a[i] += table[0][days.Last]!.Value;
            Console.WriteLine($"{days.Last} active {fc.Months[i].ActiveCustomers.Value:0} / {table[0][days.Last]!.Value}; new {fc.Months[i].NewCustomers.Value:0} / {sum(1)}; sales {fc.Months[i].Sales.Value/1000:0} / {sum(2)/1000:0} = {fc.Months[i].Sales.Value/sum(2):0.000} prev {prev(2)/1000:0}; ");
        }
        }
        Console.WriteLine(string.Join(" ", all.Zip(act).Where(x => x.Second>0).Select(x => $"{x.First/x.Second:0.000}")));
        Console.WriteLine(string.Join(" ", f.Zip(a).Where(x => x.Second>0).Select(x => $"{x.First/x.Second:0.000}")));
    }
    static readonly ForecastMethod[] ForecastMethods = Enum.GetValues<ForecastMethod>();
}
