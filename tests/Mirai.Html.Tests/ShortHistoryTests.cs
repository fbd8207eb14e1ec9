using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Html.Tests;

/// <summary>A forecast of less than two years: the page says what it cannot know, and shows no five years.</summary>
public sealed class ShortHistoryTests
{
    private static readonly Lazy<DiagnosisReport> Report = new(() => SampleReports.Of(
        from customer in Enumerable.Range(1, 60)
        from month in Enumerable.Range(0, 14)
        where (customer + month) % 3 == 0
        select new Purchase($"C{customer}", new DateOnly(2024, 1, 1).AddMonths(month).AddDays(customer % 27), 1_000m + customer)));

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Page_WithTheForecast_SaysWhatItCannotKnowInBothLanguages(string opened)
    {
        var page = SampleReports.PageOf(Report.Value, opened);
        foreach (var words in new[] { DiagnosisWords.English, DiagnosisWords.Japanese })
        {
            var caution = words.CautionOf(Report.Value.Forecast!);
            Assert.NotEmpty(caution);
            Assert.Equal(3, page.Split(caution).Length); // In the summary and with the forecast.
        }

        var section = page[page.IndexOf("id=\"forecast\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.Contains("<p class=\"caution\">", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Five-year multiple", section, StringComparison.Ordinal);
        Assert.DoesNotContain("5 years", section, StringComparison.Ordinal);
        Assert.Contains("in 365 days", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfALongHistory_SaysNothingOfIt()
    {
        var page = SampleReports.PageOf(SampleReports.Leaky);
        Assert.DoesNotContain("class=\"caution\"", page, StringComparison.Ordinal);
        Assert.Contains("Five-year multiple", page, StringComparison.Ordinal);
    }

    /// <summary>Trailing sales are of the active period; the chart of years shows years.</summary>
    [Fact]
    public void SalesByYear_WithAnotherActivePeriod_BeginsWithTheYearUntilTheDay()
    {
        using var history = Purchases.Load(Enumerable.Range(0, 14).Select(month => new Purchase("A", new DateOnly(2024, 1, 1).AddMonths(month), 1_111m))).History;
        var report = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = Period.Days(90) }).Diagnose(history.Days.Last);
        Assert.Equal(13_332m, report.Forecast!.Forecast.AnnualSales);
        var page = SampleReports.PageOf(report);
        var section = page[page.IndexOf("id=\"forecast\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.True(section.Split("13,332").Length > 2, "The table of points and the chart have the year's sales.");
        Assert.DoesNotContain("3,333", section.Replace("13,332", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
