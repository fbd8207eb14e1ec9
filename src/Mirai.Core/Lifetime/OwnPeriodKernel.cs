using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>Counts how many own periods in a row each customer bought in, from the first purchase day on. One per thread.</summary>
internal sealed class OwnPeriodKernel : IColumnWork
{
    private readonly int _lastDay;
    private readonly int[][] _ends;
    private readonly long[] _lost;
    private readonly long[] _remaining;

    private OwnPeriodKernel(int lastDay, int[][] ends, int periods)
    {
        (_lastDay, _ends) = (lastDay, ends);
        _lost = new long[periods];
        _remaining = new long[periods];
    }

    /// <summary>The retention counts of a history up to the end of a day.</summary>
    public static RetentionCounts Counts(PurchaseHistory history, Period period, int lastDay, int maxThreads, CancellationToken cancellationToken)
    {
        var ends = Ends(history.Days, period, lastDay);
        var periods = Math.Max(2, ends[0].Length);
        var workers = ColumnWork.Run(history, maxThreads, () => new OwnPeriodKernel(lastDay, ends, periods), cancellationToken);
        var lost = Enumerable.Range(0, periods).Select(i => (double)workers.Sum(w => w._lost[i])).ToArray();
        var remaining = Enumerable.Range(0, periods).Select(i => (double)workers.Sum(w => w._remaining[i])).ToArray();
        return new RetentionCounts(lost, remaining);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            int[]? ends = null;
            var lived = 0;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day > _lastDay) break;
                if (TAmount.IsNegative(amounts[row])) continue;
                ends ??= _ends[day];
                // The first period is lived by buying at all; a later one by a purchase before its end and not before its beginning.
                if (lived + 1 >= ends.Length || day < ends[lived]) continue;
                if (day >= ends[lived + 1]) break;
                lived++;
            }

            if (ends is null || ends.Length < 2) continue;
            if (lived + 1 < ends.Length) _lost[lived + 1]++;
            else _remaining[lived]++;
        }
    }

    /// <summary>For each first purchase day, the days after the ends of the own periods that are over by the last day.</summary>
    private static int[][] Ends(DayRange days, Period period, int lastDay)
    {
        const int MostPeriods = 2_400;
        var ends = new int[lastDay + 1][];
        var own = new List<int>();
        for (var first = 0; first <= lastDay; first++)
        {
            own.Clear();
            for (var count = 1; ; count++)
            {
                var end = days.IndexOf(period.Times(count).After(days[first]));
                if (end > lastDay + 1) break;
                own.Add(end);
                if (count > MostPeriods) throw new ArgumentException($"The history holds more than {MostPeriods} periods of {period}; expected a longer period.", nameof(period));
            }

            ends[first] = [.. own];
        }

        return ends;
    }
}
