namespace Mirai.Projection;

/// <summary>How much chance alone moves the number of active customers: each is active in a month or not, independently of the others.</summary>
/// <remarks>The variance of such a sum is that of its parts, a(1 - a), where a is a customer's own chance of being active then. Seasons are left out of it.</remarks>
internal static class CohortChance
{
    private const int Ages = CustomerMonthsKernel.Ages;

    /// <summary>The variance by month.</summary>
    public static double[] OfActive(OriginEvidence known, ReadOnlySpan<int> standing, double[] newCustomers)
    {
        var months = newCustomers.Length;
        var variances = new double[months];
        var chance = new double[CustomerMonthsKernel.CellsPerOrigin];
        for (var i = 0; i < chance.Length; i++) chance[i] = known.ActiveShare[CustomerStates.SilenceOf[i % CustomerStates.Count]];
        var newcomers = new double[months];
        var later = new double[chance.Length];
        for (var month = 0; month < months; month++)
        {
            newcomers[month] = chance[CustomerStates.Newcomer]; // Still active so many months after the month of the first purchase.
            Back(chance, later, known.Rates);
            (chance, later) = (later, chance);
            for (var i = 0; i < chance.Length; i++)
            {
                if (standing[i] != 0) variances[month] += standing[i] * chance[i] * (1 - chance[i]);
            }

            for (var arrival = 0; arrival <= month; arrival++) variances[month] += newCustomers[arrival] * newcomers[month - arrival];
        }

        return variances;
    }

    /// <summary>From the chance one month later, by state then, the chance by state now.</summary>
    private static void Back(double[] later, double[] now, CohortRates rates)
    {
        var silences = CustomerStates.SilenceOf;
        var frequencies = CustomerStates.FrequencyOf;
        for (var age = 0; age < Ages; age++)
        {
            var rateStates = CustomerStates.RatesAt(age);
            var year = Math.Min(age / 12, CustomerMonths.CustomerYears - 1) * CustomerStates.RateCount;
            var to = Math.Min(age + 1, Ages - 1) * CustomerStates.Count;
            for (var state = 0; state < CustomerStates.Count; state++)
            {
                var (silence, frequency) = (silences[state], frequencies[state]);
                var buying = rates.Buying[year + rateStates[state]];
                var drop = frequency == 0 ? 0 : CustomerStates.ChanceOfDrop(age, silence, frequency);
                var bought = frequency == 0 ? later[to + CustomerStates.StateOf(0, 1)]
                    : ((1 - drop) * later[to + CustomerStates.StateOf(0, Math.Min(CustomerStates.Memory, frequency + 1))])
                        + (drop * later[to + CustomerStates.StateOf(0, frequency)]);
                var most = CustomerStates.Memory - silence - 1;
                var silent = most <= 0 ? later[to + CustomerStates.StateOf(silence + 1, 0)]
                    : ((1 - drop) * later[to + CustomerStates.StateOf(silence + 1, Math.Min(most, frequency))])
                        + (drop * later[to + CustomerStates.StateOf(silence + 1, Math.Max(1, frequency - 1))]);
                now[(age * CustomerStates.Count) + state] = (buying * bought) + ((1 - buying) * silent);
            }
        }
    }
}
