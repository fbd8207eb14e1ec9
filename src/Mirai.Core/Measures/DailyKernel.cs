using System.Numerics;
using System.Runtime.CompilerServices;
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
/// So all but the purchases at the ends of spells cost one look-up. Of the last 90 days only the ends are counted, without a branch: each
/// purchase day begins as many stretches as there are buyers on it, and ends where the next purchase or the window's end comes first.
/// </para>
/// </remarks>
internal sealed class DailyKernel(LeaveTables leaves) : IColumnWork
{
    /// <summary>Sums of rows by day; one more entry than days.</summary>
    public DayRows[] Rows { get; } = new DayRows[leaves.Count + 1];

    /// <summary>Ends of spells by day; one more entry than days.</summary>
    public DaySpells[] Spells { get; } = new DaySpells[leaves.Count + 1];

    /// <summary>How many customers' last 90 days begin anew or end, by day; one more entry than days.</summary>
    public int[] RecentEnds { get; } = new int[leaves.Count + 1];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var rows = Rows;
        var spells = Spells;
        var recentEnds = RecentEnds;
        var active = leaves.Active;
        var recent = leaves.Recent;
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var end = offsets[customer + 1];
            var last = -1;
            var first = -1;
            var spellStart = -1;
            for (var row = offsets[customer]; row < end; row++)
            {
                var day = int.CreateTruncating(days[row]);
                var amount = long.CreateTruncating(amounts[row]);
                ref var sums = ref rows[day];
                sums.Sales += amount;
                if (amount < 0)
                {
                    sums.Returns -= amount;
                    continue;
                }

                sums.Purchases++;
                if (day == last) continue;
                sums.Buyers++;
                if (last == first)
                {
                    if (last < 0)
                    {
                        spells[day].New++;
                        first = last = spellStart = day;
                        continue;
                    }

                    if (day - first <= 90) spells[first].BoughtTwice++;
                }

                recentEnds[Math.Min(recent[last], day)]++;
                if (day >= active[last]) spellStart = EndSpell(last, day, spellStart);
                last = day;
            }

            if (last >= 0) EndCustomer(last, spellStart);
        }
    }

    private int EndSpell(int last, int day, int spellStart)
    {
        var active = leaves.Active;
        var leave = active[last];
        Retain(active[spellStart], leave);
        if (day > leave)
        {
            Spells[leave].Lapsed++;
            Spells[day].Reactivated++;
        }

        Retain(day, Math.Min(active[day], active[leave]));
        return day;
    }

    private void EndCustomer(int last, int spellStart)
    {
        var leave = leaves.Active[last];
        Spells[leave].Lapsed++;
        RecentEnds[leaves.Recent[last]]++;
        Retain(leaves.Active[spellStart], leave);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Retain(int from, int until)
    {
        if (from >= until) return;
        Spells[from].RetainedChange++;
        Spells[until].RetainedChange--;
    }
}
