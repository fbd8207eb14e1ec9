using Mirai.History;
using Mirai.Model;

namespace Mirai.Measures;

/// <summary>Makes cohort tables.</summary>
internal static class Cohorts
{
    private const int MostPeriods = 2_400;

    /// <summary>The cohort table of a history.</summary>
    public static CohortTable Of(PurchaseHistory history, CohortGrain grain, int maxThreads, CancellationToken cancellationToken)
    {
        var days = history.Days;
        if (history.CustomerCount == 0) return new CohortTable(grain, history.Currency, []);
        var firstPeriod = PeriodIndex(days.First, grain);
        var periods = PeriodIndex(days.Last, grain) - firstPeriod + 1;
        if (periods > MostPeriods)
        {
            throw new InvalidOperationException(
                $"The history {days} spans {periods:N0} periods; a cohort table holds at most {MostPeriods:N0}. Take a coarser grain, or look for wrong dates.");
        }

        var periodOfDay = new ushort[days.Count];
        for (var day = 0; day < days.Count; day++) periodOfDay[day] = (ushort)(PeriodIndex(days[day], grain) - firstPeriod);
        var workers = ColumnWork.Run(history, maxThreads, () => new CohortKernel(periodOfDay, periods), cancellationToken);
        var sums = workers[0];
        foreach (var other in workers.Skip(1)) sums.Add(other);
        var rows = new CohortRow[periods];
        for (var cohort = 0; cohort < periods; cohort++)
        {
            var start = StartOf(firstPeriod + cohort, grain);
            var cells = new CohortCell[periods - cohort];
            for (var since = 0; since < cells.Length; since++) cells[since] = CellOf(sums, cohort, since, history.Currency);
            rows[cohort] = new CohortRow(start, LabelOf(start, grain), cells[0].Customers, cells);
        }

        return new CohortTable(grain, history.Currency, [.. rows.SkipWhile(row => row.Size == 0)]); // A history may begin with returns.
    }

    private static CohortCell CellOf(CohortKernel sums, int cohort, int since, Currency currency)
    {
        var (sales, purchases, customers) = sums.Cell(cohort, since);
        return new CohortCell(customers, purchases, currency.ToAmount(sales));
    }

    private static int PeriodIndex(DateOnly day, CohortGrain grain) => grain switch
    {
        CohortGrain.Month => (day.Year * 12) + day.Month - 1,
        CohortGrain.Quarter => (day.Year * 4) + ((day.Month - 1) / 3),
        _ => day.Year,
    };

    private static DateOnly StartOf(int period, CohortGrain grain) => grain switch
    {
        CohortGrain.Month => new DateOnly(period / 12, (period % 12) + 1, 1),
        CohortGrain.Quarter => new DateOnly(period / 4, (period % 4 * 3) + 1, 1),
        _ => new DateOnly(period, 1, 1),
    };

    private static string LabelOf(DateOnly start, CohortGrain grain) => grain switch
    {
        CohortGrain.Month => $"{start:yyyy-MM}",
        CohortGrain.Quarter => $"{start:yyyy}-Q{(start.Month + 2) / 3}",
        _ => $"{start:yyyy}",
    };
}
