using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Tests;

/// <summary>What goes wrong with files and disks is said clearly, and costs nothing that was stored.</summary>
public sealed class FaultTests : IDisposable
{
    private const int PageSize = 4096;

    private static readonly RunInfo Run = new();
    private static readonly DatabaseOptions Impatient = DatabaseOptions.Default with { BusyTimeout = TimeSpan.Zero };

    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NoFileForReading_SaysSoAndMakesNone()
    {
        Expect(DatabaseTrouble.Missing, "there is no diagnosis database", () => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading));

        Assert.False(File.Exists(_folder.Database));
    }

    [Fact]
    public void Open_AnEmptyFile_HoldsNothingForReadingAndIsFilledBySaving()
    {
        File.WriteAllBytes(_folder.Database, []);
        Expect(DatabaseTrouble.Missing, "the file is empty", () => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading));

        Save();

        Assert.Equal(Company.LastDay, LastDay());
    }

    [Fact]
    public void Open_NoFolder_SaysSo() => Expect(
        DatabaseTrouble.MissingFolder, "there is no such folder", () => DiagnosisDatabase.Open(_folder.PathOf("none/mirai.db")), _folder.PathOf("none/mirai.db"));

    [Fact]
    public void Open_AFolder_SaysSo()
    {
        Directory.CreateDirectory(_folder.Database);

        Expect(DatabaseTrouble.FolderInTheWay, "this is a folder", () => DiagnosisDatabase.Open(_folder.Database));
    }

    [Theory]
    [InlineData("not a database at all")]
    [InlineData("PK\u0003\u0004 a workbook, say")]
    public void Open_AnotherFile_IsRefusedAndLeftAlone(string content)
    {
        var text = string.Concat(Enumerable.Repeat(content, 100));
        File.WriteAllText(_folder.Database, text);

        Expect(DatabaseTrouble.NotADatabase, "this file is no database", () => DiagnosisDatabase.Open(_folder.Database));
        Expect(DatabaseTrouble.NotADatabase, "this file is no database", () => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading));

        Assert.Equal(text, File.ReadAllText(_folder.Database));
    }

    [Theory]
    [InlineData("CREATE TABLE run (day TEXT)")]
    [InlineData("PRAGMA application_id = 77")]
    [InlineData("PRAGMA user_version = 1")]
    public void Open_ADatabaseOfAnotherProgram_IsRefusedAndLeftAlone(string made)
    {
        Change(made);
        var before = File.ReadAllBytes(_folder.Database);

        Expect(DatabaseTrouble.OtherDatabase, "a database of another program", () => DiagnosisDatabase.Open(_folder.Database));

        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public void Open_ANewerVersion_IsRefusedAndLeftAlone()
    {
        Save();
        Change("PRAGMA user_version = 99");
        var before = File.ReadAllBytes(_folder.Database);

        Expect(DatabaseTrouble.NewerVersion, "its form is 99", () => DiagnosisDatabase.Open(_folder.Database));
        Expect(DatabaseTrouble.NewerVersion, "its form is 99", () => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading));

        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
    }

    /// <summary>Whatever page is lost: nothing but our exception comes out, and where saving works the result is sound.</summary>
    [Fact]
    public void AnyPageOverwritten_IsSaidToBeDamagedOrDoesNoHarm()
    {
        Save(Company.WithoutContacts);
        var sound = File.ReadAllBytes(_folder.Database);
        var found = 0;
        var pages = sound.Length / PageSize;
        for (var page = 0; page < pages; page += Math.Max(1, pages / 40))
        {
            var bytes = sound.ToArray();
            bytes.AsSpan(page * PageSize, PageSize).Fill(0xA5);
            File.WriteAllBytes(_folder.Database, bytes);
            try
            {
                using var database = DiagnosisDatabase.Open(_folder.Database);
                database.Runs();
                database.Find(Company.WithoutContacts.AsOf);
                database.Document(Company.WithoutContacts.AsOf);
                database.Save(Company.WithoutContacts, Run);
            }
            catch (DiagnosisDatabaseException exception)
            {
                Assert.True(exception.Trouble is DatabaseTrouble.Damaged or DatabaseTrouble.NotADatabase, exception.Message);
                Assert.Contains(_folder.Database, exception.Message, StringComparison.Ordinal);
                Assert.Equal(bytes, File.ReadAllBytes(_folder.Database));
                found++;
            }
        }

        Assert.True(found > 5, $"Damage was found {found} times.");
    }

    [Fact]
    public void ATruncatedFile_IsSaidToBeDamaged()
    {
        Save(Company.WithoutContacts);
        var sound = File.ReadAllBytes(_folder.Database);
        foreach (var length in new[] { 1, 50, 100, 600, PageSize, (3 * PageSize) + 7, sound.Length / 2, sound.Length - PageSize })
        {
            File.WriteAllBytes(_folder.Database, sound[..length]);

            var exception = Record.Exception(() =>
            {
                using var database = DiagnosisDatabase.Open(_folder.Database);
                database.Check();
            });

            Assert.True(exception is DiagnosisDatabaseException { Trouble: DatabaseTrouble.Damaged or DatabaseTrouble.NotADatabase }, $"{length} bytes: {exception?.Message ?? "no error"}");
            Assert.Equal(sound[..length], File.ReadAllBytes(_folder.Database));
        }
    }

    [Fact]
    public void ADocumentThatWasChanged_IsSaidToBeDamaged()
    {
        Save();
        Change("UPDATE document SET brotli = zeroblob(length(brotli))");

        using var database = DiagnosisDatabase.Open(_folder.Database);

        Expect(DatabaseTrouble.Damaged, "the document of", () => database.Document(Company.LastDay));
        Assert.NotNull(database.Find(Company.LastDay));
    }

    [Fact]
    public void AValueThatCannotBe_IsSaidToBeDamage()
    {
        Save();
        Change("UPDATE finding SET level = 'dire' WHERE kind = 'warning'");

        using var database = DiagnosisDatabase.Open(_folder.Database);

        Expect(DatabaseTrouble.Damaged, "column `level` holds `dire`", () => database.Find(Company.LastDay));
    }

    [Fact]
    public void Save_WhileAnotherProgramHoldsTheFile_FailsAfterTheWaitAndChangesNothing()
    {
        Save(Company.DayBefore);
        using var database = DiagnosisDatabase.Open(_folder.Database, Impatient);
        using (var other = Connect())
        {
            Ask(other, "BEGIN EXCLUSIVE");
            Expect(DatabaseTrouble.Locked, "another program holds the database", () => database.Save(Company.Last, Run));
            Expect(DatabaseTrouble.Locked, "another program holds the database", () => _ = database.LastDay);
            Expect(DatabaseTrouble.Locked, "another program holds the database", () => DiagnosisDatabase.Open(_folder.Database, Impatient));
        }

        Assert.Equal(Company.LastDay.AddDays(-1), database.LastDay);
        database.Save(Company.Last, Run);
        Assert.Equal(Company.LastDay, database.LastDay);
    }

    [Fact]
    public void Save_WhileAnotherProgramReads_FailsAfterTheWaitAndThenWorks()
    {
        Save(Company.DayBefore);
        using var database = DiagnosisDatabase.Open(_folder.Database, Impatient);
        using (var other = Connect())
        {
            Ask(other, "BEGIN; SELECT * FROM run");
            Expect(DatabaseTrouble.Locked, "another program holds the database", () => database.Save(Company.Last, Run));
            Assert.Equal(Company.LastDay.AddDays(-1), database.LastDay);
        }

        database.Save(Company.Last, Run);
        Assert.Equal(Company.LastDay, database.LastDay);
    }

    [Fact]
    public void Save_WhileWaiting_CanBeCancelled()
    {
        Save(Company.DayBefore);
        using var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { BusyTimeout = TimeSpan.FromMinutes(10) });
        using var other = Connect();
        Ask(other, "BEGIN IMMEDIATE");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        Assert.ThrowsAny<OperationCanceledException>(() => database.Save(Company.Last, Run, stop.Token));

        Assert.Equal(Company.LastDay.AddDays(-1), database.LastDay);
    }

    [Fact]
    public void Save_NoRoom_LeavesWhatWasStored()
    {
        Save(Company.DayBefore);
        var before = TemporaryFolder.Dump(_folder.Database);
        var pages = (int)(new FileInfo(_folder.Database).Length / PageSize);
        foreach (var more in new[] { 0, 1, 7, 20 })
        {
            using var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { MaxPages = pages + more });

            Expect(DatabaseTrouble.DiskFull, "there is no room", () => database.Save(Company.Last, Run));

            Assert.Equal(Company.LastDay.AddDays(-1), database.LastDay);
            Assert.Equal(before, TemporaryFolder.Dump(_folder.Database));
        }

        Save();
        Assert.Equal(Company.LastDay, LastDay());
    }

    [Fact]
    public void Open_NoRoomForTheTables_MakesNoHalfDatabase()
    {
        Expect(DatabaseTrouble.DiskFull, "there is no room", () => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { MaxPages = 5 }));

        Save();
        Assert.Equal(Company.LastDay, LastDay());
    }

    private static void Ask(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteScalar();
    }

    private void Expect(DatabaseTrouble trouble, string text, Action work, string? path = null)
    {
        var exception = Assert.Throws<DiagnosisDatabaseException>(work);
        Assert.Equal(trouble, exception.Trouble);
        Assert.StartsWith((path ?? _folder.Database) + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Equal(path ?? _folder.Database, exception.Path);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Change(string sql)
    {
        using var connection = Connect();
        Ask(connection, sql);
    }

    private void Save() => Save(Company.Last);

    private void Save(Mirai.Diagnosis.DiagnosisReport report)
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(report, Run);
    }

    private DateOnly? LastDay()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading);
        return database.LastDay;
    }
}
