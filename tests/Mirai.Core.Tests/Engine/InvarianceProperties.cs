using FsCheck.Xunit;
using Mirai.Measures;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>How rows arrive and how wide their columns must be changes no figure.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)], MaxTest = 6)]
public sealed class InvarianceProperties
{
    private const string LongTail = ", a key that is too long for any word of a machine";
    private static readonly string[] KeyedFigures = ["customers ", "members ", "deciles ", "scores"];

    [Property]
    public void Rows_ShuffledSplitAndOnManyThreads_GiveTheSameFigures(SmallHistory history, byte seed)
    {
        foreach (var isPlain in new[] { false, true })
        {
            var plainest = Figures.Of(EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain }));
            foreach (var (writers, threads) in new[] { (1, 1), (2, 2), (3, 7), (7, 3), (40, 0) })
            {
                var feed = new EngineFeed { IsPlain = isPlain, Writers = writers, Threads = threads, ShuffleSeed = seed + writers };
                Figures.AssertSame(plainest, Figures.Of(EngineFeed.Analysis(history, feed)));
            }
        }
    }

    [Property(MaxTest = 3)]
    public void Keys_OfEveryLength_GiveTheSameSeries(SmallHistory history)
    {
        Func<string, string>[] spellings =
        [
            key => key + LongTail, key => key + "-9to15", key => "顧客" + ((char)('a' + (key.Length % 3))) + key,
            key => key.PadLeft(15, '_'), key => key.PadLeft(16, '_'), key => LongTail + key,
            key => key is "a" or "17" ? key : key + LongTail, key => $"{Math.Abs(key[0] * 7919L) + (key.Length * 13)}",
        ];
        foreach (var isPlain in new[] { false, true })
        {
            var expected = Series(EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain }));
            foreach (var spelling in spellings)
                Figures.AssertSame(expected, Series(EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain, KeyOf = spelling, Writers = 2 })));
        }
    }

    [Property]
    public void Amounts_BeyondThirtyTwoBits_GiveTheSameCountsAndScaledMoney(SmallHistory history)
    {
        const long factor = 100_000_000;
        foreach (var isPlain in new[] { false, true })
        {
            var narrow = EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain });
            var wide = EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain, AmountFactor = factor });
            foreach (var (own, large) in narrow.Daily(EngineFeed.MeasuresOf(narrow)).Zip(wide.Daily(EngineFeed.MeasuresOf(wide))))
            {
                foreach (var day in history.TurningDays())
                {
                    var isMoney = own.Measure.Unit is MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase;
                    var expected = ExactSeries.At(own, day);
                    if (isMoney) expected = expected with { Part = expected.Part * factor };
                    ExactSeries.AssertSame(expected, ExactSeries.At(large, day), $"{own.Measure} on {day:yyyy-MM-dd}");
                }
            }

            Assert.Equal(narrow.Deciles(history.LastDay), wide.Deciles(history.LastDay));
            Assert.Equal(narrow.Rfm(history.LastDay), wide.Rfm(history.LastDay));
        }
    }

    /// <summary>A return of long ago belongs to no window of these days, but makes the axis longer than 65,536 days.</summary>
    [Property(MaxTest = 3)]
    public void Days_BeyondSixteenBits_GiveTheSameSeries(SmallHistory history)
    {
        var early = history.Rows[0] with { Customer = "early", Day = new DateOnly(1800, 1, 1), Amount = -1, Discount = 0 };
        foreach (var isPlain in new[] { false, true })
        {
            var near = EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain });
            var far = EngineFeed.Analysis(history, new EngineFeed { IsPlain = isPlain, ExtraRows = [early] });
            Assert.NotNull(far.History.Columns.Days32);
            foreach (var (own, found) in near.Daily(EngineFeed.MeasuresOf(near)).Zip(far.Daily(EngineFeed.MeasuresOf(far), near.History.Days)))
            {
                Assert.Equal(own.Numerators.ToArray(), found.Numerators.ToArray());
                Assert.Equal(own.Denominators.ToArray(), found.Denominators.ToArray());
            }

            Assert.Equal(
                near.SegmentMembers(Segments.Segment.Rfm, history.LastDay), far.SegmentMembers(Segments.Segment.Rfm, history.LastDay));
            Assert.Equal(Rows(near), Rows(far));
        }
    }

    /// <summary>All but what names customers or is listed in their order.</summary>
    private static Dictionary<string, long[]> Series(CustomerAnalysis analysis) => Figures.Of(analysis)
        .Where(figure => !KeyedFigures.Any(keyed => figure.Key.StartsWith(keyed, StringComparison.Ordinal)))
        .ToDictionary(figure => figure.Key, figure => figure.Value, StringComparer.Ordinal);

    private static string Rows(CustomerAnalysis analysis) => string.Join('\n', analysis.Cohorts(CohortGrain.Year).Rows
        .Select(row => $"{row.Label} {row.Size} {string.Join(' ', row.Cells)}"));
}
