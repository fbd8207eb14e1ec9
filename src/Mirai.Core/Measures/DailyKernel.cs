using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>The one pass from which the daily figures of all customers come: one per thread.</summary>
/// <remarks>
/// <para>
/// A customer's purchases fall into spells: runs in which each purchase comes before the one before it leaves the active period. A spell from
/// purchase day <c>p</c> to <c>q</c> begins on <c>p</c> (new or reactivated) and ends on <c>leave(q)</c> (lapsed). Shifted by one active period
/// it covers <c>[leave(p), leave(q))</c>: on these days the customer was active a period before and is active still (retained). Two spells
/// with a gap shorter than two periods add the days <c>[d, min(leave(d), leave(leave(q))))</c>, <c>d</c> being the day of the return.
/// </para>
/// <para>
/// So of a customer only the first day, the last day and the long gaps between count; the rest telescopes. Rows are taken in blocks that stay in
/// the cache: their sums first, in a loop without branches, then the gaps, of which the long ones are written to a list without a branch and
/// counted afterwards. A branch a row that the processor cannot foresee would cost more than all the rest.
/// </para>
/// </remarks>
internal sealed class DailyKernel(LeaveTables leaves) : IColumnWork
{
    private const int BlockRows = 8 * 1024;
    private const int RecentDays = 90;

    private readonly int _shortGap = Math.Min(RecentDays, leaves.ShortestActive - 1);
    private long[] _gaps = [];
    private int[] _purchaseDays = [];
    private int[] _purchaseOffsets = [];

    /// <summary>Sums of rows by day.</summary>
    public DayRows[] Rows { get; } = new DayRows[leaves.Count];

    /// <summary>What was returned, by day, in minor units.</summary>
    public long[] Returns { get; } = new long[leaves.Count];

    /// <summary>First and last purchases and silent times, by day.</summary>
    public DaySpells[] Spells { get; } = new DaySpells[leaves.Count];

    /// <summary>Gaps between spells, by day; one more entry than days.</summary>
    public DayGaps[] Gaps { get; } = new DayGaps[leaves.Count + 1];

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer;)
        {
            var start = offsets[customer];
            var after = offsets[customer..(endCustomer + 1)].BinarySearch(start + BlockRows);
            var end = customer + Math.Max(1, after < 0 ? ~after - 1 : after);
            var block = offsets[customer..(end + 1)];
            var hasReturns = AddRows(days[start..block[^1]], amounts[start..block[^1]]);
            if (_gaps.Length <= block[^1] - start) _gaps = new long[Math.Max(BlockRows, block[^1] - start) + 1];
            if (hasReturns) CountPurchases(block, days, amounts);
            else Count(block, days);
            customer = end;
        }
    }

    /// <summary>Adds rows to the sums of their days.</summary>
    /// <returns>Whether there are returns among them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AddRows<TDay, TAmount>(ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        // Every day index of a history is within its axis, for which the arrays are made: their bounds need no check in the loops.
        ref var rows = ref MemoryMarshal.GetArrayDataReference(Rows);
        var signs = 0L;
        for (var row = 0; row < days.Length; row++)
        {
            var amount = long.CreateTruncating(amounts[row]);
            ref var sums = ref Unsafe.Add(ref rows, int.CreateTruncating(days[row]));
            sums.Sales += amount;
            sums.Purchases++;
            signs |= amount;
        }

        if (signs >= 0) return false;
        for (var row = 0; row < days.Length; row++)
        {
            if (!TAmount.IsNegative(amounts[row])) continue;
            var day = int.CreateTruncating(days[row]);
            Rows[day].Purchases--;
            Returns[day] -= long.CreateTruncating(amounts[row]);
        }

        return true;
    }

    /// <summary>Counts a block's customers by their purchases alone.</summary>
    private void CountPurchases<TDay, TAmount>(ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        if (_purchaseDays.Length < _gaps.Length) _purchaseDays = new int[_gaps.Length];
        if (_purchaseOffsets.Length < offsets.Length) _purchaseOffsets = new int[offsets.Length * 2];
        var purchases = 0;
        var customers = 0;
        for (var customer = 0; customer + 1 < offsets.Length; customer++)
        {
            _purchaseOffsets[customers] = purchases;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                _purchaseDays[purchases] = int.CreateTruncating(days[row]);
                purchases += TAmount.IsNegative(amounts[row]) ? 0 : 1;
            }

            if (purchases > _purchaseOffsets[customers]) customers++;
        }

        _purchaseOffsets[customers] = purchases;
        Count<int>(_purchaseOffsets.AsSpan(0, customers + 1), _purchaseDays);
    }

    /// <summary>Counts customers, each of whom has a purchase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count<TDay>(ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days)
        where TDay : unmanaged, IBinaryInteger<TDay>
    {
        ref var dayOf = ref MemoryMarshal.GetReference(days);
        ref var gaps = ref MemoryMarshal.GetArrayDataReference(_gaps);
        ref var spells = ref MemoryMarshal.GetArrayDataReference(Spells);
        var shortGap = _shortGap;
        var count = 0;
        for (var customer = 0; customer + 1 < offsets.Length; customer++)
        {
            var row = offsets[customer];
            var end = offsets[customer + 1];
            var first = int.CreateTruncating(Unsafe.Add(ref dayOf, row));
            var last = first;
            while (++row < end && (last = int.CreateTruncating(Unsafe.Add(ref dayOf, row))) == first) Rows[first].Repeats++;
            ref var spell = ref Unsafe.Add(ref spells, first);
            spell.Firsts++;
            spell.BoughtTwice += last != first & last - first <= RecentDays ? 1 : 0;
            Unsafe.Add(ref gaps, count) = ((long)first << 32) | (uint)last;
            count += last - first > shortGap ? 1 : 0;
            while (++row < end)
            {
                var day = int.CreateTruncating(Unsafe.Add(ref dayOf, row));
                if (day == last) Rows[day].Repeats++;
                Unsafe.Add(ref gaps, count) = ((long)last << 32) | (uint)day;
                count += day - last > shortGap ? 1 : 0;
                last = day;
            }

            Unsafe.Add(ref spells, last).Lasts++;
        }

        CountGaps(_gaps.AsSpan(0, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountGaps(ReadOnlySpan<long> gaps)
    {
        ref var spells = ref MemoryMarshal.GetArrayDataReference(Spells);
        ref var active = ref MemoryMarshal.GetArrayDataReference(leaves.Active);
        foreach (var gap in gaps)
        {
            var last = (int)(gap >> 32);
            var day = (int)gap;
            if (day - last > RecentDays)
            {
                Unsafe.Add(ref spells, last).SilentSince++;
                Unsafe.Add(ref spells, day).SilentUntil++;
            }

            if (day >= Unsafe.Add(ref active, last)) EndSpell(last, day);
        }
    }

    private void EndSpell(int last, int day)
    {
        var active = leaves.Active;
        var leave = active[last];
        Gaps[leave].RetainedChange--;
        Gaps[active[day]].RetainedChange++;
        if (day > leave)
        {
            Gaps[leave].Lapsed++;
            Gaps[day].Reactivated++;
        }

        var until = Math.Min(active[day], active[leave]);
        if (day >= until) return;
        Gaps[day].RetainedChange++;
        Gaps[until].RetainedChange--;
    }
}
