using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Contacts;

/// <summary>Every measure of contacts, for all customers and by every segment, is the oracle's to the last contact.</summary>
[Properties(Arbitrary = [typeof(ContactedHistories)])]
public sealed class ContactMeasureProperties
{
    [Fact]
    public void Catalog_ContactMeasures_AreThoseOfTheOracle() => Assert.Equal(
        LinqOracle.ContactMeasureIds.Order(StringComparer.Ordinal), ContactFeed.Measures.Select(measure => measure.Id).Order(StringComparer.Ordinal));

    [Property(MaxTest = 60)]
    public void Daily_EveryMeasureOnTurningDays_EqualsTheOracle(ContactedHistory contacted)
    {
        var (analysis, oracle) = (ContactFeed.Analysis(contacted), contacted.Oracle);
        var days = contacted.TurningDays().ToList();
        foreach (var series in analysis.Daily(ContactFeed.Measures))
        {
            foreach (var day in days)
            {
                var expected = oracle.Value(series.Measure.Id, day);
                ExactSeries.AssertSame(expected, ExactSeries.At(series, day), $"{series.Measure} on {day:yyyy-MM-dd}");
            }
        }
    }

    [Property(MaxTest = 60)]
    public void Daily_Spread_EqualsTheOracle(ContactedHistory contacted)
    {
        var (analysis, oracle) = (ContactFeed.Analysis(contacted), contacted.Oracle);
        var found = analysis.Daily(ContactMeasures.ContactConcentration, ContactMeasures.TopDecileContactShare);
        foreach (var day in contacted.TurningDays())
        {
            ExactSeries.AssertSame(oracle.ContactConcentration(day), ExactSeries.At(found[0], day), $"Gini on {day:yyyy-MM-dd}");
            ExactSeries.AssertSame(oracle.TopDecileContactShare(day), ExactSeries.At(found[1], day), $"top tenth on {day:yyyy-MM-dd}");
        }
    }

    [Property(MaxTest = 40)]
    public void DailyBy_EveryMeasureAndSegment_EqualsTheOracle(ContactedHistory contacted, byte phase)
    {
        var (analysis, oracle) = (ContactFeed.Analysis(contacted), contacted.Oracle);
        var days = Some(contacted, phase);
        foreach (var segment in EngineFeed.SegmentsOf(analysis).Append(Segment.ContactBand))
        {
            foreach (var measure in analysis.DailyBy(segment, ContactFeed.Measures).GroupBy(series => series.Measure.Id, StringComparer.Ordinal))
            {
                var series = measure.ToDictionary(s => s.SegmentValue!, s => s, StringComparer.Ordinal);
                foreach (var day in days)
                {
                    MeasureProperties.CheckValues(oracle.BySegment(measure.Key, segment.Id, day), series, day, $"{measure.Key} by {segment}");
                }
            }
        }
    }

    /// <summary>The band is a segment like any other: everything can be split by it.</summary>
    [Property(MaxTest = 20)]
    public void DailyBy_ContactBand_EveryPurchaseMeasure_EqualsTheOracle(ContactedHistory contacted, byte phase)
    {
        var (analysis, oracle) = (ContactFeed.Analysis(contacted), contacted.Oracle);
        var days = Some(contacted, phase);
        foreach (var measure in analysis.DailyBy(Segment.ContactBand, EngineFeed.MeasuresOf(analysis)).GroupBy(s => s.Measure.Id, StringComparer.Ordinal))
        {
            var series = measure.ToDictionary(s => s.SegmentValue!, s => s, StringComparer.Ordinal);
            foreach (var day in days) MeasureProperties.CheckValues(oracle.BySegment(measure.Key, "contact_band", day), series, day, measure.Key);
        }
    }

    [Property(MaxTest = 60)]
    public void DoseResponse_EveryBand_EqualsTheOracle(ContactedHistory contacted, byte seed)
    {
        var (analysis, oracle, day) = (ContactFeed.Analysis(contacted), contacted.Oracle, TableProperties.DayOf(contacted.History, seed));
        var least = 1 + (seed % 2);
        var table = analysis.DoseResponse(day, least);
        var lower = (Customers: 0, Contacts: 0, Purchases: 0);
        foreach (var row in table.Rows)
        {
            var expected = oracle.Dose(row.Band, day);
            Assert.Equal(
                (row.Band, expected.Customers, expected.Contacts, expected.Purchases, expected.Sales),
                (row.Band, row.Customers, row.Contacts, row.Purchases, row.Sales));
            Assert.True(expected.Retention.IsSameNumberAs(new Ratio(row.Retention.Part, row.Retention.Whole)), $"{row}");
            double? marginal = null;
            if (expected.Customers >= least && lower.Customers > 0)
            {
                var more = (expected.Contacts / (double)expected.Customers) - (lower.Contacts / (double)lower.Customers);
                var bought = (expected.Purchases / (double)expected.Customers) - (lower.Purchases / (double)lower.Customers);
                if (more > 1e-9) marginal = bought / more;
            }

            if (marginal is { } number) Assert.Equal(number, row.MarginalPurchases!.Value, 9);
            else Assert.Null(row.MarginalPurchases);
            if (expected.Customers >= least) lower = (expected.Customers, expected.Contacts, expected.Purchases);
        }
    }

    /// <summary>Thirty times the customers are enough for a comparison, and change no rate.</summary>
    [Property(MaxTest = 15)]
    public void Daily_MarginalPurchases_IsThatOfTheTopRowOfTheTable(ContactedHistory contacted, byte seed)
    {
        var day = TableProperties.DayOf(contacted.History, seed);
        var history = contacted.History with { Rows = [.. Times(contacted.History.Rows, (row, i) => row with { Customer = $"{row.Customer}/{i}" })] };
        var many = ContactFeed.Analysis(new ContactedHistory(
            history, [.. Times(contacted.Contacts, (contact, i) => contact with { Customer = $"{contact.Customer}/{i}" })]));
        var few = ContactFeed.Analysis(contacted);
        var top = few.DoseResponse(day, leastCustomers: 1).Rows.LastOrDefault(row => row.Customers > 0)?.MarginalPurchases;
        Assert.Null(few.Value(ContactMeasures.MarginalPurchasesTopBand, day));
        var found = many.Value(ContactMeasures.MarginalPurchasesTopBand, day);
        Assert.Equal(top is null, found is null);
        if (top is { } expected) Assert.Equal(expected, found!.Value, 9);
    }

    [Property(MaxTest = 10)]
    public void Rows_ShuffledSplitAndOnManyThreads_GiveTheSameFigures(ContactedHistory contacted, byte seed)
    {
        var expected = FiguresOf(ContactFeed.Analysis(contacted));
        foreach (var (writers, threads) in new[] { (1, 1), (3, 7), (7, 2) })
        {
            var feed = new EngineFeed { Writers = writers, Threads = threads, ShuffleSeed = seed + writers };
            Figures.AssertSame(expected, FiguresOf(ContactFeed.Analysis(contacted, feed)));
        }

        var longKeys = new EngineFeed { KeyOf = key => key + ", a key that is too long for any word of a machine" };
        Figures.AssertSame(expected, FiguresOf(ContactFeed.Analysis(contacted, longKeys)));
    }

    /// <summary>The numbers beyond the dense part of the histogram are kept apart.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(600)]
    public void Daily_Concentration_OfOneCustomerAmongTen_IsNineTenths(int contacts)
    {
        var day = new DateOnly(2024, 5, 1);
        var purchases = EngineFeed.Build(Enumerable.Range(0, 10).Select(i => ($"c{i}", day, 100L)));
        var history = ContactFeed.HistoryOf([.. Enumerable.Range(0, contacts).Select(_ => new Contact("c3", day))]);
        var analysis = new CustomerAnalysis(purchases, attributes: null, history);
        Assert.Equal(0.9, analysis.Value(ContactMeasures.ContactConcentration, day)!.Value, 12);
        Assert.Equal(1.0, analysis.Value(ContactMeasures.TopDecileContactShare, day));
        Assert.Equal(contacts / 10.0, analysis.Value(ContactMeasures.ContactsPerCustomer, day));
    }

    private static List<DateOnly> Some(ContactedHistory contacted, byte phase)
    {
        var turning = contacted.TurningDays().ToList();
        var step = 1 + (turning.Count / 4);
        return [.. turning.Where((_, i) => i % step == phase % step), contacted.History.LastDay];
    }

    private static IEnumerable<T> Times<T>(IEnumerable<T> rows, Func<T, int, T> copy) =>
        Enumerable.Range(0, 30).SelectMany(i => rows.Select(row => copy(row, i)));

    private static Dictionary<string, long[]> FiguresOf(CustomerAnalysis analysis)
    {
        var found = analysis.Daily([.. MeasureCatalog.BuiltIn.Measures.Where(measure => measure.NeedsContacts)])
            .Concat(analysis.DailyBy(Segment.ContactBand, ContactFeed.Measures)).Concat(analysis.DailyBy(Segment.CustomerYear, ContactFeed.Measures));
        var figures = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (series, i) in found.Select((series, i) => (series, i)))
        {
            figures.Add($"{i} {series.Measure} {series.SegmentValue}", series.Numerators.ToArray());
            figures.Add($"{i} {series.Measure} {series.SegmentValue} of", series.Denominators.ToArray());
        }

        return figures;
    }
}
