using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

public sealed partial class CustomerAnalysis
{
    private ActiveScores? _lastScores; // Deciles and RFM of one day are usually wanted together.

    /// <summary>Heads and sales of the active customers by segment on a day, computed for that day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or the segment needs discounts that are not there.</exception>
    public SegmentTable Segments(Segment segment, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var day = DayIndex(asOf);
        var placement = Place(segment);
        var totals = SegmentTotals.On(History, placement, _leaves.Before[day], day, Options.MaxThreads, cancellationToken);
        var active = ActiveCustomers(asOf);
        var sales = totals.Sum(t => t.Sales);
        var rows = new List<SegmentRow>();
        for (var value = 0; value < totals.Length; value++)
        {
            var total = totals[value];
            if (value >= placement.NamedValues && total == default) continue;
            rows.Add(new SegmentRow(
                placement.Values[value], total.Customers, new Share(total.Customers, active), total.Purchases,
                History.Currency.ToAmount(total.Sales), sales == 0 ? null : (double)total.Sales / sales));
        }

        return new SegmentTable(asOf, segment.Id, History.Currency, rows);
    }

    /// <summary>Every customer known on a day with the segment's value, in ordinal order of the keys.</summary>
    /// <remarks>Keys are read at once, customers one by one as the list is walked.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or the segment needs discounts that are not there.</exception>
    public IEnumerable<SegmentMember> SegmentMembers(Segment segment, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var day = DayIndex(asOf);
        var reader = new SegmentTotals(History, Place(segment), _leaves.Before[day], day);
        return Walk(reader, cancellationToken);
    }

    /// <summary>The decile of every customer on a day, by the history's customer numbers: 1 (best) to 10, 0 for those not active.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public byte[] Deciles(DateOnly asOf, CancellationToken cancellationToken = default) =>
        CustomerScores.Deciles(ScoresOn(asOf, cancellationToken), Options.MaxThreads, cancellationToken);

    /// <summary>The RFM scores of every customer on a day, by the history's customer numbers: each from 5 (best) to 1, 0 for those not active.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public RfmScore[] Rfm(DateOnly asOf, CancellationToken cancellationToken = default) =>
        CustomerScores.Rfm(ScoresOn(asOf, cancellationToken), Options.MaxThreads, cancellationToken);

    private ActiveScores ScoresOn(DateOnly asOf, CancellationToken cancellationToken)
    {
        var day = DayIndex(asOf);
        var known = _lastScores;
        if (known?.Day == day) return known;
        return _lastScores = ActiveScores.On(History, _leaves.Before[day], day, Options.MaxThreads, cancellationToken);
    }

    private IEnumerable<SegmentMember> Walk(SegmentTotals reader, CancellationToken cancellationToken)
    {
        var keys = new string[History.CustomerCount];
        var customers = new int[keys.Length];
        for (var customer = 0; customer < keys.Length; customer++) (keys[customer], customers[customer]) = (History.CustomerKey(customer), customer);
        Array.Sort(keys, customers, StringComparer.Ordinal);
        foreach (var customer in customers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Member(customer) is { } member) yield return member;
        }
    }
}
