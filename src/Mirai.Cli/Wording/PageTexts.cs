using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>The words on the page of the diagnosis and of the flow.</summary>
internal sealed record PageTexts
{
    public required string Title { get; init; }

    public required string FlowTitle { get; init; }

    public required Func<DateOnly, string> AsOf { get; init; }

    /// <summary>On such a period before: what a change is measured against.</summary>
    public required Func<Period, string> OnBefore { get; init; }

    public required Func<DayRange, string> HistoryOf { get; init; }

    public required string Changes { get; init; }

    /// <summary>The headings of 1, 7, 30, 90 days and a year.</summary>
    public required IReadOnlyList<string> ChangeColumns { get; init; }

    public required string Customers { get; init; }

    public required string OfTheDay { get; init; }

    public required string Omens { get; init; }

    public required string Sales { get; init; }

    public required string Rates { get; init; }

    public required string Discounts { get; init; }

    public required Func<int, string> Recent { get; init; }

    public required string Now { get; init; }

    public required Func<Period, string> Before { get; init; }

    public required string Change { get; init; }

    public required string RetentionByYear { get; init; }

    public required string RetentionByCount { get; init; }

    public required string Retained { get; init; }

    public required string Rate { get; init; }

    public required string Benchmark { get; init; }

    public required Func<string, string> IntoYear { get; init; }

    public required Func<string, string> InYear { get; init; }

    public required Func<string, string> PurchaseCount { get; init; }

    public required string Flow { get; init; }

    public required string ActiveOn { get; init; }

    public required string Retaining { get; init; }

    public required string New { get; init; }

    public required string Reactivated { get; init; }

    public required string Lapsed { get; init; }

    public required string Net { get; init; }

    public required string Gross { get; init; }

    public required string GrossNote { get; init; }

    public required string Explanation { get; init; }

    public required string SalesOn { get; init; }

    public required string ByNew { get; init; }

    public required string ByReactivated { get; init; }

    public required string ByLapsed { get; init; }

    public required string ByFrequency { get; init; }

    public required string ByOrderValue { get; init; }

    public required string ByReturns { get; init; }

    public required string WholeChange { get; init; }

    public required string Notes { get; init; }

    public required Func<DayRange, long, long, string> Observed { get; init; }

    public required Func<string, string> Incomplete { get; init; }

    public required Func<DateOnly, string> NoDayBefore { get; init; }

    public required string Day { get; init; }

    public required string Cohort { get; init; }

    public required string CohortSize { get; init; }

    public required string Heads { get; init; }

    public required string Share { get; init; }

    public required string Purchases { get; init; }

    public required string Customer { get; init; }

    public required string State { get; init; }

    public required string FirstPurchase { get; init; }

    public required string LastPurchase { get; init; }

    /// <summary>A name that says more on the page than the catalog's, by the measure's id.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What the page calls a measure.</summary>
    public string LabelOf(Measure measure, Texts texts) => Labels.TryGetValue(measure.Id, out var label) ? label : texts.NameOf(measure);
}
