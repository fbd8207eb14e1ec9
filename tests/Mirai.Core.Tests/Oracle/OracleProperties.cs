using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

/// <summary>What must hold whatever the history: the oracle's measures are written one by one, so that their identities can fail.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 30)]
public sealed class OracleProperties
{
    [Property]
    public void DailyFlow_CarriesActiveFromDayToDay(SmallHistory history)
    {
        var oracle = history.Oracle;
        foreach (var day in history.TurningDays().Where(day => day > history.FirstDay))
        {
            var before = Number(oracle, "active_customers", day.AddDays(-1));
            var came = Number(oracle, "new_customers", day) + Number(oracle, "reactivated_customers", day);
            Assert.Equal(Number(oracle, "active_customers", day), before + came - Number(oracle, "lapsed_customers", day));
        }
    }

    [Property]
    public void YearOnYear_AddsUpToBothEnds(SmallHistory history)
    {
        var oracle = history.Oracle;
        foreach (var day in history.TurningDays())
        {
            var came = Number(oracle, "new_customers_yoy", day) + Number(oracle, "reactivated_customers_yoy", day);
            Assert.Equal(Number(oracle, "active_customers", day), came + Number(oracle, "retained_customers", day));
            var before = history.ActivePeriod.Before(day);
            Assert.Equal(
                before < history.FirstDay ? 0 : Number(oracle, "active_customers", before),
                Number(oracle, "retained_customers", day) + Number(oracle, "lost_customers", day));
        }
    }

    [Property]
    public void SalesIdentity_HoldsAsFractions(SmallHistory history)
    {
        var oracle = history.Oracle;
        foreach (var day in history.TurningDays())
        {
            var (ltv, frequency, orderValue) =
                (oracle.Value("trailing_ltv", day), oracle.Value("purchase_frequency", day), oracle.Value("average_order_value", day));
            Assert.Equal(Number(oracle, "active_customers", day) == 0, ltv.IsMissing);
            Assert.Equal(ltv.IsMissing, frequency.IsMissing);
            Assert.Equal(ltv.IsMissing, orderValue.IsMissing);
            Assert.True(ltv.IsSameNumberAs(new Ratio(frequency.Part * orderValue.Part, frequency.Whole * orderValue.Whole)));
            Assert.True(ltv.IsMissing || oracle.Value("trailing_sales", day).IsSameNumberAs(Ratio.Of(ltv.Part)));
        }
    }

    [Property]
    public void SingleValuedSegments_AddUpToTheWhole(SmallHistory history)
    {
        string[] measures =
        [
            "active_customers", "lapsed_customers", "lapsed_pool", "lost_customers", "new_customers_yoy",
            "sales", "trailing_sales", "recent_buyers",
        ];
        var oracle = history.Oracle;
        foreach (var day in history.TurningDays().Take(20))
        {
            foreach (var segment in oracle.Segments.Except(oracle.Dimensions, StringComparer.Ordinal))
            {
                foreach (var measure in measures)
                    Assert.Equal(Number(oracle, measure, day), oracle.BySegment(measure, segment, day).Values.Sum(value => value.Part));
            }
        }
    }

    [Property]
    public void Explanation_AddsUp(SmallHistory history)
    {
        var oracle = history.Oracle;
        var days = history.TurningDays().ToList();
        foreach (var (s, t) in days.Zip(days.Skip(days.Count / 3)))
        {
            var e = oracle.Explain(s, t);
            Assert.Equal(Number(oracle, "trailing_sales", t) - Number(oracle, "trailing_sales", s), e.Change);
            Assert.Equal(0, decimal.Round(e.Customers + e.Frequency + e.OrderValue + e.Returns - e.Change, 15));
            Assert.Equal(0, decimal.Round(e.New + e.Reactivated + e.Lapsed - e.Customers, 15));
        }
    }

    [Property]
    public void FlowBetween_AddsUp(SmallHistory history)
    {
        var days = history.TurningDays().ToList();
        foreach (var (s, t) in days.Zip(days.Skip(days.Count / 2)))
        {
            var flow = history.Oracle.FlowBetween(s, t);
            Assert.Equal(flow.ActiveAfter, flow.ActiveBefore - flow.Lapsed + flow.New + flow.Reactivated);
            Assert.Equal(flow.ActiveBefore, flow.Retained + flow.Lapsed);
        }
    }

    [Property]
    public void OrderOfRows_ChangesNothing(SmallHistory history)
    {
        var (oracle, reversed) = (history.Oracle, (history with { Rows = [.. history.Rows.Reverse()] }).Oracle);
        foreach (var day in history.TurningDays().Take(10))
        {
            foreach (var measure in LinqOracle.MeasureIds) Assert.Equal(oracle.Value(measure, day), reversed.Value(measure, day));
        }
    }

    [Property(MaxTest = 200)]
    public void Generator_KeepsItsPromises(SmallHistory history)
    {
        Assert.InRange(history.Rows.Count, 1, 30);
        Assert.InRange(history.Rows.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Count(), 1, 8);
        Assert.True(history.ObservedUntil is null || history.ObservedUntil >= history.Rows.Max(row => row.Day));
        Assert.All(history.Rows, row => Assert.True(row.Amount < 0 || row.Discount >= 0));
    }

    [Fact]
    public void Generator_MeetsEveryBoundary()
    {
        var histories = Samples(400);
        bool Met(Func<SmallHistory, Purchase, Purchase, bool> boundary) => histories.Exists(history => history.Rows.Any(first =>
            history.Rows.Any(second => Same(second.Customer, first.Customer) && boundary(history, first, second))));
        bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
        bool IsSameOrderId(Purchase first, Purchase second) => first.Order is not null && Same(first.Order, second.Order);
        bool Gap(Purchase first, Purchase second, int days) => second.Day.DayNumber - first.Day.DayNumber == days;

        Assert.All([90, 240, 365, 366], days => Assert.True(Met((_, first, second) => Gap(first, second, days))));
        Assert.True(Met((history, first, second) => first.Day != second.Day && history.ActivePeriod.After(first.Day) == second.Day));
        Assert.True(Met((_, first, second) => !ReferenceEquals(first, second) && IsSameOrderId(first, second) && Gap(first, second, 0)));
        Assert.True(Met((_, first, second) => IsSameOrderId(first, second) && !Gap(first, second, 0)));
        Assert.True(Met((_, first, _) => first.Day is { Month: 2, Day: 29 }));
        Assert.Equal(400, histories.Count);
        Assert.Contains(histories, history => history.Rows.All(row => row.Discount == 0));
        Assert.Contains(histories, history => history.Rows.All(row => row.Amount < 0));
        Assert.Equal(7, histories.Select(history => history.ActivePeriod).Distinct().Count());
    }

    [Fact]
    public void Shrinker_FindsASmallCulprit()
    {
        var arbitrary = SmallHistories.SmallHistory();
        bool IsCulprit(SmallHistory history) => history.Rows.Any(row => row.Amount < 0);
        var history = Samples(100).First(found => IsCulprit(found) && found.Rows.Count > 10);
        while (arbitrary.Shrinker(history).FirstOrDefault(IsCulprit) is { } smaller) history = smaller;
        var row = Assert.Single(history.Rows);
        Assert.Equal((-100m, 0m, null), (row.Amount, row.Discount, row.Order));
        Assert.Null(history.ObservedUntil);
        Assert.Equal(Period.OneYear, history.ActivePeriod);
    }

    private static List<SmallHistory> Samples(int count) =>
        Gen.Sample(SmallHistories.SmallHistory().Generator, count, new Rnd(20_240_229), 50).ToList();

    private static decimal Number(LinqOracle oracle, string measure, DateOnly day)
    {
        var value = oracle.Value(measure, day);
        Assert.Equal(1, value.Whole);
        return value.Part;
    }
}
