using System.Globalization;

namespace Mirai.Model;

/// <summary>A rate that keeps its evidence: <paramref name="Part"/> out of <paramref name="Whole"/> customers.</summary>
/// <param name="Part">How many of the whole qualify; from 0 to <paramref name="Whole"/>.</param>
/// <param name="Whole">How many could have qualified; 0 for an empty period.</param>
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>The rate from 0 to 1, or <see langword="null"/> when nobody could have qualified: no evidence is not 0 %.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;

    /// <summary>The others: those of the whole who do not qualify.</summary>
    public Share Complement => new(Whole - Part, Whole);

    /// <summary>The evidence as <c>3/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}/{Whole}");
}
