using System.Collections.Concurrent;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Excel.Tests;

/// <summary>Diagnoses of made-up companies, each made once.</summary>
internal static class SampleReports
{
    private static readonly ConcurrentDictionary<(string Name, string Language), Lazy<byte[]>> Workbooks = new();

    private static readonly Dictionary<string, Lazy<DiagnosisReport>> Reports = new(StringComparer.Ordinal)
    {
        ["leaky"] = new(() => OfCompany(SampleScenario.Leaky, hasContacts: false)),
        ["mail"] = new(() => OfCompany(SampleScenario.Mail, hasContacts: true)),
        ["one customer"] = new(() => Of([new Purchase("A", new DateOnly(2023, 5, 1), 1_000m), new Purchase("A", new DateOnly(2025, 5, 1), 3_000m)])),
        ["one day"] = new(() => Of([.. Enumerable.Range(1, 40).Select(i => new Purchase($"C{i}", new DateOnly(2025, 2, 28), i * 100m))])),
        ["one purchase"] = new(() => Of([new Purchase("A", new DateOnly(2025, 5, 1), 1_000m)])),
        ["only returns"] = new(() => Of([new Purchase("A", new DateOnly(2025, 5, 1), -500m)])),
        ["dollars with a gap"] = new(() => Of(Gap(), new PurchaseLoadOptions { Currency = Currency.Usd, BeganWithData = true })),
        ["odd currency"] = new(() => Of(Gap(), new PurchaseLoadOptions { Currency = new Currency("X\"#;%@", 3) })),
        ["no forecast"] = new(() => Of(Gap(), forecast: false)),
        ["hostile"] = new(() => HostileTexts.Spoil(Of("mail"))),
    };

    /// <summary>The names of all reports.</summary>
    public static IEnumerable<string> Names => Reports.Keys;

    /// <summary>A company that loses customers; without contacts.</summary>
    public static DiagnosisReport Leaky => Reports["leaky"].Value;

    /// <summary>A company that mails too much; with contacts and discounts.</summary>
    public static DiagnosisReport Mail => Reports["mail"].Value;

    /// <summary>A report by its name.</summary>
    public static DiagnosisReport Of(string name) => Reports[name].Value;

    /// <summary>The workbook of a report by its name, made once.</summary>
    public static byte[] WorkbookOf(string name, string language = "en") =>
        Workbooks.GetOrAdd((name, language), key => new Lazy<byte[]>(() => Write(Of(key.Name), key.Language))).Value;

    /// <summary>The workbook of a report.</summary>
    public static byte[] Write(DiagnosisReport report, string language = "en")
    {
        using var stream = new MemoryStream();
        DiagnosisWorkbook.Write(report, stream, new WorkbookOptions { Language = language });
        return stream.ToArray();
    }

    /// <summary>A diagnosis of a few purchases on their last day.</summary>
    public static DiagnosisReport Of(IReadOnlyList<Purchase> purchases, PurchaseLoadOptions? load = null, bool forecast = true)
    {
        using var history = Purchases.Load(purchases, load ?? PurchaseLoadOptions.Default).History;
        var options = forecast ? DiagnosisOptions.Default : DiagnosisOptions.Default with { Forecast = null };
        return new CustomerAnalysis(history).Diagnose(history.Days.Last, rules: null, options);
    }

    private static DiagnosisReport OfCompany(SampleScenario scenario, bool hasContacts)
    {
        var options = new SampleOptions { Scenario = scenario, Seed = 11, CustomerCount = 900, Years = 4 };
        var company = SampleCompany.Create(options);
        var load = new PurchaseLoadOptions { ObservedUntil = options.Days.Last };
        var loaded = Purchases.Load(company.Purchases.Select(row => row.ToPurchase()), load);
        using var history = loaded.History;
        using var contacts = hasContacts
            ? Contacts.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)), load).Contacts
            : null;
        var analysis = new CustomerAnalysis(history, attributes: null, contacts);
        return analysis.Diagnose(options.Days.Last, rules: null, DiagnosisOptions.Default with { Ingest = loaded.Report });
    }

    private static List<Purchase> Gap() =>
    [
        .. from customer in Enumerable.Range(1, 60)
           from month in Enumerable.Range(0, 40)
           where month is < 14 or > 27 && (customer + month) % 3 == 0
           select new Purchase($"C{customer}", new DateOnly(2021, 1, 1).AddMonths(month).AddDays(customer % 27), 10m + customer, month % 4 == 0 ? 1m : 0m),
    ];
}
