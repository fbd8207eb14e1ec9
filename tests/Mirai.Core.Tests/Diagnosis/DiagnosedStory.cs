using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Samples;

namespace Mirai.Core.Tests.Diagnosis;

/// <summary>A made-up company diagnosed on all its days.</summary>
internal sealed class DiagnosedStory
{
    public DiagnosedStory(SampleScenario scenario, int seed)
    {
        Options = new SampleOptions { Scenario = scenario, Seed = seed, CustomerCount = 3_000, Years = 10 };
        var company = SampleCompany.Create(Options);
        var load = new PurchaseLoadOptions { ObservedUntil = Options.Days.Last };
        using var history = Purchases.Load(company.Purchases.Select(row => row.ToPurchase()), load).History;
        using var contacts = Mirai.Ingest.Contacts.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)), load).Contacts;
        var analysis = new CustomerAnalysis(history, attributes: null, contacts);
        var figures = new CustomerFigures(analysis);
        Warnings = [.. BuiltInRules.All.Backtest(figures).Warnings];
        Notices = BuiltInRules.All.EvaluateAll(figures, new DayRange(Options.Onset, Options.Days.Last));
        Sales = analysis.Daily([SalesMeasures.TrailingSales], new DayRange(Options.Onset, Options.Days.Last))[0];
    }

    public SampleOptions Options { get; }

    public IReadOnlyList<RuleEpisode> Warnings { get; }

    public IReadOnlyList<RuleResult> Notices { get; }

    public DailySeries Sales { get; }

    /// <summary>The first day after the onset on which a rule's warning opened; <see langword="null"/> where none did.</summary>
    public DateOnly? Opened(string rule) =>
        Warnings.Where(w => string.Equals(w.RuleId, rule, StringComparison.Ordinal) && w.Opened >= Options.Onset).MinBy(w => w.Opened)?.Opened;
}
