using Mirai.Diagnosis;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>Who is silent for longer than usual.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>The active customers of a day who are silent for longer than their own rhythm: in all, by segments, and one by one.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="segments">By which they are counted.</param>
    /// <param name="listed">How many are listed, those with the highest sales in the trailing active period first; 0 for none.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed, or <paramref name="listed"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or a segment needs discounts or contacts that are not there.</exception>
    public OverdueDiagnosis Overdue(DateOnly asOf, IReadOnlyList<Segment> segments, int listed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfNegative(listed);
        var day = DayIndex(asOf);
        SegmentPlacement[] placements = [.. segments.Select(Place)];
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new OverdueKernel(History, placements, _leaves, day, listed > 0), cancellationToken);
        var whole = Sum(workers.Select(worker => worker.Whole));
        var found = workers.SelectMany(worker => worker.Customers).OrderByDescending(own => own.Sales).ThenBy(own => own.Customer).Take(listed);
        return new OverdueDiagnosis(
            new Share(whole.Overdue, whole.Active), History.Currency.ToAmount(whole.Sales),
            [
                .. segments.Select((segment, i) => new OverdueSegment(
                    segment.Id,
                    [.. RowsOf(placements[i].Values, value => Sum(workers.Select(worker => worker.Cells[i][value])))])),
            ],
            [.. found.Select(ListedOf)]);

        OverdueCustomer ListedOf(OverdueKernel.Found own) => new(
            History.CustomerKey(own.Customer), History.Days[own.Last], day - own.Last, own.MeanDays, History.Days[own.Since], own.Purchases,
            History.Currency.ToAmount(own.Sales));
    }

    private static OverdueKernel.Cell Sum(IEnumerable<OverdueKernel.Cell> cells) => cells.Aggregate(default(OverdueKernel.Cell), (sum, cell) => sum.With(cell));

    private IEnumerable<OverdueRow> RowsOf(IReadOnlyList<string> values, Func<int, OverdueKernel.Cell> cellOf)
    {
        for (var value = 0; value < values.Count; value++)
        {
            var cell = cellOf(value);
            if (cell.Active > 0) yield return new OverdueRow(values[value], new Share(cell.Overdue, cell.Active), History.Currency.ToAmount(cell.Sales));
        }
    }
}
