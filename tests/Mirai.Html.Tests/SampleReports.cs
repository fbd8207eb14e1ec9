using System.Text;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Html.Tests;

/// <summary>Diagnoses to write pages of, each made once.</summary>
internal static class SampleReports
{
    private const int FewRows = 5;
    private const int MonthAndMore = 33;

    private static readonly Lazy<DiagnosisReport> LazyLeaky = new(() => Of(new SampleOptions { Scenario = SampleScenario.Leaky, Seed = 21, CustomerCount = 1_500, Years = 5 }));

    /// <summary>A company that loses customers: warnings with causes and drill-downs, contacts, a forecast.</summary>
    public static DiagnosisReport Leaky => LazyLeaky.Value;

    /// <summary>The same with fewer of the rows that are all alike: checks of accessibility look long at every cell.</summary>
    public static DiagnosisReport Short => Leaky with
    {
        Definitions = [.. Leaky.Definitions.Take(FewRows)],
        Rules = Leaky.Rules with { Warnings = [.. Leaky.Rules.Warnings.Take(FewRows)] },
        Customers = Leaky.Customers with { BySegment = [.. Leaky.Customers.BySegment.Take(2)] },
        Charts = Leaky.Charts with
        {
            Cohorts = Leaky.Charts.Cohorts with { Rows = [.. Leaky.Charts.Cohorts.Rows.TakeLast(FewRows)] },
            Months = [.. Leaky.Charts.Months.TakeLast(FewRows)],
            RetentionByYear = [.. Leaky.Charts.RetentionByYear.TakeLast(FewRows)],
            List = [.. Leaky.Charts.List.Take(FewRows).Select(series => series with
            {
                Days = new DayRange(series.Days.Last.AddDays(-MonthAndMore + 1), series.Days.Last), Values = [.. series.Values.TakeLast(MonthAndMore)],
            })],
        },
    };

    /// <summary>The diagnosis of some purchases on their last day.</summary>
    public static DiagnosisReport Of(params IEnumerable<Purchase> purchases)
    {
        using var history = Purchases.Load(purchases).History;
        return new CustomerAnalysis(history).Diagnose(history.Days.Last);
    }

    /// <summary>The page of a diagnosis.</summary>
    public static string PageOf(DiagnosisReport report, string language = "en") => Encoding.UTF8.GetString(BytesOf(report, language));

    /// <summary>The page of a diagnosis as it lies in its file.</summary>
    public static byte[] BytesOf(DiagnosisReport report, string language = "en")
    {
        using var stream = new MemoryStream();
        DiagnosisHtml.Write(report, stream, new PageOptions { Language = language });
        return stream.ToArray();
    }

    private static DiagnosisReport Of(SampleOptions options)
    {
        var company = SampleCompany.Create(options);
        var load = new PurchaseLoadOptions { ObservedUntil = options.Days.Last };
        using var history = Purchases.Load(company.Purchases.Select(row => row.ToPurchase()), load).History;
        using var contacts = Contacts.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)), load).Contacts;
        return new CustomerAnalysis(history, attributes: null, contacts).Diagnose(options.Days.Last);
    }
}
