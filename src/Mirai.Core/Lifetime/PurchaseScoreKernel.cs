using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>Scores every customer on a day in one pass over the purchases. One per thread; each writes its own customers' places.</summary>
internal sealed class PurchaseScoreKernel(int lastDay, PurchaseScorer scorer, GammaGammaModel? spendModel, double minorPerUnit, PurchaseScores scores)
    : IColumnWork
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var (first, last, purchaseDays) = (-1, -1, 0);
            long spend = 0;
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day > lastDay) break;
                if (TAmount.IsNegative(amounts[row])) continue;
                if (purchaseDays == 0) first = day;
                if (day != last) purchaseDays++;
                last = day;
                if (day != first) spend = checked(spend + long.CreateTruncating(amounts[row]));
            }

            if (purchaseDays == 0) WriteUnknown(customer);
            else Write(customer, purchaseDays - 1, last - first, lastDay - first, spend);
        }
    }

    private void Write(int customer, int frequency, int recencyDays, int ageDays, long spend)
    {
        var alive = scorer.ProbabilityAlive(frequency, recencyDays, ageDays);
        scores.Frequency[customer] = frequency;
        scores.RecencyDays[customer] = recencyDays;
        scores.AgeDays[customer] = ageDays;
        scores.ProbabilityAlive[customer] = alive;
        scores.ExpectedPurchases[customer] = alive * scorer.ExpectedWhileAlive(frequency, ageDays);
        if (spendModel is null) return;
        // Repeat purchases that were all free tell nothing of spend: the customer counts as one of whom nothing is known.
        var perPurchase = spendModel.SpendOf(spend > 0 ? frequency : 0, spend / minorPerUnit);
        scores.ExpectedSpend[customer] = perPurchase;
        scores.DiscountedValue[customer] = alive * scorer.DiscountedWhileAlive(frequency, ageDays) * perPurchase;
    }

    private void WriteUnknown(int customer)
    {
        scores.Frequency[customer] = -1;
        scores.ProbabilityAlive[customer] = double.NaN;
        scores.ExpectedPurchases[customer] = double.NaN;
        if (spendModel is null) return;
        scores.ExpectedSpend[customer] = double.NaN;
        scores.DiscountedValue[customer] = double.NaN;
    }
}
