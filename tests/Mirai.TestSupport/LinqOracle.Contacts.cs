using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    private const int ResponseDays = 30;

    /// <summary>The ids of the measures of contacts that can be split by segment.</summary>
    public static IReadOnlyList<string> ContactMeasureIds { get; } =
    [
        "contacts", "contact_cost", "contacts_per_customer", "purchases_per_contact", "contact_coverage", "at_risk_contact_coverage",
        "uncontacted_share", "response_rate",
    ];

    /// <summary>The Gini coefficient of contacts over the active customers, from all pairs of them.</summary>
    public Ratio ContactConcentration(DateOnly t)
    {
        var counts = ContactsOfActive(t);
        var differences = counts.SelectMany(one => counts.Select(other => Math.Abs(one - other))).Sum();
        return new Ratio(differences, 2m * counts.Count * counts.Sum());
    }

    /// <summary>The share of contacts that goes to the tenth of active customers who get most; each customer is cut in ten parts.</summary>
    public Ratio TopDecileContactShare(DateOnly t)
    {
        var counts = ContactsOfActive(t);
        var parts = counts.OrderDescending().SelectMany(count => Enumerable.Repeat(count, 10)).ToList();
        return new Ratio(parts.Take(counts.Count).Sum(), parts.Sum());
    }

    /// <summary>Heads, contacts and purchases of the active customers of a contact band, and who of those active before stayed.</summary>
    public (int Customers, int Contacts, int Purchases, decimal Sales, Ratio Retention) Dose(string band, DateOnly t)
    {
        bool Has(Customer customer, DateOnly? day) =>
            day is { } at && string.Equals(ValueAt("contact_band", customer, at, []), band, StringComparison.Ordinal);
        var orders = _customers.Where(customer => Has(customer, t)).SelectMany(customer => customer.Orders)
            .Where(order => InTrailing(order.Day, t, _activePeriod)).ToList();
        var own = _customers.Where(customer => Has(customer, t) && IsActive(customer, t)).ToList();
        var lastYear = Back(t, _activePeriod);
        var before = _customers.Where(customer => Has(customer, lastYear) && IsActive(customer, lastYear)).ToList();
        return (own.Count, own.Sum(customer => ContactsIn(customer.Key, t, _activePeriod)), Purchases(orders), Sales(orders),
            new Ratio(before.Count(customer => IsActive(customer, t)), before.Count));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string ContactBand(int contacts) => contacts switch
    {
        <= 2 => Text(contacts),
        <= 5 => "3-5",
        <= 11 => "6-11",
        <= 23 => "12-23",
        _ => "24+",
    };

    private Ratio ComputeFromContacts(string measureId, DateOnly t, Scope scope)
    {
        bool IsActiveNow(Customer customer) => IsActive(customer, t) && scope.Belongs(customer, t);
        var active = _customers.Where(IsActiveNow).ToList();
        var atRisk = active.Where(customer => IsAtRisk(customer, t)).ToList();
        var contacts = active.Sum(customer => ContactsIn(customer.Key, t, _activePeriod));
        var today = _contacts.Where(contact => contact.Day == t && CountsFor(contact, t, scope)).ToList();
        return measureId switch
        {
            "contacts" => Ratio.Of(today.Count),
            "contact_cost" => Ratio.Of(today.Sum(contact => contact.Cost ?? 0)),
            "contacts_per_customer" => new Ratio(contacts, active.Count),
            "purchases_per_contact" => new Ratio(
                Purchases(scope.OrdersAt(t).Where(order => InTrailing(order.Day, t, _activePeriod))), contacts),
            "contact_coverage" => new Ratio(active.Count(customer => ContactsIn(customer.Key, t, NinetyDays) > 0), active.Count),
            "at_risk_contact_coverage" => new Ratio(atRisk.Count(customer => ContactsIn(customer.Key, t, Period.Days(60)) > 0), atRisk.Count),
            "uncontacted_share" => new Ratio(active.Count(customer => ContactsIn(customer.Key, t, _activePeriod) == 0), active.Count),
            _ => ResponseRate(t, scope),
        };
    }

    /// <summary>Goes through the purchases, credits each to the latest contact day of the 30 days before it, then counts the credited days.</summary>
    private Ratio ResponseRate(DateOnly t, Scope scope)
    {
        var latest = Back(t, Period.Days(ResponseDays));
        var contactDays = _contacts.Where(contact => InTrailing(contact.Day, latest, _activePeriod))
            .Where(contact => CountsFor(contact, Later(contact.Day, FirstDay), scope))
            .Select(contact => (contact.Customer, contact.Day)).Distinct().ToList();
        var credited = new HashSet<(string, DateOnly)>();
        foreach (var customer in _customers)
        {
            foreach (var bought in customer.PurchaseDaysUntil(t))
            {
                var before = _contacts.Where(contact => string.Equals(contact.Customer, customer.Key, StringComparison.Ordinal))
                    .Select(contact => contact.Day).Where(day => day <= bought && day >= bought.AddDays(-ResponseDays)).ToList();
                if (before.Count > 0) credited.Add((customer.Key, before.Max()));
            }
        }

        return new Ratio(contactDays.Count(credited.Contains), contactDays.Count);
    }

    private bool CountsFor(Contact contact, DateOnly day, Scope scope) =>
        _customers.FirstOrDefault(customer => string.Equals(customer.Key, contact.Customer, StringComparison.Ordinal)) is { } customer
            ? scope.Belongs(customer, day)
            : scope.HasStrangers;

    private List<int> ContactsOfActive(DateOnly t) =>
        [.. _customers.Where(customer => IsActive(customer, t)).Select(customer => ContactsIn(customer.Key, t, _activePeriod))];

    private int ContactsIn(string customer, DateOnly t, Period window) => _contacts.Count(contact =>
        string.Equals(contact.Customer, customer, StringComparison.Ordinal) && InTrailing(contact.Day, t, window));
}
