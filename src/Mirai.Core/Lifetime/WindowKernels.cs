using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Lifetime;

/// <summary>Adds up each customer's purchases in the windows of all days t, and hands them on. One per thread.</summary>
internal sealed class WindowKernel(WindowGrid grid, WindowSink sink) : IWindowWork
{
    private readonly CustomerWindows _windows = new(grid);

    /// <inheritdoc/>
    public WindowSink Sink => sink;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        ReadOnlySpan<int> baseEnd = grid.BaseEnd;
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _windows.Clear();
            for (var row = offsets[customer + 1] - 1; row >= offsets[customer]; row--)
            {
                var day = int.CreateTruncating(days[row]);
                if (baseEnd[day] == 0) break; // Before all windows, as are all earlier rows.
                var amount = long.CreateTruncating(amounts[row]);
                if (amount >= 0) _windows.Add(day, amount);
            }

            if (_windows.First < _windows.End) sink.Take(customer, 0, _windows);
        }
    }
}

/// <summary>The same by the values of a purchase dimension: rows of a value only, lines of one order merged within it. One per thread.</summary>
internal sealed class DimensionWindowKernel(PurchaseHistory history, DimensionPlacement dimension, WindowGrid grid, WindowSink sink) : IWindowWork
{
    private readonly CustomerWindows _windows = new(grid);
    private readonly CustomerRun _run = new(history);
    private readonly CustomerRun _runOfValue = new(history);
    private readonly List<DimensionLine> _lines = [];

    /// <inheritdoc/>
    public WindowSink Sink => sink;

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _run.Read(customer);
            dimension.Split(_run, _lines);
            for (var start = 0; start < _lines.Count;)
            {
                var value = _lines[start].Value;
                start = DimensionPlacement.Fill(_runOfValue, _run, _lines, start);
                _windows.Clear();
                for (var row = 0; row < _runOfValue.Days.Length; row++)
                {
                    if (_runOfValue.Amounts[row] >= 0) _windows.Add(_runOfValue.Days[row], _runOfValue.Amounts[row]);
                }

                if (_windows.First < _windows.End) sink.Take(customer, value * grid.Count, _windows);
            }
        }
    }
}

/// <summary>A kernel with the sink that it feeds.</summary>
internal interface IWindowWork : IColumnWork
{
    /// <summary>What takes the sums.</summary>
    WindowSink Sink { get; }
}
