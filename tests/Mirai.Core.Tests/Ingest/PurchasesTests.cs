using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Core.Tests.Ingest;

public sealed class PurchasesTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);
    private static readonly PurchaseLoadOptions Dollars = new() { Currency = Currency.Usd };

    [Fact]
    public void Load_Objects_MakesAHistory()
    {
        var load = Purchases.Load(
        [
            new Purchase("A", Day, 12.50m) { Dimensions = Store("Ginza") },
            new Purchase(" A ", Day.AddDays(1), -2m, -0.5m),
            new Purchase("B", Day, 1m, Discount: 0.25m, Order: "o1"),
            new Purchase("B", Day, 2m, Discount: 0.25m, Order: "o1"),
        ], Dollars);

        using var history = load.History;
        Assert.Equal(2, history.CustomerCount);
        Assert.Equal(["store"], history.Dimensions);
        Assert.Equal([new PurchaseEntry(Day, 12.50m, 0), new PurchaseEntry(Day.AddDays(1), -2m, -0.5m)], history.PurchasesOf(history.FindCustomer("A")));
        Assert.Equal([new PurchaseEntry(Day, 3m, 0.5m)], history.PurchasesOf(history.FindCustomer("B")));
        Assert.Equal((4, 4, 0), (load.Report.RowsRead, load.Report.RowsAccepted, load.Report.BadRowCount));
    }

    [Fact]
    public void Load_ObjectsWithoutDiscounts_HasNone()
    {
        using var history = Purchases.Load(Lazily(new Purchase("A", Day, 1m)), Dollars).History;
        Assert.False(history.HasDiscounts);

        static IEnumerable<Purchase> Lazily(Purchase purchase)
        {
            yield return purchase;
        }
    }

    [Fact]
    public void Load_BadObjects_AreCountedByKindWithSamples()
    {
        var load = Purchases.Load(
        [
            new Purchase("A", Day, 1m),
            new Purchase("", Day, 1m),
            new Purchase(null!, Day, 1m),
            new Purchase("A\0", Day, 1m),
            new Purchase("A\ud800", Day, 1m),
            new Purchase("A", Day, 1.005m),
            new Purchase("A", Day, 92_233_720_368_547_758.08m),
            new Purchase("A", Day, 5m, Discount: -1m),
            new Purchase("A", Day.AddDays(1), 5m),
            new Purchase("A", Day, 1m, Discount: 0.001m),
            new Purchase("A", Day, 1m, Order: "o\0"),
            new Purchase("A", Day, 1m) { Dimensions = Store("s\ud800") },
            new Purchase("", Day.AddDays(1), 0.001m),
        ], Dollars with { ObservedUntil = Day });

        load.History.Dispose();
        Assert.Equal(
        [
            "13 read, 1 accepted",
            "MissingCustomer: 3",
            "AmountTooLarge: 1",
            "TooManyDecimals: 2",
            "NegativeDiscount: 1",
            "InvalidText: 4",
            "AfterObservedUntil: 1",
            "line 2, column customer: found ``, expected a customer's key",
            "line 3, column customer: found ``, expected a customer's key",
            "line 4, column customer: found `A␀`, expected text without NUL",
            "line 5, column customer: found `A\ud800`, expected text without half surrogate pairs",
            "line 6, column amount: found `1.005`, expected at most 2 decimals in USD, or rounding allowed",
            "line 7, column amount: found `92233720368547758.08`, expected at most 92233720368547758.07 USD",
            "line 8, column discount: found `-1`, expected a discount of 0 or more, as the row is not a return",
            "line 9, column day: found `2024-03-02`, expected a day until 2024-03-01, until which the data is observed",
            "line 10, column discount: found `0.001`, expected at most 2 decimals in USD, or rounding allowed",
            "line 11, column order: found `o␀`, expected text without NUL",
            "line 12, column store: found `s\ud800`, expected text without half surrogate pairs",
            "line 13, column customer: found ``, expected a customer's key",
        ], HistoryText.Of(load.Report));
    }

    [Fact]
    public void TryLoad_StopAtTheFirstBadRow_FailsThere()
    {
        Purchase[] rows = [new("A", Day, 1m), new("", Day, 1m), new("", Day, 1m)];
        Assert.False(Purchases.TryLoad(rows, Dollars with { OnBadRow = BadRowPolicy.Stop }, out _, out var failure));
        Assert.Equal("Stopped at the first bad row: line 2, column customer: found ``, expected a customer's key.", failure.Message);
        Assert.Equal((2, 1), (failure.Report!.RowsRead, failure.Report.RowsAccepted));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "2 of 3 rows are bad; at most 1 may be. The first: line 2, column customer: found ``, expected a customer's key.")]
    public void TryLoad_LimitOfBadRows_FailsOnlyBeyondIt(long limit, string? expected)
    {
        Purchase[] rows = [new("A", Day, 1m), new("", Day, 1m), new("", Day, 1m)];
        var loaded = Purchases.TryLoad(rows, Dollars with { MaxBadRows = limit }, out var load, out var failure);
        load?.History.Dispose();
        Assert.Equal(expected is null, loaded);
        Assert.Equal(expected, failure?.Message);
    }

    [Fact]
    public void TryLoad_NothingUsable_SaysSo()
    {
        Assert.False(Purchases.TryLoad(Array.Empty<Purchase>(), null, out _, out var empty));
        Assert.Equal("The input holds no purchases: it has no rows.", empty.Message);
        Assert.False(Purchases.TryLoad([new Purchase("", Day, 1m)], null, out _, out var allBad));
        Assert.Equal("None of the 1 rows can be used. The first: line 1, column customer: found ``, expected a customer's key.", allBad.Message);
        Assert.False(Purchases.TryLoad(Array.Empty<PurchaseColumns>(), null, out _, out var noBatch));
        Assert.Equal(empty.Message, noBatch.Message);
    }

    [Fact]
    public void TryLoad_SumBeyond64Bits_FailsWithoutWrapping()
    {
        Purchase[] rows = [new("A", Day, long.MaxValue), new("A", Day, long.MaxValue)];
        Assert.False(Purchases.TryLoad(rows, null, out _, out var failure));
        Assert.StartsWith("The rows do not fit into a history: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Failure_ThrowsIt()
    {
        var exception = Assert.Throws<IngestException>(() => Purchases.Load(Array.Empty<Purchase>()));
        Assert.Equal(exception.Failure.Message, exception.Message);
    }

    [Fact]
    public void DimensionValues_HoldTheEmptyTextOnlyWhereARowHasIt()
    {
        var day = new DateOnly(2025, 3, 1);
        Purchase In(string? store) => new("A", day, 100m) { Dimensions = store is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = store } };
        using var full = Purchases.Load([In("Ginza"), In("Ueno")]).History;
        using var partly = Purchases.Load([In("Ueno"), In(null)]).History;
        using var blank = Purchases.Load([In("Ueno"), In(" ")]).History;
        Assert.Equal(["Ginza", "Ueno"], full.DimensionValues("store"), StringComparer.Ordinal);
        Assert.Equal(["", "Ueno"], partly.DimensionValues("store"), StringComparer.Ordinal);
        Assert.Equal(["", "Ueno"], blank.DimensionValues("store"), StringComparer.Ordinal);
        Assert.Equal(["Ginza", "Ueno"], new CustomerAnalysis(full).Segments(Mirai.Segments.Segment.Dimension("store"), day).Rows.Select(row => row.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Load_NullObject_IsTheCallersBug() => Assert.Throws<ArgumentException>(() => Purchases.Load(new Purchase[] { null! }));

    [Fact]
    public void RowIntake_RowsThatOnlyTheReaderSees_AreCountedOnce()
    {
        using var intake = new PurchaseIntake(new PurchaseLayout { HasDiscounts = true }, PurchaseLoadOptions.Default);
        var door = intake.CreateRowIntake(PurchaseColumnNames.Roles, "orders.csv");
        foreach (var kind in (IngestIssueKind[])[IngestIssueKind.WrongFieldCount, IngestIssueKind.BrokenQuote, IngestIssueKind.CutOff])
        {
            door.Begin(door.RowsRead + 2);
            door.Reject(kind, "", "x", IngestRemark.Plain("y"));
            door.Customer(""u8);
            Assert.False(door.End());
        }

        Add("2024-03-0x", "1", "");
        Add("2024-03-01", "one", "");
        Add("2024-03-01", "", "");
        Add("2024-03-01", "1", "none");
        Add("2024-03-01", "99999999999999999999", "");
        Add("2024-03-01", "1", " ");

        Assert.True(intake.TryFinish(door.Issues, door.RowsRead, [IngestRemark.Plain("a note")], out var load, out _));
        load.History.Dispose();
        Assert.Equal(["a note"], load.Report.Notes.Select(note => note.ToString()), StringComparer.Ordinal);
        Assert.Equal(
        [
            "9 read, 1 accepted",
            "UnreadableDay: 1",
            "UnreadableAmount: 2",
            "AmountTooLarge: 1",
            "UnreadableDiscount: 1",
            "WrongFieldCount: 1",
            "BrokenQuote: 1",
            "CutOff: 1",
            "orders.csv line 2: found `x`, expected y",
            "orders.csv line 3: found `x`, expected y",
            "orders.csv line 4: found `x`, expected y",
            "orders.csv line 5, column day: found `2024-03-0x`, expected a date such as 2024-03-31, 20240331 or 2024/3/31",
            "orders.csv line 6, column amount: found `one`, expected an amount in JPY such as 1234 or 1,234",
            "orders.csv line 7, column amount: found ``, expected an amount in JPY such as 1234 or 1,234",
            "orders.csv line 8, column discount: found `none`, expected an amount in JPY such as 1234 or 1,234",
            "orders.csv line 9, column amount: found `99999999999999999999`, expected at most 9223372036854775807 JPY",
        ], HistoryText.Of(load.Report));

        void Add(string day, string amount, string discount)
        {
            door.Begin(door.RowsRead + 2);
            door.Customer("A"u8);
            door.Day(System.Text.Encoding.UTF8.GetBytes(day));
            door.Amount(System.Text.Encoding.UTF8.GetBytes(amount));
            door.Discount(System.Text.Encoding.UTF8.GetBytes(discount));
            door.End();
        }
    }

    private static Dictionary<string, string> Store(string name) => new(StringComparer.Ordinal) { ["store"] = name };
}
