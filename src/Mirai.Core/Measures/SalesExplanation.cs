using Mirai.Model;

namespace Mirai.Measures;

/// <summary>A change of trailing sales between two days, split without remainder into its causes. All money in currency units.</summary>
/// <remarks>
/// Gross sales = active customers x purchase frequency x order value, split by the logarithmic mean Divisia index (LMDI-I: Ang, Energy Policy
/// 32 (2004) 1131-1139 and 33 (2005) 867-871); returns are a further, additive part. The customers' part splits on in proportion to heads.
/// Parts are rounded to the currency by largest remainder, so what is printed adds up.
/// </remarks>
/// <param name="From">The earlier day s.</param>
/// <param name="To">The later day t.</param>
/// <param name="SalesBefore">Trailing sales at s.</param>
/// <param name="SalesAfter">Trailing sales at t.</param>
/// <param name="Customers">Due to the number of active customers = <paramref name="NewCustomers"/> + <paramref name="ReactivatedCustomers"/> + <paramref name="LapsedCustomers"/>.</param>
/// <param name="Frequency">Due to purchases per active customer.</param>
/// <param name="OrderValue">Due to gross sales per purchase.</param>
/// <param name="Returns">Due to returns: more returns give a negative part.</param>
/// <param name="NewCustomers">The part of customers due to new ones.</param>
/// <param name="ReactivatedCustomers">The part of customers due to those who came back.</param>
/// <param name="LapsedCustomers">The part of customers due to those who lapsed; not positive.</param>
/// <param name="Flow">The heads behind the customers' part.</param>
public sealed record SalesExplanation(
    DateOnly From, DateOnly To, decimal SalesBefore, decimal SalesAfter,
    decimal Customers, decimal Frequency, decimal OrderValue, decimal Returns,
    decimal NewCustomers, decimal ReactivatedCustomers, decimal LapsedCustomers, CustomerFlow Flow)
{
    /// <summary>The whole change = customers + frequency + order value + returns, exactly.</summary>
    public decimal Change => SalesAfter - SalesBefore;
}

/// <summary>A change of trailing sales between two days by segment: the parts of each value and a mix part add up to the change.</summary>
/// <param name="From">The earlier day s.</param>
/// <param name="To">The later day t.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="SalesBefore">Trailing sales at s, in currency units.</param>
/// <param name="SalesAfter">Trailing sales at t, in currency units.</param>
/// <param name="Mix">Due to customers being distributed differently over the segment's values.</param>
/// <param name="Parts">What happened within each value that has customers or sales on either day.</param>
public sealed record SegmentedSalesExplanation(
    DateOnly From, DateOnly To, string SegmentId, decimal SalesBefore, decimal SalesAfter, decimal Mix, IReadOnlyList<SegmentSalesPart> Parts)
{
    /// <summary>The whole change = mix + the parts of every value, exactly.</summary>
    public decimal Change => SalesAfter - SalesBefore;
}

/// <summary>The part of one value of a segment in a change of sales. All money in currency units.</summary>
/// <param name="Value">The segment's value.</param>
/// <param name="Customers">Due to the number of all active customers, as far as it reaches this value.</param>
/// <param name="Frequency">Due to purchases per active customer of the value.</param>
/// <param name="OrderValue">Due to gross sales per purchase of the value.</param>
/// <param name="Returns">Due to returns of the value.</param>
public sealed record SegmentSalesPart(string Value, decimal Customers, decimal Frequency, decimal OrderValue, decimal Returns)
{
    /// <summary>All parts of the value.</summary>
    public decimal Total => Customers + Frequency + OrderValue + Returns;
}
