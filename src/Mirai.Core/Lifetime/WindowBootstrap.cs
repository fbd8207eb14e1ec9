using Mirai.History;
using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>Draws customers, and draws from those again to see how far the figures could be off.</summary>
internal sealed class WindowBootstrap(Currency currency, WindowChurnOptions options, WindowSampling sampling, int maxThreads)
{
    private const int DrawPurpose = 0;
    private const int RepetitionPurpose = 1;

    /// <summary>Draws so many customers without replacement, in the order in which they were drawn.</summary>
    public WindowSums[] Draw(IReadOnlyList<WindowSums> customers, int count)
    {
        var left = new int[customers.Count];
        for (var i = 0; i < left.Length; i++) left[i] = i;
        var random = new SeededRandom(sampling.Seed, 0, DrawPurpose);
        var drawn = new WindowSums[count];
        for (var i = 0; i < count; i++)
        {
            var place = i + random.Below(left.Length - i);
            (left[i], left[place]) = (left[place], left[i]);
            drawn[i] = customers[left[i]];
        }

        return drawn;
    }

    /// <summary>The figures of a sample, with their intervals.</summary>
    public WindowSample Run(WindowSums[] sample, long baseCustomers, WindowSelection? selection, CancellationToken cancellationToken)
    {
        var churn = WindowFormula.Of(TotalsOf(sample, Everybody(sample.Length)), options) with { Selection = selection };
        if (sample.Length == 0) return new WindowSample(churn, baseCustomers, sampling);
        var repeated = new WindowChurn[sampling.Repetitions];
        WorkSplit.Run(
            repeated.Length,
            maxThreads,
            () => new int[sample.Length],
            (times, repetition) => repeated[repetition] = WindowFormula.Of(TotalsOf(sample, Redraw(times, repetition)), options),
            cancellationToken);
        return new WindowSample(churn, baseCustomers, sampling)
        {
            LostRate = Interval(churn, repeated, one => one.LostRate!.Value),
            FrequencyDecline = Interval(churn, repeated, one => one.FrequencyDecline!.Value),
            WindowChurn = Interval(churn, repeated, one => one.Churn!.Value),
            AnnualChurn = Interval(churn, repeated, one => one.AnnualChurn!.Value),
            LifetimeValue = Interval(churn, repeated, one => one.LifetimeValue.Amount ?? double.PositiveInfinity),
        };
    }

    private static int[] Everybody(int customers)
    {
        var times = new int[customers];
        Array.Fill(times, 1);
        return times;
    }

    private int[] Redraw(int[] times, int repetition)
    {
        Array.Clear(times);
        var random = new SeededRandom(sampling.Seed, repetition, RepetitionPurpose);
        for (var i = 0; i < times.Length; i++) times[random.Below(times.Length)]++;
        return times;
    }

    private WindowTotals TotalsOf(WindowSums[] customers, int[] times)
    {
        var (baseCustomers, basePurchases, nextCustomers, nextPurchases) = (0L, 0L, 0L, 0L);
        var (baseSpend, nextSpend) = (Int128.Zero, Int128.Zero); // A repetition may draw the greatest spender every time.
        for (var i = 0; i < customers.Length; i++)
        {
            if (times[i] == 0) continue;
            ref readonly var own = ref customers[i];
            long count = times[i];
            baseCustomers += count;
            basePurchases += count * own.BasePurchases;
            baseSpend += (Int128)own.BaseSpend * count;
            if (own.NextPurchases == 0) continue;
            nextCustomers += count;
            nextPurchases += count * own.NextPurchases;
            nextSpend += (Int128)own.NextSpend * count;
        }

        return new WindowTotals(baseCustomers, basePurchases, Amount(baseSpend), nextCustomers, nextPurchases, Amount(nextSpend));
    }

    private decimal Amount(Int128 minor) => (decimal)minor / currency.MinorPerUnit;

    /// <summary>The order statistics that leave out the same number of repetitions at both ends; no mean of two, which infinity would spoil.</summary>
    private Estimate Interval(WindowChurn churn, WindowChurn[] repeated, Func<WindowChurn, double> figure)
    {
        var values = Array.ConvertAll(repeated, one => figure(one));
        Array.Sort(values);
        var beyond = Math.Max(1, (int)Math.Round((values.Length + 1) * (1 - sampling.Confidence) / 2));
        return new Estimate(figure(churn), values[beyond - 1], values[^beyond], sampling.Confidence);
    }
}
