using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

/// <summary>Projects by the formula, without ever rounding.</summary>
internal static class PlainProjection
{
    /// <summary>Active customers and sales of a year, and whether a decimal holds every product and sum on the way.</summary>
    public static (ExactDecimal Active, ExactDecimal Sales, bool Fits) Year(Scenario scenario, int year)
    {
        var (active, sales, fits) = (default(ExactDecimal), default(ExactDecimal), true);
        for (var acquiredIn = year; acquiredIn > -scenario.Existing.Count; acquiredIn--)
        {
            var heads = ExactDecimal.Of(acquiredIn > 0 ? scenario.Acquisition.In(acquiredIn) : scenario.Existing[-acquiredIn]);
            for (var k = acquiredIn > 0 ? 1 : 1 - acquiredIn; k <= year - acquiredIn; k++)
            {
                heads *= ExactDecimal.Of(scenario.Retention.At(k));
                fits &= heads.FitsDecimal();
            }

            var spent = heads * ExactDecimal.Of(scenario.Ltv.At(year - acquiredIn + 1));
            (active, sales) = (active + heads, sales + spent);
            fits &= spent.FitsDecimal() && active.FitsDecimal() && sales.FitsDecimal();
        }

        return (active, sales, fits);
    }
}
