using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Compares every customer's state on two days. One per thread.</summary>
/// <param name="leave">When a purchase leaves the active period.</param>
/// <param name="from">The earlier day's index; negative before the first day.</param>
/// <param name="to">The later day's index.</param>
/// <param name="yearEnds">When a first purchase is one, two, ... years ago.</param>
/// <param name="countBounds">Where the bands of purchases begin.</param>
internal sealed class StateKernel(int[] leave, int from, int to, int[][] yearEnds, int[] countBounds) : IColumnWork
{
    public long New { get; private set; }

    public long Retained { get; private set; }

    public long Reactivated { get; private set; }

    public long Lapsed { get; private set; }

    /// <summary>By customer year on the earlier day: retained, and active then.</summary>
    public (long Retained, long Active)[] ByYear { get; } = new (long, long)[yearEnds.Length + 1];

    /// <summary>By band of purchases on the earlier day: retained, and active then.</summary>
    public (long Retained, long Active)[] ByCount { get; } = new (long, long)[countBounds.Length];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var (first, lastBefore, last, purchasesBefore) = (-1, -1, -1, 0);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day > to) break;
                if (TAmount.IsNegative(amounts[row])) continue;
                if (first < 0) first = day;
                last = day;
                if (day > from) continue;
                lastBefore = day;
                purchasesBefore++;
            }

            if (last >= 0) Compare(first, lastBefore, last, purchasesBefore);
        }
    }

    private static int BandOf(int purchases, int[] bounds)
    {
        var band = bounds.Length - 1;
        while (bounds[band] > purchases) band--;
        return band;
    }

    private void Compare(int first, int lastBefore, int last, int purchasesBefore)
    {
        var isActive = to < leave[last];
        if (lastBefore < 0)
        {
            if (isActive) New++;
            return;
        }

        var wasActive = from < leave[lastBefore];
        if (!wasActive)
        {
            if (isActive) Reactivated++;
            return;
        }

        var kept = isActive ? 1 : 0;
        Retained += kept;
        Lapsed += 1 - kept;
        var year = 0;
        while (year < yearEnds.Length && yearEnds[year][first] <= from) year++;
        Count(ref ByYear[year], kept);
        Count(ref ByCount[BandOf(purchasesBefore, countBounds)], kept);
    }

    private static void Count(ref (long Retained, long Active) cell, int kept) => cell = (cell.Retained + kept, cell.Active + 1);
}
