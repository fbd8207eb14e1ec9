using System.Globalization;
using Mirai.Lifetime;
using static Mirai.Cli.Wording.EnglishTexts;

namespace Mirai.Cli.Wording;

/// <summary><c>mirai churn</c> in English.</summary>
internal static class EnglishChurn
{
    /// <summary>All of it.</summary>
    public static ChurnTexts All { get; } = new()
    {
        Title = "Window churn and lifetime value",
        LifetimeValue = "Lifetime value",
        ChurnOf = window => $"Churn in {PeriodOf(window)}",
        AnnualChurn = "Annual churn",
        BaseWindow = "base window",
        NextWindow = "next window",
        Change = "change",
        BaseCustomers = "base customers",
        Stayed = "of them purchased again",
        Purchases = "purchases",
        Frequency = "purchases per customer",
        OrderValue = "order value",
        Sales = "sales",
        Chosen = (customers, buyers, share, least) =>
            $"{customers} of {buyers} buyers make {share} of the base window's sales; each spent {least} or more. The next window is of the same customers.",
        AllChosen = buyers => $"All {buyers} buyers of the base window. The next window is of the same customers.",
        HowItAddsUp = "How it adds up",
        LostRate = "lost customers",
        Decline = "+ decline of frequency",
        RiseNotCounted = "a rise is not taken off (--signed-decline)",
        Simple = windows => $"x {Number(windows)} {(windows == 1 ? "window" : "windows")} a year",
        Compound = windows => $"1 - (1 - churn)^{Number(windows)}, compound",
        ExceedsOneYear = "at this pace everybody is gone within the year",
        AnnualSpend = "annual spend per customer",
        Margin = "x margin",
        SumOf = SumOf,
        Stay = "a customer stays",
        Years = years => string.Create(CultureInfo.InvariantCulture, $"{years:N1} years"),
        StillPurchases = "and still purchases",
        Payback = "acquisition cost is back after",
        Months = months => string.Create(CultureInfo.InvariantCulture, $"{months:N1} months"),
        Never = "never",
        ValuePerCost = "lifetime value / acquisition cost",
        Unbounded = "unbounded",
        UnboundedBecause = reason => reason switch
        {
            UnboundedReason.NoChurn => "Nobody is being lost, so lifetime value has no bound; --horizon or --discount gives it one.",
            UnboundedReason.GrowthOutpacesDiscount => "Spend grows at least as fast as it is discounted, so lifetime value has no bound; --horizon gives it one.",
            _ => "Lifetime value is larger than any number that can be written.",
        },
        BreakEven = "Break-even of new customers",
        NewCustomerRate = "new-customer rate of a year",
        NewOf = (period, fresh, customers) => $"{fresh} in {PeriodOf(period)}, of {customers} customers before",
        ToHoldSales = "it takes, to hold sales",
        NewOfYear = customers => $"{customers} a year",
        NewOfYearFor = (needed, customers) => $"{needed} new customers a year for {customers}",
        MissingNew = "missing new customers a year",
        Sample = "By sample",
        Drawn = (drawn, all, seed, confidence) => string.Create(
            CultureInfo.InvariantCulture, $"{drawn} of {all} base customers were drawn (seed {seed}); the figures above are theirs. Intervals: {confidence}, by bootstrap."),
        Estimate = "estimate",
        Interval = confidence => $"{confidence} interval",
        ForAnnualChurn = customers => $"For annual churn within 5 points up and down, draw about {customers} customers.",
        ForLifetimeValue = customers => $"For lifetime value within 10 % up and down, draw about {customers} customers.",
        Incomplete = window => $"* incomplete: the data does not reach back two windows of {PeriodOf(window)}. --from-start says that the business began with the data.",
        IncompleteBreakEven = "* incomplete: the data does not reach back far enough to tell who is new. --from-start says that the business began with the data.",
        NobodyInBase = (window, days) => $"Nobody purchased in the base window {window}, so there is no churn; the data covers {days}.",
        NotTogether = (one, other) => $"{one} and {other} cannot be used together.",
        Contradiction = Contradiction,
        EmptyTotals = "The totals have no customers in the base window; expected at least one.",
        TooFewToSample = (wanted, all) => string.Create(CultureInfo.InvariantCulture, $"--sample: there are {all:N0} base customers; expected at least the {wanted:N0} to be drawn."),
        Month = "month's end",
        Columns = ["customers", "lost", "decline", "annual churn", "lifetime value", "years"],
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string SumOf(WindowChurnOptions options)
    {
        var years = options.Horizon is { } horizon ? $"over {PeriodOf(horizon)}" : "for ever";
        var first = options.FirstYear == FirstYear.Whole ? "" : ", first year already thinned";
        var discount = options.DiscountRate > 0 ? $", discounted at {Number((double)options.DiscountRate * 100)} % a year" : "";
        var isPlain = options is { Horizon: null, DiscountRate: 0, FirstYear: FirstYear.Whole };
        return isPlain ? "/ annual churn" : $"{years}{first}{discount}";
    }

    private static string Contradiction(TotalsContradiction contradiction, string totals) => contradiction switch
    {
        TotalsContradiction.NegativeNumber => $"--totals {totals}: no number may be negative.",
        TotalsContradiction.MoreNextThanBaseCustomers =>
            $"--totals {totals}: more customers in the next window than in the base window; they must be some of the base customers.",
        TotalsContradiction.FewerPurchasesThanCustomers => $"--totals {totals}: a window has fewer purchases than customers; each customer counted has at least one.",
        _ => $"--totals {totals}: a window has purchases or sales, but no customers.",
    };
}
