using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Conformance.Tests;

/// <summary>Small random histories in which every awkward case is frequent: equal days, returns, lines of one order, blanks, month ends.</summary>
internal static class RandomPurchases
{
    /// <summary>The attribute that some of the customers have.</summary>
    public const string Attribute = "region";

    /// <summary>A history that only depends on the seed.</summary>
    public static IReadOnlyList<Purchase> Create(int seed, DateOnly first, int days)
    {
        var random = new Random(seed);
        var customers = random.Next(5, 25);
        var rows = new List<Purchase>();
        for (var customer = 0; customer < customers; customer++)
        {
            var (day, key) = (random.Next(days), $"c{customer:00}");
            var pace = random.Next(3, 120);
            for (; day < days && rows.Count < 400; day += random.Next(0, (2 * pace) + 1))
            {
                var date = first.AddDays(day);
                if (random.Next(8) == 0) date = new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
                var sign = random.Next(10) == 0 ? -1 : 1;
                var order = random.Next(3) switch { 0 => null, 1 => "o" + random.Next(4), _ => "x" + rows.Count };
                rows.Add(new Purchase(key, date, sign * random.Next(0, 5), sign * Math.Max(0, random.Next(-3, 3)), order)
                {
                    Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = random.Next(4) switch { 0 => "", 1 => "a", _ => "b" } },
                });
            }
        }

        return rows;
    }

    /// <summary>The regions of three quarters of the customers.</summary>
    public static IReadOnlyDictionary<string, string> Regions(IReadOnlyList<Purchase> rows) => rows
        .Select(row => row.Customer).Distinct(StringComparer.Ordinal).Where((_, index) => index % 4 != 0)
        .ToDictionary(key => key, key => key[^1] % 2 == 0 ? "north" : "south", StringComparer.Ordinal);

    /// <summary>The same rows as columns of yen.</summary>
    public static PurchaseRows Columns(IReadOnlyList<Purchase> rows) => new()
    {
        CustomerKeys = [.. rows.Select(row => row.Customer)],
        DayNumbers = [.. rows.Select(row => row.Day.DayNumber)],
        Amounts = [.. rows.Select(row => (long)row.Amount)],
        Discounts = [.. rows.Select(row => (long)row.Discount)],
        Orders = [.. rows.Select(row => row.Order ?? "")],
        Dimensions = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["store"] = [.. rows.Select(row => row.Dimensions["store"])] },
    };
}
