using System.Text;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Conformance.Tests;

/// <summary>One real data set with one active period, put to the library and to SQL.</summary>
internal sealed class Question : IDisposable
{
    /// <summary>The attribute that the tests give to two thirds of the customers.</summary>
    public const string Attribute = "region";

    private readonly DuckDbPurchases _table;

    public Question(string dataSet, Period activePeriod)
    {
        Rows = RealPurchases.Read(dataSet);
        Currency = new Currency("XXX", RealPurchases.DecimalsOf(dataSet));
        var regions = Enumerable.Range(0, Rows.Count).Select(Rows.KeyOf).Distinct(StringComparer.Ordinal).Where(key => key[^1] % 3 > 0)
            .ToDictionary(key => key, key => key[^1] % 3 == 1 ? "north" : "south", StringComparer.Ordinal);
        var attributes = CustomerAttributes.Of(regions.Select(region => (region.Key, Attribute, (string?)region.Value)));
        Library = new CustomerAnalysis(Build(Rows, Currency), attributes, new AnalysisOptions { ActivePeriod = activePeriod });
        _table = new DuckDbPurchases();
        _table.Load(Rows);
        _table.LoadAttribute(Attribute, regions);
        Sql = new DuckDbAnalysis(_table, activePeriod);
    }

    public PurchaseRows Rows { get; }

    public Currency Currency { get; }

    public CustomerAnalysis Library { get; }

    public DuckDbAnalysis Sql { get; }

    /// <summary>Every segment that the data allow, as both name it.</summary>
    public IEnumerable<(Segment Segment, SegmentKind Kind, string Name)> Segments
    {
        get
        {
            yield return (Segment.CustomerYear, SegmentKind.CustomerYear, "");
            yield return (Segment.PurchaseCount, SegmentKind.PurchaseCount, "");
            yield return (Segment.Decile, SegmentKind.Decile, "");
            yield return (Segment.Rfm, SegmentKind.Rfm, "");
            yield return (Segment.Attribute(Attribute), SegmentKind.Attribute, Attribute);
            if (Library.History.HasDiscounts) yield return (Segment.FirstPurchaseDiscounted, SegmentKind.FirstPurchaseDiscounted, "");
            foreach (var name in Library.History.Dimensions) yield return (Segment.Dimension(name), SegmentKind.Dimension, name);
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        Library.History.Dispose();
    }

    /// <summary>The library's history of rows.</summary>
    public static PurchaseHistory Build(PurchaseRows rows, Currency currency)
    {
        var dimensions = rows.Dimensions.Keys.ToArray();
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout
        {
            Currency = currency, HasDiscounts = rows.Discounts is not null, HasOrders = rows.Orders is not null, Dimensions = dimensions,
        });
        var writer = builder.CreateWriter();
        var codes = new int[dimensions.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var dimension = 0; dimension < codes.Length; dimension++)
                codes[dimension] = writer.DimensionCode(dimension, Encoding.UTF8.GetBytes(rows.Dimensions[dimensions[dimension]][row]));
            writer.Add(
                Encoding.UTF8.GetBytes(rows.KeyOf(row)), rows.DayNumbers[row], rows.Amounts[row], rows.Discounts?[row] ?? 0,
                Encoding.UTF8.GetBytes(rows.Orders?[row] ?? ""), codes);
        }

        return builder.Build(new HistoryBuildOptions());
    }
}
