using System.Data;
using System.Globalization;
using FsCheck.Xunit;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Core.Tests.Ingest;

public sealed class PurchaseColumnsTests
{
    private const int ManyRows = 700_000;
    private static readonly DateOnly Day = new(2024, 3, 1);

    [Fact]
    public void Constructor_ColumnsOfDifferentLength_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PurchaseColumns(new[] { 1, 2 }, new[] { Day }, new[] { 1m, 2m }));
        Assert.StartsWith("The column days has 1 rows, but customers has 2.", error.Message, StringComparison.Ordinal);
        var columns = () => new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m }) { Discounts = new[] { 1m, 2m } };
        Assert.Throws<ArgumentException>(columns);
        columns = () => new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m }) { Orders = new[] { "a", "b" } };
        Assert.Throws<ArgumentException>(columns);
        columns = () => new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m }) { Dimensions = [new DimensionColumn("store", ["a", "b"])] };
        Assert.Throws<ArgumentException>(columns);
        columns = () => new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m }) { Dimensions = [new("store", ["a"]), new("Store", ["a"])] };
        Assert.Throws<ArgumentException>(columns);
    }

    [Fact]
    public void Load_BatchesWithDifferentColumns_AreRefused()
    {
        var plain = new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m });
        var withStore = new PurchaseColumns(new[] { 1 }, new[] { Day }, new[] { 1m }) { Dimensions = [new DimensionColumn("store", ["a"])] };
        var error = Assert.Throws<ArgumentException>(() => Purchases.Load([plain, withStore]));
        Assert.StartsWith("Batch 2 has the columns customers, days, amounts, store; the first has customers, days, amounts.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EveryTypeOfColumn_GivesTheSameHistory()
    {
        var numbers = Enumerable.Range(-3, 10).ToArray();
        KeyColumn[] customers = [numbers, Array.ConvertAll(numbers, number => (long)number), Array.ConvertAll(numbers, number => (string?)$"{number}")];
        var dates = Array.ConvertAll(numbers, number => Day.AddDays(number));
        DayColumn[] days = [dates, DayColumn.OfDayNumbers(Array.ConvertAll(dates, date => date.DayNumber))];
        AmountColumn[] amounts = [Array.ConvertAll(numbers, number => number / 100m), AmountColumn.OfMinorUnits(Array.ConvertAll(numbers, number => (long)number))];
        var options = new PurchaseLoadOptions { Currency = Currency.Usd };
        var texts = (from customer in customers from day in days from amount in amounts select Load(new PurchaseColumns(customer, day, amount), options)).ToList();

        Assert.Equal(11, texts[0].Count(line => line.Contains("2024", StringComparison.Ordinal)));
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    [Fact]
    public void Load_BadRowsOnTheFastPath_AreReportedLikeOthers()
    {
        int[] days = [Day.DayNumber, -1, int.MaxValue, Day.DayNumber + 1, Day.DayNumber, Day.DayNumber];
        var columns = new PurchaseColumns(new[] { 1, 2, 3, 4, 5, 6 }, DayColumn.OfDayNumbers(days), AmountColumn.OfMinorUnits(new[] { 1, 1, 1, 1, long.MinValue, 1L << 60 }));

        var load = Purchases.Load(columns, new PurchaseLoadOptions { ObservedUntil = Day });

        load.History.Dispose();
        Assert.Equal(
        [
            "6 read, 2 accepted",
            "UnreadableDay: 2",
            "AmountTooLarge: 1",
            "AfterObservedUntil: 1",
            "line 2, column day: found `-1`, expected a day number from 0001-01-01 to 9999-12-31",
            "line 3, column day: found `2147483647`, expected a day number from 0001-01-01 to 9999-12-31",
            "line 4, column day: found `2024-03-02`, expected a day until 2024-03-01, until which the data is observed",
            "line 5, column amount: found `-9223372036854775808`, expected at most 9223372036854775807 JPY",
        ], HistoryText.Of(load.Report));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Load_ManyRows_IsTheSameOnAnyNumberOfThreadsAndBatches(int threads)
    {
        var (customers, days, amounts) = Many();
        var options = new PurchaseLoadOptions { MaxThreads = 1, SamplesPerKind = 7, ObservedUntil = Day.AddDays(999) };
        var whole = Purchases.Load(Slice(0, ManyRows), options);
        var split = Purchases.Load(Batches(), options with { MaxThreads = threads });

        using (whole.History)
        using (split.History)
        {
            Assert.Equal(HistoryText.Of(whole.Report), HistoryText.Of(split.Report));
            Assert.Equal(7, whole.Report.Samples.Count);
            Assert.Equal(ManyRows, whole.Report.RowsRead);
            Assert.Equal(HistoryText.Of(whole.History), HistoryText.Of(split.History));
        }

        IEnumerable<PurchaseColumns> Batches()
        {
            yield return Slice(0, 1);
            yield return Slice(1, 0);
            yield return Slice(1, ManyRows - 100_001);
            yield return Slice(ManyRows - 100_000, 100_000);
        }

        PurchaseColumns Slice(int start, int count) => new(
            KeyColumn.Of(customers.AsMemory(start, count)),
            DayColumn.OfDayNumbers(days.AsMemory(start, count)),
            AmountColumn.OfMinorUnits(amounts.AsMemory(start, count)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void TryLoad_StopOnAnyNumberOfThreads_NamesTheFirstBadRow(int threads)
    {
        var (customers, days, amounts) = Many();
        Array.Fill(days, Day.DayNumber);
        days[300_000] = -1;
        days[300_001] = -2;
        days[690_000] = -3;
        var columns = new PurchaseColumns(customers, DayColumn.OfDayNumbers(days), AmountColumn.OfMinorUnits(amounts));

        Assert.False(Purchases.TryLoad([columns], new PurchaseLoadOptions { MaxThreads = threads, OnBadRow = BadRowPolicy.Stop }, out _, out var failure));

        Assert.Equal("Stopped at the first bad row: line 300001, column day: found `-1`, expected a day number from 0001-01-01 to 9999-12-31.", failure.Message);
        Assert.Equal(300_001, failure.Report!.RowsRead);
    }

    [Fact]
    public void Load_Progress_RisesToTheEnd()
    {
        var (customers, days, amounts) = Many();
        var reports = new List<IngestProgress>();
        var columns = new PurchaseColumns(customers, DayColumn.OfDayNumbers(days), AmountColumn.OfMinorUnits(amounts));

        Purchases.Load(columns, new PurchaseLoadOptions { MaxThreads = 3 }, new Collector(reports)).History.Dispose();

        Assert.Equal(reports.Select(report => report.RowsRead).Order(), reports.Select(report => report.RowsRead));
        Assert.Equal(new IngestProgress(ManyRows, 1), reports[^1]);
        Assert.Throws<OperationCanceledException>(() => Purchases.Load(columns, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Property(MaxTest = 50)]
    public void Load_AnyRows_AreTheSameAsObjectsReaderAndColumns((byte Customer, byte Day, short Cents, sbyte Discount, byte Order, byte Store)[] drawn)
    {
        var rows = drawn.Select(row => new Purchase(
            new[] { "", "a", "17", "顧客", "a key of many letters", "0017" }[row.Customer % 6],
            Day.AddDays(row.Day),
            row.Cents / 100m,
            row.Discount / 1000m,
            new[] { null, "", "o1", "o2" }[row.Order % 4])
        {
            Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = new[] { "", "x", "銀座" }[row.Store % 3] },
        }).Append(new Purchase("a", Day, 1m, 0.1m, "o1") { Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = "x" } }).ToArray();
        var options = new PurchaseLoadOptions { Currency = Currency.Usd, ObservedUntil = Day.AddDays(200), SamplesPerKind = 100 };
        using var table = TableOf(rows);
        using var reader = table.CreateDataReader();
        var columns = new PurchaseColumns(
            Array.ConvertAll(rows, row => (string?)row.Customer), Array.ConvertAll(rows, row => row.Day), Array.ConvertAll(rows, row => row.Amount))
        {
            Discounts = Array.ConvertAll(rows, row => row.Discount),
            Orders = Array.ConvertAll(rows, row => row.Order),
            Dimensions = [new DimensionColumn("store", Array.ConvertAll(rows, row => (string?)row.Dimensions["store"]))],
        };

        var expected = Text(Purchases.Load(rows, options));

        Assert.Equal(expected, Text(Purchases.Load(reader, null, options)));
        Assert.Equal(expected, Text(Purchases.Load(columns, options)));
        Assert.Equal(expected, Text(Purchases.Load(Enumerable.Reverse(rows).Reverse(), options)));
    }

    private static DataTable TableOf(Purchase[] rows)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange(
        [
            new("customer"), new("day", typeof(DateOnly)), new("amount", typeof(decimal)), new("discount", typeof(decimal)), new("order"), new("store"),
        ]);
        foreach (var row in rows) table.Rows.Add(row.Customer, row.Day, row.Amount, row.Discount, row.Order, row.Dimensions["store"]);
        return table;
    }

    private static string[] Text(PurchaseLoad load)
    {
        using var history = load.History;
        return [.. HistoryText.Of(history), .. HistoryText.Of(load.Report)];
    }

    private static IReadOnlyList<string> Load(PurchaseColumns columns, PurchaseLoadOptions options)
    {
        using var history = Purchases.Load(columns, options).History;
        return HistoryText.Of(history);
    }

    /// <summary>Seeded rows of 5,000 customers over 1,010 days, of which the last ten lie behind the observed ones.</summary>
    private static (int[] Customers, int[] Days, long[] Amounts) Many()
    {
        var random = new Random(20240301);
        var customers = new int[ManyRows];
        var days = new int[ManyRows];
        var amounts = new long[ManyRows];
        for (var row = 0; row < ManyRows; row++)
        {
            customers[row] = random.Next(5_000);
            days[row] = Day.DayNumber + random.Next(1_010);
            amounts[row] = random.Next(-1_000, 10_000);
        }

        return (customers, days, amounts);
    }

    private sealed class Collector(List<IngestProgress> reports) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => reports.Add(value);
    }
}
