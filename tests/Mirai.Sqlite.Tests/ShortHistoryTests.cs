using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Tests;

/// <summary>A forecast of less than two years: the database says what it cannot know.</summary>
public sealed class ShortHistoryTests : IDisposable
{
    private static readonly Lazy<DiagnosisReport> Report = new(Diagnosed);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_AForecastOfLessThanTwoYears_KeepsItsCautionInBothLanguages()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(Report.Value, new RunInfo());
        database.Save(Report.Value, new RunInfo());

        string[] words = [DiagnosisWords.English.CautionOf(Report.Value.Forecast!), DiagnosisWords.Japanese.CautionOf(Report.Value.Forecast!)];
        Assert.All(words, Assert.NotEmpty);
        var note = Assert.Single(database.Find(Report.Value.AsOf)!.ForecastNotes);
        Assert.Equal((words[0], words[1]), (note["en"], note["ja"]));
        Assert.Equal(new object?[] { "season_unknown", words[0], words[1] }, Assert.Single(TemporaryFolder.Query(_folder.Database, "SELECT caution, text_en, text_ja FROM forecast_note")));
        Assert.Equal(new object?[] { words[0], words[1] }, Assert.Single(TemporaryFolder.Query(_folder.Database, "SELECT DISTINCT caution, caution_ja FROM forecasts")));
        Assert.Equal(new object?[] { 3L }, Assert.Single(TemporaryFolder.Query(_folder.Database, "SELECT count(DISTINCT horizon) FROM forecasts")));
        Assert.Equal(new object?[] { DBNull.Value }, Assert.Single(TemporaryFolder.Query(_folder.Database, "SELECT five_year_multiple FROM daily")));
    }

    [Fact]
    public void Save_AForecastOfManyYears_HasNoCaution()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(DiagnosedCompany.Leaky.Last, new RunInfo());
        Assert.Empty(database.Find(DiagnosedCompany.Leaky.LastDay)!.ForecastNotes);
        Assert.Equal(new object?[] { DBNull.Value }, Assert.Single(TemporaryFolder.Query(_folder.Database, "SELECT DISTINCT caution FROM forecasts")));
    }

    /// <summary>A database of the first form is brought to the second, and its days stay.</summary>
    [Fact]
    public void Open_ADatabaseOfTheFirstForm_AddsTheNotes()
    {
        using (var stream = typeof(DiagnosisDatabase).Assembly.GetManifestResourceStream("Mirai.Sqlite.Schema.tables-1.sql")!)
        using (var reader = new StreamReader(stream))
        {
            var first = new DatabaseSchema([reader.ReadToEnd()], "CREATE VIEW daily AS SELECT day FROM run;");
            DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { Schema = first }).Dispose();
        }

        Assert.Equal(new object?[] { 1L }, TemporaryFolder.Query(_folder.Database, "PRAGMA user_version")[0]);
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(Report.Value, new RunInfo());
        Assert.Equal(new object?[] { 2L }, TemporaryFolder.Query(_folder.Database, "PRAGMA user_version")[0]);
        Assert.Single(database.Find(Report.Value.AsOf)!.ForecastNotes);
    }

    private static DiagnosisReport Diagnosed()
    {
        var purchases = from customer in Enumerable.Range(1, 60)
                        from month in Enumerable.Range(0, 14)
                        where (customer + month) % 3 == 0
                        select new Purchase($"C{customer}", new DateOnly(2024, 1, 1).AddMonths(month).AddDays(customer % 27), 1_000m + customer);
        using var history = Purchases.Load(purchases.ToList()).History;
        return new CustomerAnalysis(history).Diagnose(history.Days.Last);
    }
}
