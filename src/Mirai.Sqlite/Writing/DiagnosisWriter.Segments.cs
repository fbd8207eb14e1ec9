using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Writing;

/// <content>Figures by segment.</content>
internal sealed partial class DiagnosisWriter
{
    private const string FirstPurchaseMonth = "first_purchase_month";

    private static readonly string CustomerYear = Segment.CustomerYear.Id;
    private static readonly string PurchaseCount = Segment.PurchaseCount.Id;

    private void Segments()
    {
        using var rows = Into(
            "segment_figure", "position", "measure", "segment", "value", "number", "exact", "part", "whole", "is_complete", "before", "exact_before", "part_before",
            "whole_before");
        var written = new HashSet<(string, string, string)>();
        foreach (var figure in Counts().Concat(Causes()).Concat(Rates()))
        {
            if (!written.Add((figure.Measure.Id, figure.Segment, figure.Value))) continue;
            var (now, before) = (figure.Now, figure.Before);
            rows.Write(
                Day, written.Count, figure.Measure.Id, figure.Segment, figure.Value, now.Number, now.Exact, now.Share?.Part, now.Share?.Whole, IsComplete(figure.Measure),
                before.Number, before.Exact, before.Share?.Part, before.Share?.Whole);
        }

        Names(written.Select(key => (Segment: key.Item2, Value: key.Item3)).Distinct());
    }

    /// <summary>Active customers by purchases so far and by portfolio group.</summary>
    private IEnumerable<SegmentFigure> Counts()
    {
        foreach (var row in report.List.ByPurchaseCount)
            yield return new SegmentFigure(CustomerMeasures.ActiveCustomers, PurchaseCount, row.Value, PartFigure.Of(row.Customers), default);
        foreach (var row in report.List.ByPortfolio)
            yield return new SegmentFigure(CustomerMeasures.ActiveCustomers, Segment.Portfolio.Id, row.Group.Id, PartFigure.Of(row.ActiveCustomers), default);
    }

    /// <summary>New, retained and reactivated customers by every segment of part A.</summary>
    private IEnumerable<SegmentFigure> Causes()
    {
        foreach (var table in report.Customers.BySegment)
        {
            foreach (var row in table.Rows)
            {
                yield return new(CustomerMeasures.NewCustomersYoy, table.SegmentId, row.Value, PartFigure.Of(row.NewNow), PartFigure.Of(row.NewBefore));
                yield return new(CustomerMeasures.RetentionRate, table.SegmentId, row.Value, PartFigure.Of(row.RetentionNow), PartFigure.Of(row.RetentionBefore));
                yield return new(
                    CustomerMeasures.ReactivationRate, table.SegmentId, row.Value, PartFigure.Of(row.ReactivationNow), PartFigure.Of(row.ReactivationBefore));
            }
        }
    }

    /// <summary>Retention by customer year and purchases, where part A is not split by them, and second purchases by cohort month.</summary>
    private IEnumerable<SegmentFigure> Rates()
    {
        foreach (var row in report.Customers.Retention.ByCustomerYear)
            yield return new(CustomerMeasures.RetentionRate, CustomerYear, row.SegmentValue, PartFigure.Of(row.Share), default);
        foreach (var row in report.Customers.Retention.ByPurchaseCount)
            yield return new(CustomerMeasures.RetentionRate, PurchaseCount, row.SegmentValue, PartFigure.Of(row.Share), default);
        foreach (var row in report.Customers.SecondPurchases)
        {
            var month = row.FirstPurchases.First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            yield return new(CustomerMeasures.SecondPurchaseRate, FirstPurchaseMonth, month, PartFigure.Of(row.Customers), default);
        }
    }

    private bool IsComplete(Measure measure) =>
        report.List.Figures.FirstOrDefault(figure => string.Equals(figure.Measure.Id, measure.Id, StringComparison.Ordinal))?.Now.IsComplete ?? true;

    /// <summary>What values are called is kept once, as measures are.</summary>
    private void Names(IEnumerable<(string Segment, string Value)> values)
    {
        using var rows = new RowWriter(
            file,
            """
            INSERT INTO segment_value (segment, value, segment_en, segment_ja, value_en, value_ja) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (segment, value) DO UPDATE SET segment_en = excluded.segment_en, segment_ja = excluded.segment_ja, value_en = excluded.value_en,
                value_ja = excluded.value_ja
            WHERE (segment_en, segment_ja, value_en, value_ja) IS NOT (excluded.segment_en, excluded.segment_ja, excluded.value_en, excluded.value_ja)
            """);
        var (english, japanese) = (DiagnosisWords.English, DiagnosisWords.Japanese);
        foreach (var (segment, value) in values)
            rows.Write(segment, value, english.OfSegment(segment), japanese.OfSegment(segment), english.OfValue(segment, value), japanese.OfValue(segment, value));
    }

    /// <summary>A figure of a part of the customers on a day.</summary>
    private readonly record struct PartFigure(double? Number, long? Exact, Share? Share)
    {
        public static PartFigure Of(long customers) => new(customers, customers, null);

        public static PartFigure Of(Share share) => new(share.Value, null, share);
    }

    /// <summary>A figure of a value of a segment, now and one active period before.</summary>
    private readonly record struct SegmentFigure(Measure Measure, string Segment, string Value, PartFigure Now, PartFigure Before);
}
