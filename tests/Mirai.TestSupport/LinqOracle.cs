using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

/// <summary>
/// The plainest correct code for every measure: for each day it looks at each customer's purchases again, straight from the definitions.
/// It shares no code with the product, and is slow.
/// </summary>
public sealed partial class LinqOracle
{
    private readonly IReadOnlyList<Customer> _customers;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _attributes;
    private readonly Period _activePeriod;
    private readonly IReadOnlyList<Contact> _contacts;

    /// <summary>The oracle of these rows; those after <paramref name="observedUntil"/> are left out, as they are at input.</summary>
    /// <param name="rows">Purchases, returns and order lines in any order; at least one.</param>
    /// <param name="activePeriod">How long a purchase keeps its customer active.</param>
    /// <param name="observedUntil">The last day the data covers; <see langword="null"/> for the last row's day.</param>
    /// <param name="attributes">The texts of each attribute: by attribute, then by customer.</param>
    /// <param name="contacts">Direct mail, e-mail and calls, to anybody and on any day.</param>
    public LinqOracle(
        IReadOnlyList<Purchase> rows,
        Period activePeriod,
        DateOnly? observedUntil = null,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? attributes = null,
        IReadOnlyList<Contact>? contacts = null)
    {
        var observed = rows.Where(row => observedUntil is null || row.Day <= observedUntil).ToList();
        if (observed.Count == 0) throw new ArgumentException("Found no observed row, expected at least one.", nameof(rows));
        FirstDay = observed.Min(row => row.Day);
        LastDay = observedUntil ?? observed.Max(row => row.Day);
        Dimensions = [.. observed.SelectMany(row => row.Dimensions.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _activePeriod = activePeriod;
        _attributes = attributes ?? new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        _contacts = contacts ?? [];
        var rowsOfCustomers = observed.GroupBy(row => row.Customer, StringComparer.Ordinal);
        _customers = [.. rowsOfCustomers.Select(own => new Customer(own.Key, [.. own]))];
    }

    /// <summary>The first row's day.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The observed-until day.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The names of the purchase dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>What a customer is at the end of a day.</summary>
    public CustomerState StateOf(string customer, DateOnly t)
    {
        var found = _customers.First(c => string.Equals(c.Key, customer, StringComparison.Ordinal));
        if (!IsKnown(found, t)) return CustomerState.NotYetKnown;
        return IsActive(found, t) ? CustomerState.Active : CustomerState.Lapsed;
    }

    private static bool IsKnown(Customer customer, DateOnly? t) => customer.Purchases.Any(purchase => purchase.Day <= t);

    private bool IsActive(Customer customer, DateOnly? t) => customer.Purchases.Any(purchase => InTrailing(purchase.Day, t, _activePeriod));

    private bool IsLapsed(Customer customer, DateOnly? t) => IsKnown(customer, t) && !IsActive(customer, t);

    /// <summary>Rows that share an order and a day are one order; a row without an order id is one of its own.</summary>
    private static IReadOnlyList<Order> Merge(Customer customer, IEnumerable<Purchase> rows)
    {
        var (without, with) = (rows.Where(row => string.IsNullOrEmpty(row.Order)), rows.Where(row => !string.IsNullOrEmpty(row.Order)));
        return
        [
            .. without.Select(row => new Order(customer, row.Day, row.Amount, row.Discount)),
            .. with.GroupBy(row => (row.Order, row.Day)).Select(lines => new Order(
                customer, lines.Key.Day, lines.Sum(line => line.Amount), lines.Sum(line => line.Discount))),
        ];
    }

    private sealed record Order(Customer Customer, DateOnly Day, decimal Amount, decimal Discount)
    {
        public bool IsPurchase => Amount >= 0;

        public bool IsDiscountedPurchase => IsPurchase && Discount > 0;
    }

    private sealed class Customer
    {
        public Customer(string key, IReadOnlyList<Purchase> rows)
        {
            Key = key;
            Rows = rows;
            Orders = Merge(this, rows);
            Purchases = [.. Orders.Where(order => order.IsPurchase)];
            PurchaseDays = [.. Purchases.Select(purchase => purchase.Day).Distinct().Order()];
        }

        public string Key { get; }

        public IReadOnlyList<Purchase> Rows { get; }

        public IReadOnlyList<Order> Orders { get; }

        public IReadOnlyList<Order> Purchases { get; }

        public IReadOnlyList<DateOnly> PurchaseDays { get; }

        public DateOnly? FirstDay => PurchaseDays.Count > 0 ? PurchaseDays[0] : null;

        public bool FirstPurchaseWasDiscounted => Purchases.Any(purchase => purchase.Day == FirstDay && purchase.IsDiscountedPurchase);

        public IEnumerable<DateOnly> PurchaseDaysUntil(DateOnly t) => PurchaseDays.Where(day => day <= t);

        public bool BoughtAgainWithin(int days) => PurchaseDays.Count > 1 && PurchaseDays[1].DayNumber - PurchaseDays[0].DayNumber <= days;
    }
}
