using Mirai.Model;

namespace Mirai.Measures;

/// <summary>Explains changes of sales.</summary>
internal static class SalesExplanations
{
    /// <summary>The parts of the change as a whole.</summary>
    public static SalesExplanation Of(in SalesTotals before, in SalesTotals after, CustomerFlow flow, Currency currency)
    {
        var (customers, frequency, orderValue) = LogMeanSplit.Split(before, after);
        var parts = LogMeanSplit.Round([customers, frequency, orderValue], after.Gross - before.Gross);
        var weight = LogMeanSplit.WeightOfCustomer(before, after);
        var heads = LogMeanSplit.Round([weight * flow.New, weight * flow.Reactivated, -weight * flow.Lapsed], parts[0]);
        return new SalesExplanation(
            flow.From, flow.To, currency.ToAmount(before.Sales), currency.ToAmount(after.Sales),
            currency.ToAmount(parts[0]), currency.ToAmount(parts[1]), currency.ToAmount(parts[2]), currency.ToAmount(before.Returns - after.Returns),
            currency.ToAmount(heads[0]), currency.ToAmount(heads[1]), currency.ToAmount(heads[2]), flow);
    }

    /// <summary>The parts by segment: gross sales of a value = all customers x the value's share of them x its frequency x its order value.</summary>
    public static SegmentedSalesExplanation Of(
        DateOnly from, DateOnly to, string segmentId, IReadOnlyList<string> values,
        IReadOnlyList<SalesTotals> before, IReadOnlyList<SalesTotals> after, long activeBefore, long activeAfter, Currency currency)
    {
        var growth = activeBefore == 0 || activeAfter == 0 ? 0 : Math.Log((double)activeAfter / activeBefore);
        var raw = new double[(values.Count * 3) + 1];
        long change = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var (heads, frequency, orderValue) = LogMeanSplit.Split(before[i], after[i]);
            var customers = activeBefore == 0 || activeAfter == 0 ? heads : LogMeanSplit.LogMean(after[i].Gross, before[i].Gross) * growth;
            (raw[i * 3], raw[(i * 3) + 1], raw[(i * 3) + 2]) = (customers, frequency, orderValue);
            raw[^1] += heads - customers;
            change += after[i].Gross - before[i].Gross;
        }

        var rounded = LogMeanSplit.Round(raw, change);
        var parts = new List<SegmentSalesPart>();
        for (var i = 0; i < values.Count; i++)
        {
            if (before[i] == default && after[i] == default) continue;
            parts.Add(new SegmentSalesPart(
                values[i], currency.ToAmount(rounded[i * 3]), currency.ToAmount(rounded[(i * 3) + 1]), currency.ToAmount(rounded[(i * 3) + 2]),
                currency.ToAmount(before[i].Returns - after[i].Returns)));
        }

        return new SegmentedSalesExplanation(
            from, to, segmentId, currency.ToAmount(before.Sum(b => b.Sales)), currency.ToAmount(after.Sum(a => a.Sales)),
            currency.ToAmount(rounded[^1]), parts);
    }
}
