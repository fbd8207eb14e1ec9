using System.Globalization;
using System.IO.Compression;
using Mirai.DuckDb;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>The real data sets as plain columns, read by code that shares nothing with the library's own readers.</summary>
internal static class RealPurchases
{
    /// <summary>The published purchase log, in cents, without order ids.</summary>
    public const string CdnowMaster = "cdnow/CDNOW_master.txt";

    /// <summary>Its published tenth.</summary>
    public const string CdnowSample = "cdnow/CDNOW_sample.txt";

    /// <summary>The lines with customer, quantity and price, in thousandths of a pound, to be merged by invoice.</summary>
    public const string OnlineRetailClean = "online-retail/online_retail.csv.gz";

    /// <summary>Invoices with returns, in pence.</summary>
    public const string OnlineRetailOrders = "online-retail/orders.csv";

    /// <summary>Grocery lines with discounts and stores, in cents, to be merged by basket. One amount is a float's rounding error, not 0.</summary>
    public const string CompleteJourney = "complete-journey/transactions_sample.csv";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [CdnowMaster, CdnowSample, OnlineRetailClean, OnlineRetailOrders, CompleteJourney];

    /// <summary>Decimals of a set's amounts.</summary>
    public static int DecimalsOf(string name) => name is OnlineRetailClean ? 3 : 2;

    /// <summary>Reads one of the sets.</summary>
    public static PurchaseRows Read(string name) => name switch
    {
        CdnowMaster => ReadCdnow(name, headerLines: 1, day: 1, amount: 3),
        CdnowSample => ReadCdnow(name, headerLines: 0, day: 2, amount: 4),
        OnlineRetailClean => ReadOnlineRetailLines(),
        OnlineRetailOrders => ReadOnlineRetailOrders(),
        CompleteJourney => ReadCompleteJourney(),
        _ => throw new ArgumentException($"no data set `{name}`", nameof(name)),
    };

    private static PurchaseRows ReadCdnow(string name, int headerLines, int day, int amount)
    {
        var lines = File.ReadLines(TestDataFolder.PathOf(name)).Skip(headerLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length > 0).ToList();
        return new PurchaseRows
        {
            CustomerKeys = [.. lines.Select(cells => cells[0])],
            DayNumbers = [.. lines.Select(cells => DateOnly.ParseExact(cells[day], "yyyyMMdd", CultureInfo.InvariantCulture).DayNumber)],
            Amounts = [.. lines.Select(cells => Minor(cells[amount], 2))],
        };
    }

    private static PurchaseRows ReadOnlineRetailLines()
    {
        using var unzipped = new GZipStream(File.OpenRead(TestDataFolder.PathOf(OnlineRetailClean)), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        var lines = Lines(reader).Skip(1).Select(Cells)
            .Where(cells => cells[6].Length > 0 && long.Parse(cells[3], CultureInfo.InvariantCulture) > 0 && Minor(cells[5], 3) > 0)
            .ToList();
        return new PurchaseRows
        {
            CustomerKeys = [.. lines.Select(cells => cells[6])],
            DayNumbers = [.. lines.Select(cells => Day(cells[4]))],
            Amounts = [.. lines.Select(cells => long.Parse(cells[3], CultureInfo.InvariantCulture) * Minor(cells[5], 3))],
            Orders = [.. lines.Select(cells => cells[0])],
            Dimensions = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["country"] = [.. lines.Select(cells => cells[7])] },
        };
    }

    private static PurchaseRows ReadOnlineRetailOrders()
    {
        var lines = File.ReadLines(TestDataFolder.PathOf(OnlineRetailOrders)).Skip(1).Select(Cells).ToList();
        return new PurchaseRows
        {
            CustomerKeys = [.. lines.Select(cells => cells[0])],
            DayNumbers = [.. lines.Select(cells => Day(cells[2]))],
            Amounts = [.. lines.Select(cells => Minor(cells[5], 2))],
            Orders = [.. lines.Select(cells => cells[1])],
            Dimensions = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["country"] = [.. lines.Select(cells => cells[6])] },
        };
    }

    private static PurchaseRows ReadCompleteJourney()
    {
        var lines = File.ReadLines(TestDataFolder.PathOf(CompleteJourney)).Skip(1).Select(Cells).ToList();
        return new PurchaseRows
        {
            CustomerKeys = [.. lines.Select(cells => cells[0])],
            DayNumbers = [.. lines.Select(cells => Day(cells[10]))],
            Amounts = [.. lines.Select(cells => (long)(Math.Round(decimal.Parse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture), 2) * 100))],
            Discounts = [.. lines.Select(cells => Minor(cells[6], 2) + Minor(cells[7], 2))],
            Orders = [.. lines.Select(cells => cells[2])],
            Dimensions = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["store"] = [.. lines.Select(cells => cells[1])] },
        };
    }

    /// <summary>A number as a whole number of its smallest unit; text that has more decimals fails.</summary>
    public static long Minor(string text, int decimals)
    {
        var scaled = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        for (var digit = 0; digit < decimals; digit++) scaled *= 10;
        return scaled == decimal.Truncate(scaled)
            ? (long)scaled
            : throw new FormatException($"`{text}` has more than {decimals} decimals");
    }

    private static int Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            else if (character == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(character);
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
