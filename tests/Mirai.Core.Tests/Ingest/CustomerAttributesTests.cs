using FsCheck.Xunit;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Core.Tests.Ingest;

public sealed class CustomerAttributesTests
{
    [Fact]
    public void Find_KnownAndUnknown_GivesTextOrNull()
    {
        var attributes = CustomerAttributes.Of([("A", "region", "関東"), (" B\t", "region", " 関西 "), ("C", "rank", "gold"), ("D", "rank", "")]);

        Assert.Equal(["rank", "region"], attributes.Names);
        Assert.Equal(4, attributes.CustomerCount);
        Assert.Equal("関東", attributes.Find("A", "region"));
        Assert.Equal("関西", attributes.Find("B", "region"));
        Assert.Null(attributes.Find("A", "rank"));
        Assert.Null(attributes.Find("D", "rank"));
        Assert.Null(attributes.Find("nobody", "rank"));
        Assert.Equal(["gold"], attributes.Values("rank"));
        var error = Assert.Throws<ArgumentException>(() => attributes.Values("Region"));
        Assert.StartsWith("There is no attribute `Region`; there are: rank, region.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ContradictingRows_KeepsTheFirstInOrdinalOrderAndSaysSo()
    {
        var attributes = CustomerAttributes.Of([("A", "rank", "silver"), ("A", "rank", "gold"), ("A", "rank", "silver"), ("A", "rank", "iron"), ("A", "rank", "")]);

        Assert.Equal("gold", attributes.Find("A", "rank"));
        Assert.Equal(["gold"], attributes.Values("rank"));
        var contradiction = Assert.Single(attributes.Contradictions);
        Assert.Equal("customer A, rank: kept `gold`, dropped `iron` and `silver`", contradiction.ToString());
    }

    [Fact]
    public void Of_RowsAboutNobody_AreCounted()
    {
        var attributes = CustomerAttributes.Of([("", "rank", "gold"), (" ", "rank", "gold"), ("A", "rank", "gold")]);
        Assert.Equal(2, attributes.RowsWithoutCustomer);
        Assert.Equal(1, attributes.CustomerCount);
        Assert.Empty(CustomerAttributes.Empty.Names);
    }

    [Fact]
    public void Of_CustomersWithAllTheirTexts_IsTheSameAsRows()
    {
        var attributes = CustomerAttributes.Of([("A", (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "1", ["y"] = "2" })]);
        Assert.Equal("1", attributes.Find("A", "x"));
        Assert.Equal("2", attributes.Find("A", "y"));
    }

    [Fact]
    public void CodesFor_AHistory_GoesByItsCustomers()
    {
        var day = new DateOnly(2024, 1, 1);
        using var history = Purchases.Load([new Purchase("7", day, 1), new Purchase("a long key of a customer", day, 1), new Purchase("x", day, 1)]).History;
        var attributes = CustomerAttributes.Of([("a long key of a customer", "rank", "gold"), ("7", "rank", "iron"), ("nobody", "rank", "silver")]);

        var codes = attributes.CodesFor(history, "rank");

        Assert.Equal(["gold", "iron", "silver"], attributes.Values("rank"));
        Assert.Equal(0, codes[history.FindCustomer("a long key of a customer")]);
        Assert.Equal(1, codes[history.FindCustomer("7")]);
        Assert.Equal(-1, codes[history.FindCustomer("x")]);
    }

    [Property]
    public void Of_AnyRowsInAnyOrder_IsTheSame((byte Customer, byte Name, byte Text)[] rows)
    {
        var texts = rows.Select(row => ($"c{row.Customer % 4}", $"n{row.Name % 2}", (string?)$"t{row.Text % 3}")).ToArray();
        var forward = CustomerAttributes.Of(texts);
        var backward = CustomerAttributes.Of(texts.Reverse());

        Assert.Equal(string.Join('\n', forward.Contradictions), string.Join('\n', backward.Contradictions));
        foreach (var name in forward.Names)
        {
            Assert.Equal(forward.Values(name), backward.Values(name));
            foreach (var customer in texts.Select(row => row.Item1))
            {
                var expected = texts.Where(row => (row.Item1, row.Item2) == (customer, name)).Select(row => row.Item3).Min(StringComparer.Ordinal);
                Assert.Equal(expected, forward.Find(customer, name));
                Assert.Equal(expected, backward.Find(customer, name));
            }
        }
    }
}
