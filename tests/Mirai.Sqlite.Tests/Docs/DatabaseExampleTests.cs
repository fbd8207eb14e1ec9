using Mirai.Diagnosis;

namespace Mirai.Sqlite.Tests.Docs;

/// <summary>The code of <c>docs/database.md</c>.</summary>
public sealed class DatabaseExampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CatchingUp_SavesWhatIsMissing()
    {
        using (var database = DiagnosisDatabase.Open(_folder.Database)) database.Save(Company.WithoutContacts, new RunInfo());

        CatchUp(_folder.Database, Company.LastDay, day => day == Company.LastDay ? Company.Last : Company.DayBefore);

        Assert.Equal(3, TemporaryFolder.Query(_folder.Database, "SELECT day FROM daily").Count);
    }

    [Fact]
    public void Reading_GivesWhatWasSaved()
    {
        using (var database = DiagnosisDatabase.Open(_folder.Database)) database.Save(Company.Last, new RunInfo());
        var told = new List<string>();

        Read(_folder.Database, Company.LastDay, told.Add);

        Assert.Contains(told, line => line.Contains(Company.Last.FirstWarning!.Title["en"], StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("retention_rate", StringComparison.Ordinal));
    }

    private static void CatchUp(string path, DateOnly lastDay, Func<DateOnly, DiagnosisReport> diagnose)
    {
        // snippet: save
        using var database = DiagnosisDatabase.Open(path);              // makes the file where there is none
        foreach (var day in database.MissingDays(until: lastDay))       // the days after the last stored one
        {
            DiagnosisReport report = diagnose(day);
            database.Save(report, new RunInfo(ToolVersion: "1.4"));     // the day is stored as a whole, or not at all
        }
        // end
    }

    private static void Read(string path, DateOnly day, Action<string> print)
    {
        // snippet: read
        using var database = DiagnosisDatabase.Open(path, DatabaseOptions.Reading);
        foreach (var run in database.Runs(from: day.AddMonths(-1)))
            print($"{run.Day:o} {run.Verdict} {run.ActiveCustomers?.Now.Exact} {run.FirstWarning?.Title["en"]}");
        var diagnosis = database.Find(day);                             // warnings with evidence and causes, figures, forecast
        var retention = database.Series("retention_rate");              // every stored day
        byte[]? json = database.Document(day);                          // the whole diagnosis, byte for byte
        // end
        print($"{diagnosis!.Warnings.Count} {retention!.Measure.Id} {json!.Length}");
    }
}
