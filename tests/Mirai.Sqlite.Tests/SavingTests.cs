using Mirai.Diagnosis;

namespace Mirai.Sqlite.Tests;

/// <summary>What is in the database after saving.</summary>
public sealed class SavingTests : IDisposable
{
    private static readonly RunInfo Run = new("1.2.3", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)));

    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_TheSameTwice_LeavesTheSameContent()
    {
        Save(Company.Last, Run);
        var first = TemporaryFolder.Dump(_folder.Database);

        Save(Company.Last, Run);

        Assert.Equal(first, TemporaryFolder.Dump(_folder.Database));
        Assert.Contains("== cause", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ADayAgain_ReplacesThatDayAndNothingElse()
    {
        Save(Company.DayBefore, Run);
        Save(Company.Last, Run);
        var expected = TemporaryFolder.Dump(_folder.Database);
        Save(Company.Last with { Verdict = DiagnosisVerdict.Ok, Forecast = null, Rules = Company.DayBefore.Rules }, Run);
        Assert.NotEqual(expected, TemporaryFolder.Dump(_folder.Database), StringComparer.Ordinal);

        Save(Company.Last, Run);

        Assert.Equal(expected, TemporaryFolder.Dump(_folder.Database));
    }

    [Fact]
    public void LastDay_AfterSaving_IsTheLatestAndNotTheLatestSaved()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        Assert.Null(database.LastDay);

        database.Save(Company.Last, Run);
        database.Save(Company.DayBefore, Run);

        Assert.Equal(Company.LastDay, database.LastDay);
    }

    [Fact]
    public void MissingDays_AfterTheLastStoredDay_AreAllDaysUpToTheGivenOne()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        Assert.Equal([Company.LastDay], database.MissingDays(Company.LastDay));
        database.Save(Company.DayBefore, Run);

        Assert.Equal([Company.LastDay, Company.LastDay.AddDays(1)], database.MissingDays(Company.LastDay.AddDays(1)));
        Assert.Empty(database.MissingDays(Company.LastDay.AddDays(-1)));
        Assert.Empty(database.MissingDays(Company.LastDay.AddDays(-9)));
    }

    [Fact]
    public void Save_Cancelled_LeavesNothing()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => database.Save(Company.Last, Run, stop.Token));

        Assert.Null(database.LastDay);
    }

    private void Save(DiagnosisReport report, RunInfo run)
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(report, run);
    }
}
