using Microsoft.Data.Sqlite;
using Mirai.Diagnosis;

namespace Mirai.Sqlite.Tests;

/// <summary>Several programs at once, and programs that are killed.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Writers = 4;
    private const int DaysEach = 6;

    private static readonly RunInfo Run = new();

    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_FromSeveralConnectionsAtOnce_LosesNothing()
    {
        var first = new DateOnly(2020, 1, 1);
        Together(Writers + 1, worker =>
        {
            using var database = DiagnosisDatabase.Open(_folder.Database);
            for (var i = 0; i < DaysEach; i++)
            {
                if (worker < Writers) database.Save(Company.WithoutContacts with { AsOf = first.AddDays((worker * DaysEach) + i) }, Run);
                else Assert.All(database.Runs(), run => Assert.NotNull(database.Find(run.Day)));
            }
        });

        using var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading);
        Assert.Equal(Enumerable.Range(0, Writers * DaysEach).Select(first.AddDays), database.Runs().Select(run => run.Day));
        database.Check();
    }

    [Fact]
    public void Save_TheSameDayFromSeveralConnectionsAtOnce_LeavesItOnce()
    {
        Save(_folder.PathOf("alone.db"), Company.DayBefore);

        Together(Writers, _ => Save(_folder.Database, Company.DayBefore));

        Assert.Equal(TemporaryFolder.Dump(_folder.PathOf("alone.db")), TemporaryFolder.Dump(_folder.Database));
    }

    /// <summary>A killed program leaves the file and its journal as they were at that moment; a copy of both is what the next program finds.</summary>
    [Fact]
    public void AProgramKilledWhileWriting_LeavesTheFileAsItWasBefore()
    {
        Save(_folder.Database, Company.WithoutContacts);
        Save(_folder.Database, Company.DayBefore);
        var before = TemporaryFolder.Dump(_folder.Database);
        var wasHot = 0;
        for (var step = 0; step < 4; step++)
        {
            var copy = _folder.PathOf($"killed-{step}.db");
            using (var killed = new SqliteConnection($"Data Source={_folder.Database};Pooling=False;Foreign Keys=True"))
            {
                killed.Open();
                // With next to no memory pages are written to the file long before the transaction ends.
                Execute(killed, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
                Execute(killed, "DELETE FROM run");
                if (step > 0) Execute(killed, "UPDATE measure SET formula = formula || formula");
                if (step > 1) Execute(killed, "DELETE FROM measure; DELETE FROM verdict");
                if (step > 2) Execute(killed, "DROP VIEW daily; DROP TABLE evidence; PRAGMA user_version = 9");
                File.Copy(_folder.Database, copy);
                File.Copy(_folder.Database + "-journal", copy + "-journal");
                if (!File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(_folder.Database))) throw new InvalidOperationException("The copy is not one.");
            }

            var hasHeader = File.ReadAllBytes(copy + "-journal").AsSpan(0, 8).IndexOfAnyExcept((byte)0) >= 0;
            wasHot += hasHeader ? 1 : 0;
            using (var database = DiagnosisDatabase.Open(copy, DatabaseOptions.Reading)) database.Check();
            Assert.Equal(before, TemporaryFolder.Dump(copy));
            Assert.False(File.Exists(copy + "-journal") && hasHeader && new FileInfo(copy + "-journal").Length > 0);
        }

        Assert.True(wasHot > 0, "No page was written before the end of a transaction.");
        Assert.Equal(before, TemporaryFolder.Dump(_folder.Database));
    }

    private static void Save(string path, DiagnosisReport report)
    {
        using var database = DiagnosisDatabase.Open(path);
        database.Save(report, Run);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static void Together(int workers, Action<int> work)
    {
        using var start = new Barrier(workers);
        var failures = new System.Collections.Concurrent.ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
        {
            start.SignalAndWait();
            if (Record.Exception(() => work(worker)) is { } failure) failures.Add(failure);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }
}
