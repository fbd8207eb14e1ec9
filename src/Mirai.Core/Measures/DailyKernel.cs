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
/// So of a customer only the first day, the last day and the long gaps between count; the rest telescopes. Rows are taken in blocks, of which the
/// long gaps are written to a list without a branch and counted afterwards: a branch a row that the processor cannot foresee would cost more
/// than all the rest. Returns are rare enough to be foreseen.
/// </para>
/// </remarks>
internal sealed class DailyKernel(LeaveTables leaves) : IColumnWork
{
    private const int BlockRows = 8 * 1024;
    private const int RecentDays = 90;

    private readonly int _shortGap = Math.Min(RecentDays, leaves.ShortestActive - 1);
    private long[] _gaps = [];

    /// <summary>Sums of rows by day.</summary>
    public DayRows[] Rows { get; } = new DayRows[leaves.Count];

    /// <summary>What was returned, by day, in minor units.</summary>
    public long[] Returns { get; } = new long[leaves.Count];

    /// <summary>First and last purchases and silent times, by day.</summary>
    public DaySpells[] Spells { get; } = new DaySpells[leaves.Count];

    /// <summary>Gaps between spells, by day; one more entry than days.</summary>
    public DayGaps[] Gaps { get; } = new DayGaps[leaves.Count + 1];

    /// <summary>Adds what another thread counted.</summary>
    public void Add(DailyKernel other)
    {
        for (var day = 0; day < Rows.Length; day++)
        {
            Rows[day].Add(other.Rows[day]);
            Returns[day] += other.Returns[day];
            Spells[day].Add(other.Spells[day]);
        }

        for (var day = 0; day < Gaps.Length; day++) Gaps[day].Add(other.Gaps[day]);
    }

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
            if (_gaps.Length <= block[^1] - start) _gaps = new long[Math.Max(BlockRows, block[^1] - start) + 1];
            CountGaps(_gaps.AsSpan(0, Count(block, days, amounts)));
            customer = end;
        }
    }

    /// <summary>Adds rows to the sums of their days, counts customers, and lists the long gaps between their purchases.</summary>
    /// <returns>How many gaps.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count<TDay, TAmount>(ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        // Every day index of a history is within its axis, for which the arrays are made: their bounds need no check in the loop.
        ref var dayOf = ref MemoryMarshal.GetReference(days);
        ref var amountOf = ref MemoryMarshal.GetReference(amounts);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(Rows);
        ref var spells = ref MemoryMarshal.GetArrayDataReference(Spells);
        ref var gaps = ref MemoryMarshal.GetArrayDataReference(_gaps);
        var shortGap = _shortGap;
        var count = 0;
        for (var customer = 0; customer + 1 < offsets.Length; customer++)
        {
            var (row, end) = (offsets[customer], offsets[customer + 1]);
            for (; row < end && TAmount.IsNegative(amounts[row]); row++) AddReturn(int.CreateTruncating(days[row]), long.CreateTruncating(amounts[row]));
            if (row == end) continue;
            var listed = count;
            var first = int.CreateTruncating(Unsafe.Add(ref dayOf, row));
            var last = first;
            ref var firstSums = ref Unsafe.Add(ref sums, first);
            firstSums.Sales += long.CreateTruncating(Unsafe.Add(ref amountOf, row));
            firstSums.Purchases++;
            while (++row < end)
            {
                var day = int.CreateTruncating(Unsafe.Add(ref dayOf, row));
                var amount = long.CreateTruncating(Unsafe.Add(ref amountOf, row));
                if (amount < 0)
                {
                    AddReturn(day, amount);
                    continue;
                }

                ref var daySums = ref Unsafe.Add(ref sums, day);
                daySums.Sales += amount;
                daySums.Purchases++;
                if (day == last) daySums.Repeats++;
                Unsafe.Add(ref gaps, count) = ((long)last << 32) | (uint)day;
                count += day - last > shortGap ? 1 : 0;
                last = day;
            }

            AddSpells(ref spells, first, last, count > listed ? Unsafe.Add(ref gaps, listed) : 0);
        }

        return count;
    }

    /// <summary>Counts a customer on the first and the last purchase day.</summary>
    /// <param name="spells">By day.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="gap">The first long gap between purchases; 0 where there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSpells(ref DaySpells spells, int first, int last, long gap)
    {
        var cameLate = (int)(gap >> 32) == first & (int)gap - first > RecentDays; // The second purchase day, if there is one.
        ref var spell = ref Unsafe.Add(ref spells, first);
        spell.Firsts++;
        spell.BoughtTwice += last != first & !cameLate ? 1 : 0;
        Unsafe.Add(ref spells, last).Lasts++;
    }

    private void AddReturn(int day, long amount)
    {
        Rows[day].Sales += amount;
        Returns[day] -= amount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountGaps(Span<long> gaps)
    {
        ref var spells = ref MemoryMarshal.GetArrayDataReference(Spells);
        ref var active = ref MemoryMarshal.GetArrayDataReference(leaves.Active);
        var ends = 0;
        foreach (var gap in gaps)
        {
            var last = (int)(gap >> 32);
            var day = (int)gap;
            if (day - last > RecentDays)
            {
                Unsafe.Add(ref spells, last).SilentSince++;
                Unsafe.Add(ref spells, day).SilentUntil++;
            }

            gaps[ends] = gap;
            ends += day >= Unsafe.Add(ref active, last) ? 1 : 0;
        }

        foreach (var gap in gaps[..ends]) EndSpell((int)(gap >> 32), (int)gap);
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
