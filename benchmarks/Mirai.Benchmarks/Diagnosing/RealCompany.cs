using System.Globalization;
using Mirai.Diagnosis;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Benchmarks;

/// <summary>What the built-in rules said of a real data set on all its days, with an active period of 90 days.</summary>
/// <param name="Name">The data set.</param>
/// <param name="Days">Its days.</param>
/// <param name="Warnings">Every warning.</param>
/// <param name="Verdict">The verdict of the last day.</param>
internal sealed record RealCompany(string Name, DayRange Days, IReadOnlyList<RuleEpisode> Warnings, DiagnosisVerdict Verdict)
{
    private static readonly AnalysisOptions Options = new() { ActivePeriod = Period.Days(90) };

    /// <summary>The published data sets in a folder laid out as the tests expect it.</summary>
    public static IEnumerable<RealCompany> All(string folder)
    {
        yield return Of("CDNOW", Cdnow(folder), Currency.Usd, mailings: []);
        yield return Of("Online Retail", Invoices(folder), new Currency("GBP", 2), mailings: []);
        yield return Of("Complete Journey", Baskets(folder), Currency.Usd, [.. Mailings(folder)]);
    }

    private static RealCompany Of(string name, IEnumerable<Purchase> purchases, Currency currency, IReadOnlyList<Contact> mailings)
    {
        var load = new PurchaseLoadOptions { Currency = currency, RoundAmounts = true };
        using var history = Purchases.Load(purchases, load).History;
        using var contacts = mailings.Count == 0 ? null : Contacts.Load(mailings, load).Contacts;
        var analysis = new CustomerAnalysis(history, attributes: null, contacts, Options);
        var warnings = BuiltInRules.For(Options.ActivePeriod).Backtest(new CustomerFigures(analysis)).Warnings.ToList();
        var verdict = analysis.Diagnose(history.Days.Last, rules: null, DiagnosisOptions.Default with { Forecast = null }).Verdict;
        return new RealCompany(name, history.Days, warnings, verdict);
    }

    private static IEnumerable<Purchase> Cdnow(string folder) =>
        from line in File.ReadLines(Path.Combine(folder, "cdnow", "CDNOW_master.txt")).Skip(1)
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where cells.Length == 4
        select new Purchase(cells[0], DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture), Amount(cells[3]));

    private static IEnumerable<Purchase> Invoices(string folder) =>
        from cells in Rows(Path.Combine(folder, "online-retail", "orders.csv"))
        select new Purchase(cells[0], Day(cells[2]), Amount(cells[5]), Order: cells[1]);

    private static IEnumerable<Purchase> Baskets(string folder) =>
        from cells in Rows(Path.Combine(folder, "complete-journey", "transactions_sample.csv"))
        select new Purchase(cells[0], Day(cells[10]), Amount(cells[5]), Amount(cells[6]) + Amount(cells[7]), cells[2]);

    private static IEnumerable<Contact> Mailings(string folder)
    {
        var starts = Rows(Path.Combine(folder, "complete-journey", "campaign_descriptions.csv")).ToDictionary(cells => cells[0], cells => Day(cells[2]), StringComparer.Ordinal);
        return Rows(Path.Combine(folder, "complete-journey", "campaigns.csv")).Select(cells => new Contact(cells[1], starts[cells[0]], "mail", cells[0]));
    }

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split(','));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
