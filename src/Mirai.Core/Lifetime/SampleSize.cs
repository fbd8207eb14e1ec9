using MathNet.Numerics.Distributions;
using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>How many customers to draw before anybody is drawn, or after a small sample has shown how wide its interval is.</summary>
public static class SampleSize
{
    /// <summary>For a share, such as the lost rate, that is expected to be about so large.</summary>
    /// <param name="expected">The share expected; 0.5 asks for the most.</param>
    /// <param name="width">The wanted distance of the interval's ends: 0.02 is plus and minus one point.</param>
    /// <param name="confidence">How often such an interval holds the true share.</param>
    /// <param name="population">How many customers there are to draw from; <see langword="null"/> for very many.</param>
    /// <returns><c>z^2 p (1 - p) / (width / 2)^2</c> by the normal approximation, with the correction for a finite population; at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    public static long ForShare(double expected, double width, double confidence, long? population = null)
    {
        Check(expected is >= 0 and <= 1, nameof(expected), expected, "a share from 0 to 1");
        Check(width is > 0 and <= 1, nameof(width), width, "a width greater than 0 and at most 1");
        Check(confidence is > 0 and < 1, nameof(confidence), confidence, "a confidence between 0 and 1");
        Check(population is null or > 0, nameof(population), population ?? 0, "a population of at least 1");
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var needed = z * z * expected * (1 - expected) / (width * width / 4);
        if (population is { } all) needed = Math.Min(all, needed / (1 + ((needed - 1) / all)));
        return Whole(needed);
    }

    /// <summary>For the figure of a sample: the width of an interval falls with the square root of the number of customers.</summary>
    /// <param name="estimate">The figure with its interval.</param>
    /// <param name="customers">How many customers it came from.</param>
    /// <param name="width">The wanted distance of the interval's ends.</param>
    /// <returns>At least 1; <see langword="null"/> where the interval is unbounded or has no width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width or the number of customers is not positive.</exception>
    public static long? ForWidth(Estimate estimate, long customers, double width)
    {
        Check(width > 0, nameof(width), width, "a positive width");
        Check(customers > 0, nameof(customers), customers, "at least one customer");
        var known = estimate.High - estimate.Low;
        if (!double.IsFinite(known) || known <= 0) return null;
        return Whole(customers * (known / width) * (known / width));
    }

    private static long Whole(double customers) => customers >= long.MaxValue ? long.MaxValue : Math.Max(1, (long)Math.Ceiling(customers));

    private static void Check(bool isGood, string name, double found, string expected)
    {
        if (!isGood) throw new ArgumentOutOfRangeException(name, found, $"Expected {expected}.");
    }
}
