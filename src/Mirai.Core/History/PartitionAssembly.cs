using System.Numerics;

namespace Mirai.History;

/// <summary>The customers of one partition in canonical order, and where the purchases of each begin within the partition.</summary>
/// <param name="Mixed">First key words.</param>
/// <param name="High">Second key words; empty where all are 0.</param>
/// <param name="Counts">Purchases of each customer.</param>
/// <param name="Purchases">Purchases of the partition: fewer than rows where lines of orders were merged.</param>
internal readonly record struct PartitionResult(ulong[] Mixed, ulong[] High, int[] Counts, int Purchases);

/// <summary>Sorts partitions into the columns of the history. One per thread.</summary>
internal sealed class PartitionAssembly<TDay, TAmount>(
    AssemblyTarget<TDay, TAmount> target, IReadOnlyList<PurchaseWriter> writers, bool isScattered)
    where TDay : unmanaged, IBinaryInteger<TDay>
    where TAmount : unmanaged, IBinaryInteger<TAmount>
{
    private readonly PartitionRows<NarrowRow> _narrow = new();
    private readonly PartitionRows<PlainRow> _plain = new();
    private readonly PartitionRows<WideRow> _wide = new();
    private readonly LineMerge<TDay, TAmount> _merge = new(target);
    private TDay[] _mergedDays = [];
    private TAmount[] _mergedAmounts = [];

    /// <summary>Sorts one partition's rows into the columns from <paramref name="start"/> on.</summary>
    public PartitionResult Run(int partition, int start, int end)
    {
        if (start == end) return new PartitionResult([], [], [], 0);
        if (target.HasExtras) return RunWide(partition, start, end - start);
        return writers.Any(w => w.Plain.CountOf(partition) > 0) ? RunPlain(partition, start, end - start) : RunNarrow(partition, start, end - start);
    }

    private void SortByDay(ReadOnlySpan<int> counts, Span<TDay> days, Span<TAmount> amounts)
    {
        var start = 0;
        foreach (var count in counts)
        {
            SortRun(days.Slice(start, count), amounts.Slice(start, count));
            start += count;
        }
    }

    /// <summary>Sorts one customer's rows. Two threads that read one file in order leave two ascending halves: these are merged.</summary>
    private void SortRun(Span<TDay> days, Span<TAmount> amounts)
    {
        var half = EndOfAscent(days, 0);
        if (half == days.Length) return;
        if (days.Length <= 12) InsertionSort(days, amounts);
        else if (EndOfAscent(days, half) == days.Length) Merge(days, amounts, half);
        else days.Sort(amounts);
    }

    private static int EndOfAscent(ReadOnlySpan<TDay> days, int start)
    {
        var end = start + 1;
        while (end < days.Length && days[end - 1] <= days[end]) end++;
        return end;
    }

    private void Merge(Span<TDay> days, Span<TAmount> amounts, int half)
    {
        if (_mergedDays.Length < half) (_mergedDays, _mergedAmounts) = (new TDay[half * 2], new TAmount[half * 2]);
        days[..half].CopyTo(_mergedDays);
        amounts[..half].CopyTo(_mergedAmounts);
        var (first, second, to) = (0, half, 0);
        while (first < half)
        {
            if (second < days.Length && days[second] < _mergedDays[first])
            {
                (days[to], amounts[to]) = (days[second], amounts[second]);
                second++;
            }
            else
            {
                (days[to], amounts[to]) = (_mergedDays[first], _mergedAmounts[first]);
                first++;
            }

            to++;
        }
    }

    private static void InsertionSort(Span<TDay> days, Span<TAmount> amounts)
    {
        for (var i = 1; i < days.Length; i++)
        {
            var (day, amount) = (days[i], amounts[i]);
            var to = i;
            while (to > 0 && days[to - 1] > day)
            {
                days[to] = days[to - 1];
                amounts[to] = amounts[to - 1];
                to--;
            }

            (days[to], amounts[to]) = (day, amount);
        }
    }

    private PartitionResult RunNarrow(int partition, int start, int count)
    {
        _narrow.Clear(count);
        foreach (var writer in writers) _narrow.Add(writer.Narrow, partition); // What came first is in there.
        foreach (var writer in writers) _narrow.Add(writer.Numbers, partition);
        return Sort(_narrow, start);
    }

    private PartitionResult RunPlain(int partition, int start, int count)
    {
        _plain.Clear(count);
        foreach (var writer in writers)
        {
            _plain.Add(writer.Plain, partition);
            _narrow.Clear(writer.Narrow.CountOf(partition) + writer.Numbers.CountOf(partition));
            _narrow.Add(writer.Narrow, partition);
            _narrow.Add(writer.Numbers, partition);
            _plain.Add(_narrow.Rows, PlainRow.From);
        }

        return Sort(_plain, start);
    }

    private PartitionResult Sort<TRow>(PartitionRows<TRow> rows, int start)
        where TRow : unmanaged, IStoredRow
    {
        var (mixed, high, counts) = rows.Group(isScattered);
        var days = target.Days.Span.Slice(start, rows.Count);
        var amounts = target.Amounts.Span.Slice(start, rows.Count);
        if (!rows.Place(target.FirstDayNumber, days, amounts, [])) SortByDay(counts, days, amounts);
        return new PartitionResult(mixed, high, counts, rows.Count);
    }

    private PartitionResult RunWide(int partition, int start, int count)
    {
        _wide.Clear(count);
        foreach (var writer in writers) _wide.Add(writer.Wide, partition);
        var (mixed, high, counts) = _wide.Group(isScattered);
        var extras = _merge.ExtrasOf(count);
        _wide.Place(target.FirstDayNumber, target.Days.Span.Slice(start, count), target.Amounts.Span.Slice(start, count), extras);
        return new PartitionResult(mixed, high, counts, _merge.Run(start, counts));
    }
}
