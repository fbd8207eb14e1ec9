using System.Numerics;
using Mirai.History;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>Counts the contacts with all customers, whoever they are. One per thread.</summary>
internal sealed class ContactKernel(PurchaseHistory history, ContactTables contacts) : IColumnWork
{
    /// <summary>The counters that contacts give.</summary>
    public static readonly Counter[] Counters =
    [
        Counter.Contacts, Counter.ContactCost, Counter.ContactsToActive, Counter.ContactedActive, Counter.CoveredActive, Counter.CoveredAtRisk,
        Counter.ContactDays, Counter.AnsweredContactDays,
    ];

    private readonly CustomerRun _run = new(history);
    private readonly ContactRun _contacts = new(contacts.Link);
    private readonly ContactCounting _counting = new(contacts);
    private readonly WholeSink _sink = new(contacts.Count);

    /// <summary>A counter's differences by day, or its flow; one more entry than days.</summary>
    public long[] this[Counter counter] => _sink.Column(counter);

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _contacts.Read(customer);
            if (_contacts.Days.IsEmpty) continue;
            _run.Clear(customer, offsets[customer]);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
                _run.Add(int.CreateTruncating(days[row]), long.CreateTruncating(amounts[row]), 0);
            _counting.Count(_contacts, _run.PurchaseDays, _sink);
        }
    }

    /// <summary>Counts the contacts with people who never purchased.</summary>
    public void CountStrangers(CancellationToken cancellationToken)
    {
        var strangers = contacts.Link.Strangers;
        for (var i = 0; i < strangers.Length; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            _contacts.ReadContacted(strangers[i]);
            _counting.Count(_contacts, [], _sink);
        }
    }

    private readonly struct WholeSink(int days) : IContactSink
    {
        private readonly long[][] _columns = [.. Counters.Select(_ => new long[days + 1])];

        public long[] Column(Counter counter) => _columns[Place(counter)];

        public void Event(Counter counter, int day, long weight) => _columns[Place(counter)][day] += weight;

        public void Level(Counter counter, int from, int until, long weight)
        {
            var column = _columns[Place(counter)];
            column[from] += weight;
            column[until] -= weight;
        }

        public void LevelAsOf(Counter counter, int from, int until, int asOf) => Level(counter, from, until, 1);

        private static int Place(Counter counter) => counter <= Counter.ContactCost ? counter - Counter.Contacts : counter - Counter.ContactsToActive + 2;
    }
}
