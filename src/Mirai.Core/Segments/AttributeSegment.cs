using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>A text about customers that does not change over time.</summary>
internal sealed class AttributeSegment : Segment
{
    public AttributeSegment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Id = name;
    }

    public override string Id { get; }

    public override string JapaneseName => Id;

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null)
    {
        if (attributes is null || !attributes.Names.Contains(Id, StringComparer.Ordinal))
        {
            var known = attributes is null || attributes.Names.Count == 0 ? "there are none" : $"there are {string.Join(", ", attributes.Names)}";
            throw new ArgumentException($"There is no customer attribute `{Id}`; {known}.");
        }

        var texts = new string?[history.CustomerCount];
        for (var customer = 0; customer < texts.Length; customer++) texts[customer] = attributes.Find(history.CustomerKey(customer), Id);
        string[] values =
            [.. texts.OfType<string>().Where(IsNamed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), None];
        var places = values.Select((text, place) => (text, place)).ToDictionary(v => v.text, v => v.place, StringComparer.Ordinal);
        return new Placement(history.Days.Count, values, [.. texts.Select(t => IsNamed(t) ? places[t!] : values.Length - 1)]);
    }

    /// <summary>A text that spells <see cref="Segment.None"/> says the same as no text.</summary>
    private static bool IsNamed(string? text) => !string.IsNullOrEmpty(text) && !string.Equals(text, None, StringComparison.Ordinal);

    private sealed class Placement(int days, string[] values, int[] valueOfCustomer) : StepPlacement(days)
    {
        public override IReadOnlyList<string> Values => values;

        public override int NamedValues => 0;

        public override void Place(CustomerRun run, List<Membership> memberships) =>
            memberships.Add(new Membership(0, Days, valueOfCustomer[run.Customer]));
    }
}
