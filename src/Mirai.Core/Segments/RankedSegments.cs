using System.Globalization;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>Tenths of the active customers by sales in the trailing active period.</summary>
internal sealed class DecileSegment : Segment
{
    private static readonly string[] DecileTexts =
        [.. Enumerable.Range(1, 10).Select(decile => decile.ToString(CultureInfo.InvariantCulture)), None];

    public override string Id => "decile";

    public override string JapaneseName => "デシル";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new RankedPlacement(history, activePeriod, maxThreads, DecileTexts, RankedPlacement.DecileOf, namesAll: true);
}

/// <summary>Recency, frequency and monetary score of the active customers.</summary>
internal sealed class RfmSegment : Segment
{
    private static readonly string[] ScoreTexts =
    [
        .. Enumerable.Range(0, 125).Select(score => string.Create(CultureInfo.InvariantCulture, $"{5 - (score / 25)}{5 - (score / 5 % 5)}{5 - (score % 5)}")),
        None,
    ];

    public override string Id => "rfm";

    public override string JapaneseName => "RFM";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new RankedPlacement(history, activePeriod, maxThreads, ScoreTexts, RankedPlacement.RfmOf, namesAll: false);
}

/// <summary>A segment by rank among the active customers: in series that of the month's end before, on one day that of the day.</summary>
internal sealed class RankedPlacement : SegmentPlacement
{
    private readonly PurchaseHistory _history;
    private readonly Period _activePeriod;
    private readonly int _maxThreads;
    private readonly string[] _texts;
    private readonly Func<ScoreLimits, int, int, long, int> _valueOf;
    private readonly bool _namesAll;
    private readonly Lazy<(int[] Days, int[] Before, ScoreLimits[] Limits)> _monthEnds;
    private readonly Dictionary<int, ScoreLimits> _limitsOfDay = [];
    private readonly Lock _limiting = new();

    public RankedPlacement(
        PurchaseHistory history, Period activePeriod, int maxThreads, string[] texts, Func<ScoreLimits, int, int, long, int> valueOf, bool namesAll)
    {
        _history = history;
        _activePeriod = activePeriod;
        _maxThreads = maxThreads;
        _texts = texts;
        _valueOf = valueOf;
        _namesAll = namesAll;
        _monthEnds = new Lazy<(int[], int[], ScoreLimits[])>(MonthEnds);
    }

    public override IReadOnlyList<string> Values => _texts;

    public override int NamedValues => _namesAll ? _texts.Length - 1 : 0;

    /// <summary>The decile's place, from 0 for the best.</summary>
    public static int DecileOf(ScoreLimits limits, int lastDay, int purchases, long sales) => RankLimits.GroupOf(sales, limits.SalesTenths) - 1;

    /// <summary>The place of the three scores, from 0 for 555.</summary>
    public static int RfmOf(ScoreLimits limits, int lastDay, int purchases, long sales) =>
        ((RankLimits.GroupOf(lastDay, limits.LastDayFifths) - 1) * 25)
        + ((RankLimits.GroupOf(purchases, limits.PurchaseFifths) - 1) * 5)
        + RankLimits.GroupOf(sales, limits.SalesFifths) - 1;

    public override void Place(CustomerRun run, List<Membership> memberships)
    {
        var (days, before, limits) = _monthEnds.Value;
        var none = _texts.Length - 1;
        var last = new Membership(0, _history.Days.Count, none);
        for (var i = 0; i < days.Length; i++)
        {
            var value = ValueOf(run, before[i], days[i], limits[i]);
            var from = days[i] + 1;
            if (value == last.Value || from >= _history.Days.Count) continue;
            memberships.Add(last with { Until = from });
            last = new Membership(from, _history.Days.Count, value);
        }

        memberships.Add(last);
    }

    public override int ValueOn(CustomerRun run, int day)
    {
        var before = _history.Axis.BeforeIndex(day, _activePeriod);
        ScoreLimits? limits;
        lock (_limiting)
        {
            if (!_limitsOfDay.TryGetValue(day, out limits)) _limitsOfDay.Add(day, limits = LimitsOn(day, before));
        }

        return ValueOf(run, before, day, limits);
    }

    private int ValueOf(CustomerRun run, int before, int day, ScoreLimits limits)
    {
        var last = run.LastPurchaseDay(day);
        if (last < 0 || last <= before) return _texts.Length - 1;
        var (purchases, sales) = run.Sum(before, day);
        return _valueOf(limits, last, purchases, sales);
    }

    private (int[] Days, int[] Before, ScoreLimits[] Limits) MonthEnds()
    {
        var days = new List<int>();
        for (var day = 0; day < _history.Days.Count - 1; day++)
        {
            if (_history.Days[day].AddDays(1).Day == 1) days.Add(day);
        }

        int[] before = [.. days.Select(day => _history.Axis.BeforeIndex(day, _activePeriod))];
        return ([.. days], before, [.. days.Select((day, i) => LimitsOn(day, before[i]))]);
    }

    private ScoreLimits LimitsOn(int day, int before) =>
        ActiveScores.On(_history, before, day, _maxThreads, CancellationToken.None).Limits;
}
