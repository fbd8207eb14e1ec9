namespace Mirai.Projection;

/// <summary>How much more or less happens in each part of the year than in the year's average.</summary>
/// <remarks>
/// From the ratios of what happened to what the states of customers led to expect, so that growth does not look like a season. Where two years are known, each
/// ratio is taken to the average of the twelve months around it. Ratios that chance alone could have made are drawn towards 1.
/// </remarks>
internal static class SeasonIndex
{
    /// <summary>No seasons.</summary>
    public static double[] Flat => [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>The index from 0 to 11.</summary>
    /// <param name="ratios">By month from the first to the last known one, what happened to what was expected; <see cref="double.NaN"/> where nothing was expected.</param>
    /// <param name="variances">By month, the variance that chance gives the ratio.</param>
    /// <param name="seasonOf">The place in the year of a position.</param>
    public static double[] Of(ReadOnlySpan<double> ratios, ReadOnlySpan<double> variances, Func<int, int> seasonOf)
    {
        if (ratios.Length < 12) return Flat;
        var (sums, weights) = (new double[12], new double[12]);
        for (var i = 0; i < ratios.Length; i++)
        {
            var level = LevelAround(ratios, variances, i);
            if (!(level > 0) || !(variances[i] > 0)) continue;
            var weight = 1 / variances[i];
            sums[seasonOf(i)] += ratios[i] / level * weight;
            weights[seasonOf(i)] += weight;
        }

        if (weights.Contains(0)) return Flat;
        var index = new double[12];
        for (var season = 0; season < 12; season++) index[season] = sums[season] / weights[season];
        var mean = index.Average();
        var spread = index.Sum(value => (value - mean) * (value - mean)) / 11;
        for (var season = 0; season < 12; season++)
        {
            var chance = 1 / weights[season];
            var trust = spread <= 0 ? 0 : Math.Max(0, spread - chance) / spread;
            index[season] = 1 + (trust * ((index[season] / mean) - 1));
        }

        return index;
    }

    /// <summary>The average of the year around a position: centred where there are two years, else that of all months. Months count by what was expected of them.</summary>
    private static double LevelAround(ReadOnlySpan<double> ratios, ReadOnlySpan<double> variances, int at)
    {
        if (ratios.Length <= 24) return Mean(ratios, variances);
        if (at < 6 || at + 6 >= ratios.Length) return double.NaN;
        var (first, second) = (at - 6, at - 5);
        return (Mean(ratios.Slice(first, 12), variances.Slice(first, 12)) + Mean(ratios.Slice(second, 12), variances.Slice(second, 12))) / 2;
    }

    private static double Mean(ReadOnlySpan<double> ratios, ReadOnlySpan<double> variances)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < ratios.Length; i++)
        {
            if (double.IsNaN(ratios[i]) || !(variances[i] > 0)) continue;
            sum += ratios[i] / variances[i];
            weights += 1 / variances[i];
        }

        return weights > 0 ? sum / weights : double.NaN;
    }
}
