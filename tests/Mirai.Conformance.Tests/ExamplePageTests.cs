using System.Globalization;
using System.Text;
using Mirai.Csv;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Samples;
using Mirai.TestSupport;
using ContactLoader = Mirai.Ingest.Contacts;

namespace Mirai.Conformance.Tests;

/// <summary>The commands of docs/examples.md, followed from file to diagnosis: what the page quotes is what the library says.</summary>
public sealed class ExamplePageTests
{
    private const string Cdnow = "cdnow/CDNOW_master.txt";
    private const string Invoices = "online-retail/orders.csv";

    [FactWithTestData(Cdnow, Invoices, CompleteJourney.TransactionsFile, CompleteJourney.CampaignsFile, CompleteJourney.CampaignDescriptionsFile)]
    public void Page_QuotesOfRealData_AreWhatTheLibrarySays() => AssertQuotes(quote => FileOf(quote) is not null);

    [Fact]
    public void Page_QuotesOfMadeUpCompanies_AreWhatTheLibrarySays() => AssertQuotes(quote => FileOf(quote) is null);

    private static void AssertQuotes(Func<Quote, bool> isMeant)
    {
        var wrong = ExamplePage.Quotes().Where(isMeant).Select(quote => (Quote: quote, Said: SaidOf(quote)))
            .Where(found => !string.Equals(found.Quote.Text, found.Said, StringComparison.Ordinal)).ToList();
        if (wrong.Count > 0 && Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1")
        {
            var page = new StringBuilder(ExamplePage.Text);
            foreach (var (quote, said) in wrong.OrderByDescending(found => found.Quote.Start)) page.Remove(quote.Start, quote.End - quote.Start).Insert(quote.Start, said);
            File.WriteAllText(ExamplePage.Path, page.ToString());
            return;
        }

        Assert.True(wrong.Count == 0, $"""
            docs/examples.md does not quote what the library says, which is
            {string.Join("\n", wrong.Select(found => $"{string.Join(' ', found.Quote.Diagnose)}:\n{found.Said}"))}
            Write it there, read the page again, and commit it:
                MIRAI_APPROVE=1 dotnet test tests/Mirai.Conformance.Tests
            """);
    }

    private static string? FileOf(Quote quote) => quote.Diagnose[1] switch
    {
        "CDNOW_master.txt" => Cdnow,
        "orders.csv" => Invoices,
        "transactions_sample.csv" => CompleteJourney.TransactionsFile,
        _ => null,
    };

    private static string SaidOf(Quote quote)
    {
        var load = new PurchaseLoadOptions
        {
            Currency = Currency.TryParse(quote["--currency"] ?? "JPY", out var currency) ? currency : throw new InvalidOperationException($"`{quote["--currency"]}` is no currency."),
            RoundAmounts = quote.Has("--round"),
        };
        var csv = new CsvOptions
        {
            Load = load, HasHeader = !quote.Has("--no-header"), Delimiter = quote["--delimiter"] is "space" ? CsvDelimiter.Blanks : null,
            Columns = quote["--map"] is { } map ? ColumnMap.Parse(map) : ColumnMap.Detect,
        };
        var folder = Directory.CreateTempSubdirectory("mirai-examples");
        try
        {
            var path = FileOf(quote) is { } file ? TestDataFolder.PathOf(file) : SamplePurchases(quote, folder.FullName);
            using var history = CsvPurchases.Load(path, csv).History;
            using var contacts = quote["--contacts"] switch
            {
                null => null,
                "mailings.csv" => ContactLoader.Load(CompleteJourney.Mailings(), load).Contacts,
                _ => CsvContacts.Load(Path.Combine(folder.FullName, SampleFiles.Contacts), csv).Contacts,
            };
            var options = new AnalysisOptions { ActivePeriod = Period.Parse(quote["--active-period"] ?? "1y") };
            var day = quote["--as-of"] is { } asOf ? DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture) : history.Days.Last;
            var report = new CustomerAnalysis(history, attributes: null, contacts, options).Diagnose(day, rules: null, DiagnosisOptions.Default with { Forecast = null });
            return Excerpt(report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string SamplePurchases(Quote quote, string folder)
    {
        int Number(string option) => int.Parse(quote.OfSample(option), CultureInfo.InvariantCulture);
        SampleFiles.Write(
            new SampleOptions
            {
                CustomerCount = Number("--count"), Years = Number("--years"), Seed = Number("--seed"), Scenario = Enum.Parse<SampleScenario>(quote.OfSample("--scenario"), ignoreCase: true),
            },
            folder);
        return Path.Combine(folder, SampleFiles.Purchases);
    }

    /// <summary>Verdict, headline, and each warning with its message and its first causes.</summary>
    private static string Excerpt(DiagnosisReport report)
    {
        var words = DiagnosisWords.English;
        var format = new FigureFormat(words, report.Settings.Currency);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.AsOf:yyyy-MM-dd}: {words.Of(report.Verdict).ToUpperInvariant()}\n");
        text.Append(string.Join("; ", report.Headline.Select(f => $"{words.Of(f.Measure)} {format.Of(f.Measure, f.Now)} ({format.Of(f.Measure, f.Before)})"))).Append('\n');
        foreach (var warning in report.Rules.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{words.Of(warning.Severity!.Value),-9} {warning.Title["en"]} (since {warning.Since:yyyy-MM-dd})\n");
            Wrap(text, warning.Message["en"]);
            Causes(text, warning.Causes, 0);
        }

        return text.ToString();
    }

    private static void Causes(StringBuilder text, IReadOnlyList<RuleCause> causes, int depth)
    {
        if (causes is not [var first, ..]) return;
        text.Append(' ', 10 + (2 * depth)).Append("because: ").Append(first.Text["en"]).Append('\n');
        Causes(text, first.Causes, depth + 1);
    }

    private static void Wrap(StringBuilder text, string message)
    {
        var width = 0;
        foreach (var word in message.Split(' '))
        {
            if (width > 0 && width + word.Length > 110) (width, _) = (0, text.Append('\n'));
            text.Append(width == 0 ? "          " : " ").Append(word);
            width += word.Length + 1;
        }

        text.Append('\n');
    }
}
