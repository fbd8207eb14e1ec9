using System.Text;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>How a small history reaches the engine: in which order, over how many writers, under which keys.</summary>
internal sealed record EngineFeed
{
    public int Writers { get; init; } = 1;

    public int Threads { get; init; } = 1;

    public int? ShuffleSeed { get; init; }

    public Func<string, string> KeyOf { get; init; } = key => key;

    public long AmountFactor { get; init; } = 1;

    /// <summary>Without discounts, orders and dimensions: the layout of narrow rows.</summary>
    public bool IsPlain { get; init; }

    public IReadOnlyList<Purchase> ExtraRows { get; init; } = [];

    public static CustomerAnalysis Analysis(SmallHistory history, EngineFeed? feed = null) => (feed ?? new EngineFeed()).Analyse(history);

    public static PurchaseHistory Build(
        IEnumerable<(string Customer, DateOnly Day, long Amount)> rows, HistoryBuildOptions? options = null)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var writer = builder.CreateWriter();
        foreach (var (customer, day, amount) in rows) writer.Add(Encoding.UTF8.GetBytes(customer), day.DayNumber, amount);
        return builder.Build(options ?? new HistoryBuildOptions());
    }

    /// <summary>The measures that purchases give and segments split: all but the attribution, which has tests of its own.</summary>
    public static IReadOnlyList<Measure> MeasuresOf(CustomerAnalysis analysis) =>
        [.. MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => measure.IsSegmentable).Where(measure => analysis.History.HasDiscounts || !measure.NeedsDiscounts)];

    public static IReadOnlyList<Segment> SegmentsOf(CustomerAnalysis analysis)
    {
        Segment[] first = analysis.History.HasDiscounts ? [Segment.FirstPurchaseDiscounted] : [];
        return
        [
            Segment.CustomerYear, Segment.PurchaseCount, Segment.Decile, Segment.Rfm, Segment.Portfolio, .. first,
            .. analysis.Attributes!.Names.Select(Segment.Attribute), .. analysis.History.Dimensions.Select(Segment.Dimension),
        ];
    }

    private CustomerAnalysis Analyse(SmallHistory history) => new(
        HistoryOf(history),
        AttributesOf(history),
        new AnalysisOptions { ActivePeriod = history.ActivePeriod, MaxThreads = Threads });

    private CustomerAttributes AttributesOf(SmallHistory history)
    {
        var builder = new CustomerAttributesBuilder();
        foreach (var (name, texts) in history.Attributes)
        {
            builder.AddName(name);
            foreach (var (customer, text) in texts) builder.Add(KeyOf(customer), name, text);
        }

        return builder.Build();
    }

    private PurchaseHistory HistoryOf(SmallHistory history)
    {
        var rows = history.Rows.Concat(ExtraRows).ToArray();
        if (ShuffleSeed is { } seed) new Random(seed).Shuffle(rows);
        string[] dimensions = IsPlain ? [] : ["category", "store"];
        using var builder = new PurchaseHistoryBuilder(
            new PurchaseLayout { HasDiscounts = !IsPlain, HasOrders = !IsPlain, Dimensions = dimensions });
        var writers = Enumerable.Range(0, Writers).Select(_ => builder.CreateWriter()).ToList();
        for (var i = 0; i < rows.Length; i++) Write(writers[i % Writers], rows[i], dimensions);
        return builder.Build(new HistoryBuildOptions(history.ObservedUntil, MaxThreads: Threads));
    }

    private void Write(PurchaseWriter writer, Purchase row, string[] dimensions)
    {
        var key = Encoding.UTF8.GetBytes(KeyOf(row.Customer));
        var amount = (long)row.Amount * AmountFactor;
        if (IsPlain)
        {
            writer.Add(key, row.Day.DayNumber, amount);
            return;
        }

        var codes = dimensions.Select((name, i) => writer.DimensionCode(i, Encoding.UTF8.GetBytes(row.Dimensions[name]))).ToArray();
        var order = Encoding.UTF8.GetBytes(row.Order ?? "");
        writer.Add(key, row.Day.DayNumber, amount, (long)row.Discount * AmountFactor, order, codes);
    }
}
