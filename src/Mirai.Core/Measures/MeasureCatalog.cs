using System.Diagnostics.CodeAnalysis;
using Mirai.Model;

namespace Mirai.Measures;

/// <summary>The measures by id: the built-in ones, and those that the host application adds.</summary>
public sealed class MeasureCatalog
{
    private readonly Dictionary<string, Measure> _byId;

    private MeasureCatalog(IReadOnlyList<Measure> measures)
    {
        Measures = measures;
        _byId = measures.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>The measures that the library computes itself, in the order in which people read them.</summary>
    public static MeasureCatalog BuiltIn { get; } = new(
    [
        CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers,
        CustomerMeasures.LapsedCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.RetainedCustomers,
        CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.LostCustomers, CustomerMeasures.LapsedPool,
        SalesMeasures.Buyers, SalesMeasures.Purchases, SalesMeasures.Sales, SalesMeasures.GrossSales, SalesMeasures.Returns,
        SalesMeasures.Discounts, SalesMeasures.DiscountedSales, SalesMeasures.TrailingSales, SalesMeasures.AnnualSales,
        SalesMeasures.TrailingLtv, SalesMeasures.AnnualLtv, SalesMeasures.PurchaseFrequency, SalesMeasures.AverageOrderValue,
        SalesMeasures.RecentBuyers, SalesMeasures.RecentFrequency, SalesMeasures.RecentOrderValue,
        CustomerMeasures.RetentionRate, CustomerMeasures.ChurnRate, CustomerMeasures.ReactivationRate,
        CustomerMeasures.NewCustomerRate, CustomerMeasures.SecondPurchaseRate, CustomerMeasures.AtRiskCustomers,
        CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers, SalesMeasures.DiscountRate,
        SalesMeasures.DiscountedPurchaseShare, SalesMeasures.DiscountedSalesShare, SalesMeasures.DiscountAcquiredShare,
        AttributionMeasures.ChangeByNew, AttributionMeasures.ChangeByRetention, AttributionMeasures.ChangeByBase,
        AttributionMeasures.ChangeByReactivation, AttributionMeasures.ChangeByPool,
        PortfolioMeasures.StepToddler, PortfolioMeasures.StepSteady, PortfolioMeasures.StepBest,
        LifetimeMeasures.WindowLostRate, LifetimeMeasures.WindowFrequencyDecline, LifetimeMeasures.WindowChurn, LifetimeMeasures.AnnualChurn,
        LifetimeMeasures.LifetimeValue, LifetimeMeasures.MissingNewCustomers,
        ForecastMeasures.ForecastActiveCustomers, ForecastMeasures.ForecastSales, ForecastMeasures.FiveYearMultiple,
        ContactMeasures.Contacts, ContactMeasures.ContactCost, ContactMeasures.ContactsPerCustomer, ContactMeasures.PurchasesPerContact,
        ContactMeasures.MarginalPurchasesTopBand, ContactMeasures.ContactCoverage, ContactMeasures.AtRiskContactCoverage,
        ContactMeasures.UncontactedShare, ContactMeasures.ResponseRate, ContactMeasures.TopDecileContactShare,
        ContactMeasures.ContactConcentration, ContactMeasures.LeastContactedRetentionRate, ContactMeasures.ContactCostShare,
    ]);

    /// <summary>All measures, in order.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The measures that purchases alone give for every day: neither computed by the month nor needing contacts.</summary>
    public IEnumerable<Measure> DailyMeasures => Measures.Where(m => !m.IsMonthly && !m.NeedsContacts);

    /// <summary>Finds a measure by its id.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out Measure? measure) => _byId.TryGetValue(id, out measure);

    /// <summary>Finds a measure by its id.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest id.</exception>
    public Measure Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TryFind(id, out var measure) ? measure : throw new ArgumentException(Unknown(id), nameof(id));
    }

    /// <summary>What to say about an id that is not in the catalog: it names the nearest one.</summary>
    public string Unknown(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return NearestName.Find(id, Measures.Select(m => m.Id)) is { } nearest
            ? $"There is no measure `{id}`; the nearest name is `{nearest}`."
            : $"There is no measure `{id}`; there are {string.Join(", ", Measures.Select(m => m.Id))}.";
    }

    /// <summary>This catalog and a measure of the host application.</summary>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public MeasureCatalog With(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (_byId.ContainsKey(measure.Id)) throw new ArgumentException($"The catalog already has a measure `{measure.Id}`.", nameof(measure));
        return new MeasureCatalog([.. Measures, measure]);
    }
}
