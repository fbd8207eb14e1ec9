using Mirai.History;
using Mirai.Model;

namespace Mirai.Projection;

/// <summary>Which own years count.</summary>
public sealed record OwnYearOptions
{
    /// <summary>The last three years, all customers, one thread per processor.</summary>
    public static OwnYearOptions Default { get; } = new();

    /// <summary>
    /// Own years that ended within so many calendar years before the day are pooled: for each customer year, the latest cohorts that have been
    /// through it. <see langword="null"/> for all cohorts.
    /// </summary>
    public int? PooledYears { get; init; } = 3;

    /// <summary>
    /// Customers whose first purchase is before this day are left out; <see langword="null"/> for none. At the beginning of an export, old
    /// customers look new, and their years are counted too low.
    /// </summary>
    public DateOnly? FirstSeenFrom { get; init; }

    /// <summary>How many threads may work at once; 0 for one per processor. No result depends on it.</summary>
    public int MaxThreads { get; init; }
}

/// <summary>One customer year of a history.</summary>
/// <param name="CustomerYear">The customer year, from 1.</param>
/// <param name="Buyers">Customers who bought in this year of theirs; whole years only.</param>
/// <param name="Sales">Net sales in it, in currency units; whole years only.</param>
/// <param name="AtRisk">Customers who bought in this year, and whose next year is whole too.</param>
/// <param name="Stayed">Those of them who bought in the next year.</param>
/// <param name="Retention">Who stayed out of who could, open years added by their exposure.</param>
/// <param name="Value">Sales out of buyers, open years added by their exposure.</param>
public sealed record OwnYear(
    int CustomerYear, long Buyers, decimal Sales, long AtRisk, long Stayed, CurveEvidence Retention, CurveEvidence Value);

/// <summary>Customers without a purchase for some of their own years.</summary>
/// <param name="YearsLapsed">How many own years in a row were silent, from 1.</param>
/// <param name="AtRisk">Customers so silent whose next year is whole.</param>
/// <param name="Returned">Those of them who bought in it.</param>
/// <param name="Return">Who returned out of who could, open years added by their exposure; <see cref="CurveEvidence.CustomerYear"/> holds the years lapsed.</param>
/// <param name="Value">What the returned spent in the year of their return, out of how many they are; whole years only.</param>
public sealed record LapsedYear(int YearsLapsed, long AtRisk, long Returned, CurveEvidence Return, CurveEvidence Value);

/// <summary>What a history says about retention, yearly spend and return, by the customers' own years.</summary>
/// <remarks>
/// <para>
/// A customer's first year begins with the first purchase, the second a calendar year later. Retention of year <c>k</c> is the share of those
/// who bought in own year <c>k</c> who bought in own year <c>k + 1</c>; value is the net sales in own year <c>k</c> out of those who bought in it.
/// Nothing after the day is looked at.
/// </para>
/// <para>
/// A year that has not ended counts by its exposure: as much as, of those who buy in such a year, had bought by that day of it, in the years
/// that have ended; for value, as much as had been spent by then. Where fewer than 30 buyers show how a year goes, the pattern of younger years
/// stands in, and in the end an even year. One pass over the purchases up to the day.
/// </para>
/// </remarks>
/// <param name="AsOf">The day.</param>
/// <param name="Years">By customer year, from 1, as far as one has begun; empty where nobody had purchased.</param>
/// <param name="Lapsed">By years lapsed, from 1, as far as a customer was so silent.</param>
public sealed record OwnYearCurves(DateOnly AsOf, IReadOnlyList<OwnYear> Years, IReadOnlyList<LapsedYear> Lapsed)
{
    /// <summary>The curves of a history at a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day was not observed.</exception>
    /// <exception cref="ArgumentException">Fewer than one year is to be pooled.</exception>
    /// <exception cref="InvalidOperationException">The history spans more than 200 years: wrong dates.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static OwnYearCurves Of(
        PurchaseHistory history, DateOnly asOf, OwnYearOptions? options = null, CancellationToken cancellationToken = default) =>
        Of(history, asOf, weights: null, options ?? OwnYearOptions.Default, cancellationToken);

    /// <summary>Who stays; <see langword="null"/> where no customer has been observed beyond his first year.</summary>
    public RetentionCurve? Retention(CurveFit? options = null) => RetentionCurve.Fit(Years.Select(year => year.Retention), options);

    /// <summary>What a customer spends a year; <see langword="null"/> where nobody has purchased.</summary>
    public ValueCurve? Ltv(CurveFit? options = null) => ValueCurve.Fit(Years.Select(year => year.Value), options);

    /// <summary>The curves with every customer counted so many times: one draw of a bootstrap.</summary>
    internal static OwnYearCurves Of(
        PurchaseHistory history, DateOnly asOf, int[]? weights, OwnYearOptions options, CancellationToken cancellationToken) =>
        OwnYearExposure.CurvesOf(Count(history, asOf, weights, options, cancellationToken), asOf, history.Currency);

    /// <summary>The counts behind the curves.</summary>
    internal static OwnYearCounts Count(
        PurchaseHistory history, DateOnly asOf, int[]? weights, OwnYearOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (!history.Days.Contains(asOf)) throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The day {asOf:yyyy-MM-dd} lies outside the observed days {history.Days}.");
        if (options.PooledYears < 1) throw new ArgumentException($"Own years of {options.PooledYears} years are to be pooled; expected 1 or more.", nameof(options));
        if (weights is not null && weights.Length != history.CustomerCount) throw new ArgumentException($"There are {weights.Length} weights for {history.CustomerCount} customers.", nameof(weights));
        if (asOf.Year - history.Days.First.Year >= YearCurve.MostYears)
        {
            throw new InvalidOperationException($"The history {history.Days} spans more than {YearCurve.MostYears} years; look for wrong dates.");
        }

        var bounds = OwnYearBounds.Of(history.Days, asOf, options);
        var workers = ColumnWork.Run(history, options.MaxThreads, () => new OwnYearKernel(bounds, weights), cancellationToken);
        foreach (var worker in workers.Skip(1)) workers[0].Counts.Add(worker.Counts);
        return workers[0].Counts;
    }
}
