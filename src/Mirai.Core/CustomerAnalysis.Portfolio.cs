using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>The customer portfolio (CPM).</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>All customers who ever purchased, in the portfolio's ten groups: heads, sales, tenure and spend.</summary>
    /// <param name="asOf">The day; groups are computed for it, T is that of the month's end strictly before.</param>
    /// <param name="options">Where the groups begin; <see langword="null"/> for the analysis's own.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public PortfolioTable Portfolio(DateOnly asOf, PortfolioOptions? options = null, CancellationToken cancellationToken = default)
    {
        var day = DayIndex(asOf);
        var rules = RulesOf(options);
        var workers = ColumnWork.Run(
            History, Options.MaxThreads, () => new PortfolioTotals(History, rules, _leaves.Before[day], day), cancellationToken);
        var cells = new PortfolioTotals.Cell[PortfolioGroup.Count];
        foreach (var worker in workers)
        {
            for (var group = 0; group < cells.Length; group++) cells[group].Add(worker.Cells[group]);
        }

        var (customers, sales) = (cells.Sum(cell => cell.Customers), cells.Sum(cell => cell.Sales));
        return new PortfolioTable(asOf, History.Currency, rules.ThresholdOn(day).ToAmount(History.Currency),
        [
            .. cells.Select((cell, place) => new PortfolioRow(
                PortfolioGroup.Of(place), new Share(cell.Customers, customers), cell.Active, cell.Purchases, History.Currency.ToAmount(cell.Sales),
                sales == 0 ? null : (double)cell.Sales / sales, History.Currency.ToAmount(cell.CumulativeSales), cell.TenureDays)),
        ]);
    }

    /// <summary>Where the customers of each portfolio group went between two days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed, or <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public PortfolioTransitions PortfolioTransitions(
        DateOnly from, DateOnly to, PortfolioOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var (s, t) = (DayIndex(from), DayIndex(to));
        var rules = RulesOf(options);
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new PortfolioMoves(History, rules, s, t), cancellationToken);
        var customers = new long[workers[0].Customers.Length];
        for (var i = 0; i < customers.Length; i++) customers[i] = workers.Sum(worker => worker.Customers[i]);
        return new PortfolioTransitions(from, to, customers);
    }

    private PortfolioRules RulesOf(PortfolioOptions? options) =>
        new(History, options ?? Options.Portfolio, Options.ActivePeriod, Options.MaxThreads);

    private IEnumerable<DailySeries> PortfolioSeries(IReadOnlyList<Measure> measures, CancellationToken cancellationToken)
    {
        var rules = RulesOf(options: null);
        var monthEnds = PortfolioRules.MonthEnds(History.Days).Where(day => _leaves.Before[day] >= 0).ToArray();
        int[] days = [.. monthEnds.Select(day => _leaves.Before[day]).Concat(monthEnds).Distinct().Order()];
        var pairs = monthEnds.Select(day => (Before: Array.BinarySearch(days, _leaves.Before[day]), After: Array.BinarySearch(days, day))).ToArray();
        PortfolioThreshold[] thresholds = [.. days.Select(rules.ThresholdOn)];
        IReadOnlyList<PortfolioSteps> workers = days.Length == 0
            ? []
            : ColumnWork.Run(History, Options.MaxThreads, () => new PortfolioSteps(History, rules, days, thresholds, pairs), cancellationToken);
        foreach (var measure in measures)
        {
            var step = PortfolioMeasures.All.Index().First(entry => entry.Item == measure).Index;
            var month = -1;
            yield return Fractions(measure, day =>
            {
                while (month + 1 < monthEnds.Length && monthEnds[month + 1] <= day) month++;
                return month < 0 ? default : (workers.Sum(w => w.Shares[step][month].Part), workers.Sum(w => w.Shares[step][month].Whole));
            });
        }
    }
}
