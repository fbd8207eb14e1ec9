using Mirai.History;
using Mirai.Projection;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Projection;

/// <summary>Holds the curves of a history against the oracle's.</summary>
internal static class OwnYearCheck
{
    public static OwnYearCurves EqualsOracle(LinqOracle oracle, PurchaseHistory history, DateOnly asOf, OwnYearOptions options)
    {
        var curves = OwnYearCurves.Of(history, asOf, options);
        var trials = oracle.OwnYearTrials(asOf);
        var plain = new PlainOwnYears(trials, asOf, options.PooledYears, options.FirstSeenFrom);
        var years = trials.Select(trial => trial.Year).DefaultIfEmpty(0).Max();
        Assert.True(curves.Years.Count <= years);
        for (var year = 1; year <= years; year++)
        {
            var found = year <= curves.Years.Count ? curves.Years[year - 1] : new OwnYear(year, 0, 0, 0, 0, new(year, 0, 0), new(year, 0, 0));
            Assert.Equal(plain.Whole(year), (found.Buyers, found.Sales, found.AtRisk, found.Stayed));
            Same(plain.Retention(year), found.Retention);
            Same(plain.Value(year), found.Value);
        }

        foreach (var found in curves.Lapsed)
        {
            var expected = plain.Lapsed(found.YearsLapsed);
            Assert.Equal((expected.AtRisk, expected.Returned), (found.AtRisk, found.Returned));
            Same(expected.Return, found.Return);
            Same(expected.Value, found.Value);
        }

        return curves;
    }

    private static void Same(CurveEvidence expected, CurveEvidence found)
    {
        Assert.Equal(expected.CustomerYear, found.CustomerYear);
        Assert.Equal(decimal.Round(expected.Whole, 15), decimal.Round(found.Whole, 15));
        Assert.Equal(decimal.Round(expected.Part, 15), decimal.Round(found.Part, 15));
    }
}
