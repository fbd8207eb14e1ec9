using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts the customers who are silent for suspiciously long: at risk, expiring, overdue. One per thread.</summary>
internal sealed class SilenceKernel(LeaveTables leaves) : IColumnWork
{
    /// <summary>Differences by day; one more entry than days.</summary>
    public DaySilence[] Days { get; } = new DaySilence[leaves.Count + 1];

    /// <summary>Adds what another thread counted.</summary>
    public void Add(SilenceKernel other)
    {
        for (var day = 0; day < Days.Length; day++) Days[day].Add(other.Days[day]);
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
            var rhythm = default(Rhythm);
            var last = -1;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (TAmount.IsNegative(amounts[row]) || day == last) continue;
                if (last >= 0)
                {
                    Count(last, day, rhythm);
                    rhythm.Add(day - last);
                }

                last = day;
            }

            if (last >= 0) Count(last, leaves.Count, rhythm);
        }
    }

    private void Count(int last, int next, Rhythm rhythm)
    {
        var until = Math.Min(next, leaves.Active[last]);
        var atRisk = last + leaves.AtRiskDays;
        if (atRisk < until)
        {
            Days[atRisk].AtRiskChange++;
            Days[until].AtRiskChange--;
        }

        var expiring = leaves.Expiring[last];
        if (expiring < until)
        {
            Days[expiring].ExpiringChange++;
            Days[until].ExpiringChange--;
        }

        if (!rhythm.IsKnown || rhythm.IsWithinMean(until - 1 - last)) return;
        var overdue = last + rhythm.OverdueDays();
        if (overdue >= until) return;
        Days[overdue].OverdueChange++;
        Days[until].OverdueChange--;
    }
}
