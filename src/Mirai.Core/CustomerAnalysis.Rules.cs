using Mirai.History;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai;

/// <content>What rules need to know of the input.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>Whether the input allows a measure.</summary>
    internal bool CanCompute(Measure measure) => (!measure.NeedsDiscounts || History.HasDiscounts) && !measure.NeedsContacts;

    /// <summary>The values of a segment: those it names itself, and the others that a customer or purchase has.</summary>
    internal IReadOnlyList<string> ValuesOf(Segment segment)
    {
        var placement = segment.Place(History, Attributes, Options.ActivePeriod, Options.MaxThreads);
        if (segment is not AttributeSegment) return placement.Values;
        var (run, memberships, hasNone) = (new CustomerRun(History), new List<Membership>(), false);
        for (var customer = 0; customer < History.CustomerCount && !hasNone; customer++)
        {
            run.Clear(customer, 0);
            memberships.Clear();
            placement.Place(run, memberships);
            hasNone = memberships[0].Value == placement.Values.Count - 1;
        }

        return hasNone ? placement.Values : [.. placement.Values.SkipLast(1)];
    }
}
