using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>The tables of the performance diagnosis: customers, purchases, contacts.</content>
internal sealed partial class DiagnosisRun
{
    private const int CohortMonths = 24;
    private const int SecondPurchaseDays = 90;
    private const int MostDimensionValues = 50;

    /// <summary>The segments that the caller chose, or those that every history has and that people read: no list of hundreds of products.</summary>
    private IReadOnlyList<Segment> SegmentsOfPartA()
    {
        if (_options.Segments is { } chosen) return chosen;
        var history = _analysis.History;
        return
        [
            Segment.CustomerYear, Segment.PurchaseCount,
            .. history.HasDiscounts ? [Segment.FirstPurchaseDiscounted] : Array.Empty<Segment>(),
            .. (_analysis.Attributes?.Names ?? []).Select(Segment.Attribute),
            .. history.Dimensions.Where(name => history.DimensionValues(name).Count <= MostDimensionValues).Select(Segment.Dimension),
        ];
    }

    private CustomerDiagnosis Customers(IReadOnlyList<Segment> segments)
    {
        var attribution = _analysis.Attribution(_asOf, _stop);
        return new CustomerDiagnosis(
            attribution,
            RowsOf(attribution),
            _analysis.Attributions(_asOf, segments, _stop),
            _analysis.RetentionRate(_asOf, _stop),
            _analysis.SecondPurchasesByMonth(_asOf, CohortMonths, SecondPurchaseDays, _stop),
            [.. PortfolioMeasures.All.Select(Compare)]);
    }

    private static MarketingRow[] RowsOf(CustomerAttribution attribution)
    {
        var (now, before) = (attribution.Now, attribution.Before);
        long Term(AttributionCause cause) => attribution.Terms[(int)cause].Customers;
        MarketingRow Row(MarketingKind kind, long after, long earlier, Share rate, Share rateBefore, long byRate, long byPool) => new(
            kind, after, earlier, attribution.Change == 0 ? null : (double)(after - earlier) / attribution.Change, rate, rateBefore, byRate, byPool);
        return
        [
            Row(
                MarketingKind.Acquisition, now.New, before.New, new Share(now.New, now.Retention.Whole), new Share(before.New, before.Retention.Whole),
                Term(AttributionCause.NewCustomers), 0),
            Row(
                MarketingKind.Retention, now.Retention.Part, before.Retention.Part, now.Retention, before.Retention,
                Term(AttributionCause.RetentionRate), Term(AttributionCause.Base)),
            Row(
                MarketingKind.Reactivation, now.Reactivation.Part, before.Reactivation.Part, now.Reactivation, before.Reactivation,
                Term(AttributionCause.ReactivationRate), Term(AttributionCause.Pool)),
        ];
    }

    private PurchaseDiagnosis Purchases(IReadOnlyList<Segment> segments)
    {
        var windowBefore = _analysis.Options.WindowChurn.Window.Before(_asOf);
        return new PurchaseDiagnosis(
            CompareKnown(Bought),
            _analysis.WindowChurn(_asOf, _stop),
            IsObserved(windowBefore) ? _analysis.WindowChurn(windowBefore, _stop) : null,
            _analysis.Overdue(_asOf, segments, _options.OverdueListed, _stop),
            IsObserved(_before) ? _analysis.Explain(_before, _asOf, _stop) : null);
    }

    private ContactDiagnosis? Contacts() => _analysis.Contacts is null
        ? null
        : new ContactDiagnosis(CompareKnown(ContactFigures()), _analysis.DoseResponse(_asOf, cancellationToken: _stop), _analysis.MatchContacts(_stop));

    private bool IsObserved(DateOnly day) => _observed.Contains(day) && day < _asOf;
}
