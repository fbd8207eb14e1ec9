using System.Globalization;

namespace Mirai.Lifetime;

/// <summary>What a customer spends, or earns the company, as long as he stays: an amount, or a reason why there is none.</summary>
/// <remarks>A closed family: <see cref="FiniteLifetimeValue"/>, <see cref="UnboundedLifetimeValue"/>, <see cref="MissingLifetimeValue"/>.</remarks>
public abstract record LifetimeValue
{
    private protected LifetimeValue()
    {
    }

    /// <summary>The amount in currency units; <see langword="null"/> where it is unbounded or missing.</summary>
    public virtual double? Amount => null;

    /// <summary>Whether it grows beyond every amount.</summary>
    public bool IsUnbounded => this is UnboundedLifetimeValue;
}

/// <summary>An amount.</summary>
/// <param name="Value">In currency units; the fraction of the totals, rounded once.</param>
public sealed record FiniteLifetimeValue(double Value) : LifetimeValue
{
    /// <inheritdoc/>
    public override double? Amount => Value;

    /// <summary>The amount in whole currency units, such as <c>211,111</c>.</summary>
    public override string ToString() => Value.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>Why a lifetime value has no bound.</summary>
public enum UnboundedReason
{
    /// <summary>Nobody is being lost, and the horizon has no end.</summary>
    NoChurn,

    /// <summary>Spend grows at least as fast as it is discounted, and the horizon has no end.</summary>
    GrowthOutpacesDiscount,

    /// <summary>It has a bound, but no floating-point number is as large.</summary>
    BeyondRange,
}

/// <summary>More than any amount.</summary>
/// <param name="Reason">Why.</param>
public sealed record UnboundedLifetimeValue(UnboundedReason Reason) : LifetimeValue
{
    /// <summary>The reason in English.</summary>
    public override string ToString() => Reason switch
    {
        UnboundedReason.NoChurn => "unbounded: nobody is being lost; a horizon or a discount rate makes it finite",
        UnboundedReason.GrowthOutpacesDiscount => "unbounded: spend grows at least as fast as it is discounted; a horizon makes it finite",
        _ => "unbounded: larger than any floating-point number",
    };
}

/// <summary>Why there is no figure at all.</summary>
public enum MissingReason
{
    /// <summary>Nobody purchased in the base window.</summary>
    NoBaseCustomers,
}

/// <summary>No evidence.</summary>
/// <param name="Reason">Why.</param>
public sealed record MissingLifetimeValue(MissingReason Reason) : LifetimeValue
{
    /// <summary>The reason in English.</summary>
    public override string ToString() => "missing: nobody purchased in the base window";
}
