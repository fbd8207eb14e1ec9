using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Sqlite.Tests;

/// <summary>A small made-up company that loses customers, diagnosed on its last days; made once for all tests.</summary>
public sealed class DiagnosedCompany
{
    private static readonly Lazy<DiagnosedCompany> LazyLeaky = new(() => new DiagnosedCompany());

    private DiagnosedCompany()
    {
        var options = new SampleOptions { Scenario = SampleScenario.Leaky, Seed = 21, CustomerCount = 1_500, Years = 5 };
        var company = SampleCompany.Create(options);
        var load = new PurchaseLoadOptions { ObservedUntil = options.Days.Last };
        var purchases = Purchases.Load(company.Purchases.Select(row => row.ToPurchase()), load);
        var contacts = Contacts.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)), load).Contacts;
        var analysis = new CustomerAnalysis(purchases.History, attributes: null, contacts);
        LastDay = options.Days.Last;
        Last = analysis.Diagnose(LastDay, rules: null, DiagnosisOptions.Default with { Ingest = purchases.Report });
        DayBefore = analysis.Diagnose(LastDay.AddDays(-1), rules: null, DiagnosisOptions.Default with { Forecast = null });
        WithoutContacts = new CustomerAnalysis(purchases.History).Diagnose(LastDay.AddDays(-2), rules: null, DiagnosisOptions.Default with { Forecast = null });
    }

    /// <summary>The company.</summary>
    public static DiagnosedCompany Leaky => LazyLeaky.Value;

    /// <summary>The last day of the data.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The diagnosis of the last day, with contacts and a forecast.</summary>
    public DiagnosisReport Last { get; }

    /// <summary>That of the day before, without a forecast.</summary>
    public DiagnosisReport DayBefore { get; }

    /// <summary>That of two days before, without contacts too.</summary>
    public DiagnosisReport WithoutContacts { get; }
}
