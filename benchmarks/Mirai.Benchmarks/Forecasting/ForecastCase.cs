using Mirai.History;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>One forecast of one held-back month of one company: by the headline and by each way alone, and what happened.</summary>
/// <param name="Scenario">The company's story.</param>
/// <param name="Seed">Which company.</param>
/// <param name="Customers">How many customers it was made with.</param>
/// <param name="First">The first day of the history.</param>
/// <param name="Origin">The day after which nothing was read.</param>
/// <param name="Ahead">Months ahead.</param>
/// <param name="Measure">What is forecast.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Headline">What the winner of the back-test said, with its bands.</param>
/// <param name="Winner">Who that was.</param>
/// <param name="ByMethod">What each way said alone.</param>
internal sealed record ForecastCase(
    SampleScenario Scenario, int Seed, int Customers, DateOnly First, DateOnly Origin, int Ahead, ForecastMeasure Measure, double Actual,
    ForecastFigure Headline, ForecastMethod Winner, IReadOnlyDictionary<ForecastMethod, double> ByMethod)
{
    private static readonly ForecastMethod[] Methods = Enum.GetValues<ForecastMethod>();

    /// <summary>Years of history before the origin, rounded.</summary>
    public int YearsBefore => (int)Math.Round((Origin.DayNumber - First.DayNumber) / 365.25);

    /// <summary>The sizes, spans and origins tried for a seed: from two years of history on, and never the same twice in a row.</summary>
    public static IEnumerable<(int Customers, int Years, int MonthsHeldBack)> Plans(int seed)
    {
        int[] sizes = [1_500, 4_000, 12_000];
        int[] spans = [4, 5, 6, 8];
        yield return (sizes[seed % 3], spans[seed % 4], seed % 2 == 0 ? 12 : 24);
    }

    /// <summary>All months held back of one company.</summary>
    public static IEnumerable<ForecastCase> Of(SampleScenario scenario, int seed, (int Customers, int Years, int MonthsHeldBack) plan)
    {
        using var history = HistoryOf(SampleCompany.Create(new SampleOptions
        {
            Scenario = scenario, Seed = seed, CustomerCount = plan.Customers, Years = plan.Years,
        }));
        var customers = new CustomerAnalysis(history);
        var origin = MonthsBefore(history.Days.Last, plan.MonthsHeldBack);
        var horizon = Period.Months(plan.MonthsHeldBack);
        var headline = customers.Forecast(horizon, new ForecastOptions { AsOf = origin });
        var alone = Methods.ToDictionary(m => m, m => m == headline.Method ? headline : customers.Forecast(horizon, new ForecastOptions { AsOf = origin, Method = m, Origins = 0, Draws = 10 }));
        var table = customers.Daily(
            Measures.CustomerMeasures.ActiveCustomers, Measures.CustomerMeasures.NewCustomers, Measures.CustomerMeasures.ReactivatedCustomers,
            Measures.CustomerMeasures.LapsedCustomers, Measures.SalesMeasures.Sales);
        foreach (var (month, at) in headline.Months.Select((month, at) => (month, at)))
        {
            foreach (var measure in Enum.GetValues<ForecastMeasure>())
            {
                var series = table[(int)measure];
                var actual = measure == ForecastMeasure.ActiveCustomers
                    ? series[month.Days.Last]!.Value
                    : Enumerable.Range(0, month.Days.Count).Sum(day => series[month.Days[day]]!.Value);
                yield return new ForecastCase(
                    scenario, seed, plan.Customers, history.Days.First, origin, at + 1, measure, actual, month[measure], headline.Method,
                    alone.Where(one => one.Value.Method == one.Key).ToDictionary(one => one.Key, one => one.Value.Months[at][measure].Value));
            }
        }
    }

    internal static DateOnly MonthsBefore(DateOnly day, int months)
    {
        var before = day.AddMonths(-months);
        return new DateOnly(before.Year, before.Month, DateTime.DaysInMonth(before.Year, before.Month));
    }

    internal static PurchaseHistory HistoryOf(SampleCompany company)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Jpy });
        var writer = builder.CreateWriter();
        foreach (var order in company.Purchases.GroupBy(row => (row.Customer, row.Order, row.Day)))
        {
            writer.Add(System.Text.Encoding.UTF8.GetBytes(order.Key.Customer), order.Key.Day.DayNumber, order.Sum(row => row.Amount));
        }

        return builder.Build(new HistoryBuildOptions(company.Options.Days.Last));
    }
}
