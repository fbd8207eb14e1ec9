namespace Mirai.Projection;

/// <summary>The engine: from cohorts to years, in decimals.</summary>
/// <remarks>
/// Nothing is divided, so every figure is exact as long as its 28 digits hold it; longer products are rounded there, some 18 digits below one
/// yen. The bounds of curves and plans keep every sum within a decimal.
/// </remarks>
internal static class ScenarioYears
{
    /// <summary>One year with its cohorts.</summary>
    public static ScenarioYear Of(Scenario scenario, int year)
    {
        var cohorts = new List<CohortYear>();
        for (var acquiredIn = year; acquiredIn > -scenario.Existing.Count; acquiredIn--)
        {
            var customerYear = year - acquiredIn + 1;
            var heads = acquiredIn > 0 ? scenario.Acquisition.In(acquiredIn) : scenario.Existing[-acquiredIn];
            if (heads == 0) continue;
            var stayedSince = acquiredIn > 0 ? 1 : 1 - acquiredIn;
            for (var k = stayedSince; k < customerYear; k++) heads *= scenario.Retention.At(k);
            cohorts.Add(new CohortYear(acquiredIn, customerYear, heads, heads * scenario.Ltv.At(customerYear)));
        }

        var acquired = year > 0 ? scenario.Acquisition.In(year) : scenario.Existing.Count > 0 ? scenario.Existing[0] : 0;
        return new ScenarioYear(year, acquired, cohorts.Sum(cohort => cohort.Active), cohorts.Sum(cohort => cohort.Sales), cohorts);
    }

    /// <summary>What the customers of a year spend some years later.</summary>
    public static decimal SalesAhead(Scenario scenario, ScenarioYear from, int years)
    {
        var sales = 0m;
        foreach (var cohort in from.Cohorts)
        {
            var heads = cohort.Active;
            for (var ahead = 0; ahead < years; ahead++) heads *= scenario.Retention.At(cohort.CustomerYear + ahead);
            sales += heads * scenario.Ltv.At(cohort.CustomerYear + years);
        }

        return sales;
    }
}
