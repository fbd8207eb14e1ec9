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
    private readonly PartitionGroup<NarrowRow> _narrowGroup = new();
    private readonly PartitionGroup<WideRow> _wideGroup = new();
    private readonly LineMerge<TDay, TAmount> _merge = new(target);
    private NarrowRow[] _narrowRows = [];
    private NarrowRow[] _earlierRows = [];
    private WideRow[] _wideRows = [];
    private TDay[] _mergedDays = [];
    private TAmount[] _mergedAmounts = [];

    /// <summary>Sorts one partition's rows into the columns from <paramref name="start"/> on.</summary>
    public PartitionResult Run(int partition, int start, int end)
    {
        if (start == end) return new PartitionResult([], [], [], 0);
        var hasWide = writers.Any(w => w.Wide.CountOf(partition) > 0);
        return hasWide ? RunWide(partition, start, end - start) : RunNarrow(partition, start, end - start);
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
        if (_narrowRows.Length < count) _narrowRows = GC.AllocateUninitializedArray<NarrowRow>(count + (count / 4));
        var copied = 0;
        foreach (var writer in writers)
        {
            var of = writer.Narrow.CopyTo(partition, _narrowRows.AsSpan(copied));
            Interleave(copied, of);
            copied += of;
        }

        var rows = _narrowRows.AsSpan(0, count);
        var (mixed, high, counts) = _narrowGroup.Group(rows, isScattered ? RowStore<NarrowRow>.PartitionBits : 0);
        var days = target.Days.Span.Slice(start, count);
        var amounts = target.Amounts.Span.Slice(start, count);
        if (!_narrowGroup.Place(rows, target.FirstDayNumber, days, amounts, [])) SortByDay(counts, days, amounts);
        return new PartitionResult(mixed, high, counts, count);
    }

    /// <summary>Merges rows with those before them by day: threads that read one file in turn have each seen every stretch of days.</summary>
    private void Interleave(int before, int count)
    {
        if (before == 0 || count == 0 || _narrowRows[before].DayNumber >= _narrowRows[before - 1].DayNumber) return;
        if (_earlierRows.Length < before) _earlierRows = GC.AllocateUninitializedArray<NarrowRow>(_narrowRows.Length);
        _narrowRows.AsSpan(0, before).CopyTo(_earlierRows);
        var (first, second, to) = (0, before, 0);
        var end = before + count;
        while (first < before && second < end)
        {
            var day = _earlierRows[first].DayNumber;
            while (second < end && _narrowRows[second].DayNumber < day) _narrowRows[to++] = _narrowRows[second++];
            if (second == end) break;
            day = _narrowRows[second].DayNumber;
            while (first < before && _earlierRows[first].DayNumber <= day) _narrowRows[to++] = _earlierRows[first++];
        }

        _earlierRows.AsSpan(first, before - first).CopyTo(_narrowRows.AsSpan(to));
    }

    private PartitionResult RunWide(int partition, int start, int count)
    {
        if (_wideRows.Length < count) _wideRows = GC.AllocateUninitializedArray<WideRow>(count + (count / 4));
        var copied = 0;
        for (var writer = 0; writer < writers.Count; writer++) copied += CopyWide(writer, partition, copied);
        var rows = _wideRows.AsSpan(0, count);
        var (mixed, high, counts) = _wideGroup.Group(rows, isScattered ? RowStore<WideRow>.PartitionBits : 0);
        var days = target.Days.Span.Slice(start, count);
        var amounts = target.Amounts.Span.Slice(start, count);
        if (!target.HasExtras)
        {
            if (!_wideGroup.Place(rows, target.FirstDayNumber, days, amounts, [])) SortByDay(counts, days, amounts);
            return new PartitionResult(mixed, high, counts, count);
        }

        var extras = _merge.ExtrasOf(count);
        _wideGroup.Place(rows, target.FirstDayNumber, days, amounts, extras);
        var purchases = _merge.Run(start, counts);
        return new PartitionResult(mixed, high, counts, purchases);
    }

    private int CopyWide(int writer, int partition, int to)
    {
        var narrow = writers[writer].Narrow.CountOf(partition);
        if (narrow > 0)
        {
            if (_narrowRows.Length < narrow) _narrowRows = GC.AllocateUninitializedArray<NarrowRow>(narrow);
            writers[writer].Narrow.CopyTo(partition, _narrowRows);
            for (var i = 0; i < narrow; i++) _wideRows[to + i] = WideRow.From(_narrowRows[i]);
        }

        var wide = _wideRows.AsSpan(to + narrow);
        var copied = writers[writer].Wide.CopyTo(partition, wide);
        if (target.HasExtras)
        {
            for (var i = 0; i < copied; i++) wide[i] = wide[i].WithWriter(writer);
        }

        return narrow + copied;
    }
}
