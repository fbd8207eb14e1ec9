using System.Globalization;
using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>The same questions in plain LINQ, grouped by customer once, as a careful programmer would write them without an engine.</summary>
public sealed class LinqSuite
{
    private readonly List<Row> _rows;
    private readonly DateOnly _first;
    private readonly int[] _leave;
    private readonly int _days;
    private readonly Lazy<List<List<int>>> _purchaseDays;
    private readonly Lazy<List<(int From, int To)>> _gaps;

    /// <summary>Questions about rows, which are turned into objects first.</summary>
    public LinqSuite(PurchaseRows rows, Period activePeriod)
        : this(Objects(rows), activePeriod)
    {
    }

    /// <summary>Questions about objects.</summary>
    public LinqSuite(List<Row> rows, Period activePeriod)
    {
        _rows = rows;
        _first = rows.Min(row => row.Day);
        var axis = new DayAxis(new DayRange(_first, rows.Max(row => row.Day)));
        _leave = axis.LeaveDays(activePeriod);
        _days = axis.Count;
        _purchaseDays = new(() =>
        [
            .. _rows.Where(row => row.Amount >= 0).GroupBy(row => row.Customer)
                .Select(group => group.Select(row => row.Day.DayNumber - _first.DayNumber).Distinct().Order().ToList()),
        ]);
        _gaps = new(() => [.. _purchaseDays.Value.SelectMany(days => days.Zip(days.Skip(1), (from, to) => (from, to)))]);
    }

    /// <summary>A purchase as an application holds it.</summary>
    public sealed record Row(long Customer, DateOnly Day, long Amount);

    /// <summary>The daily figures that it can answer.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "active_customers", "new_customers", "reactivated_customers", "lapsed_customers", "retained_customers", "buyers", "purchases", "sales",
        "gross_sales", "second_purchase_part",
    ];

    /// <summary>Columns as a list of objects.</summary>
    public static List<Row> Objects(PurchaseRows rows) =>
    [
        .. Enumerable.Range(0, rows.Count).Select(row =>
            new Row(rows.CustomerNumbers![row], DateOnly.FromDayNumber(rows.DayNumbers[row]), rows.Amounts[row])),
    ];

    /// <summary>The objects of a CSV file's lines.</summary>
    public static List<Row> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(cells => new Row(
            long.Parse(cells[0], CultureInfo.InvariantCulture),
            DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            long.Parse(cells[2], CultureInfo.InvariantCulture))),
    ];

    /// <summary>All of <see cref="Columns"/>.</summary>
    public DailyColumns Daily() => new(_first, Columns.ToDictionary(name => name, Daily, StringComparer.Ordinal));

    /// <summary>One daily figure on every day.</summary>
    /// <exception cref="ArgumentException">It is not one of <see cref="Columns"/>.</exception>
    public long[] Daily(string name) => name switch
    {
        "active_customers" => Sum(Daily("new_customers").Zip(Daily("reactivated_customers"), Daily("lapsed_customers")).Select(d => d.First + d.Second - d.Third)),
        "new_customers" => Count(_purchaseDays.Value.Select(days => days[0])),
        "reactivated_customers" => Count(_gaps.Value.Where(gap => _leave[gap.From] < gap.To).Select(gap => gap.To)),
        "lapsed_customers" => Count(_gaps.Value.Where(gap => _leave[gap.From] < gap.To).Select(gap => _leave[gap.From])
            .Concat(_purchaseDays.Value.Select(days => _leave[days[^1]]))),
        "retained_customers" => Retained(),
        "buyers" => Count(_purchaseDays.Value.SelectMany(days => days)),
        "purchases" => ByDay(rows => rows.LongCount(row => row.Amount >= 0)),
        "sales" => ByDay(rows => rows.Sum(row => row.Amount)),
        "gross_sales" => ByDay(rows => rows.Sum(row => Math.Max(0, row.Amount))),
        "second_purchase_part" => SecondPurchases(),
        _ => throw new ArgumentException($"no figure `{name}`, expected one of {string.Join(", ", Columns)}", nameof(name)),
    };

    /// <summary>Monthly cohorts.</summary>
    public IReadOnlyList<CohortCell> Cohorts() =>
    [
        .. _rows.GroupBy(row => row.Customer)
            .Select(group => (First: group.Where(row => row.Amount >= 0).Select(row => row.Day).DefaultIfEmpty(DateOnly.MaxValue).Min(), Rows: group))
            .Where(customer => customer.First < DateOnly.MaxValue)
            .SelectMany(customer => customer.Rows.Select(row => (Cohort: MonthOf(customer.First), Month: MonthOf(row.Day), Row: row)))
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

    /// <summary>Every active customer's decile on the last day.</summary>
    public Dictionary<long, int> Deciles()
    {
        var since = _leave.AsSpan().IndexOf(_days);
        var spend = _rows.Where(row => row.Day.DayNumber - _first.DayNumber >= since).GroupBy(row => row.Customer)
            .Where(group => group.Any(row => row.Amount >= 0))
            .Select(group => (Customer: group.Key, Spend: group.Sum(row => row.Amount))).ToList();
        var better = 0;
        var betterThan = new Dictionary<long, int>();
        foreach (var equals in spend.CountBy(customer => customer.Spend).OrderByDescending(equals => equals.Key))
        {
            betterThan.Add(equals.Key, better);
            better += equals.Value;
        }

        return spend.ToDictionary(customer => customer.Customer, customer => 1 + (int)(10L * betterThan[customer.Spend] / spend.Count));
    }

    private long[] Retained()
    {
        var stays = _gaps.Value.Select(gap => (Since: Math.Max(_leave[gap.From], gap.To), Until: Math.Min(_leave[gap.To], _leave[_leave[gap.From]])))
            .Where(stay => stay.Since < stay.Until).ToList();
        return Sum(Count(stays.Select(stay => stay.Since)).Zip(Count(stays.Select(stay => stay.Until)), (come, go) => come - go));
    }

    private long[] SecondPurchases()
    {
        var soFar = Sum(Count(_purchaseDays.Value.Where(days => days.Count > 1 && days[1] - days[0] <= 90).Select(days => days[0])));
        return [.. Enumerable.Range(0, _days).Select(day => (day < 90 ? 0 : soFar[day - 90]) - (day < 180 ? 0 : soFar[day - 180]))];
    }

    private long[] Count(IEnumerable<int> days)
    {
        var counts = days.Where(day => day < _days).CountBy(day => day).ToDictionary();
        return [.. Enumerable.Range(0, _days).Select(day => (long)counts.GetValueOrDefault(day))];
    }

    private long[] ByDay(Func<IEnumerable<Row>, long> sum)
    {
        var sums = _rows.GroupBy(row => row.Day).ToDictionary(day => day.Key, day => sum(day));
        return [.. Enumerable.Range(0, _days).Select(day => sums.GetValueOrDefault(_first.AddDays(day)))];
    }

    private static long[] Sum(IEnumerable<long> changes)
    {
        var total = 0L;
        return [.. changes.Select(change => total += change)];
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
