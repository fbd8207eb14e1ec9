using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Fills the counters of every value of a segment.</summary>
internal static class SegmentCounters
{
    /// <summary>One table a value, in the segment's order, with the counters given.</summary>
    public static CounterTable[] Fill(
        PurchaseHistory history, SegmentPlacement placement, LeaveTables leaves, ContactTables? contacts, IReadOnlyCollection<Counter> counters,
        int maxThreads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var wanted = counters.Select(Base).ToHashSet();
        var workers = ColumnWork.Run(history, maxThreads, () => new SegmentKernel(history, placement, wanted, leaves, contacts), progress, cancellationToken);
        var sink = workers[0].Sink;
        foreach (var worker in workers.Skip(1)) sink.Add(worker.Sink);
        if (contacts is not null) sink.AddStrangers(contacts, placement, cancellationToken);
        var tables = new CounterTable[placement.Values.Count];
        for (var value = 0; value < tables.Length; value++) tables[value] = Table(sink, value, wanted, counters, leaves);
        return tables;
    }

    /// <summary>The counter from which another is taken as it stood a period before.</summary>
    private static Counter Base(Counter counter) => counter switch
    {
        Counter.ActiveBefore => Counter.Active,
        Counter.PoolBefore => Counter.Pool,
        _ => counter,
    };

    private static bool IsFlow(Counter counter) => counter <= Counter.ContactCost;

    private static CounterTable Table(
        SegmentSink sink, int value, IEnumerable<Counter> wanted, IEnumerable<Counter> counters, LeaveTables leaves)
    {
        var table = new CounterTable(leaves.Count);
        foreach (var counter in wanted)
        {
            var differences = (sink.DifferencesOf(value, counter) ?? new long[leaves.Count + 1])[..leaves.Count];
            table[counter] = IsFlow(counter) ? differences : CounterTable.Accumulate(differences);
        }

        foreach (var counter in counters.Where(c => Base(c) != c)) table[counter] = CounterTable.Shift(table[Base(counter)], leaves.Before);
        return table;
    }
}
