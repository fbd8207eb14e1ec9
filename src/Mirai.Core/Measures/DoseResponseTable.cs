using Mirai.Model;

namespace Mirai.Measures;

/// <summary>The active customers of a day by the number of contacts in the trailing calendar year, and what they bought.</summary>
/// <remarks>A comparison, not an experiment: customers are not contacted at random, and good customers are contacted more.</remarks>
/// <param name="AsOf">The day.</param>
/// <param name="Currency">The currency of sales.</param>
/// <param name="LeastCustomers">A band with fewer customers is not compared with another.</param>
/// <param name="Rows">The bands from 0 contacts to 24 and more; bands without customers too.</param>
public sealed record DoseResponseTable(DateOnly AsOf, Currency Currency, int LeastCustomers, IReadOnlyList<DoseResponseRow> Rows)
{
    internal static DoseResponseTable Of(
        DateOnly asOf, IReadOnlyList<string> bands, IReadOnlyList<CounterTable> tables, int day, int leastCustomers, Currency currency)
    {
        var rows = new List<DoseResponseRow>();
        for (var band = 0; band < bands.Count; band++)
        {
            var own = DoseResponseBand.On(tables[band], day);
            var (part, whole) = DoseResponseBand.Marginal(tables, band, day, leastCustomers);
            rows.Add(new DoseResponseRow(
                bands[band], own.Customers, own.Contacts, own.Purchases, currency.ToAmount(tables[band][Counter.TrailingSales][day]),
                new Share(tables[band][Counter.Retained][day], tables[band][Counter.ActiveBefore][day]), whole == 0 ? null : (double)part / whole));
        }

        return new DoseResponseTable(asOf, currency, leastCustomers, rows);
    }
}

/// <summary>One band of a <see cref="DoseResponseTable"/>.</summary>
/// <param name="Band">Contacts in the trailing calendar year: 0, 1, 2, 3-5, 6-11, 12-23, 24+.</param>
/// <param name="Customers">Active customers in the band.</param>
/// <param name="Contacts">Contacts with them in the trailing active period.</param>
/// <param name="Purchases">Their purchases in it.</param>
/// <param name="Sales">Sales in it to all customers of the band, in currency units: what lapsed ones returned is taken off.</param>
/// <param name="Retention">Of the customers who were active and in the band one active period before, those who are active now.</param>
/// <param name="MarginalPurchases">
/// How many purchases more per contact more than in the next lower band that has enough customers; <see langword="null"/> where either has too few,
/// or there are no more contacts.
/// </param>
public sealed record DoseResponseRow(
    string Band, long Customers, long Contacts, long Purchases, decimal Sales, Share Retention, double? MarginalPurchases)
{
    /// <summary>Purchases per customer; <see langword="null"/> in an empty band.</summary>
    public double? PurchasesPerCustomer => Customers == 0 ? null : (double)Purchases / Customers;

    /// <summary>Sales per customer in currency units; <see langword="null"/> in an empty band.</summary>
    public decimal? SalesPerCustomer => Customers == 0 ? null : Sales / Customers;

    /// <summary>Purchases per contact; <see langword="null"/> without contacts.</summary>
    public double? PurchasesPerContact => Contacts == 0 ? null : (double)Purchases / Contacts;
}

/// <summary>What dose and response compares: customers, contacts and purchases of one band on one day.</summary>
internal readonly record struct DoseResponseBand(long Customers, long Contacts, long Purchases)
{
    /// <summary>The counters that it is made of.</summary>
    public static readonly Counter[] Counters = [Counter.Active, Counter.ContactsToActive, Counter.TrailingPurchases];

    /// <summary>A band on a day.</summary>
    public static DoseResponseBand On(CounterTable table, int day) =>
        new(table[Counter.Active][day], table[Counter.ContactsToActive][day], table[Counter.TrailingPurchases][day]);

    /// <summary>The marginal purchases of the highest band with enough customers; 0/0 where there is none to compare it with.</summary>
    public static (long Part, long Whole) MarginalOfTop(IReadOnlyList<CounterTable> tables, int day, int leastCustomers)
    {
        var band = tables.Count - 1;
        while (band >= 0 && On(tables[band], day).Customers < leastCustomers) band--;
        return band < 0 ? default : Marginal(tables, band, day, leastCustomers);
    }

    /// <summary>More purchases per customer / more contacts per customer than in the next lower band with enough customers, exactly.</summary>
    public static (long Part, long Whole) Marginal(IReadOnlyList<CounterTable> tables, int band, int day, int leastCustomers)
    {
        var own = On(tables[band], day);
        if (own.Customers < leastCustomers) return default;
        for (var below = band - 1; below >= 0; below--)
        {
            var lower = On(tables[below], day);
            if (lower.Customers < leastCustomers) continue;
            var contacts = (own.Contacts * lower.Customers) - (lower.Contacts * own.Customers);
            return contacts <= 0 ? default : ((own.Purchases * lower.Customers) - (lower.Purchases * own.Customers), contacts);
        }

        return default;
    }
}
