using System.Numerics;

namespace Mirai.History;

/// <summary>Sorts each customer's rows by day and order, and makes the lines of one order on one day one purchase.</summary>
internal sealed class LineMerge<TDay, TAmount>(AssemblyTarget<TDay, TAmount> target)
    where TDay : unmanaged, IBinaryInteger<TDay>
    where TAmount : unmanaged, IBinaryInteger<TAmount>
{
    private long[] _extras = [];
    private Line[] _lines = [];

    /// <summary>Room for the extras of so many rows.</summary>
    public Span<long> ExtrasOf(int rows)
    {
        if (_extras.Length < rows) _extras = new long[rows];
        return _extras.AsSpan(0, rows);
    }

    /// <summary>Merges the rows from <paramref name="start"/> on; <paramref name="counts"/> become purchases instead of rows.</summary>
    /// <returns>How many purchases there are; they lie from <paramref name="start"/> on.</returns>
    public int Run(int start, Span<int> counts)
    {
        var line = start;
        var purchase = start;
        foreach (ref var count in counts)
        {
            if (_lines.Length < count) _lines = new Line[count * 2];
            var lines = _lines.AsSpan(0, count);
            Read(lines, line, line - start);
            var first = purchase;
            purchase = Write(lines, line, purchase);
            line += count;
            count = purchase - first;
        }

        return purchase - start;
    }

    private void Read(Span<Line> lines, int place, int extra)
    {
        var sorted = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var reference = _extras[extra + i];
            lines[i] = new Line(
                int.CreateTruncating(target.Days.Span[place + i]), target.OrderOf(reference), long.CreateTruncating(target.Amounts.Span[place + i]), reference);
            if (i > 0 && lines[i - 1].CompareTo(lines[i]) > 0) sorted = false;
        }

        if (!sorted) lines.Sort();
    }

    private int Write(ReadOnlySpan<Line> lines, int place, int purchase)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            var discount = target.DiscountOf(line.Extra);
            for (var d = 0; d < target.DimensionCodes.Length; d++) target.DimensionCodes[d].Span[place + i] = target.DimensionCodeOf(line.Extra, d);
            if (target.KeepsLines)
            {
                target.LineAmounts!.Span[place + i] = line.Amount;
                if (target.LineDiscounts is { } discounts) discounts.Span[place + i] = discount;
            }

            if (i > 0 && target.HasOrders && line.IsSamePurchase(lines[i - 1]))
            {
                target.Amounts.Span[purchase - 1] += TAmount.CreateTruncating(line.Amount);
                if (target.Discounts is { } sums) sums.Span[purchase - 1] += discount;
                continue;
            }

            target.Days.Span[purchase] = TDay.CreateTruncating(line.Day);
            target.Amounts.Span[purchase] = TAmount.CreateTruncating(line.Amount);
            if (target.Discounts is { } column) column.Span[purchase] = discount;
            if (target.KeepsLines) target.LineStarts!.Span[purchase] = place + i;
            purchase++;
        }

        return purchase;
    }

    private readonly record struct Line(int Day, CustomerCode Order, long Amount, long Extra) : IComparable<Line>
    {
        public int CompareTo(Line other) => Day != other.Day ? Day.CompareTo(other.Day) : CustomerKeys.Compare(Order, other.Order);

        public bool IsSamePurchase(Line other) => Day == other.Day && Order == other.Order && Order != default;
    }
}
