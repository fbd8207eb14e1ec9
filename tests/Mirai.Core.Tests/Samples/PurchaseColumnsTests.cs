using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class PurchaseColumnsTests
{
    [Fact]
    public void PurchaseColumns_EveryOrder_HoldsTheSameRows()
    {
        var byCustomer = Rows(SampleCompany.PurchaseColumns(5_000, 8, 6, 1, PurchaseOrder.ByCustomer));
        var byDay = Rows(SampleCompany.PurchaseColumns(5_000, 8, 6, 1));
        var shuffled = Rows(SampleCompany.PurchaseColumns(5_000, 8, 6, 1, PurchaseOrder.Shuffled));

        Assert.Equal(byCustomer.OrderBy(row => row.Customer).ThenBy(row => row.Day), byCustomer);
        Assert.Equal(byCustomer.OrderBy(row => row.Day).ThenBy(row => row.Customer), byDay);
        Assert.Equal(byCustomer.Order(), shuffled.Order());
        var rising = shuffled.Zip(shuffled.Skip(1)).Count(pair => pair.First.Customer < pair.Second.Customer);
        Assert.InRange((double)rising / shuffled.Count, 0.48, 0.52);
    }

    [Fact]
    public void PurchaseColumns_Rows_HaveTheMeanAskedForAndABelievableShape()
    {
        var columns = SampleCompany.PurchaseColumns(50_000, 10, 10, 2);
        var counts = columns.Customers.CountBy(customer => customer).ToList();

        Assert.Equal(50_000, counts.Count);
        Assert.InRange(columns.Count, 485_000, 515_000);
        Assert.InRange(counts.Count(count => count.Value == 1) / 50_000.0, 0.3, 0.5);
        Assert.True(counts.Max(count => count.Value) > 100);
        Assert.InRange(columns.DayNumbers.Min(), new DateOnly(2016, 1, 1).DayNumber, new DateOnly(2016, 1, 2).DayNumber);
        Assert.Equal(new DateOnly(2025, 12, 31).DayNumber, columns.DayNumbers.Max());
        Assert.All(columns.Amounts, amount => Assert.InRange(amount, 1, 1_000_000));
        Assert.InRange(columns.Amounts.Order().ElementAt(columns.Count / 2), 3_500, 4_500);
    }

    [Fact]
    public void PurchaseColumns_SameSeed_IsPinned_AndAnotherSeedDiffers()
    {
        Assert.Equal(Checksum(1), Checksum(1));
        Assert.Equal(-8321892813996286439, Checksum(1));
        Assert.NotEqual(Checksum(1), Checksum(2));

        static long Checksum(long seed) => Rows(SampleCompany.PurchaseColumns(1_000, 6, 5, seed))
            .Aggregate(0L, (sum, row) => unchecked((sum * 31) + (row.Customer * 7919L) + (row.Day * 104_729L) + row.Amount));
    }

    [Fact]
    public void PurchaseColumns_ArgumentsOutOfBounds_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.PurchaseColumns(0, 5, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.PurchaseColumns(10, 1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.PurchaseColumns(10, double.NaN, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.PurchaseColumns(10, 5, 0, 1));
    }

    private static List<(int Customer, int Day, long Amount)> Rows(PurchaseColumns columns) =>
        Enumerable.Range(0, columns.Count).Select(row => (columns.Customers[row], columns.DayNumbers[row], columns.Amounts[row])).ToList();
}
