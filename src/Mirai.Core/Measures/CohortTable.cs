using Mirai.Model;

namespace Mirai.Measures;

/// <summary>How long a cohort's period is.</summary>
public enum CohortGrain
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,

    /// <summary>Calendar years.</summary>
    Year,
}

/// <summary>What the cells of a cohort table hold.</summary>
public enum CohortValue
{
    /// <summary>Distinct customers with a purchase in the period.</summary>
    Customers,

    /// <summary>Purchases in the period.</summary>
    Purchases,

    /// <summary>Sales in the period, net of returns, in currency units.</summary>
    Sales,
}

/// <summary>Customers by the period of their first purchase, and what each such cohort did in every period since.</summary>
/// <param name="Grain">The length of a period.</param>
/// <param name="Currency">The currency of sales.</param>
/// <param name="Rows">The cohorts in order, from the first purchase's period to the last observed one; a period without new customers has a row of size 0.</param>
public sealed record CohortTable(CohortGrain Grain, Currency Currency, IReadOnlyList<CohortRow> Rows)
{
    /// <summary>How many columns the table has: the periods since of the oldest cohort, its own included.</summary>
    public int PeriodCount => Rows.Count;
}

/// <summary>One cohort.</summary>
/// <param name="Start">The first day of the period in which its customers first purchased.</param>
/// <param name="Label">The period: <c>2024-03</c>, <c>2024-Q1</c> or <c>2024</c>.</param>
/// <param name="Size">How many customers it has.</param>
/// <param name="Cells">By periods since, from 0; periods that begin after the last observed day are absent, not 0.</param>
public sealed record CohortRow(DateOnly Start, string Label, long Size, IReadOnlyList<CohortCell> Cells);

/// <summary>What a cohort did in one period.</summary>
/// <param name="Customers">Distinct customers with a purchase.</param>
/// <param name="Purchases">Purchases.</param>
/// <param name="Sales">Sales net of returns, in currency units.</param>
public readonly record struct CohortCell(long Customers, long Purchases, decimal Sales)
{
    /// <summary>One of the three figures.</summary>
    public decimal this[CohortValue value] => value switch { CohortValue.Customers => Customers, CohortValue.Purchases => Purchases, _ => Sales };
}
