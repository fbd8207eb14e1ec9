namespace Mirai.Projection;

/// <summary>One year of a projection.</summary>
/// <param name="Year">The year, from 1; 0 for the year of the existing customers.</param>
/// <param name="Acquired">Customers acquired in the year.</param>
/// <param name="Active">Active customers: the sum over the cohorts.</param>
/// <param name="Sales">Sales in currency units: the sum over the cohorts.</param>
/// <param name="Cohorts">The cohorts, the youngest first: by customer year from 1, since in one year every customer year is one cohort.</param>
public sealed record ScenarioYear(int Year, decimal Acquired, decimal Active, decimal Sales, IReadOnlyList<CohortYear> Cohorts)
{
    /// <summary>Sales per active customer; <see langword="null"/> where nobody is active.</summary>
    public decimal? SalesPerCustomer => Active == 0 ? null : Sales / Active;

    /// <summary>Active customers in a customer year; 0 where there is no such cohort.</summary>
    /// <param name="customerYear">The customer year, from 1.</param>
    public decimal ActiveInCustomerYear(int customerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customerYear, 1);
        return Cohorts.FirstOrDefault(cohort => cohort.CustomerYear == customerYear)?.Active ?? 0;
    }
}

/// <summary>A cohort in one year.</summary>
/// <param name="AcquiredIn">The year in which it was acquired; 0 and less for the existing customers.</param>
/// <param name="CustomerYear">The customer year that it is in, from 1.</param>
/// <param name="Active">How many of it are there.</param>
/// <param name="Sales">What they spend in the year, in currency units.</param>
public sealed record CohortYear(int AcquiredIn, int CustomerYear, decimal Active, decimal Sales);
