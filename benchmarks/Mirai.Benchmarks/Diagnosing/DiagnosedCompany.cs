using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>What the built-in rules said of one made-up company over all its days.</summary>
/// <param name="Options">Which company.</param>
/// <param name="Warnings">Every warning.</param>
/// <param name="Causes">Of each opening of L1, L2 and L7 after the story set in, the cause named first.</param>
/// <param name="FirstLines">From the onset on, at every quarter's end with an open warning: the diagnosis's first line and, under it, always the first cause.</param>
/// <param name="SalesPeak">The day of the highest trailing sales from the onset on; the last day where they never fell.</param>
/// <param name="SalesFall">The first day after it on which trailing sales are 2 % lower; <see langword="null"/> where they never are.</param>
internal sealed record DiagnosedCompany(
    SampleOptions Options, IReadOnlyList<RuleEpisode> Warnings, IReadOnlyList<(string Rule, string Cause)> Causes,
    IReadOnlyList<(DateOnly Day, IReadOnlyList<string> Chain)> FirstLines, DateOnly SalesPeak, DateOnly? SalesFall)
{
    private static readonly int[] Sizes = [1_500, 4_000, 12_000];
    private static readonly string[] Losses = ["l1_active_customers_fall", "l2_customers_fall_before_sales", "l7_acquisition_below_loss"];

    /// <summary>How many customers a company of a seed is made with.</summary>
    public static int CustomersOf(int seed) => Sizes[seed % Sizes.Length];

    /// <summary>Makes a company and diagnoses it.</summary>
    public static DiagnosedCompany Of(SampleOptions options)
    {
        var company = SampleCompany.Create(options);
        var load = new PurchaseLoadOptions { ObservedUntil = options.Days.Last };
        using var history = Purchases.Load(company.Purchases.Select(row => row.ToPurchase()), load).History;
        using var contacts = Contacts.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)), load).Contacts;
        var analysis = new CustomerAnalysis(history, attributes: null, contacts);
        var figures = new CustomerFigures(analysis);
        var warnings = BuiltInRules.All.Backtest(figures).Warnings.ToList();
        var after = new DayRange(options.Onset, options.Days.Last);
        var causes = BuiltInRules.All.EvaluateAll(figures, after)
            .Where(r => r.State == RuleState.Opened && Losses.Contains(r.RuleId, StringComparer.Ordinal))
            .Select(r => (r.RuleId, r.Causes is [var cause, ..] ? cause.RuleId ?? "none" : "none")).ToList();
        var sales = analysis.Daily([SalesMeasures.TrailingSales], after)[0];
        var peak = Enumerable.Range(0, after.Count).Select(at => after[at]).MaxBy(day => sales[day]);
        var fall = Enumerable.Range(0, after.Count).Select(at => (DateOnly?)after[at]).FirstOrDefault(day => day > peak && sales[day.Value] <= 0.98 * sales[peak]);
        return new DiagnosedCompany(options, warnings, causes, [.. FirstLinesOf(figures, after)], peak, fall);
    }

    /// <summary>The warnings of rules with a code, such as <c>a2</c>, that opened from a day on.</summary>
    public IEnumerable<RuleEpisode> Of(string code, DateOnly from) =>
        Warnings.Where(w => w.Opened >= from && w.RuleId.StartsWith(code + "_", StringComparison.Ordinal)).OrderBy(w => w.Opened);

    private static IEnumerable<(DateOnly Day, IReadOnlyList<string> Chain)> FirstLinesOf(CustomerFigures figures, DayRange days)
    {
        for (var end = new DateOnly(days.First.Year, 3, 31); end <= days.Last; end = end.AddDays(1).AddMonths(3).AddDays(-1))
        {
            if (!days.Contains(end)) continue;
            var open = RuleFindings.InOrder(BuiltInRules.All.Evaluate(figures, end).Results.Where(result => result.IsOpen));
            if (open.Count > 0) yield return (end, ChainOf(open[0]));
        }
    }

    private static List<string> ChainOf(RuleResult first)
    {
        List<string> chain = [first.RuleId];
        for (var causes = first.Causes; causes is [{ RuleId: { } rule }, ..]; causes = causes[0].Causes) chain.Add(rule);
        return chain;
    }
}
