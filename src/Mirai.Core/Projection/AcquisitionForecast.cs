namespace Mirai.Projection;

/// <summary>How many new customers the months after an origin bring: as in the year before, or as told, spread over the year as in the history.</summary>
/// <remarks>
/// Months in which new customers only look new are left out as long as there are others. What share of a year's new customers comes in which month is
/// counted over up to three years, and leans on the seasons of buying as far as counts are small.
/// </remarks>
internal static class AcquisitionForecast
{
    private const int YearsOfSeasons = 3;
    private const double Lean = 15;

    /// <summary>New customers by month.</summary>
    public static double[] Of(ForecastEvidence evidence, OriginEvidence known, int origin, ForecastAcquisition acquisition, int months)
    {
        var shares = Shares(evidence, known, origin);
        var perYear = acquisition.PerYear ?? LastYear(evidence, shares, origin);
        var expected = new double[months];
        for (var month = 0; month < months; month++) expected[month] = perYear * shares[evidence.Calendar.SeasonOf(origin + 1 + month)];
        return expected;
    }

    /// <summary>
    /// What a back-test assumes at an origin, where the caller's number for the time after the as-of day says nothing: none where nobody new came in the last
    /// month, else as many as in the year before.
    /// </summary>
    public static double[] ForBackTest(ForecastEvidence evidence, OriginEvidence known, int origin, ForecastAcquisition acquisition, int months)
    {
        var hasEnded = acquisition.PerYear is not null && evidence.Totals[origin].New == 0;
        return Of(evidence, known, origin, hasEnded ? ForecastAcquisition.None : ForecastAcquisition.SameAsLastYear, months);
    }

    /// <summary>The new customers of the last twelve months; where fewer tell, as many as these months' share of a year says.</summary>
    private static double LastYear(ForecastEvidence evidence, double[] shares, int origin)
    {
        var months = Math.Clamp(origin - evidence.Calendar.Founding, Math.Min(3, origin), 12);
        var (sum, share) = (0.0, 0.0);
        for (var month = origin - months + 1; month <= origin; month++)
        {
            sum += evidence.Totals[month].New;
            share += shares[evidence.Calendar.SeasonOf(month)];
        }

        return share > 0 ? sum / share : 0;
    }

    /// <summary>What share of a year's new customers comes in each part of the year.</summary>
    private static double[] Shares(ForecastEvidence evidence, OriginEvidence known, int origin)
    {
        var years = Math.Clamp((origin - evidence.Calendar.Founding) / 12, 0, YearsOfSeasons);
        var shares = new double[12];
        for (var season = 0; season < 12; season++) shares[season] = Lean * known.BuyingSeason[season];
        for (var month = origin - (12 * years) + 1; month <= origin; month++)
        {
            shares[evidence.Calendar.SeasonOf(month)] += evidence.Totals[month].New;
        }

        var total = shares.Sum();
        for (var season = 0; season < 12; season++) shares[season] /= total;
        return shares;
    }
}
