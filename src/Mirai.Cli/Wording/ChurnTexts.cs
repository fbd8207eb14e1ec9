using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>What <c>mirai churn</c> says.</summary>
internal sealed record ChurnTexts
{
    public required string Title { get; init; }

    public required string LifetimeValue { get; init; }

    public required Func<Period, string> ChurnOf { get; init; }

    public required string AnnualChurn { get; init; }

    public required string BaseWindow { get; init; }

    public required string NextWindow { get; init; }

    public required string Change { get; init; }

    public required string BaseCustomers { get; init; }

    public required string Stayed { get; init; }

    public required string Purchases { get; init; }

    public required string Frequency { get; init; }

    public required string OrderValue { get; init; }

    public required string Sales { get; init; }

    /// <summary>Who the base customers are: how many of how many buyers, their share of sales, and what they spent at least.</summary>
    public required Func<string, string, string, string, string> Chosen { get; init; }

    /// <summary>Who they are where all buyers are in.</summary>
    public required Func<string, string> AllChosen { get; init; }

    public required string HowItAddsUp { get; init; }

    public required string LostRate { get; init; }

    public required string Decline { get; init; }

    public required string RiseNotCounted { get; init; }

    public required Func<double, string> Simple { get; init; }

    public required Func<double, string> Compound { get; init; }

    public required string ExceedsOneYear { get; init; }

    public required string AnnualSpend { get; init; }

    public required string Margin { get; init; }

    /// <summary>The sum that lifetime value is: first year, horizon, discount.</summary>
    public required Func<WindowChurnOptions, string> SumOf { get; init; }

    public required string Stay { get; init; }

    public required Func<double, string> Years { get; init; }

    public required string StillPurchases { get; init; }

    public required string Payback { get; init; }

    public required Func<double, string> Months { get; init; }

    public required string Never { get; init; }

    public required string ValuePerCost { get; init; }

    public required string Unbounded { get; init; }

    public required Func<UnboundedReason, string> UnboundedBecause { get; init; }

    public required string BreakEven { get; init; }

    public required string NewCustomerRate { get; init; }

    /// <summary>New customers and customers, of which the rate is made.</summary>
    public required Func<Period, string, string, string> NewOf { get; init; }

    public required string ToHoldSales { get; init; }

    public required Func<string, string> NewOfYear { get; init; }

    /// <summary>So many new customers a year for so many customers.</summary>
    public required Func<string, string, string> NewOfYearFor { get; init; }

    public required string MissingNew { get; init; }

    public required string Sample { get; init; }

    /// <summary>How many were drawn of how many, with which seed, and how sure the intervals are.</summary>
    public required Func<string, string, long, string, string> Drawn { get; init; }

    public required string Estimate { get; init; }

    public required Func<string, string> Interval { get; init; }

    public required Func<string, string> ForAnnualChurn { get; init; }

    public required Func<string, string> ForLifetimeValue { get; init; }

    public required Func<Period, string> Incomplete { get; init; }

    public required string IncompleteBreakEven { get; init; }

    public required Func<DayRange, DayRange, string> NobodyInBase { get; init; }

    public required Func<string, string, string> NotTogether { get; init; }

    public required Func<TotalsContradiction, string, string> Contradiction { get; init; }

    public required string EmptyTotals { get; init; }

    public required Func<long, long, string> TooFewToSample { get; init; }

    public required string Month { get; init; }

    /// <summary>The short headings of tables: customers, lost, decline, annual churn, lifetime value, years.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The texts of a language.</summary>
    public static ChurnTexts Of(Texts texts) => texts.Language is "ja" ? JapaneseChurn.All : EnglishChurn.All;
}
