using Mirai.Ingest;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Ingest;

public sealed class ColumnMapTests
{
    [Theory, Cases("column-maps.cases")]
    public void TryParse_EveryCase_MatchesItsLine(string text, string expected)
    {
        var found = ColumnMap.TryParse(text, out var map, out var error) ? map.ToString() : $"error: {error}";
        Assert.Equal(expected, found);
        if (map is not null) Assert.Equal(map, ColumnMap.Parse(found));
    }

    [Theory, Cases("column-headers.cases")]
    public void TryResolve_EveryCase_MatchesItsLine(string left, string expected)
    {
        var parts = left.Split('|', 2, StringSplitOptions.TrimEntries);
        var map = parts[0].Length == 0 ? ColumnMap.Detect : ColumnMap.Parse(parts[0]);
        var headers = parts[1].Split(';');
        Assert.Equal(expected, map.TryResolve(headers, out var columns, out var error) ? columns.Describe(headers) : $"error: {error}");
    }

    [Fact]
    public void TryResolve_ByteOrderMarkOnTheFirstHeader_IsNoPartOfIt()
    {
        Assert.True(ColumnMap.Detect.TryResolve(["\uFEFFcustomer_id", "date", "amount"], out var columns, out _));
        Assert.Equal(0, columns.Customer);
    }

    [Fact]
    public void TryResolve_NoHeaders_SaysSo()
    {
        Assert.False(ColumnMap.Detect.TryResolve([], out _, out var error));
        Assert.StartsWith("No column is customer. Found: no columns.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryResolve_BrokenHeader_IsNotRecognisedAndNotAnException()
    {
        Assert.True(ColumnMap.Detect.TryResolve(["\ud800", "client", "date", "amount"], out var columns, out _));
        Assert.Equal(1, columns.Customer);
    }

    [Theory]
    [InlineData("customer=1,day=3,amount=4,order=2,store=5", "customer = column 1, day = column 3, amount = column 4, order = column 2, store = column 5")]
    [InlineData("customer=1,day=3", "The table has no headers, and the map does not say which of its 5 columns is amount. Give positions from 1: --map customer=1,day=2,amount=3.")]
    [InlineData("customer=0,day=3,amount=4", "The map says customer=0, but the table has 5 columns; expected a position from 1 to 5.")]
    [InlineData("customer=6,day=3,amount=4", "The map says customer=6, but the table has 5 columns; expected a position from 1 to 5.")]
    [InlineData("customer=id,day=3,amount=4", "The map says customer=id, but the table has no headers; expected a position from 1 to 5, such as customer=1.")]
    [InlineData("customer=3,day=3,amount=4", "The column `3` is mapped twice: to customer and to day.")]
    public void TryResolvePositions_FiveColumns_GivesColumnsOrSaysWhyNot(string map, string expected) =>
        Assert.Equal(expected, ColumnMap.Parse(map).TryResolvePositions(5, out var columns, out var error) ? columns.Describe([]) : error);

    [Fact]
    public void With_TypedSteps_SayTheSameAsTheText()
    {
        var map = ColumnMap.Of("CustomerID", "InvoiceDate", "amount").With(ColumnRole.Order, "No, old").WithDimension("store", "Shop").Without(ColumnRole.Discount);
        Assert.Equal("customer=CustomerID,day=InvoiceDate,amount=amount,order=\"No, old\",store=Shop,discount=-", map.ToString());
        Assert.Equal(map, ColumnMap.Parse(map.ToString()));
        Assert.Equal("day=d,customer=c", ColumnMap.Parse("customer=a,day=d").With(ColumnRole.Customer, "c").ToString());
        Assert.Throws<ArgumentException>(() => map.WithDimension("day", "x"));
    }

    [Fact]
    public void KnownHeaders_EveryOne_IsRecognisedAsItsRole()
    {
        foreach (var role in Enum.GetValues<ColumnRole>())
        {
            foreach (var header in ColumnMap.KnownHeaders(role))
            {
                var others = new[] { "customer", "day", "amount" }.Where(name => !name.Equals(role.ToString(), StringComparison.OrdinalIgnoreCase));
                string[] headers = [header, .. others];
                Assert.True(ColumnMap.Detect.TryResolve(headers, out var columns, out var error), error);
                int?[] found = [columns.Customer, columns.Day, columns.Amount, columns.Discount, columns.Order];
                Assert.Equal(0, found[(int)role]);
            }
        }
    }

    [Fact]
    public void ToLayout_ResolvedColumns_HasWhatTheyHave()
    {
        Assert.True(ColumnMap.Detect.TryResolve(["client", "date", "amount", "discount", "店舗"], out var columns, out _));
        var layout = columns.ToLayout(Currency.Usd);
        Assert.True(layout.HasDiscounts);
        Assert.False(layout.HasOrders);
        Assert.Equal(["store"], layout.Dimensions);
        Assert.Equal(Currency.Usd, layout.Currency);
    }
}
