using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>Contacts in the trailing calendar year, in bands.</summary>
internal sealed class ContactBandSegment : Segment
{
    /// <summary>Where the bands begin.</summary>
    public static readonly int[] Bounds = [0, 1, 2, 3, 6, 12, 24];

    private static readonly string[] BandTexts = [.. PurchaseCountSegment.BandTexts(Bounds), None];

    public override string Id => "contact_band";

    public override string JapaneseName => "配布回数帯";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        contacts is null ? throw new ArgumentException($"Segment `{Id}` needs contacts, and there are none.") : new Placement(contacts);

    private sealed class Placement(ContactLink contacts) : StepPlacement(contacts.DayCount)
    {
        private readonly int[] _leave = contacts.LeaveDays(Period.OneYear);

        public override IReadOnlyList<string> Values => BandTexts;

        public override void Place(CustomerRun run, List<Membership> memberships)
        {
            if (run.FirstDay >= 0)
            {
                var (first, end) = contacts.RowsOf(contacts.ContactedOf(run.Customer));
                Follow(first, end, run.FirstDay, memberships);
            }

            Close(memberships);
        }

        private void Follow(int left, int end, int from, List<Membership> memberships)
        {
            var entered = left;
            while (from < Days)
            {
                while (entered < end && contacts.DayOf(entered) <= from) entered++;
                while (left < entered && Leave(left) <= from) left++;
                Step(memberships, from, BandOf(entered - left));
                var enters = entered < end ? contacts.DayOf(entered) : Days;
                from = left < entered ? Math.Min(enters, Leave(left)) : enters;
            }
        }

        private int Leave(int row) => _leave[contacts.DayOf(row) + contacts.LeadDays];

        private static int BandOf(int count)
        {
            var band = Bounds.Length - 1;
            while (Bounds[band] > count) band--;
            return band;
        }
    }
}
