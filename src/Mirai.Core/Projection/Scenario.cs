namespace Mirai.Projection;

/// <summary>What is assumed: who comes, who stays, what they spend. <see cref="Project"/> says what follows.</summary>
/// <remarks>
/// Customer year 1 is the year of acquisition, with a full year's sales. A cohort acquired in year <c>i</c> has in year <c>y</c>
/// <c>acquired(i) x r(1) x ... x r(y - i)</c> customers, who spend <c>l(y - i + 1)</c> each. Active customers and sales are sums over cohorts.
/// </remarks>
public sealed record Scenario
{
    private readonly decimal[] _existing = [];

    /// <summary>What the scenario is called beside others.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who comes.</summary>
    public AcquisitionPlan Acquisition { get; init; } = AcquisitionPlan.None;

    /// <summary>Who stays.</summary>
    public required RetentionCurve Retention { get; init; }

    /// <summary>What they spend a year.</summary>
    public required ValueCurve Ltv { get; init; }

    /// <summary>
    /// The customers that are there already: those active in year 0, the year before the first, by their customer year in it. The first entry is
    /// year 0's new customers; in year 1 they are in customer year 2.
    /// </summary>
    /// <exception cref="ArgumentException">A number is negative or beyond 100 billion, or there are more than 200.</exception>
    public IReadOnlyList<decimal> Existing
    {
        get => _existing;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count > YearCurve.MostYears)
            {
                throw new ArgumentException($"Existing customers of {value.Count} customer years; expected at most {YearCurve.MostYears}.", nameof(value));
            }

            for (var i = 0; i < value.Count; i++) AcquisitionPlan.Check(value[i], $"customer year {i + 1}", nameof(value));
            _existing = [.. value];
        }
    }

    /// <summary>What follows, year by year.</summary>
    /// <param name="years">How many years, 1 to 200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The years lie outside 1 to 200.</exception>
    public ScenarioResult Project(int years)
    {
        CheckYear(years, 1, nameof(years));
        return new ScenarioResult(this, [.. Enumerable.Range(1, years).Select(year => ScenarioYears.Of(this, year))]);
    }

    /// <summary>Active customers and sales of one year, with its cohorts; year 0 has the existing customers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside 0 to 200.</exception>
    public ScenarioYear Year(int year)
    {
        CheckYear(year, 0, nameof(year));
        return ScenarioYears.Of(this, year);
    }

    /// <summary>
    /// The five-year multiple (年商倍率): sales of the five years after a year from the customers of that year alone, divided by the sales of the
    /// year. <see langword="null"/> where the year has no sales.
    /// </summary>
    /// <param name="year">The year, from 1; 0 for the year of the existing customers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside 0 to 200.</exception>
    public decimal? FiveYearMultiple(int year)
    {
        var now = Year(year);
        if (now.Sales <= 0) return null;
        return Enumerable.Range(1, 5).Sum(ahead => ScenarioYears.SalesAhead(this, now, ahead)) / now.Sales;
    }

    /// <summary>The value of the unknown with which a target is met, or why there is none.</summary>
    /// <param name="unknown">What may change: everything else stays.</param>
    /// <param name="target">What is to be met, and in which year.</param>
    public SolveOutcome Solve(SolveUnknown unknown, ScenarioTarget target) => ScenarioSolver.Solve(this, unknown, target);

    /// <summary>The same scenario with the unknown set to one value throughout.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is impossible for the unknown.</exception>
    public Scenario With(SolveUnknown unknown, decimal value) => unknown switch
    {
        SolveUnknown.Retention => this with { Retention = RetentionCurve.Constant(value) },
        SolveUnknown.Acquisition => this with { Acquisition = AcquisitionPlan.EveryYear(value) },
        SolveUnknown.Ltv => this with { Ltv = ValueCurve.Constant(value) },
        _ => throw new ArgumentOutOfRangeException(nameof(unknown), unknown, "There is no such unknown."),
    };

    /// <summary>Whether two scenarios assume the same: names, curves and customers, value by value.</summary>
    public bool Equals(Scenario? other) => other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Acquisition.After == other.Acquisition.After
        && Acquisition.Years.SequenceEqual(other.Acquisition.Years)
        && Retention.Rates.SequenceEqual(other.Retention.Rates)
        && Ltv.Values.SequenceEqual(other.Ltv.Values)
        && _existing.AsSpan().SequenceEqual(other._existing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Acquisition.After, Retention.Rates[0], Ltv.Values[0], _existing.Length);

    private static void CheckYear(int year, int least, string name)
    {
        if (year < least || year > YearCurve.MostYears)
        {
            throw new ArgumentOutOfRangeException(name, year, $"{year} years; expected {least} to {YearCurve.MostYears}.");
        }
    }
}
