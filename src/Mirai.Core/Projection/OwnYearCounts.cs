using System.Runtime.InteropServices;

namespace Mirai.Projection;

/// <summary>Whole numbers from which the curves of a history come, by own year <c>m</c> (from 1) or by silent years <c>j</c> before it.</summary>
/// <remarks>
/// A trial is one customer's own year; a whole one has ended by the day, an open one has not. Tables by day have one row a year: in a whole
/// year's, the column is the day of the year from 0; in an open one's, the days elapsed.
/// </remarks>
internal sealed class OwnYearCounts(int years)
{
    /// <summary>Columns of a table by day: a year has up to 366 days, elapsed days count from 1.</summary>
    public const int YearDays = 367;

    /// <summary>How many own years can have begun.</summary>
    public int Years { get; } = years;

    /// <summary>Whole years by <c>m</c>: all buyers and their sales, and those who had bought in the year before.</summary>
    public WholeYear[] Whole { get; } = new WholeYear[years + 1];

    /// <summary>Whole years by <c>j</c>: customers silent for so many own years.</summary>
    public LapsedTrial[] Lapsed { get; } = new LapsedTrial[years + 1];

    /// <summary>Whole years by <c>m</c> and day: buyers whose first purchase of the year is on that day.</summary>
    public long[] FirstBuyers { get; } = new long[(years + 1) * YearDays];

    /// <summary>The same of those who had bought in the year before.</summary>
    public long[] FirstStayers { get; } = new long[(years + 1) * YearDays];

    /// <summary>Whole years by <c>m</c> and day: sales in minor units.</summary>
    public long[] DaySales { get; } = new long[(years + 1) * YearDays];

    /// <summary>Open years by <c>m</c> and days elapsed.</summary>
    public OpenYear[] Open { get; } = new OpenYear[(years + 1) * YearDays];

    /// <summary>Open years by <c>j</c> and days elapsed: customers silent for so many own years.</summary>
    public OpenTrial[] OpenLapsed { get; } = new OpenTrial[(years + 1) * YearDays];

    /// <summary>Where a year's row of a table by day begins.</summary>
    public static int RowOf(int year) => year * YearDays;

    /// <summary>Adds the counts of other customers.</summary>
    public void Add(OwnYearCounts other)
    {
        for (var i = 0; i < Whole.Length; i++)
        {
            Whole[i].Add(other.Whole[i]);
            Lapsed[i].Add(other.Lapsed[i]);
        }

        for (var i = 0; i < Open.Length; i++)
        {
            FirstBuyers[i] += other.FirstBuyers[i];
            FirstStayers[i] += other.FirstStayers[i];
            DaySales[i] += other.DaySales[i];
            Open[i].Add(other.Open[i]);
            OpenLapsed[i].Add(other.OpenLapsed[i]);
        }
    }
}

/// <summary>Own years that have ended.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct WholeYear(long Buyers, long Sales, long AtRisk, long Stayed)
{
    public void Add(WholeYear other) => this = new(Buyers + other.Buyers, Sales + other.Sales, AtRisk + other.AtRisk, Stayed + other.Stayed);
}

/// <summary>Own years that have ended, of customers who were silent before.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct LapsedTrial(long AtRisk, long Returned, long Sales)
{
    public void Add(LapsedTrial other) => this = new(AtRisk + other.AtRisk, Returned + other.Returned, Sales + other.Sales);
}

/// <summary>Own years that have not ended, at the same number of days.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct OpenYear(long Buyers, long Sales, long AtRisk, long Stayed)
{
    public void Add(OpenYear other) => this = new(Buyers + other.Buyers, Sales + other.Sales, AtRisk + other.AtRisk, Stayed + other.Stayed);
}

/// <summary>Own years that have not ended, of customers who were silent before.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct OpenTrial(long AtRisk, long Returned)
{
    public void Add(OpenTrial other) => this = new(AtRisk + other.AtRisk, Returned + other.Returned);
}
