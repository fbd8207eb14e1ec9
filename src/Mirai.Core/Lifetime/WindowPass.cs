using Mirai.History;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Lifetime;

/// <summary>Window churn of many days t in three passes over the history: spend by bin, the limits, the totals.</summary>
internal sealed class WindowPass
{
    private const int Passes = 3;

    private readonly PurchaseHistory _history;
    private readonly WindowChurnOptions _options;
    private readonly WindowGrid _grid;
    private readonly DimensionPlacement? _dimension;
    private readonly SegmentPlacement? _segment;
    private readonly int _maxThreads;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellationToken;
    private int _passesDone;

    /// <summary>A pass for some days.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="options">Window and coverage.</param>
    /// <param name="asOf">Day indexes, ascending.</param>
    /// <param name="placement">How customers or purchases are split; <see langword="null"/> for all together.</param>
    /// <param name="maxThreads">0 for one per processor.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public WindowPass(
        PurchaseHistory history, WindowChurnOptions options, int[] asOf, SegmentPlacement? placement, int maxThreads, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        (_history, _options, _maxThreads, _progress, _cancellationToken) = (history, options, maxThreads, progress, cancellationToken);
        _grid = new WindowGrid(history, options.Window, asOf);
        _dimension = placement as DimensionPlacement;
        _segment = _dimension is null ? placement : null;
        Values = placement?.Values.Count ?? 1;
    }

    /// <summary>How many values the segment has; 1 without one.</summary>
    public int Values { get; }

    /// <summary>By value, then by day, the window churn.</summary>
    public WindowChurn[][] Run()
    {
        var limits = Limits();
        var sinks = Sinks(() => _segment is null ? new TotalsSink(limits, Values * _grid.Count) : new SegmentTotalsSink(_history, _segment, _grid, limits));
        var totals = new CellTotals[Values * _grid.Count];
        foreach (var sink in sinks.Cast<TotalsSink>())
        {
            for (var cell = 0; cell < totals.Length; cell++) totals[cell].Add(sink.Totals[cell]);
        }

        var churns = new WindowChurn[Values][];
        for (var value = 0; value < Values; value++)
        {
            churns[value] = new WindowChurn[_grid.Count];
            for (var place = 0; place < _grid.Count; place++) churns[value][place] = Churn(totals[(value * _grid.Count) + place], value, place, limits);
        }

        return churns;
    }

    /// <summary>The base customers of the only day, in the history's order, and how they were chosen.</summary>
    public (List<WindowSums> Customers, WindowSelection Selection) BaseCustomers()
    {
        var limits = Limits();
        var found = Sinks(() => new BaseCustomerSink(limits)).Cast<BaseCustomerSink>().SelectMany(sink => sink.Customers);
        return ([.. found.OrderBy(own => own.Customer).Select(own => own.Sums)], Selection(0, 0, limits));
    }

    private SpendLimits Limits() => SpendLimits.Of((_segment is null ? Values : 1) * _grid.Count, _options.Coverage, Sinks, _maxThreads);

    private List<WindowSink> Sinks(Func<WindowSink> create)
    {
        _progress?.Report(_passesDone++ / (double)Passes);
        var workers = ColumnWork.Run<IWindowWork>(
            _history,
            _maxThreads,
            () => _dimension is null ? new WindowKernel(_grid, create()) : new DimensionWindowKernel(_history, _dimension, _grid, create()),
            _cancellationToken);
        return [.. workers.Select(worker => worker.Sink)];
    }

    private WindowChurn Churn(CellTotals totals, int value, int place, SpendLimits limits)
    {
        var currency = _history.Currency;
        return WindowFormula.Of(
            new WindowTotals(
                totals.BaseCustomers, totals.BasePurchases, currency.ToAmount(totals.BaseSpend), totals.NextCustomers, totals.NextPurchases,
                currency.ToAmount(totals.NextSpend)),
            _options) with { Selection = Selection(value, place, limits) };
    }

    private WindowSelection Selection(int value, int place, SpendLimits limits)
    {
        var cell = ((_segment is null ? value : 0) * _grid.Count) + place;
        var asOf = _history.Days[_grid.AsOf[place]];
        var (middle, start) = (_options.Window.Before(asOf), _options.Window.Times(2).Before(asOf));
        return new WindowSelection(
            asOf, Range(start, middle), Range(middle, asOf), limits.Buyers[cell], _history.Currency.ToAmount(limits.Spends[cell]),
            _history.Currency.ToAmount(limits[cell]), _grid.IsComplete[place]);
    }

    /// <summary>The days after one until another; where the calendar begins between them, one day.</summary>
    private static DayRange Range(DateOnly after, DateOnly until) => new(after < until ? after.AddDays(1) : until, until);
}
