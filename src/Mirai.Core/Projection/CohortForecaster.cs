namespace Mirai.Projection;

/// <summary>
/// The cohort engine in steps of a month: every cohort, the customers first seen in one month, goes through its customer years with the rates of its state, and
/// each month's new customers begin a further one. It starts from the customers as they stand, so who is active today, and when each of them lapses
/// unless buying, is known and not estimated.
/// </summary>
internal sealed class CohortForecaster(ForecastEvidence evidence) : IForecaster
{
    private const int Ages = CustomerMonthsKernel.Ages;
    private readonly Dictionary<int, OriginEvidence> _known = [];

    /// <inheritdoc/>
    public ForecastMethod Method => ForecastMethod.Cohort;

    /// <inheritdoc/>
    public string? Refusal(int origin) => origin < 1 ? "There is no whole month before it." : null;

    /// <summary>What an origin knows; kept, since many questions are asked of one.</summary>
    public OriginEvidence At(int origin)
    {
        if (!_known.TryGetValue(origin, out var known)) _known[origin] = known = new OriginEvidence(evidence, origin);
        return known;
    }

    /// <inheritdoc/>
    public ForecastPath Forecast(int origin, double[] newCustomers)
    {
        var known = At(origin);
        var path = new ForecastPath(newCustomers.Length)
        {
            ActiveChance = CohortChance.OfActive(known, evidence.StandingAt(origin), newCustomers), SalesChance = new double[newCustomers.Length],
        };
        Run(origin, newCustomers, known, known.Rates, path);
        return path;
    }

    /// <summary>The same with rates of other customers: those of a bootstrap.</summary>
    public ForecastPath Forecast(int origin, double[] newCustomers, CohortRates rates)
    {
        var path = new ForecastPath(newCustomers.Length);
        Run(origin, newCustomers, At(origin), rates, path);
        return path;
    }

    private void Run(int origin, double[] newCustomers, OriginEvidence known, CohortRates rates, ForecastPath path)
    {
        var standing = evidence.StandingAt(origin);
        var now = new double[standing.Length];
        for (var i = 0; i < now.Length; i++) now[i] = standing[i];
        var next = new double[now.Length];
        var active = (double)evidence.Totals[origin].Active;
        var unit = (double)evidence.Currency.MinorPerUnit;
        for (var month = 0; month < newCustomers.Length; month++)
        {
            var season = evidence.Calendar.SeasonOf(origin + 1 + month);
            Array.Clear(next);
            var step = Advance(now, next, known, rates, known.BuyingSeason[season]);
            next[CustomerStates.Newcomer] += newCustomers[month];
            var sales = (step.Sales + (newCustomers[month] * known.NewcomerSpending)) * known.SpendingSeason[season];
            var activeThen = CountActive(next, known.ActiveShare);
            path[ForecastMeasure.ActiveCustomers][month] = activeThen;
            path[ForecastMeasure.NewCustomers][month] = newCustomers[month];
            path[ForecastMeasure.ReactivatedCustomers][month] = step.Reactivated;
            path[ForecastMeasure.LapsedCustomers][month] = Math.Max(0, active + newCustomers[month] + step.Reactivated - activeThen);
            path[ForecastMeasure.Sales][month] = sales / unit;
            if (path.SalesChance.Length > 0) path.SalesChance[month] = (step.Buyers + newCustomers[month]) * known.MeanSquaredSpend / (unit * unit);
            active = activeThen;
            (now, next) = (next, now);
        }
    }

    private static Step Advance(double[] now, double[] next, OriginEvidence known, CohortRates rates, double season)
    {
        var step = default(Step);
        var silences = CustomerStates.SilenceOf;
        var frequencies = CustomerStates.FrequencyOf;
        for (var age = 0; age < Ages; age++)
        {
            var rateStates = CustomerStates.RatesAt(age);
            var year = Math.Min(age / 12, CustomerMonths.CustomerYears - 1) * CustomerStates.RateCount;
            var to = Math.Min(age + 1, Ages - 1) * CustomerStates.Count;
            var from = age * CustomerStates.Count;
            for (var state = 0; state < CustomerStates.Count; state++)
            {
                var heads = now[from + state];
                if (heads == 0) continue;
                var (silence, frequency, cell) = (silences[state], frequencies[state], year + rateStates[state]);
                var buyers = heads * CohortRates.Seasonal(rates.Buying[cell], season);
                step.Buyers += buyers;
                step.Sales += buyers * rates.Spending[cell];
                step.Reactivated += buyers * known.ReactivatedShare[silence];
                if (frequency == 0)
                {
                    next[to + CustomerStates.StateOf(0, 1)] += buyers;
                    next[to + CustomerStates.StateOf(silence + 1, 0)] += heads - buyers;
                    continue;
                }

                Move(next, to, silence, frequency, CustomerStates.ChanceOfDrop(age, silence, frequency), buyers, heads - buyers);
            }
        }

        return step;
    }

    /// <summary>Puts buyers and others into their next states; the oldest of the twelve months falls out of the count.</summary>
    private static void Move(double[] next, int to, int silence, int frequency, double drop, double buyers, double others)
    {
        next[to + CustomerStates.StateOf(0, Math.Min(CustomerStates.Memory, frequency + 1))] += buyers * (1 - drop);
        next[to + CustomerStates.StateOf(0, frequency)] += buyers * drop;
        if (silence + 1 >= CustomerStates.Memory)
        {
            next[to + CustomerStates.StateOf(silence + 1, 0)] += others;
            return;
        }

        var most = CustomerStates.Memory - silence - 1;
        next[to + CustomerStates.StateOf(silence + 1, Math.Min(most, frequency))] += others * (1 - drop);
        next[to + CustomerStates.StateOf(silence + 1, Math.Max(1, frequency - 1))] += others * drop;
    }

    private static double CountActive(double[] heads, double[] share)
    {
        var active = 0.0;
        var silences = CustomerStates.SilenceOf;
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] != 0) active += heads[i] * share[silences[i % CustomerStates.Count]];
        }

        return active;
    }

    private struct Step
    {
        public double Buyers;
        public double Sales;
        public double Reactivated;
    }
}
