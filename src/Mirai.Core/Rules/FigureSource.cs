using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Rules;

/// <summary>What a day without a value means.</summary>
public enum AbsentDay
{
    /// <summary>Nothing is known of it.</summary>
    Missing,

    /// <summary>Nothing happened: 0. Usual for a flow.</summary>
    Zero,

    /// <summary>The last known value goes on for <see cref="RuleMetric.CarryDays"/> days. Usual for a level.</summary>
    Carry,
}

/// <summary>A number that rules can read.</summary>
/// <param name="Name">Its name in rules: the measure's id.</param>
/// <param name="JapaneseName">Its name in Japanese, which rules may use as well.</param>
/// <param name="Unit">Its unit as a product of names, such as <c>customers</c>, <c>JPY</c>, <c>JPY/customers</c>; <c>%</c> for a percentage, <c>1</c> for a plain number.</param>
/// <param name="Kind">Whether its days add up, are states, or are ratios.</param>
/// <param name="IsSegmentable">Whether it is known by segment.</param>
public sealed record RuleMetric(string Name, string JapaneseName, string Unit, MeasureKind Kind, bool IsSegmentable)
{
    /// <summary>The name in English, for people.</summary>
    public string EnglishName { get; init; } = Name;

    /// <summary>What an absent day means.</summary>
    public AbsentDay Absent { get; init; } = Kind == MeasureKind.Flow ? AbsentDay.Zero : AbsentDay.Missing;

    /// <summary>For how many days a value is carried.</summary>
    public int CarryDays { get; init; }
}

/// <summary>One part of the customers: the values of a dimension, of which a customer or purchase has one.</summary>
/// <param name="Dimension">The dimension: a segment's id, an attribute, a purchase dimension.</param>
/// <param name="Values">The values; several are the union.</param>
public sealed record SegmentPick(string Dimension, IReadOnlyList<string> Values);

/// <summary>The two sides of a rate on every day.</summary>
/// <param name="Numerators">What is counted; <see cref="double.NaN"/> where it is missing.</param>
/// <param name="Denominators">What it is counted out of; <see cref="double.NaN"/> where it is missing.</param>
public sealed record RateFractions(double[] Numerators, double[] Denominators);

/// <summary>Where rules find their figures: which metrics there are, and their daily values.</summary>
/// <remarks>Asked once for each distinct metric and part; may be asked by several threads at once.</remarks>
public abstract class FigureSource
{
    /// <summary>The days for which there are values.</summary>
    public abstract DayRange Days { get; }

    /// <summary>The code of the currency of all money.</summary>
    public abstract string Currency { get; }

    /// <summary>The metrics, by name.</summary>
    public abstract IReadOnlyList<RuleMetric> Metrics { get; }

    /// <summary>The dimensions by which segmentable metrics are known.</summary>
    public abstract IReadOnlyList<string> Dimensions { get; }

    /// <summary>The values of a dimension that occur, in the order in which people read them.</summary>
    public abstract IReadOnlyList<string> ValuesOf(string dimension);

    /// <summary>A metric's value on every day of <see cref="Days"/>, <see cref="double.NaN"/> where it is missing or incomplete: percentages as fractions, money in currency units.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="part">The part of the customers: empty for all; several picks are their intersection. A rate of a union is computed anew from its parts.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public abstract double[] Daily(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken);

    /// <summary>What a rate is made of, on every day of <see cref="Days"/>; <see langword="null"/> where the metric is no rate, or the source does not know.</summary>
    /// <remarks>With it, a drill-down tells how much of a rate's change comes from the rates of the parts, and how much from their sizes.</remarks>
    /// <param name="metric">The metric's name.</param>
    /// <param name="part">The part of the customers, as in <see cref="Daily"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public virtual RateFractions? Fractions(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken) => null;

    /// <summary>The combinations of values of several dimensions that occur, each in the order of the dimensions; all combinations unless the source knows better.</summary>
    public virtual IReadOnlyList<IReadOnlyList<string>> CombinationsOf(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        IEnumerable<IReadOnlyList<string>> combinations = [[]];
        foreach (var dimension in dimensions)
        {
            var values = ValuesOf(dimension);
            combinations = combinations.SelectMany(known => values, (known, value) => (IReadOnlyList<string>)[.. known, value]);
        }

        return [.. combinations];
    }

    /// <summary>Says which metrics are going to be asked for by which dimensions, before they are: a source can count them together.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="dimensions">The dimensions of the parts they are asked for, in ordinal order; empty for the whole.</param>
    public virtual void Expect(IReadOnlyList<string> metrics, IReadOnlyList<string> dimensions)
    {
    }

    /// <summary>What the input lacks altogether, so that a metric of a part is missing on every day; <see langword="null"/> where it lacks nothing, or the source does not know.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="part">The part of the customers, as in <see cref="Daily"/>.</param>
    public virtual UndecidedReason? WhyAbsent(string metric, IReadOnlyList<SegmentPick> part) => null;

    /// <summary>Whether a day is a holiday, in the host's calendar.</summary>
    public virtual bool IsHoliday(DateOnly day) => false;
}
