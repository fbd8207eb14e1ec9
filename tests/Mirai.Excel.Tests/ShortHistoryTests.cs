using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Excel.Tests;

/// <summary>A forecast of less than two years: the workbook says what it cannot know, and shows no five years.</summary>
public sealed class ShortHistoryTests
{
    private static readonly Lazy<DiagnosisReport> Report = new(() => SampleReports.Of(
    [
        .. from customer in Enumerable.Range(1, 60)
           from month in Enumerable.Range(0, 14)
           where (customer + month) % 3 == 0
           select new Purchase($"C{customer}", new DateOnly(2024, 1, 1).AddMonths(month).AddDays(customer % 27), 1_000m + customer),
    ]));

    [Theory]
    [InlineData("en", "Summary", "Projection", "days, less than two years: a season cannot be told from growth", "Today's customers alone")]
    [InlineData("ja", "総括", "将来予測", "2年に足りません。季節の変動と成長を見分けられず", "今の顧客だけで")]
    public void Sheets_WithTheForecast_SayWhatItCannotKnow(string language, string summary, string projection, string caution, string multiple)
    {
        var workbook = new WorkbookContent(SampleReports.Write(Report.Value, language));
        var words = DiagnosisWords.For(language).CautionOf(Report.Value.Forecast!);
        Assert.Contains(caution, words, StringComparison.Ordinal);
        foreach (var sheet in new[] { summary, projection })
        {
            var texts = workbook.Sheet(sheet).SelectMany(row => row).OfType<string>().ToList();
            Assert.Single(texts, text => string.Equals(text, words, StringComparison.Ordinal));
            Assert.DoesNotContain(texts, text => text.StartsWith(multiple, StringComparison.Ordinal));
        }

        Assert.Equal(4, workbook.Table("ForecastPoints").Count); // Today, 30, 90 and 365 days.
        Assert.Equal(12, workbook.Table("ForecastMonths").Count);
    }

    [Fact]
    public void Sheets_OfALongHistory_SayNothingOfIt()
    {
        var texts = new WorkbookContent(SampleReports.WorkbookOf("leaky")).Values.OfType<string>().ToList();
        Assert.DoesNotContain(texts, text => text.Contains("less than two years", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Today's customers alone", StringComparison.Ordinal));
    }
}
