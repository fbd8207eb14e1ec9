using System.Numerics;
using Mirai.Model;

namespace Mirai.History;

/// <summary>Turns the writers' rows into the columns of a history: partition by partition, on all cores.</summary>
internal sealed class HistoryAssembly
{
    private readonly PurchaseHistoryBuilder _builder;
    private readonly IReadOnlyList<PurchaseWriter> _writers;
    private readonly HistoryBuildOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly bool _isScattered;
    private readonly int _partitions;
    private readonly int[] _rowStarts;

    public HistoryAssembly(
        PurchaseHistoryBuilder builder, IReadOnlyList<PurchaseWriter> writers, HistoryBuildOptions options, CancellationToken cancellation)
    {
        _builder = builder;
        _writers = writers;
        _options = options;
        _cancellation = cancellation;
        _isScattered = writers.Any(w => w.IsScattered) || writers.Sum(w => w.Count) > RowStore<NarrowRow>.FlatLimit;
        foreach (var writer in writers) writer.Complete(_isScattered);
        _partitions = _isScattered ? RowStore<NarrowRow>.Partitions : 1;
        _rowStarts = new int[_partitions + 1];
    }

    /// <summary>The history.</summary>
    public PurchaseHistory Assemble()
    {
        CheckSums();
        CountRows();
        var days = ObservedDays();
        if (days.Count <= ushort.MaxValue) return AssembleDays<ushort>(days);
        return AssembleDays<int>(days);
    }

    private PurchaseHistory AssembleDays<TDay>(DayRange days)
        where TDay : unmanaged, IBinaryInteger<TDay>
    {
        var wide = _writers.Any(w => w.HasWideAmounts) || _builder.Layout.HasOrders; // Lines of an order may add up to more than each of them.
        return wide ? AssembleAmounts<TDay, long>(days) : AssembleAmounts<TDay, int>(days);
    }

    private PurchaseHistory AssembleAmounts<TDay, TAmount>(DayRange days)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var rows = _rowStarts[^1];
        var target = new AssemblyTarget<TDay, TAmount>(_builder, _writers, days, rows);
        var results = new PartitionResult[_partitions];
        WorkSplit.Run(
            _partitions,
            _options.MaxThreads,
            () => new PartitionAssembly<TDay, TAmount>(target, _writers, _isScattered),
            (assembly, partition) => results[partition] = assembly.Run(partition, _rowStarts[partition], _rowStarts[partition + 1]),
            _cancellation);
        foreach (var writer in _writers) writer.Free();

        var customers = CustomerStarts(results);
        var keys = Keys(results, customers);
        var columns = target.Finish(results, _rowStarts, customers, _options.MaxThreads, _cancellation);
        return new PurchaseHistory(_builder.Layout, days, _options.BeganWithData, columns, keys, target.DimensionTexts);
    }

    /// <summary>Where the customers of each partition begin, and where those of the last one end.</summary>
    private static int[] CustomerStarts(PartitionResult[] results)
    {
        var starts = new int[results.Length + 1];
        for (var partition = 0; partition < results.Length; partition++) starts[partition + 1] = starts[partition] + results[partition].Mixed.Length;
        return starts;
    }

    private CustomerKeys Keys(PartitionResult[] results, int[] starts)
    {
        var mixed = new NativeColumn<ulong>(starts[^1]);
        var high = results.Any(r => r.High.Length > 0) ? new NativeColumn<ulong>(starts[^1]) : null;
        WorkSplit.Run(
            results.Length,
            _options.MaxThreads,
            () => 0,
            (_, partition) =>
            {
                var result = results[partition];
                result.Mixed.CopyTo(mixed.Span[starts[partition]..]);
                if (high is null) return;
                var highs = high.Span[starts[partition]..starts[partition + 1]];
                if (result.High.Length > 0) result.High.CopyTo(highs);
                else highs.Clear();
            },
            _cancellation);
        return new CustomerKeys(mixed, high, [.. _writers.Select(w => w.KeyTexts)]);
    }

    private void CountRows()
    {
        long total = 0;
        for (var partition = 0; partition < _partitions; partition++)
        {
            _rowStarts[partition] = (int)total;
            foreach (var writer in _writers) total += writer.CountOf(partition);
            if (total > Array.MaxLength) throw new OverflowException($"The input has more than {Array.MaxLength:N0} rows, the most that one history holds.");
        }

        _rowStarts[_partitions] = (int)total;
    }

    private void CheckSums()
    {
        var sum = UInt128.Zero;
        foreach (var writer in _writers) sum += writer.AbsoluteSum + ((UInt128)writer.Count << 31);
        if (sum <= long.MaxValue) return; // No narrow amount passes 2^31, so they need not be added up.
        sum = UInt128.Zero;
        foreach (var writer in _writers) sum += writer.AbsoluteSum + SumOfNarrow(writer);
        if (sum <= long.MaxValue) return;
        throw new OverflowException(
            "The amounts and discounts of all rows together pass 64 bits of minor units; check their column, or use a currency with fewer decimals.");
    }

    private UInt128 SumOfNarrow(PurchaseWriter writer)
    {
        NarrowRow[] rows = [];
        var sum = UInt128.Zero;
        foreach (IRowSource<NarrowRow> source in (IRowSource<NarrowRow>[])[writer.Narrow, writer.Numbers])
        {
            for (var partition = 0; partition < _partitions; partition++)
            {
                var count = source.CountOf(partition);
                if (rows.Length < count) rows = new NarrowRow[count];
                source.CopyTo(partition, rows);
                foreach (ref readonly var row in rows.AsSpan(0, count)) sum += (ulong)Math.Abs(row.Amount);
            }
        }

        return sum;
    }

    private DayRange ObservedDays()
    {
        var first = _writers.Count == 0 ? int.MaxValue : _writers.Min(w => w.FirstDayNumber);
        var last = _writers.Count == 0 ? int.MinValue : _writers.Max(w => w.LastDayNumber);
        if (first > last)
        {
            var only = _options.ObservedUntil ?? DateOnly.MinValue;
            return new DayRange(only, only);
        }

        var until = _options.ObservedUntil ?? DateOnly.FromDayNumber(last);
        if (until.DayNumber >= last) return new DayRange(DateOnly.FromDayNumber(first), until);
        throw new ArgumentException($"A row lies on {DateOnly.FromDayNumber(last):yyyy-MM-dd}, after the day until which the data is observed, {until:yyyy-MM-dd}.");
    }
}
