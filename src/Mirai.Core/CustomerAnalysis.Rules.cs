using Mirai.History;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai;

/// <content>What rules need to know of the input.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>Whether the input allows a measure.</summary>
    internal bool CanCompute(Measure measure) => (!measure.NeedsDiscounts || History.HasDiscounts)
        && (!measure.NeedsContacts || Contacts is not null) && (!measure.NeedsContactCosts || Contacts is { HasCosts: true });

    /// <summary>The values of a segment in the order in which people read them: those it names itself, and the others that a customer or purchase has.</summary>
    internal IReadOnlyList<string> ValuesOf(Segment segment)
    {
        if (segment is DimensionSegment) return ValuesOfPurchases(segment.Id);
        var placement = Place(segment);
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

    private IReadOnlyList<string> ValuesOfPurchases(string dimension)
    {
        var texts = History.DimensionValues(dimension);
        var occurs = new bool[texts.Count];
        foreach (var code in History.Columns.Lines!.Codes[History.DimensionIndex(dimension)].Span) occurs[code] = true;
        GC.KeepAlive(History);
        var named = texts.Where((text, code) => occurs[code] && text.Length > 0 && !string.Equals(text, Segment.None, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var hasNone = texts.Where((text, code) => occurs[code] && (text.Length == 0 || string.Equals(text, Segment.None, StringComparison.Ordinal))).Any();
        return hasNone ? [.. named, Segment.None] : [.. named];
    }
}
