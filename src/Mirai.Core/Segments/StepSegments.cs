using System.Globalization;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>Whole years since the first purchase, plus 1.</summary>
internal sealed class CustomerYearSegment : Segment
{
    private static readonly string[] YearTexts = ["1", "2", "3", "4", "5+", None];

    /// <summary>The years' texts, without <see cref="Segment.None"/>.</summary>
    public static ReadOnlySpan<string> Years => YearTexts.AsSpan()[..^1];

    public override string Id => "customer_year";

    public override string JapaneseName => "顧客年次";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new Placement(history.Days.Count, YearEnds(history.Axis));

    /// <summary>For each year but the last and each day index of a first purchase, when the next year begins.</summary>
    public static int[][] YearEnds(DayAxis axis) => [.. Enumerable.Range(1, Years.Length - 1).Select(k => axis.LeaveDays(Period.Years(k)))];

    private sealed class Placement(int days, int[][] yearsEnd) : StepPlacement(days)
    {
        public override IReadOnlyList<string> Values => YearTexts;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            if (run.FirstDay >= 0)
            {
                Step(memberships, run.FirstDay, 0);
                for (var year = 0; year < yearsEnd.Length; year++) Step(memberships, yearsEnd[year][run.FirstDay], year + 1);
            }

            Close(memberships);
        }

        public override int ValueOn(CustomerRun run, int day)
        {
            if (run.FirstDay < 0 || run.FirstDay > day) return NoneValue;
            var year = 0;
            while (year < yearsEnd.Length && yearsEnd[year][run.FirstDay] <= day) year++;
            return year;
        }
    }
}

/// <summary>Purchases so far, in bands.</summary>
internal sealed class PurchaseCountSegment : Segment
{
    /// <summary>Where the usual bands begin.</summary>
    public static readonly int[] UsualBounds = [1, 2, 3, 6, 10];

    private readonly int[] _lowerBounds;
    private readonly string[] _texts;

    public PurchaseCountSegment(IReadOnlyList<int> lowerBounds)
    {
        ArgumentNullException.ThrowIfNull(lowerBounds);
        if (lowerBounds.Count == 0 || lowerBounds[0] != 1 || lowerBounds.Zip(lowerBounds.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException($"The bands begin at {string.Join(", ", lowerBounds)}; expected ascending numbers, the first 1.", nameof(lowerBounds));
        }

        _lowerBounds = [.. lowerBounds];
        _texts = [.. BandTexts(lowerBounds), None];
    }

    public override string Id => "purchase_count";

    public override string JapaneseName => "購買回数";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new Placement(history.Days.Count, _lowerBounds, _texts);

    /// <summary>The bands' texts: 1, 2, 3-5, 6-9, 10+.</summary>
    public static IEnumerable<string> BandTexts(IReadOnlyList<int> lowerBounds) =>
        lowerBounds.Select((low, i) => BandText(low, i + 1 < lowerBounds.Count ? lowerBounds[i + 1] - 1 : null));

    internal static string BandText(int low, int? high) => high is null
        ? string.Create(CultureInfo.InvariantCulture, $"{low}+")
        : low == high ? low.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low}-{high}");

    private sealed class Placement(int days, int[] lowerBounds, string[] texts) : StepPlacement(days)
    {
        public override IReadOnlyList<string> Values => texts;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            var (count, band) = (0, -1);
            for (var row = 0; row < run.Days.Length; row++)
            {
                if (run.Amounts[row] < 0) continue;
                count++;
                while (band + 1 < lowerBounds.Length && lowerBounds[band + 1] <= count) Step(memberships, run.Days[row], ++band);
            }

            Close(memberships);
        }

        public override int ValueOn(CustomerRun run, int day)
        {
            var (rows, count) = (run.RowsUntil(day), 0);
            var amounts = run.Amounts;
            for (var row = 0; row < rows; row++)
            {
                if (amounts[row] >= 0) count++;
            }

            var band = lowerBounds.Length - 1;
            while (band >= 0 && lowerBounds[band] > count) band--;
            return band < 0 ? NoneValue : band;
        }
    }
}

/// <summary>Whether the first purchase day carried a discount.</summary>
internal sealed class FirstPurchaseDiscountedSegment : Segment
{
    private static readonly string[] AnswerTexts = ["yes", "no", None];

    public override string Id => "first_purchase_discounted";

    public override string JapaneseName => "初回値引";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) => history.HasDiscounts
        ? new Placement(history.Days.Count)
        : throw new ArgumentException($"Segment `{Id}` needs discounts, and the purchases carry none.");

    private sealed class Placement(int days) : StepPlacement(days)
    {
        public override IReadOnlyList<string> Values => AnswerTexts;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            if (run.FirstDay >= 0) Step(memberships, run.FirstDay, IsDiscounted(run) ? 0 : 1);
            Close(memberships);
        }

        private static bool IsDiscounted(CustomerRun run)
        {
            for (var row = 0; row < run.Days.Length && run.Days[row] <= run.FirstDay; row++)
            {
                if (run.Days[row] == run.FirstDay && run.Amounts[row] >= 0 && run.Discounts[row] > 0) return true;
            }

            return false;
        }
    }
}
