using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>Finds in a diagnosis what its page and its table show. Nothing is computed here but differences.</summary>
/// <param name="report">The diagnosis.</param>
internal sealed class DiagnosisFigures(DiagnosisReport report)
{
    /// <summary>The diagnosis.</summary>
    public DiagnosisReport Report => report;

    /// <summary>Whether purchases carry discounts.</summary>
    public bool HasDiscounts => report.Purchases[SalesMeasures.DiscountRate] is not null;

    /// <summary>How long a purchase keeps a customer active.</summary>
    public Period ActivePeriod => report.Settings.ActivePeriod;

    /// <summary>Retention into the day.</summary>
    public RetentionSummary Retention => report.Customers.Retention;

    /// <summary>Whether enough history lies before the day for retention.</summary>
    public bool IsRetentionComplete => this[CustomerMeasures.RetentionRate].Now.IsComplete;

    /// <summary>What explains the change of sales; <see langword="null"/> where the day before is not observed.</summary>
    public SalesExplanation? Explanation => report.Purchases.Explanation;

    /// <summary>Whether enough history lies before the first day of <see cref="Explanation"/>.</summary>
    public bool IsExplanationComplete => Explanation is { } explained && IsComplete(SeriesOf(CustomerMeasures.ActiveCustomers), explained.From);

    /// <summary>The lengths of time over which changes are shown, the shortest first.</summary>
    public IReadOnlyList<FigureChange> ChangesOf(Measure measure) =>
        [.. report.List.Changes.DistinctBy(change => change.Since).Select(change => change with { Figure = ChangeOf(measure, change.Since) })];

    /// <summary>The figure of a measure beside that of one active period before; missing where the diagnosis does not have it.</summary>
    public ComparedFigure this[Measure measure] =>
        report.List[measure] ?? report.Purchases[measure] ?? report.Contacts?[measure] ?? new ComparedFigure(measure, FigureValue.Missing, FigureValue.Missing);

    /// <summary>The history of a measure that is drawn.</summary>
    public ChartSeries SeriesOf(Measure measure) => report.Charts.Daily.First(series => series.Measure == measure);

    private static bool IsComplete(ChartSeries series, DateOnly day) => series.CompleteFrom is { } from && day >= from;

    /// <summary>The list keeps the exact figures of customers and sales; of other measures it keeps every day of the year.</summary>
    private ComparedFigure ChangeOf(Measure measure, DateOnly since)
    {
        if (report.List.Changes.FirstOrDefault(change => change.Since == since && change.Figure.Measure == measure) is { } listed) return listed.Figure;
        var series = report.Charts.List.First(candidate => candidate.Measure == measure);
        var before = series.Days.Contains(since) && since < report.AsOf && series.Values[series.Days.IndexOf(since)] is var value && !double.IsNaN(value)
            ? new FigureValue(value, null, null, IsComplete(series, since))
            : FigureValue.Missing;
        return new ComparedFigure(measure, this[measure].Now, before);
    }
}
