using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>Several segments at once: a customer's value is the combination of those of each. Purchase dimensions, of which a customer has several values, cannot be crossed.</summary>
internal sealed class CrossedSegment(IReadOnlyList<Segment> segments) : Segment
{
    private const char Separator = '\u0001';

    public override string Id => string.Join(" x ", segments.Select(s => s.Id));

    public override string JapaneseName => string.Join("×", segments.Select(s => s.JapaneseName));

    /// <summary>The combination's text of values in the order of the segments.</summary>
    public static string ValueOf(IEnumerable<string> values) => string.Join(Separator, values);

    /// <summary>The values that make a combination's text.</summary>
    public static string[] ValuesOf(string combination) => combination.Split(Separator);

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null)
    {
        SegmentPlacement[] placements = [.. segments.Select(s => s.Place(history, attributes, activePeriod, maxThreads, contacts))];
        if (!Array.Exists(placements, p => p.IsMultiValued)) return new Placement(placements);
        throw new ArgumentException($"Figures cannot be split by {string.Join(" and ", segments.Select(s => $"`{s.Id}`"))} together: of a purchase dimension a customer has several values.");
    }

    private sealed class Placement : SegmentPlacement
    {
        private readonly SegmentPlacement[] _placements;

        public Placement(SegmentPlacement[] placements)
        {
            _placements = placements;
            IEnumerable<string[]> values = [[]];
            foreach (var placement in placements) values = values.SelectMany(_ => placement.Values, (known, value) => (string[])[.. known, value]);
            Values = [.. values.Select(ValueOf)];
        }

        public override IReadOnlyList<string> Values { get; }

        public override int NamedValues => 0;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            memberships.Clear();
            _placements[0].Place(run, memberships);
            var own = new List<Membership>();
            foreach (var placement in _placements.AsSpan(1))
            {
                own.Clear();
                placement.Place(run, own);
                Membership[] known = [.. memberships];
                memberships.Clear();
                foreach (var outer in known) Cut(outer, own, placement.Values.Count, memberships);
            }
        }

        public override int ValueOn(CustomerRun run, int day)
        {
            var combination = 0;
            foreach (var placement in _placements)
            {
                var value = placement.ValueOn(run, day);
                if (value < 0) return -1;
                combination = (combination * placement.Values.Count) + value;
            }

            return combination;
        }

        /// <summary>Cuts a stretch where the value of the next segment changes.</summary>
        private static void Cut(Membership outer, List<Membership> inner, int values, List<Membership> cut)
        {
            foreach (var stretch in inner)
            {
                var (from, until) = (Math.Max(outer.From, stretch.From), Math.Min(outer.Until, stretch.Until));
                if (from < until) cut.Add(new Membership(from, until, (outer.Value * values) + stretch.Value));
            }
        }
    }
}
