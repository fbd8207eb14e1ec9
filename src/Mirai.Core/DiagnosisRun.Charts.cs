using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Segments;

namespace Mirai;

/// <content>The series behind the charts, and what to know of the data.</content>
internal sealed partial class DiagnosisRun
{
    private const int MostCohorts = 40;
    private const int LeastGapDays = 14;

    private DiagnosisCharts Charts(PortfolioTable portfolio)
    {
        Measure[] daily = [CustomerMeasures.ActiveCustomers, SalesMeasures.TrailingSales, CustomerMeasures.RetentionRate];
        var months = MonthsOf(_observed).ToList();
        return new DiagnosisCharts(
            [.. daily.Select(measure => ChartSeries.Of(_series[measure]))], ListDays(), [.. months.Select(FlowOf)], RetentionByYear(months), Cohorts(), portfolio, Moves());
    }

    private List<ChartSeries> ListDays()
    {
        var first = _asOf.AddYears(-1) is var start && start < _observed.First ? _observed.First : start;
        var days = new DayRange(first, _asOf);
        var place = _observed.IndexOf(first);
        return
        [
            .. ListMeasures().Select(measure => ChartSeries.Of(_series[measure])).Select(series => series with
            {
                Days = days, Values = [.. series.Values.Skip(place).Take(days.Count)],
            }),
        ];
    }

    private static IEnumerable<DayRange> MonthsOf(DayRange days)
    {
        for (var first = days.First; first <= days.Last;)
        {
            var last = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
            yield return new DayRange(first, last < days.Last ? last : days.Last);
            if (last >= days.Last) yield break;
            first = last.AddDays(1);
        }
    }

    private FlowMonth FlowOf(DayRange month)
    {
        var active = _series[CustomerMeasures.ActiveCustomers];
        var sales = _series[SalesMeasures.Sales];
        var money = 0m;
        for (var day = month.First; day <= month.Last; day = day.AddDays(1)) money += sales.Money(day);
        return new FlowMonth(
            month, active.Count(month.Last), Sum(CustomerMeasures.NewCustomers, month), Sum(CustomerMeasures.ReactivatedCustomers, month),
            Sum(CustomerMeasures.LapsedCustomers, month), money, active.IsComplete(month.First));
    }

    private long Sum(Measure flow, DayRange days)
    {
        var sum = 0L;
        foreach (var count in _series[flow].Numerators.Slice(_observed.IndexOf(days.First), days.Count)) sum += count;
        return sum;
    }

    private List<RetentionPoint> RetentionByYear(List<DayRange> months)
    {
        string[] years = [.. CustomerYearSegment.Years];
        var shares = years.Select(SharesOf).ToList();
        var complete = _series[CustomerMeasures.RetentionRate];
        return
        [
            .. months.Where(month => complete.IsComplete(month.Last)).Select(month => new RetentionPoint(
                month.Last, true, [.. years.Select((year, i) => new SegmentShare(year, shares[i](_observed.IndexOf(month.Last))))])),
        ];
    }

    /// <summary>The shares retained of one customer year, which rules read as well: so they are counted once.</summary>
    private Func<int, Share> SharesOf(string year)
    {
        SegmentPick[] part = [new(Segment.CustomerYear.Id, [year])];
        var fractions = _figures.Fractions(CustomerMeasures.RetentionRate.Id, part, _stop);
        return day => fractions is null || double.IsNaN(fractions.Denominators[day]) || double.IsNaN(fractions.Numerators[day])
            ? default
            : new Share((long)fractions.Numerators[day], (long)fractions.Denominators[day]);
    }

    /// <summary>Cohorts in the shortest periods that a person can survey, as far as the periods are over: an unfinished one would look like a loss.</summary>
    private CohortTable Cohorts()
    {
        var months = ((_asOf.Year - _observed.First.Year) * 12) + _asOf.Month - _observed.First.Month + 1;
        var grain = months <= MostCohorts ? CohortGrain.Month : months <= 3 * MostCohorts ? CohortGrain.Quarter : CohortGrain.Year;
        var step = grain switch { CohortGrain.Month => 1, CohortGrain.Quarter => 3, _ => 12 };
        var table = _analysis.Cohorts(grain, _stop);
        bool IsOver(DateOnly start) => start.AddMonths(step).AddDays(-1) <= _asOf;
        return table with
        {
            Rows =
            [
                .. table.Rows.Where(row => IsOver(row.Start))
                    .Select(row => row with { Cells = [.. row.Cells.Where((_, since) => IsOver(row.Start.AddMonths(since * step)))] }),
            ],
        };
    }

    private List<PortfolioMove> Moves()
    {
        var from = Period.Months(1).Before(_asOf);
        if (!IsObserved(from)) return [];
        var moves = _analysis.PortfolioTransitions(from, _asOf, options: null, _stop);
        var known = from before in PortfolioGroup.All
                    from after in PortfolioGroup.All
                    select new PortfolioMove(before.Id, after.Id, moves[before, after]);
        var fresh = PortfolioGroup.All.Select(after => new PortfolioMove(null, after.Id, moves[null, after]));
        return [.. known.Concat(fresh).Where(move => move.Customers > 0)];
    }

    private DataQuality Data()
    {
        var purchases = _series[SalesMeasures.Purchases].Numerators;
        var (last, gap) = (-1, (Start: 0, Count: 0));
        for (var day = 0; day < purchases.Length; day++)
        {
            if (purchases[day] == 0) continue;
            if (last >= 0 && day - last - 1 > gap.Count) gap = (last + 1, day - last - 1);
            last = day;
        }

        var history = _analysis.History;
        return new DataQuality(
            _observed,
            history.CustomerCount,
            history.PurchaseCount,
            last < 0 ? null : _observed[last],
            gap.Count < LeastGapDays ? null : new DayRange(_observed[gap.Start], _observed[gap.Start + gap.Count - 1]),
            [
                .. _series.Values.Where(series => !series.Measure.NeedsContacts).GroupBy(series => series.Measure.Needs).OrderBy(group => group.Key)
                    .Select(group => new CompletenessNote(group.Key, group.First().CompleteFrom, group.First().IsComplete(_asOf))),
            ],
            _options.Ingest);
    }
}
