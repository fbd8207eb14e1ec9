using FsCheck;
using FsCheck.Fluent;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>
/// Random small histories for properties: <c>[Property(Arbitrary = [typeof(SmallHistories)])]</c>. Days are drawn so that the boundaries
/// of windows, month ends, leap days and same-day rows are met often.
/// </summary>
public static class SmallHistories
{
    private static readonly string[] CustomerKeys = ["a", "b", "c", "d", "17", "0017", "顧客", "h"];
    private static readonly string[] ActivePeriods = ["1y", "2y", "90d", "3m", "1d", "400d", "6m"];
    private static readonly decimal[] Amounts = [100, 100, 100, 200, 300, 500, 1000, 1234, 0, -100, -200, -1000];
    private static readonly int[] Gaps =
        [0, 0, 1, 2, 7, 29, 30, 31, 59, 60, 61, 89, 90, 91, 180, 239, 240, 241, 364, 365, 366, 400, 730, 731];
    private static readonly IReadOnlyDictionary<string, string> NoTexts = new Dictionary<string, string>(StringComparer.Ordinal);
    private static readonly DateOnly Start = new(2019, 1, 1);
    private static readonly DateOnly End = new(2021, 12, 31);

    private static readonly DateOnly[] SpecialDays =
    [
        new(2019, 1, 1), new(2019, 1, 31), new(2019, 2, 28), new(2019, 3, 1), new(2019, 3, 31),
        new(2019, 5, 31), new(2019, 8, 31), new(2019, 11, 30),
        new(2020, 2, 28), new(2020, 2, 29), new(2020, 3, 1), new(2020, 5, 31), new(2020, 8, 31), new(2020, 12, 31),
        new(2021, 2, 28), new(2021, 3, 1), new(2021, 8, 31), new(2021, 12, 31),
    ];

    /// <summary>Histories of 1 to 8 customers and 1 to 30 rows over three years.</summary>
    public static Arbitrary<SmallHistory> SmallHistory() => Arb.From(Histories, Smaller);

    private static Gen<SmallHistory> Histories =>
        from activePeriod in Gen.Elements(ActivePeriods).Select(Period.Parse)
        from discounted in Gen.Elements(true, true, false)
        from customers in Gen.Choose(1, CustomerKeys.Length)
        from counts in Gen.ArrayOf(Gen.Choose(1, 7), customers)
        from rows in Gen.CollectToArray(
            CustomerKeys.Take(customers).Zip(counts), pair => RowsOf(pair.First, pair.Second, activePeriod, discounted))
        from shuffled in Gen.Shuffle(rows.SelectMany(own => own).Take(30).ToArray())
        from silentDays in Gen.Frequency((2, Gen.Constant(-1)), (3, Gen.Elements(0, 1, 29, 30, 31, 89, 90, 91, 200, 365, 366)))
        from regions in Gen.ArrayOf(Gen.Elements("east", "west", ""), customers)
        from ranks in Gen.ArrayOf(Gen.Elements("gold", "none", null), customers)
        select new SmallHistory(
            shuffled,
            activePeriod,
            silentDays < 0 ? null : shuffled.Max(row => row.Day).AddDays(silentDays),
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["rank"] = ByCustomer(ranks),
                ["region"] = ByCustomer(regions),
            });

    private static Gen<Purchase[]> RowsOf(string customer, int count, Period activePeriod, bool discounted) =>
        from days in Days(count, activePeriod)
        from rows in Gen.CollectToArray(days, day => Row(customer, day, discounted))
        select rows;

    /// <summary>
    /// A walk: from a first day by gaps that end on, just before or just after the boundary of some window, now and then to a special
    /// day.
    /// </summary>
    private static Gen<IReadOnlyList<DateOnly>> Days(int count, Period activePeriod)
    {
        var firstDays = Gen.Frequency((1, Gen.Elements(SpecialDays)), (1, Gen.Choose(0, 400).Select(Start.AddDays)));
        var steps = Gen.Frequency<Func<DateOnly, DateOnly>>(
            (4, Gen.Elements(Gaps).Select(gap => new Func<DateOnly, DateOnly>(day => day.AddDays(gap)))),
            (3, Gen.Choose(-1, 1).Select(offset => new Func<DateOnly, DateOnly>(day => activePeriod.After(day).AddDays(offset)))),
            (2, Gen.Choose(1, 120).Select(gap => new Func<DateOnly, DateOnly>(day => day.AddDays(gap)))),
            (1, Gen.Elements(SpecialDays).Select(special => new Func<DateOnly, DateOnly>(_ => special))));
        return from first in firstDays
            from walk in Gen.ArrayOf(steps, count - 1)
            select walk.Aggregate<Func<DateOnly, DateOnly>, IReadOnlyList<DateOnly>>(
                [first], (days, step) => [.. days, Inside(step(days[^1]))]);
    }

    private static DateOnly Inside(DateOnly day) => day > End ? End : day < Start ? Start : day;

    private static Gen<Purchase> Row(string customer, DateOnly day, bool discounted) =>
        from amount in Gen.Elements(Amounts)
        from discount in discounted ? Gen.Elements<decimal>(0, 0, 10, 50) : Gen.Constant(0m)
        from order in Gen.Elements(null, null, "A", "B")
        from store in Gen.Elements("north", "north", "north", "south", "south", "", "none")
        from category in Gen.Elements("tea", "rice", "miso")
        select new Purchase(customer, day, amount, amount < 0 ? -discount : discount, order) { Dimensions = DimensionsOf(store, category) };

    private static Dictionary<string, string> DimensionsOf(string store, string category) =>
        new(StringComparer.Ordinal) { ["store"] = store, ["category"] = category };

    private static Dictionary<string, string> ByCustomer(string?[] texts) => CustomerKeys.Zip(texts)
        .Where(pair => pair.Second is not null)
        .ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal);

    /// <summary>Fewer customers, fewer rows, then plainer rows and settings; never a day that was not there.</summary>
    private static IEnumerable<SmallHistory> Smaller(SmallHistory history)
    {
        foreach (var customer in history.Rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal))
        {
            var others = history.Rows.Where(row => !string.Equals(row.Customer, customer, StringComparison.Ordinal)).ToList();
            if (others.Count > 0 && others.Count < history.Rows.Count) yield return history with { Rows = others };
        }

        for (var i = 0; history.Rows.Count > 1 && i < history.Rows.Count; i++)
            yield return history with { Rows = [.. history.Rows.Where((_, at) => at != i)] };
        if (history.ObservedUntil is not null) yield return history with { ObservedUntil = null };
        if (history.Attributes.Values.Any(texts => texts.Count > 0))
        {
            yield return history with
            {
                Attributes = history.Attributes.Keys.ToDictionary(name => name, _ => NoTexts, StringComparer.Ordinal),
            };
        }

        for (var i = 0; i < history.Rows.Count; i++)
        {
            foreach (var plainer in Plainer(history.Rows[i]))
                yield return history with { Rows = [.. history.Rows.Select((row, at) => at == i ? plainer : row)] };
        }

        if (history.ActivePeriod != Period.OneYear) yield return history with { ActivePeriod = Period.OneYear };
    }

    private static IEnumerable<Purchase> Plainer(Purchase row)
    {
        if (row.Discount != 0) yield return row with { Discount = 0 };
        if (row.Order is not null) yield return row with { Order = null };
        if (row.Amount is not (100 or 0 or -100)) yield return row with { Amount = row.Amount < 0 ? -100 : 100 };
        if (row.Dimensions["store"] is not "north" || row.Dimensions["category"] is not "tea")
            yield return row with { Dimensions = DimensionsOf("north", "tea") };
    }
}
