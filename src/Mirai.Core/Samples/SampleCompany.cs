using Mirai.Model;

namespace Mirai.Samples;

/// <summary>A made-up mail-order company: its purchases, mailings, customers and their records.</summary>
/// <remarks>
/// The data is an export from the middle of the business: the company is older than the data, so its first customers only look new. No
/// person in it exists.
/// </remarks>
public sealed class SampleCompany
{
    /// <summary>The customers at the beginning, in days of acquisition: tuned so that a healthy company grows steadily.</summary>
    private const double FoundingDays = 10.5 * 365;

    private const int MaxPersons = 10_000_000;

    private SampleCompany(SampleOptions options, SampleLife[] lives)
    {
        Options = options;
        Customers = [.. lives.SelectMany(life => life.Customers)];
        Identities = [.. lives.SelectMany(life => life.Identities)];
        Purchases = SortByDay(options.Days, lives, life => life.Purchases, row => row.Day);
        Contacts = SortByDay(options.Days, lives, life => life.Contacts, row => row.Day);
    }

    /// <summary>What was asked for.</summary>
    public SampleOptions Options { get; }

    /// <summary>Order lines and returns by day; within a day by person, the lines of an order together.</summary>
    public IReadOnlyList<SamplePurchase> Purchases { get; }

    /// <summary>Mail by day; within a day by person.</summary>
    public IReadOnlyList<SampleContact> Contacts { get; }

    /// <summary>One entry for each source key, by person.</summary>
    public IReadOnlyList<SampleCustomer> Customers { get; }

    /// <summary>One record for each source key, by person.</summary>
    public IReadOnlyList<SampleIdentity> Identities { get; }

    /// <summary>Makes the whole company in memory, on all cores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public static SampleCompany Create(SampleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var founding = new Founding(options);
        var lives = new SampleLife[options.CustomerCount];
        Parallel.For(
            0,
            lives.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            founding.CreateSimulation,
            (person, _, simulation) =>
            {
                lives[person] = founding.Live(simulation, person);
                return simulation;
            },
            _ => { });
        return new SampleCompany(options, lives);
    }

    /// <summary>The same people one after another, holding no more than one in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public static IEnumerable<SampleLife> Stream(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var founding = new Founding(options);
        return Enumerate(founding, options.CustomerCount);

        static IEnumerable<SampleLife> Enumerate(Founding founding, int count)
        {
            var simulation = founding.CreateSimulation();
            for (var person = 0; person < count; person++) yield return founding.Live(simulation, person);
        }
    }

    /// <summary>Very many purchases of a simpler company, for benchmarks: mixed rates and lifetimes, no seasons, mail or story.</summary>
    /// <param name="customerCount">Each has at least one purchase.</param>
    /// <param name="meanPurchases">Purchases per customer, above 1: the number of rows comes out within about 1 % of the product.</param>
    /// <param name="years">The calendar years until 2025-12-31; from 1 to 30.</param>
    /// <param name="seed">Chooses the company.</param>
    /// <param name="order">The order of the rows; the rows themselves do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    /// <exception cref="ArgumentException">There would be more rows than a column can hold.</exception>
    /// <remarks>Takes 16 bytes a row and hardly anything beside; works on all cores.</remarks>
    public static PurchaseColumns PurchaseColumns(
        int customerCount,
        double meanPurchases,
        int years,
        long seed,
        PurchaseOrder order = PurchaseOrder.ByDay,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customerCount, 1);
        if (!(meanPurchases > 1 && meanPurchases <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(meanPurchases), meanPurchases, "A mean above 1, to a million, is expected.");
        if (!Enum.IsDefined(order)) throw new ArgumentOutOfRangeException(nameof(order), order, "One of the named orders is expected.");
        return new PurchaseColumnGenerator(customerCount, meanPurchases, years, seed).Generate(order, cancellationToken);
    }

    private static TRow[] SortByDay<TRow>(
        DayRange days, SampleLife[] lives, Func<SampleLife, IReadOnlyList<TRow>> rowsOf, Func<TRow, DateOnly> dayOf)
    {
        var next = new int[days.Count + 1];
        foreach (var life in lives)
        {
            foreach (var row in rowsOf(life)) next[days.IndexOf(dayOf(row)) + 1]++;
        }

        for (var day = 1; day < next.Length; day++) next[day] = checked(next[day] + next[day - 1]);
        var sorted = new TRow[next[^1]];
        foreach (var life in lives)
        {
            foreach (var row in rowsOf(life)) sorted[next[days.IndexOf(dayOf(row))]++] = row;
        }

        return sorted;
    }

    /// <summary>Who comes when, and everything that all people share.</summary>
    private sealed class Founding
    {
        private readonly SampleOptions _options;
        private readonly ScenarioStory _story;
        private readonly SampleCalendar _calendar;
        private readonly MailingPlan _plan;
        private readonly int _founders;

        public Founding(SampleOptions options)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.CustomerCount, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.CustomerCount, MaxPersons);
            if (!Enum.IsDefined(options.Scenario))
                throw new ArgumentOutOfRangeException(nameof(options), options.Scenario, "One of the named scenarios is expected.");
            _options = options;
            var days = options.Days;
            _story = new ScenarioStory(options.Scenario, days.IndexOf(options.Onset), days.Count);
            _calendar = new SampleCalendar(days, _story);
            _plan = new MailingPlan(days, _story);
            _founders = (int)(options.CustomerCount * FoundingDays / (FoundingDays + _calendar.Arrivals));
        }

        public LifeSimulation CreateSimulation() => new(_calendar, _story, _plan);

        public SampleLife Live(LifeSimulation simulation, int person)
        {
            var random = new SampleRandom(_options.Seed, person, 0);
            if (person >= _founders)
            {
                var newcomers = _options.CustomerCount - _founders;
                simulation.Run(ref random, person, _calendar.ArrivalDay((person - _founders + random.NextDouble()) / newcomers));
            }
            else
            {
                // Of those who came before the data, only who still buys in it is part of it.
                do simulation.Run(ref random, person, _calendar.PastArrivalDay((person + random.NextDouble()) / _founders));
                while (simulation.Orders.OrderCount == 0);
            }

            return WriteDown(simulation, person);
        }

        private SampleLife WriteDown(LifeSimulation simulation, int person)
        {
            var random = new SampleRandom(_options.Seed, person, 1);
            var traits = simulation.Traits;
            var identity = IdentityWriter.First(ref random, LifeSimulation.KeyOf(person), person, traits);
            var customer = new SampleCustomer(
                identity.SourceKey, traits.AcquisitionChannel, NameTable.Prefectures[traits.Region].Region, traits.BirthYear);
            var rows = simulation.Orders.Rows;
            SampleContact[] contacts = [.. simulation.Contacts];
            if (simulation.Orders.SecondKey is not { } secondKey) return new SampleLife([customer], [identity], rows, contacts);
            return new SampleLife(
                [customer, customer with { Customer = secondKey }],
                [identity, IdentityWriter.Second(ref random, secondKey, identity)],
                rows,
                contacts);
        }
    }
}
