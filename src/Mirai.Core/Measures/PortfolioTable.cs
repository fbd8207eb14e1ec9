using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Measures;

/// <summary>The customer portfolio (CPM) on a day: all customers who ever purchased, in ten groups.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Currency">The currency of money.</param>
/// <param name="Threshold">T, the spend from which a customer counts as good, in currency units; <see langword="null"/> where no month's end lies before the day.</param>
/// <param name="Rows">The ten groups, those without customers too.</param>
public sealed record PortfolioTable(DateOnly AsOf, Currency Currency, decimal? Threshold, IReadOnlyList<PortfolioRow> Rows);

/// <summary>One group of the customer portfolio.</summary>
/// <param name="Group">The group.</param>
/// <param name="Customers">Customers in it, out of all who ever purchased.</param>
/// <param name="ActiveCustomers">Those of them who are active.</param>
/// <param name="Purchases">Their purchases in the trailing active period.</param>
/// <param name="Sales">Their net sales in it, in currency units.</param>
/// <param name="SalesShare">Their share of the sales of all groups; <see langword="null"/> where there are none.</param>
/// <param name="CumulativeSales">Their net sales from the first day on, in currency units: what is compared with T.</param>
/// <param name="TenureDays">The days from first to last purchase, added up over them.</param>
public sealed record PortfolioRow(
    PortfolioGroup Group, Share Customers, long ActiveCustomers, long Purchases, decimal Sales, double? SalesShare, decimal CumulativeSales, long TenureDays)
{
    /// <summary>Days from first to last purchase per customer; <see langword="null"/> in an empty group.</summary>
    public double? MeanTenureDays => Customers.Part == 0 ? null : (double)TenureDays / Customers.Part;

    /// <summary>Cumulative sales per customer, in currency units; <see langword="null"/> in an empty group.</summary>
    public decimal? MeanSpend => Customers.Part == 0 ? null : CumulativeSales / Customers.Part;
}
