namespace Mirai.Projection;

/// <summary>How many new customers come in each year of a scenario.</summary>
/// <remarks>Heads are exact decimals: an expectation need not be whole.</remarks>
public sealed class AcquisitionPlan
{
    internal const decimal MostCustomers = 100_000_000_000;

    private readonly decimal[] _years;

    private AcquisitionPlan(decimal[] years, decimal after) => (_years, After) = (years, after);

    /// <summary>Nobody new ever comes.</summary>
    public static AcquisitionPlan None { get; } = new([], 0);

    /// <summary>The years that are listed, from year 1.</summary>
    public IReadOnlyList<decimal> Years => _years;

    /// <summary>How many come in each year after the listed ones.</summary>
    public decimal After { get; }

    /// <summary>So many in year 1, year 2, ...; nobody after the last.</summary>
    /// <exception cref="ArgumentException">A number is negative or beyond 100 billion, or there are more than 200.</exception>
    public static AcquisitionPlan List(params ReadOnlySpan<decimal> customers)
    {
        if (customers.Length > YearCurve.MostYears)
        {
            throw new ArgumentException($"A plan of {customers.Length} years; expected at most {YearCurve.MostYears}.", nameof(customers));
        }

        for (var i = 0; i < customers.Length; i++) Check(customers[i], $"year {i + 1}", nameof(customers));
        return new AcquisitionPlan(customers.ToArray(), 0);
    }

    /// <summary>The same number every year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or beyond 100 billion.</exception>
    public static AcquisitionPlan EveryYear(decimal customers)
    {
        Check(customers, "every year", nameof(customers));
        return new AcquisitionPlan([], customers);
    }

    /// <summary>The same plan, with so many a year after the listed ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or beyond 100 billion.</exception>
    public AcquisitionPlan Then(decimal customers)
    {
        Check(customers, "the years after", nameof(customers));
        return new AcquisitionPlan(_years, customers);
    }

    /// <summary>How many come in a year of the scenario, from 1.</summary>
    public decimal In(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        return year <= _years.Length ? _years[year - 1] : After;
    }

    internal static void Check(decimal customers, string where, string name)
    {
        if (customers is < 0 or > MostCustomers)
        {
            throw new ArgumentOutOfRangeException(name, customers, $"{customers} customers in {where}; expected 0 to {MostCustomers:N0}.");
        }
    }
}
