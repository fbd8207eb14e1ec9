using System.Data;
using System.Globalization;
using System.Numerics;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Core.Tests.Ingest;

public sealed class DbReaderTests
{
    private static readonly DateOnly Day = new(2024, 3, 31);
    private static readonly PurchaseLoadOptions Dollars = new() { Currency = Currency.Usd };

    public static TheoryData<object?, string> Customers => new()
    {
        { "A7", "A7" }, { "  A7 ", "A7" }, { 17, "17" }, { 17L, "17" }, { (short)17, "17" }, { (byte)17, "17" }, { -17L, "-17" }, { ulong.MaxValue, "18446744073709551615" },
        { 17850.0, "17850" }, { 17850f, "17850" }, { 17850.00m, "17850" }, { 1.5, "1.5" }, { new BigInteger(17), "17" },
        { Guid.Parse("00000000-0000-0000-0000-0000000000ab"), "00000000-0000-0000-0000-0000000000ab" }, { new byte[] { 0xAB, 1 }, "ab01" },
        { "007", "007" }, { 'x', "x" },
        { null, "MissingCustomer" }, { DBNull.Value, "MissingCustomer" }, { "", "MissingCustomer" }, { " ", "MissingCustomer" }, { double.NaN, "MissingCustomer" },
        { "a\0b", "InvalidText" }, { "\ud800", "InvalidText" },
    };

    public static TheoryData<object?, string> Days => new()
    {
        { new DateTime(2024, 3, 31, 23, 59, 59, DateTimeKind.Utc), "2024-03-31" }, { new DateTime(2024, 3, 31, 0, 0, 0, DateTimeKind.Local), "2024-03-31" },
        { Day, "2024-03-31" }, { new DateTimeOffset(2024, 3, 31, 23, 0, 0, TimeSpan.FromHours(-9)), "2024-03-31" },
        { "2024-03-31", "2024-03-31" }, { "2024年3月31日", "2024-03-31" }, { "2024-03-31T10:00:00+09:00", "2024-03-31" },
        { 20240331, "2024-03-31" }, { 20240331L, "2024-03-31" }, { 20240331m, "2024-03-31" }, { 20240331.0, "2024-03-31" }, { 20240331u, "2024-03-31" },
        { DateOnly.MinValue, "0001-01-01" }, { DateOnly.MaxValue, "9999-12-31" }, { DateTime.MaxValue, "9999-12-31" },
        { 20240332, "UnreadableDay" }, { 45382, "UnreadableDay" }, { 20240331.5, "UnreadableDay" }, { -20240331, "UnreadableDay" }, { long.MaxValue, "UnreadableDay" },
        { double.PositiveInfinity, "UnreadableDay" }, { null, "UnreadableDay" }, { DBNull.Value, "UnreadableDay" }, { "", "UnreadableDay" }, { "soon", "UnreadableDay" },
        { true, "UnreadableDay" }, { TimeSpan.FromDays(1), "UnreadableDay" },
    };

    public static TheoryData<object?, string> Amounts => new()
    {
        { 12.34m, "12.34" }, { 12L, "12" }, { 12, "12" }, { (short)-12, "-12" }, { (byte)12, "12" }, { 12ul, "12" }, { "$1,234.56", "1234.56" }, { new BigInteger(-12), "-12" },
        { 12.34, "12.34" }, { -12.34, "-12.34" }, { 0.29, "0.29" }, { 1286.01, "1286.01" }, { 12.34f, "12.34" }, { 0.0, "0" }, { -0.0, "0" }, { 4503599627370497.0, "4503599627370497" },
        { 92_233_720_368_547_758.07m, "92233720368547758.07" },
        { 0.1 + 0.2, "TooManyDecimals" }, { 12.345, "TooManyDecimals" }, { 12.345m, "TooManyDecimals" }, { 1e-300, "TooManyDecimals" }, { "12.345", "TooManyDecimals" },
        { 1e300, "AmountTooLarge" }, { 1e17, "AmountTooLarge" }, { float.MaxValue, "AmountTooLarge" }, { long.MaxValue, "AmountTooLarge" }, { long.MinValue, "AmountTooLarge" },
        { ulong.MaxValue, "AmountTooLarge" }, { decimal.MaxValue, "AmountTooLarge" }, { BigInteger.Pow(10, 40), "AmountTooLarge" },
        { double.NaN, "UnreadableAmount" }, { double.PositiveInfinity, "UnreadableAmount" }, { float.NegativeInfinity, "UnreadableAmount" }, { null, "UnreadableAmount" },
        { DBNull.Value, "UnreadableAmount" }, { "", "UnreadableAmount" }, { "twelve", "UnreadableAmount" }, { true, "UnreadableAmount" }, { DateTime.MinValue, "UnreadableAmount" },
    };

    [Theory, MemberData(nameof(Customers))]
    public void TryLoad_CustomerOfAnyType_IsItsKeyOrABadRow(object? value, string expected) => Assert.Equal(expected, LoadOne(value, Day, 1m).Customer);

    [Theory, MemberData(nameof(Days))]
    public void TryLoad_DayOfAnyType_IsTheDayOrABadRow(object? value, string expected) => Assert.Equal(expected, LoadOne("A", value, 1m).Day);

    [Theory, MemberData(nameof(Amounts))]
    public void TryLoad_AmountOfAnyType_IsExactOrABadRow(object? value, string expected) => Assert.Equal(expected, LoadOne("A", Day, value).Amount);

    [Fact]
    public void TryLoad_RoundingAllowed_RoundsFractionsHalfToEven()
    {
        Assert.Equal("0.30", LoadOne("A", Day, 0.1 + 0.2, Dollars with { RoundAmounts = true }).Amount);
        Assert.Equal("0.02", LoadOne("A", Day, 0.025, Dollars with { RoundAmounts = true }).Amount);
        Assert.Equal("0", LoadOne("A", Day, 1e-300, Dollars with { RoundAmounts = true }).Amount);
    }

    [Fact]
    public void TryLoad_AllColumns_AreRecognisedAndReported()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange(
        [
            new("顧客ID", typeof(long)), new("購入日", typeof(DateTime)), new("金額", typeof(int)), new("値引額", typeof(object)),
            new("伝票番号", typeof(int)), new("店舗", typeof(string)),
        ]);
        table.Rows.Add(1L, new DateTime(2024, 3, 1), 100, DBNull.Value, 5, "銀座");
        table.Rows.Add(1L, new DateTime(2024, 3, 1), 200, 10m, 5, "銀座");
        table.Rows.Add(2L, new DateTime(2024, 3, 2), 50, "5", DBNull.Value, DBNull.Value);
        table.Rows.Add(2L, new DateTime(2024, 3, 2), 50, "x", DBNull.Value, DBNull.Value);
        using var reader = table.CreateDataReader();

        var load = Purchases.Load(reader);

        using var history = load.History;
        var lines = HistoryText.Of(history);
        Assert.Equal("2024-03-01..2024-03-02 JPY True store; |銀座", string.Join("; ", lines.Take(2)));
        Assert.Equal("1: 2024-03-01 300 10; 2: 2024-03-02 50 5", string.Join("; ", lines.Skip(2).Order(StringComparer.Ordinal)));
        Assert.Equal(["Columns: customer = 顧客ID, day = 購入日, amount = 金額, discount = 値引額, order = 伝票番号, store = 店舗."], load.Report.Notes.Select(note => note.ToString()), StringComparer.Ordinal);
        var issue = Assert.Single(load.Report.Samples);
        Assert.Equal("line 4, column 値引額: found `x`, expected an amount in JPY such as 1234 or 1,234", issue.ToString());
    }

    [Fact]
    public void TryLoad_MissingColumn_FailsWithoutAReport()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([new("customer"), new("date")]);
        using var reader = table.CreateDataReader();
        Assert.False(Purchases.TryLoad(reader, null, null, out _, out var failure));
        Assert.StartsWith("No column is amount. Found: `customer`, `date`.", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Report);
    }

    [Fact]
    public void TryLoad_StatedDateFormat_IsUsedForText()
    {
        Assert.True(DayText.TryCreate("dd/MM/yyyy", out var dayText, out _));
        Assert.Equal("2024-02-01", LoadOne("A", "01/02/2024", 1m, Dollars with { DayText = dayText }).Day);
        Assert.Equal("UnreadableDay", LoadOne("A", "01/02/2024", 1m).Day);
    }

    [Fact]
    public void TryLoad_Cancelled_Throws()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([new("customer"), new("date"), new("amount")]);
        for (var row = 0; row < 5000; row++) table.Rows.Add("A", "2024-03-01", "1");
        using var reader = table.CreateDataReader();
        Assert.Throws<OperationCanceledException>(() => Purchases.Load(reader, cancellationToken: new CancellationToken(canceled: true)));
    }

    private static (string Customer, string Day, string Amount) LoadOne(object? customer, object? day, object? amount, PurchaseLoadOptions? options = null)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([new("customer", typeof(object)), new("day", typeof(object)), new("amount", typeof(object))]);
        table.Rows.Add(customer, day, amount);
        using var reader = table.CreateDataReader();
        if (!Purchases.TryLoad(reader, null, options ?? Dollars, out var load, out var failure))
        {
            var kind = Assert.Single(failure.Report!.BadRows).Key.ToString();
            return (kind, kind, kind);
        }

        using var history = load.History;
        var purchase = Assert.Single(history.PurchasesOf(0));
        return (history.CustomerKey(0), purchase.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Plain(purchase.Amount));
    }

    private static string Plain(decimal amount) => amount == decimal.Truncate(amount)
        ? amount.ToString("0", CultureInfo.InvariantCulture)
        : amount.ToString("0.00", CultureInfo.InvariantCulture);
}
