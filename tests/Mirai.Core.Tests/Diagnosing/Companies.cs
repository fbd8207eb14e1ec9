using System.Globalization;
using Mirai.Diagnosis;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Samples;
using ContactLoader = Mirai.Ingest.Contacts;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>Histories to be diagnosed, and a few rules to do it with.</summary>
internal static class Companies
{
    public static readonly DateOnly LastDay = new(2025, 12, 31);

    public static readonly DiagnosisOptions WithoutForecast = DiagnosisOptions.Default with { Forecast = null };

    private const string Text = """
        mirai 1

        rule customers_fall
          title    ja "稼働顧客数が減っています"
                   en "Active customers are falling"
          tags     list
          when     change(active_customers, 90 days) <= -1% for 14 days
          severity critical if change(active_customers, 90 days) <= -20%
          severity warning
          message  ja "稼働顧客数は{active_customers}人です。"
                   en "{active_customers} active customers."
          evidence active_customers last 90 days
          because  firing(retention_falls) strength 90%
          drill    diff(active_customers, 90 days) by customer_year

        rule retention_falls
          title    ja "維持率が落ちています"
                   en "Retention is falling"
          tags     customers
          when     diff(retention_rate, 1 year) <= -2pt for 14 days
          severity warning
          evidence retention_rate last 90 days

        rule sales_fall
          title    ja "売上が落ちています"
                   en "Sales are falling"
          when     change(trailing_sales, 1 year) <= -2% for 14 days
          severity notice

        rule bad_year
          title    ja "{segment}年目の維持率が低い"
                   en "Low retention of year {segment}"
          for each customer_year
          needs    active_customers >= 30 en "30 customers" ja "30人以上"
          when     retention_rate < 40% for 14 days
          severity notice

        """;

    public static RuleSet Rules { get; } = RuleSet.Parse([new("test.mirai", Text)]);

    /// <summary>A made-up company of six years with all that a history can have.</summary>
    public static CustomerAnalysis Analysis(SampleScenario scenario, int customers = 1500, bool withContacts = true, AnalysisOptions? options = null)
    {
        var company = SampleCompany.Create(new SampleOptions { CustomerCount = customers, Scenario = scenario });
        var attributes = CustomerAttributes.Of(company.Customers.Select(customer => (customer.Customer, "region", (string?)customer.Region)));
        var contacts = withContacts ? ContactLoader.Load(company.Contacts.Select(row => new Contact(row.Customer, row.Day, row.Channel, row.Campaign, row.Cost)).ToList()).Contacts : null;
        return new CustomerAnalysis(Purchases.Load(company.Purchases.Select(row => row.ToPurchase()).ToList()).History, attributes, contacts, options);
    }

    /// <summary>An analysis of purchases such as <c>a 2024-01-05 100</c>, one a line.</summary>
    public static CustomerAnalysis Small(string text, DateOnly? observedUntil = null, bool beganWithData = false)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
        {
            var words = line.Split(' ');
            return new Purchase(words[0], DateOnly.Parse(words[1], CultureInfo.InvariantCulture), decimal.Parse(words[2], CultureInfo.InvariantCulture));
        });
        var options = PurchaseLoadOptions.Default with { ObservedUntil = observedUntil, BeganWithData = beganWithData };
        return new CustomerAnalysis(Purchases.Load(rows.ToList(), options).History);
    }
}
