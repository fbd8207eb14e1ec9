using FsCheck.Xunit;
using Mirai.Core.Tests.Engine;
using Mirai.Lifetime;
using Mirai.Model;
using Mirai.TestSupport;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>What models read off a history, against the plainest code over each customer's purchases.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 60)]
public class ModelHistoryProperties
{
    [Property]
    public void PurchaseStatistics_OfAnyDay_AreThePlainOnes(SmallHistory history, ushort pick)
    {
        var (analysis, until) = (EngineFeed.Analysis(history), Day(history, pick));
        var expected = Lives(analysis, until)
            .Select(life => (life.Days.Length - 1, life.Days[^1].DayNumber - life.Days[0].DayNumber, until.DayNumber - life.Days[0].DayNumber))
            .GroupBy(pattern => pattern).OrderBy(group => group.Key.Item1).ThenBy(group => group.Key.Item3).ThenBy(group => group.Key.Item2)
            .Select(group => new PurchaseGroup(group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Count())).ToList();
        var found = analysis.PurchaseStatistics(until);
        Assert.Equal(expected, found.Patterns);
        Assert.Equal(expected.Where(group => group.Frequency > 0).Sum(group => group.Customers), found.RepeatBuyers);
        Assert.Equal(expected.Sum(group => group.Frequency * group.Customers), found.RepeatPurchases);
    }

    [Property]
    public void SpendStatistics_OfAnyDay_AreThePlainOnes(SmallHistory history, ushort pick)
    {
        var (analysis, until) = (EngineFeed.Analysis(history), Day(history, pick));
        var repeats = Lives(analysis, until).Where(life => life.Days.Length > 1)
            .Select(life => (Frequency: life.Days.Length - 1, Spend: life.Purchases.Where(entry => entry.Day > life.Days[0]).Sum(entry => entry.Amount))).ToList();
        var expected = repeats.Where(life => life.Spend > 0).GroupBy(life => life).OrderBy(group => group.Key.Frequency).ThenBy(group => group.Key.Spend)
            .Select(group => new SpendGroup(group.Key.Frequency, (double)group.Key.Spend / group.Key.Frequency, group.Count()));
        var found = analysis.SpendStatistics(until);
        Assert.Equal(expected, found.Patterns);
        Assert.Equal(repeats.Count(life => life.Spend == 0), found.Excluded);
    }

    [Property]
    public void ScoreCustomers_OfAnyDay_AreTheModelsAnswers(SmallHistory history, ushort pick)
    {
        var (analysis, until) = (EngineFeed.Analysis(history), Day(history, pick));
        var spend = new GammaGammaModel(6, 4, 1_500);
        foreach (var model in new PurchaseModel[] { PublishedMbg, PublishedBg, PublishedPareto })
        {
            var scores = analysis.ScoreCustomers(model, until, spend, new PurchaseScoreOptions { Horizon = Period.Months(3), ValueMonths = 6, MonthlyDiscountRate = 0.02 });
            var lives = Lives(analysis, until).ToDictionary(life => life.Customer);
            for (var customer = 0; customer < analysis.History.CustomerCount; customer++)
            {
                if (!lives.TryGetValue(customer, out var life))
                {
                    Assert.Equal((-1, double.NaN, double.NaN), (scores.Frequency[customer], scores.ProbabilityAlive[customer], scores.DiscountedValue[customer]));
                    continue;
                }

                var group = new PurchaseGroup(life.Days.Length - 1, life.Days[^1].DayNumber - life.Days[0].DayNumber, until.DayNumber - life.Days[0].DayNumber, 1);
                var total = (double)life.Purchases.Where(entry => entry.Day > life.Days[0]).Sum(entry => entry.Amount);
                var perPurchase = spend.ExpectedSpend(total > 0 ? group.Frequency : 0, total / Math.Max(1, group.Frequency));
                Near(model.ProbabilityAlive(group.ToPattern()), scores.ProbabilityAlive[customer], 1e-12);
                var horizon = Period.Months(3).After(until).DayNumber - until.DayNumber;
                Near(model.ExpectedPurchases(group.ToPattern(), TimeSpan.FromDays(horizon)), scores.ExpectedPurchases[customer], 1e-11);
                Near(perPurchase, scores.ExpectedSpend[customer], 1e-12);
                Near(model.DiscountedPurchases(group.ToPattern(), 6, 0.02) * perPurchase, scores.DiscountedValue[customer], 1e-11);
            }
        }
    }

    [Property]
    public void CompareHoldout_OfAnyDay_CountsWhatCame(SmallHistory history, ushort pick)
    {
        var (analysis, until) = (EngineFeed.Analysis(history), Day(history, pick));
        if (until == analysis.History.Days.Last)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => analysis.CompareHoldout(PublishedMbg, until));
            return;
        }

        var whole = Lives(analysis, analysis.History.Days.Last).ToDictionary(life => life.Customer);
        var expected = Lives(analysis, until).GroupBy(life => Math.Min(7, life.Days.Length - 1))
            .ToDictionary(group => group.Key, group => ((long)group.Count(), (long)group.Sum(life => whole[life.Customer].Days.Length - life.Days.Length)));
        var found = analysis.CompareHoldout(PublishedMbg, until);
        foreach (var row in found.Rows) Assert.Equal(expected.GetValueOrDefault(row.Frequency), (row.Customers, row.ActualPurchases));
        var days = analysis.History.Days.Last.DayNumber - until.DayNumber;
        Near(
            analysis.PurchaseStatistics(until).Patterns.Sum(group => group.Customers * PublishedMbg.ExpectedPurchases(group.ToPattern(), TimeSpan.FromDays(days))),
            found.Total.ExpectedPurchases, 1e-10);
    }

    [Property]
    public void RetentionCounts_OfOwnPeriods_AreThePlainOnes(SmallHistory history, ushort pick)
    {
        var (analysis, until) = (EngineFeed.Analysis(history), Day(history, pick));
        foreach (var period in new[] { Period.OneYear, Period.Months(3), Period.Days(90) })
        {
            var (lost, remaining) = (new Dictionary<int, double>(), new Dictionary<int, double>());
            foreach (var life in Lives(analysis, until))
            {
                bool IsOver(int own) => period.Times(own).After(life.Days[0]) <= until.AddDays(1);
                bool Bought(int own) => life.Days.Any(day => day >= period.Times(own - 1).After(life.Days[0]) && day < period.Times(own).After(life.Days[0]));
                if (!IsOver(2)) continue;
                var own = 2;
                while (IsOver(own) && Bought(own)) own++;
                var counts = IsOver(own) ? lost : remaining;
                counts[IsOver(own) ? own - 1 : own - 2] = counts.GetValueOrDefault(IsOver(own) ? own - 1 : own - 2) + 1;
            }

            var found = analysis.RetentionCounts(period, until);
            for (var periods = 1; periods <= found.Periods; periods++)
            {
                Assert.Equal((lost.GetValueOrDefault(periods), remaining.GetValueOrDefault(periods)), (found.Lost[periods], found.Remaining[periods]));
            }

            Assert.Equal(lost.Values.Sum() + remaining.Values.Sum(), found.Customers);
        }
    }

    [Property(MaxTest = 10)]
    public void Rows_ShuffledSplitAndOnManyThreads_GiveTheSameStatistics(SmallHistory history, byte seed)
    {
        var (plain, other) = (
            EngineFeed.Analysis(history), EngineFeed.Analysis(history, new EngineFeed { Writers = 3, Threads = 4, ShuffleSeed = seed }));
        var until = history.LastDay;
        Assert.Equal(plain.PurchaseStatistics(until).Patterns, other.PurchaseStatistics(until).Patterns);
        Assert.Equal(plain.SpendStatistics(until).Patterns, other.SpendStatistics(until).Patterns);
        Assert.Equal(plain.ScoreCustomers(PublishedPareto, until).ExpectedPurchases, other.ScoreCustomers(PublishedPareto, until).ExpectedPurchases);
    }

    private sealed record Life(int Customer, DateOnly[] Days, Mirai.History.PurchaseEntry[] Purchases);

    private static DateOnly Day(SmallHistory history, ushort pick) => history.FirstDay.AddDays(pick % (history.LastDay.DayNumber - history.FirstDay.DayNumber + 1));

    private static IEnumerable<Life> Lives(CustomerAnalysis analysis, DateOnly until) =>
        from customer in Enumerable.Range(0, analysis.History.CustomerCount)
        let purchases = analysis.History.PurchasesOf(customer).Where(entry => entry.Amount >= 0 && entry.Day <= until).ToArray()
        where purchases.Length > 0
        select new Life(customer, [.. purchases.Select(entry => entry.Day).Distinct().Order()], purchases);
}
