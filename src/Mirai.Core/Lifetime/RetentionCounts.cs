namespace Mirai.Lifetime;

/// <summary>What a retention model is fitted to: cohorts that were watched for some periods, and how many customers were left after each.</summary>
public sealed class RetentionCounts
{
    private readonly double[] _lost;
    private readonly double[] _watched;

    /// <summary>One cohort: the number of customers at first and after each period.</summary>
    /// <param name="survivors">Never rising; at least two. Percentages will do, but then standard errors are those of a hundred customers.</param>
    /// <exception cref="ArgumentException">A number is negative, not finite, or larger than the one before; or there are fewer than two.</exception>
    public RetentionCounts(IReadOnlyList<double> survivors)
    {
        ArgumentNullException.ThrowIfNull(survivors);
        if (survivors.Count < 2) throw new ArgumentException($"Found {survivors.Count} numbers of survivors; expected at least two, the first of them of all customers.", nameof(survivors));
        _lost = new double[survivors.Count];
        _watched = new double[survivors.Count];
        for (var period = 0; period < survivors.Count; period++)
        {
            var (before, now) = (period == 0 ? survivors[0] : survivors[period - 1], survivors[period]);
            if (!(now >= 0 && now <= before && double.IsFinite(now)))
            {
                throw new ArgumentException($"After {period} periods found {now} survivors; expected 0 to {before}, as many as before or fewer.", nameof(survivors));
            }

            _lost[period] = before - now;
        }

        _watched[^1] = survivors[^1];
        Customers = survivors[0];
    }

    internal RetentionCounts(double[] lost, double[] watched)
    {
        (_lost, _watched) = (lost, watched);
        Customers = lost.Sum() + watched.Sum();
    }

    /// <summary>How many customers there were at first.</summary>
    public double Customers { get; }

    /// <summary>How many periods anybody was watched for.</summary>
    public int Periods => _lost.Length - 1;

    /// <summary>Customers who left in each period, from the first; index 0 is empty.</summary>
    public ReadOnlySpan<double> Lost => _lost;

    /// <summary>By number of periods, customers who were watched for so long and were still there.</summary>
    public ReadOnlySpan<double> Remaining => _watched;

    /// <summary>The observed share left after so many periods, of those who were watched that long (Kaplan and Meier); NaN where nobody was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above <see cref="Periods"/>.</exception>
    public double ObservedSurvival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, Periods);
        var (share, left) = (1.0, Customers - _watched[0]);
        for (var period = 1; period <= periods; period++)
        {
            share *= (left - _lost[period]) / left;
            left -= _lost[period] + _watched[period];
        }

        return share;
    }

    /// <summary>Fits a model by maximum likelihood.</summary>
    /// <param name="kind">Which model.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The model, or the reason why the data do not give one.</returns>
    public ModelFit<RetentionModel> Fit(RetentionModelKind kind = RetentionModelKind.ShiftedBetaGeometric, CancellationToken cancellationToken = default)
    {
        var customers = (long)Math.Round(Customers);
        var parameters = kind == RetentionModelKind.ShiftedBetaGeometric ? 2 : 3;
        if (Periods < parameters)
        {
            return new ModelFit<RetentionModel>(
                NotIdentifiedReason.NoVariance, $"Found {Periods} periods; expected at least {parameters}, as many as parameters.", customers);
        }

        if (Customers < 10) return new ModelFit<RetentionModel>(NotIdentifiedReason.TooFewCustomers, $"Found {Customers:0.##} customers; expected at least 10.", customers);
        var lost = _lost.Sum();
        if (lost <= 0) return new ModelFit<RetentionModel>(NotIdentifiedReason.Boundary, "Nobody left.", customers);
        return MaximumLikelihood.Fit(
            new RetentionLikelihood(_lost, _watched, parameters), customers,
            p => kind == RetentionModelKind.ShiftedBetaGeometric ? new RetentionModel(p[0], p[1]) : new RetentionModel(p[0], p[1], p[2]), cancellationToken);
    }
}
