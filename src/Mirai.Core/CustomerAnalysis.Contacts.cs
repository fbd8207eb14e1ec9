using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>What contacts with customers go with.</content>
public sealed partial class CustomerAnalysis
{
    private const int LeastCustomersOfBand = 30;

    /// <summary>How the contacts fit to the purchases: whose they are, and how many lie after the last observed day.</summary>
    /// <exception cref="InvalidOperationException">The analysis has no contacts.</exception>
    public ContactMatch MatchContacts(CancellationToken cancellationToken = default)
    {
        var link = Tables().Link;
        var run = new ContactRun(link);
        var offsets = link.Contacts.Rows.Columns.Offsets;
        long counted = 0;
        for (var contacted = 0; contacted < link.Contacts.CustomerCount; contacted++)
        {
            if ((contacted & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            run.ReadContacted(contacted);
            counted += run.Days.Length;
        }

        var toStrangers = link.Strangers.Sum(stranger => (long)offsets.Span[stranger + 1] - offsets.Span[stranger]);
        return new ContactMatch(
            new Share(link.Contacts.CustomerCount - link.Strangers.Length, link.Contacts.CustomerCount),
            new Share(link.Contacts.ContactCount - toStrangers, link.Contacts.ContactCount),
            link.Contacts.ContactCount - counted);
    }

    /// <summary>Dose and response on a day: what customers in each contact band bought, and what one more contact goes with.</summary>
    /// <remarks>A comparison, not an experiment: customers are not contacted at random.</remarks>
    /// <param name="asOf">The day.</param>
    /// <param name="leastCustomers">A band with fewer customers is not compared with another.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="InvalidOperationException">The analysis has no contacts.</exception>
    public DoseResponseTable DoseResponse(DateOnly asOf, int leastCustomers = LeastCustomersOfBand, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastCustomers);
        var day = DayIndex(asOf);
        var tables = BandTables([.. DoseResponseBand.Counters, Counter.TrailingSales, Counter.Retained, Counter.ActiveBefore], cancellationToken);
        return DoseResponseTable.Of(asOf, BandTexts(), tables, day, leastCustomers, History.Currency);
    }

    private static string[] BandTexts() => [.. PurchaseCountSegment.BandTexts(ContactBandSegment.Bounds)];

    private ContactTables Tables() => _contactTables?.Value ?? throw new InvalidOperationException("The analysis has no contacts.");

    /// <summary>The counters of every contact band; the last table, of those in no band, is left out.</summary>
    private CounterTable[] BandTables(IReadOnlyCollection<Counter> counters, CancellationToken cancellationToken)
    {
        var contacts = Tables();
        var placement = Place(Segment.ContactBand);
        return SegmentCounters.Fill(History, placement, _leaves, contacts, counters, Options.MaxThreads, progress: null, cancellationToken)[..^1];
    }

    private List<DailySeries> ContactSeries(IReadOnlyList<Measure> measures, CancellationToken cancellationToken)
    {
        var series = new List<DailySeries>();
        foreach (var measure in measures.Where(m => m == ContactMeasures.MarginalPurchasesTopBand))
        {
            var tables = BandTables(DoseResponseBand.Counters, cancellationToken);
            series.Add(Fractions(measure, day => DoseResponseBand.MarginalOfTop(tables, day, LeastCustomersOfBand)));
        }

        if (measures.Contains(ContactMeasures.LeastContactedRetentionRate)) series.Add(LeastContactedRetention(cancellationToken));
        if (measures.Contains(ContactMeasures.ContactCostShare)) series.Add(CostShare(cancellationToken));
        if (!measures.Any(m => m == ContactMeasures.TopDecileContactShare || m == ContactMeasures.ContactConcentration)) return series;
        var spreads = ContactSpreads(cancellationToken);
        if (measures.Contains(ContactMeasures.TopDecileContactShare))
            series.Add(Fractions(ContactMeasures.TopDecileContactShare, day => spreads[day].TopTenth));
        if (measures.Contains(ContactMeasures.ContactConcentration))
            series.Add(Fractions(ContactMeasures.ContactConcentration, day => spreads[day].Gini));
        return series;
    }

    private DailySeries LeastContactedRetention(CancellationToken cancellationToken)
    {
        var bands = BandTables([Counter.Retained, Counter.ActiveBefore], cancellationToken);
        return Fractions(ContactMeasures.LeastContactedRetentionRate, day =>
        {
            var band = Array.FindIndex(bands, b => b[Counter.ActiveBefore][day] >= LeastCustomersOfBand);
            return band < 0 ? default : (bands[band][Counter.Retained][day], bands[band][Counter.ActiveBefore][day]);
        });
    }

    private DailySeries CostShare(CancellationToken cancellationToken)
    {
        Counter[] counters = [Counter.ContactCost, Counter.Contacts, Counter.TrailingSales, Counter.TrailingPurchases];
        var table = Counters(counters, progress: null, cancellationToken);
        var values = new double[History.Days.Count];
        var (cost, contacts, before) = (0L, 0L, 0);
        for (var day = 0; day < values.Length; day++)
        {
            (cost, contacts) = (cost + table[Counter.ContactCost][day], contacts + table[Counter.Contacts][day]);
            for (; before <= _leaves.Before[day]; before++)
                (cost, contacts) = (cost - table[Counter.ContactCost][before], contacts - table[Counter.Contacts][before]);
            var (sales, purchases) = (table[Counter.TrailingSales][day], table[Counter.TrailingPurchases][day]);
            values[day] = contacts == 0 || sales <= 0 ? double.NaN : (double)cost / contacts * purchases / sales;
        }

        var measure = ContactMeasures.ContactCostShare;
        return new DailySeries(measure, segmentValue: null, History.Days, CompleteFrom(measure), History.Currency, values);
    }

    private List<ContactSpread> ContactSpreads(CancellationToken cancellationToken)
    {
        var contacts = Tables();
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new ContactCountKernel(History, contacts), cancellationToken);
        foreach (var worker in workers.Skip(1)) workers[0].Histogram.Add(worker.Histogram);
        return [.. workers[0].Histogram.ByDay().Select(ContactSpread.Of)];
    }

    private DailySeries Fractions(Measure measure, Func<int, (long Part, long Whole)> fractionOn)
    {
        var parts = new long[History.Days.Count];
        var wholes = new long[parts.Length];
        for (var day = 0; day < parts.Length; day++) (parts[day], wholes[day]) = fractionOn(day);
        return new DailySeries(measure, segmentValue: null, History.Days, CompleteFrom(measure), History.Currency, parts, wholes, (1, 1));
    }
}
