using System.Numerics;
using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>Whether the customers won make up for the customers lost: to hold sales, the yearly rate of new customers must be at least the annual churn.</summary>
/// <param name="Customers">Customers at the beginning of the time in which the new ones came.</param>
/// <param name="NewCustomers">Customers won in that time; records that belong to one person count as one.</param>
/// <param name="NewCustomerRate">New customers a year / customers; <see langword="null"/> without customers.</param>
/// <param name="AnnualChurn">The rate that would hold sales; <see langword="null"/> where churn is missing.</param>
/// <param name="NeededNewCustomers">New customers a year that would hold sales, rounded up; <see langword="null"/> where a rate is missing.</param>
/// <param name="MissingNewCustomers">How many more a year that is than were won, rounded up, and at least 0; <see langword="null"/> where a rate is missing.</param>
/// <param name="IsComplete">Whether the data reaches back far enough to tell who is new.</param>
public sealed record BreakEven(
    long Customers, long NewCustomers, double? NewCustomerRate, double? AnnualChurn, long? NeededNewCustomers, long? MissingNewCustomers, bool IsComplete = true)
{
    /// <summary>The break-even of figures that the caller has.</summary>
    /// <param name="churn">The churn to make up for.</param>
    /// <param name="customers">Customers at the beginning of <paramref name="within"/>.</param>
    /// <param name="newCustomers">Customers won in <paramref name="within"/>.</param>
    /// <param name="within">How long it took to win them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the time is empty.</exception>
    public static BreakEven Of(WindowChurn churn, long customers, long newCustomers, Period within)
    {
        ArgumentNullException.ThrowIfNull(churn);
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfNegative(newCustomers);
        ArgumentOutOfRangeException.ThrowIfZero(within.Length, nameof(within));
        if (customers == 0) return new BreakEven(customers, newCustomers, null, churn.AnnualChurn, null, null);
        var newOfYear = new Fraction(within.PeriodsPerYear.Numerator, within.PeriodsPerYear.Denominator) * newCustomers;
        var needed = churn.ExactAnnualChurn is { } annual ? Fraction.Max(0, annual * customers) : (Fraction?)null;
        return new BreakEven(
            customers, newCustomers, (newOfYear / customers).ToDouble(), churn.AnnualChurn, Whole(needed),
            Whole(needed is { } enough ? Fraction.Max(0, enough - newOfYear) : null));
    }

    private static long? Whole(Fraction? customers) => customers is { } exact ? (long)BigInteger.Min(exact.Ceiling(), long.MaxValue) : null;
}
