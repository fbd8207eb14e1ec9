using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>The suite in plain LINQ, grouped by customer once as a careful programmer would write it without an engine.</summary>
internal static class LinqSuite
{
    private sealed record Row(long Customer, DateOnly Day, long Amount);

    /// <summary>The daily figures that every engine is compared on, as ordinary collections give them.</summary>
    public static DailyColumns Daily(PurchaseRows rows, Period activePeriod)
    {
        var purchases = Rows(rows);
        var first = purchases.Min(row => row.Day);
        var axis = new DayAxis(new DayRange(first, purchases.Max(row => row.Day)));
        var leave = axis.LeaveDays(activePeriod);
        var count = axis.Count;
        var customers = purchases.Where(row => row.Amount >= 0).GroupBy(row => row.Customer)
            .Select(group => group.Select(row => row.Day.DayNumber - first.DayNumber).Distinct().Order().ToList()).ToList();

        long[] Count(IEnumerable<int> days)
        {
            var counts = days.Where(day => day < count).CountBy(day => day).ToDictionary();
            return [.. Enumerable.Range(0, count).Select(day => (long)counts.GetValueOrDefault(day))];
        }

        var pairs = customers.SelectMany(days => days.Zip(days.Skip(1), (from, to) => (From: from, To: to))).ToList();
        var fresh = Count(customers.Select(days => days[0]));
        var reactivated = Count(pairs.Where(pair => leave[pair.From] < pair.To).Select(pair => pair.To));
        var lapsed = Count(pairs.Where(pair => leave[pair.From] < pair.To).Select(pair => leave[pair.From]).Concat(customers.Select(days => leave[days[^1]])));
        var stays = pairs.Select(pair => (Since: Math.Max(leave[pair.From], pair.To), Until: Math.Min(leave[pair.To], leave[leave[pair.From]])))
            .Where(stay => stay.Since < stay.Until).ToList();
        var retained = Sum(Count(stays.Select(stay => stay.Since)).Zip(Count(stays.Select(stay => stay.Until)), (come, go) => come - go));
        var byDay = purchases.GroupBy(row => row.Day.DayNumber - first.DayNumber).ToDictionary(
            day => day.Key, day => (Purchases: day.LongCount(row => row.Amount >= 0), Sales: day.Sum(row => row.Amount), Gross: day.Sum(row => Math.Max(0, row.Amount))));
        var perDay = Enumerable.Range(0, count).Select(day => byDay.GetValueOrDefault(day)).ToList();
        return new DailyColumns(first, new Dictionary<string, long[]>(StringComparer.Ordinal)
        {
            ["active_customers"] = Sum(fresh.Zip(reactivated, (n, r) => n + r).Zip(lapsed, (come, go) => come - go)),
            ["new_customers"] = fresh,
            ["reactivated_customers"] = reactivated,
            ["lapsed_customers"] = lapsed,
            ["retained_customers"] = retained,
            ["buyers"] = Count(customers.SelectMany(days => days)),
            ["purchases"] = [.. perDay.Select(day => day.Purchases)],
            ["sales"] = [.. perDay.Select(day => day.Sales)],
            ["gross_sales"] = [.. perDay.Select(day => day.Gross)],
            ["second_purchase_part"] = SecondPurchases(customers, count),
        });
    }

    /// <summary>Monthly cohorts.</summary>
    public static IReadOnlyList<CohortCell> Cohorts(PurchaseRows rows) =>
    [
        .. Rows(rows).GroupBy(row => row.Customer)
            .Select(group => (First: group.Where(row => row.Amount >= 0).Select(row => row.Day).DefaultIfEmpty(DateOnly.MaxValue).Min(), Rows: group))
            .Where(customer => customer.First < DateOnly.MaxValue)
            .SelectMany(customer => customer.Rows.Select(row => (Cohort: Month(customer.First), Month: Month(row.Day), Row: row)))
            .Where(cell => cell.Month >= cell.Cohort)
            .GroupBy(cell => (cell.Cohort, cell.Month))
            .OrderBy(cell => cell.Key)
            .Select(cell => new CohortCell(
                cell.Key.Cohort,
                ((cell.Key.Month.Year - cell.Key.Cohort.Year) * 12) + cell.Key.Month.Month - cell.Key.Cohort.Month,
                cell.Where(row => row.Row.Amount >= 0).Select(row => row.Row.Customer).Distinct().LongCount(),
                cell.LongCount(row => row.Row.Amount >= 0),
                cell.Sum(row => row.Row.Amount))),
    ];

    private static List<Row> Rows(PurchaseRows rows) =>
    [
        .. Enumerable.Range(0, rows.Count).Select(row =>
            new Row(rows.CustomerNumbers![row], DateOnly.FromDayNumber(rows.DayNumbers[row]), rows.Amounts[row])),
    ];

    private static long[] SecondPurchases(List<List<int>> customers, int count)
    {
        var byFirst = customers.Where(days => days.Count > 1 && days[1] - days[0] <= 90).CountBy(days => days[0]).ToDictionary();
        var soFar = Sum(Enumerable.Range(0, count).Select(day => (long)byFirst.GetValueOrDefault(day)));
        return [.. Enumerable.Range(0, count).Select(day => (day < 90 ? 0 : soFar[day - 90]) - (day < 180 ? 0 : soFar[day - 180]))];
    }

    private static long[] Sum(IEnumerable<long> changes)
    {
        var total = 0L;
        return [.. changes.Select(change => total += change)];
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
