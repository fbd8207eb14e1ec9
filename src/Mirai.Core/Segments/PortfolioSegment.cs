using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>The customer portfolio (CPM): five stages, each current or gone.</summary>
/// <param name="options">Where the groups begin; <see langword="null"/> for the analysis's own.</param>
internal sealed class PortfolioSegment(PortfolioOptions? options) : Segment
{
    private static readonly string[] GroupTexts = [.. PortfolioGroup.All.Select(group => group.Id), None];

    /// <summary>Where the groups begin; <see langword="null"/> for the analysis's own.</summary>
    public PortfolioOptions? Options => options;

    public override string Id => "portfolio";

    public override string JapaneseName => "顧客ポートフォリオ";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new Placement(history, new PortfolioRules(history, options ?? PortfolioOptions.Default, activePeriod, maxThreads));

    /// <summary>In series the group of the month's end before, on one day that of the day.</summary>
    private sealed class Placement : SegmentPlacement
    {
        private readonly int _days;
        private readonly PortfolioRules _rules;
        private readonly Lazy<(int[] Days, PortfolioThreshold[] Thresholds)> _monthEnds;

        public Placement(PurchaseHistory history, PortfolioRules rules)
        {
            _days = history.Days.Count;
            _rules = rules;
            _monthEnds = new Lazy<(int[], PortfolioThreshold[])>(() =>
            {
                var days = PortfolioRules.MonthEnds(history.Days);
                return (days, [.. days.Select(rules.ThresholdOn)]);
            });
        }

        public override IReadOnlyList<string> Values => GroupTexts;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            var (days, thresholds) = _monthEnds.Value;
            Span<int> groups = days.Length <= 512 ? stackalloc int[512] : new int[days.Length];
            _rules.GroupsOf(run, days, thresholds, groups);
            var last = new Membership(0, _days, PortfolioGroup.Count);
            for (var i = 0; i < days.Length; i++)
            {
                var value = groups[i] < 0 ? PortfolioGroup.Count : groups[i];
                var from = days[i] + 1;
                if (value == last.Value || from >= _days) continue;
                memberships.Add(last with { Until = from });
                last = new Membership(from, _days, value);
            }

            memberships.Add(last);
        }

        public override int ValueOn(CustomerRun run, int day)
        {
            Span<int> group = stackalloc int[1];
            _rules.GroupsOf(run, [day], [_rules.ThresholdOn(day)], group);
            return group[0] < 0 ? PortfolioGroup.Count : group[0];
        }
    }
}
