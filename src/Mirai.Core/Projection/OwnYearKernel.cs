using System.Numerics;
using Mirai.History;

namespace Mirai.Projection;

/// <summary>Follows every customer through his own years, once. One per thread.</summary>
/// <param name="bounds">Where own years begin.</param>
/// <param name="weights">How often each customer counts, as in a bootstrap; <see langword="null"/> for once each.</param>
internal sealed class OwnYearKernel(OwnYearBounds bounds, int[]? weights) : IColumnWork
{
    /// <summary>What was counted.</summary>
    public OwnYearCounts Counts { get; } = new(bounds.Years);

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var weight = weights is null ? 1 : weights[customer];
            if (weight == 0) continue;
            var end = offsets[customer + 1];
            var row = offsets[customer];
            while (row < end && TAmount.IsNegative(amounts[row])) row++;
            if (row == end) continue;
            var first = int.CreateTruncating(days[row]);
            if (first > bounds.AsOf || first < bounds.FirstFrom) continue;
            while (row > offsets[customer] && int.CreateTruncating(days[row - 1]) == first) row--;
            Follow(first, weight, days[row..end], amounts[row..end]);
        }
    }

    private void Follow<TDay, TAmount>(int first, int weight, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var row = 0;
        var silentYears = 0;
        for (var year = 1; year <= bounds.Years; year++)
        {
            var start = bounds.StartsAfter(year - 1)[first];
            if (start > bounds.AsOf) return;
            var next = bounds.StartsAfter(year)[first];
            var isWhole = next <= bounds.AsOf + 1;
            var isPooled = isWhole && next - 1 > bounds.WholeAfter;
            var stop = isWhole ? next : bounds.AsOf + 1;
            var (bought, sales) = (-1, 0L);
            for (; row < days.Length && int.CreateTruncating(days[row]) < stop; row++)
            {
                var day = int.CreateTruncating(days[row]) - start;
                var amount = long.CreateTruncating(amounts[row]);
                if (bought < 0 && amount >= 0) bought = day;
                sales += amount; // Cannot wrap: a history's absolute amounts add up to 64 bits.
                if (isPooled) checked { Counts.DaySales[OwnYearCounts.RowOf(year) + day] += amount * weight; }
            }

            sales = checked(sales * weight);
            if (isPooled) CountWhole(year, silentYears, bought, sales, weight);
            else if (!isWhole) CountOpen(year, silentYears, stop - start, bought >= 0, sales, weight);
            silentYears = bought >= 0 ? 0 : silentYears + 1;
        }
    }

    private void CountWhole(int year, int silentYears, int bought, long sales, int weight)
    {
        var buyers = bought >= 0 ? weight : 0;
        var isStayer = silentYears == 0 && year > 1;
        Counts.Whole[year].Add(new WholeYear(buyers, sales, isStayer ? weight : 0, isStayer ? buyers : 0));
        if (silentYears > 0) Counts.Lapsed[silentYears].Add(new LapsedTrial(weight, buyers, bought >= 0 ? sales : 0));
        if (bought < 0) return;
        Counts.FirstBuyers[OwnYearCounts.RowOf(year) + bought] += weight;
        if (isStayer) Counts.FirstStayers[OwnYearCounts.RowOf(year) + bought] += weight;
    }

    private void CountOpen(int year, int silentYears, int elapsed, bool hasBought, long sales, int weight)
    {
        var buyers = hasBought ? weight : 0;
        var isStayer = silentYears == 0 && year > 1;
        Counts.Open[OwnYearCounts.RowOf(year) + elapsed].Add(new OpenYear(buyers, sales, isStayer ? weight : 0, isStayer ? buyers : 0));
        if (silentYears > 0) Counts.OpenLapsed[OwnYearCounts.RowOf(silentYears) + elapsed].Add(new OpenTrial(weight, buyers));
    }
}
