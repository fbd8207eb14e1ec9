namespace Mirai.Measures;

/// <summary>The logarithmic mean Divisia index (LMDI-I), by which a change of a product is split into the changes of its factors without remainder.</summary>
internal static class LogMeanSplit
{
    /// <summary>The logarithmic mean <c>(a - b) / ln(a / b)</c>; a where both are equal, 0 where one is 0.</summary>
    public static double LogMean(double a, double b)
    {
        if (a <= 0 || b <= 0) return 0;
        var ratio = (a - b) / b;
        return Math.Abs(ratio) < 1e-7 ? b * (1 + (ratio / 2) - (ratio * ratio / 12)) : (a - b) / Math.Log(a / b);
    }

    /// <summary>Splits the change of gross sales = customers x frequency x order value. A factor that was or becomes 0 takes the whole change.</summary>
    public static (double Customers, double Frequency, double OrderValue) Split(in SalesTotals before, in SalesTotals after)
    {
        if (before.Gross == 0 || after.Gross == 0 || before.Customers == 0 || after.Customers == 0)
        {
            double change = after.Gross - before.Gross;
            return before.Customers == 0 || after.Customers == 0 ? (change, 0, 0) : (0, 0, change);
        }

        var weight = LogMean(after.Gross, before.Gross);
        var customers = Math.Log((double)after.Customers / before.Customers);
        var frequency = Math.Log((double)after.Purchases / before.Purchases) - customers;
        var orderValue = Math.Log((double)after.Gross / before.Gross) - customers - frequency;
        return (weight * customers, weight * frequency, weight * orderValue);
    }

    /// <summary>What one customer more weighs: <c>L(S1, S0) / L(N1, N0)</c>, or its limit where nobody was there on one of the days.</summary>
    public static double WeightOfCustomer(in SalesTotals before, in SalesTotals after)
    {
        if (before.Customers == 0) return after.Customers == 0 ? 0 : (double)after.Gross / after.Customers;
        if (after.Customers == 0) return (double)before.Gross / before.Customers;
        return LogMean(after.Gross, before.Gross) / LogMean(after.Customers, before.Customers);
    }

    /// <summary>Whole numbers that add up to <paramref name="total"/> and lie next to the parts: the largest remainders are rounded up.</summary>
    public static long[] Round(ReadOnlySpan<double> parts, long total)
    {
        var rounded = new long[parts.Length];
        var order = new (double Remainder, int Part)[parts.Length];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            var floor = Math.Floor(parts[i]);
            rounded[i] = (long)floor;
            order[i] = (parts[i] - floor, i);
            left -= rounded[i];
        }

        Array.Sort(order, (a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Part.CompareTo(b.Part));
        for (var i = 0; left > 0; i = (i + 1) % order.Length, left--) rounded[order[i].Part]++;
        for (var i = order.Length - 1; left < 0; i = (i + order.Length - 1) % order.Length, left++) rounded[order[i].Part]--;
        return rounded;
    }
}

/// <summary>Active customers and what they bought in the trailing active period, in minor units.</summary>
internal readonly record struct SalesTotals(long Customers, long Purchases, long Gross, long Returns)
{
    /// <summary>Net sales.</summary>
    public long Sales => Gross - Returns;
}
