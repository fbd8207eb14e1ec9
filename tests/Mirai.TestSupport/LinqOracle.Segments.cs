using System.Globalization;
using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    private const string None = "none";
    private readonly Dictionary<(string Segment, DateOnly Day), IReadOnlyDictionary<string, string>> _valuesByDay = [];

    /// <summary>Every segment that these rows can be split by.</summary>
    public IReadOnlyList<string> Segments =>
    [
        "customer_year", "purchase_count", "decile", "rfm", "first_purchase_discounted",
        .. _attributes.Keys.Order(StringComparer.Ordinal), .. Dimensions,
    ];

    /// <summary>
    /// A measure by the values of a segment, as in a daily series; a value that is absent here is 0, or missing for a rate.
    /// </summary>
    public IReadOnlyDictionary<string, Ratio> BySegment(string measureId, string segment, DateOnly t)
    {
        if (Dimensions.Contains(segment, StringComparer.Ordinal))
        {
            var rows = _customers.SelectMany(customer => customer.Rows);
            return rows.Select(row => ValueOf(row, segment)).Distinct(StringComparer.Ordinal)
                .ToDictionary(value => value, value => Compute(measureId, t, ScopeOfDimension(segment, value)), StringComparer.Ordinal);
        }

        DateOnly?[] days = [t, Back(t, Period.Days(1)), Back(t, _activePeriod), .. _contacts.Select(contact => contact.Day < t ? Later(contact.Day, FirstDay) : (DateOnly?)null)];
        return days.OfType<DateOnly>().Distinct().SelectMany(day => SeriesValuesAt(segment, day).Values).Append(None).Distinct(StringComparer.Ordinal)
            .ToDictionary(value => value, value => Compute(measureId, t, ScopeOfValue(segment, value)), StringComparer.Ordinal);
    }

    /// <summary>
    /// The value of every customer, <c>none</c> included, computed for the day itself: of <c>decile</c> and <c>rfm</c> too.
    /// </summary>
    public IReadOnlyDictionary<string, string> ValuesAt(string segment, DateOnly t)
    {
        if (_valuesByDay.TryGetValue((segment, t), out var known)) return known;
        var active = _customers.Where(customer => IsActive(customer, t)).ToList();
        var values = _customers.ToDictionary(
            customer => customer.Key, customer => ValueAt(segment, customer, t, active), StringComparer.Ordinal);
        _valuesByDay.Add((segment, t), values);
        return values;
    }

    /// <summary>
    /// The value of every customer as daily series hold it: of <c>decile</c> and <c>rfm</c> that of the month's end before.
    /// </summary>
    public IReadOnlyDictionary<string, string> SeriesValuesAt(string segment, DateOnly t)
    {
        if (segment is not ("decile" or "rfm" or "portfolio")) return ValuesAt(segment, t);
        return MonthEndBefore(t) is { } monthEnd
            ? ValuesAt(segment, monthEnd)
            : _customers.ToDictionary(customer => customer.Key, _ => None, StringComparer.Ordinal);
    }

    private string ValueAt(string segment, Customer customer, DateOnly t, IReadOnlyList<Customer> active) => segment switch
    {
        "customer_year" => CustomerYear(customer, t),
        "purchase_count" => PurchaseCount(customer.Purchases.Count(purchase => purchase.Day <= t)),
        "first_purchase_discounted" => !IsKnown(customer, t) ? None : customer.FirstPurchaseWasDiscounted ? "yes" : "no",
        "decile" => active.Contains(customer) ? Text(1 + Rank(10, customer, active, c => Spend(c, t))) : None,
        "rfm" => active.Contains(customer)
            ? Text(5 - Rank(5, customer, active, c => c.PurchaseDaysUntil(t).Last().DayNumber))
                + Text(5 - Rank(5, customer, active, c => c.Purchases.Count(purchase => InTrailing(purchase.Day, t, _activePeriod))))
                + Text(5 - Rank(5, customer, active, c => Spend(c, t)))
            : None,
        "portfolio" => PortfolioGroup(customer.Key, t),
        "contact_band" => IsKnown(customer, t) ? ContactBand(ContactsIn(customer.Key, t, Period.Years(1))) : None,
        _ => _attributes.TryGetValue(segment, out var texts)
            ? texts.TryGetValue(customer.Key, out var text) && text.Length > 0 ? text : None
            : throw new ArgumentException($"Found `{segment}`, expected one of {string.Join(", ", Segments)}.", nameof(segment)),
    };

    private static string CustomerYear(Customer customer, DateOnly t)
    {
        if (customer.FirstDay is not { } first || first > t) return None;
        var wholeYears = Enumerable.Range(0, 10_000).TakeWhile(years => years == 0 || Back(t, Period.Years(years)) >= first).Last();
        return wholeYears >= 4 ? "5+" : Text(1 + wholeYears);
    }

    private static string PurchaseCount(int purchases) => purchases switch
    {
        0 => None,
        1 => "1",
        2 => "2",
        <= 5 => "3-5",
        <= 9 => "6-9",
        _ => "10+",
    };

    /// <summary>The net sales to a customer in the trailing active period.</summary>
    private decimal Spend(Customer customer, DateOnly t) => Sales(customer.Orders.Where(order => InTrailing(order.Day, t, _activePeriod)));

    /// <summary>From 0 for the best: floor(groups x customers with strictly more / customers).</summary>
    private static int Rank(int groups, Customer customer, IReadOnlyList<Customer> active, Func<Customer, decimal> score) =>
        groups * active.Count(other => score(other) > score(customer)) / active.Count;

    private static string ValueOf(Purchase row, string dimension) =>
        row.Dimensions.TryGetValue(dimension, out var text) && !string.IsNullOrEmpty(text) ? text : None;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Scope ScopeOfValue(string segment, string value)
    {
        bool Belongs(Customer customer, DateOnly? day) =>
            day is { } t && string.Equals(SeriesValuesAt(segment, t)[customer.Key], value, StringComparison.Ordinal);
        return new Scope(
            Belongs,
            t => _customers.Where(customer => Belongs(customer, t)).SelectMany(customer => customer.Orders),
            HasStrangers: string.Equals(value, None, StringComparison.Ordinal));
    }

    /// <summary>
    /// Only rows of the value count, merged by themselves; an active customer belongs to every value bought in the active period.
    /// </summary>
    private Scope ScopeOfDimension(string dimension, string value)
    {
        bool HasValue(Purchase row) => string.Equals(ValueOf(row, dimension), value, StringComparison.Ordinal);
        var ordersOf = _customers.ToDictionary(
            customer => customer, customer => Merge(customer, customer.Rows.Where(HasValue)));
        return new Scope(
            (customer, day) => IsActive(customer, day)
                && ordersOf[customer].Any(order => order.IsPurchase && InTrailing(order.Day, day, _activePeriod)),
            _ => ordersOf.Values.SelectMany(orders => orders),
            HasStrangers: false);
    }
}
