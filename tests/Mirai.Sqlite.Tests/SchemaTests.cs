using System.Security.Cryptography;
using System.Text;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Tests;

/// <summary>How databases of other versions are met.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly RunInfo Run = new("1");
    private static readonly DatabaseSchema Next = DatabaseSchema.Current.With("ALTER TABLE run ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';");

    private readonly TemporaryFolder _folder = new();

    public SchemaTests()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(Company.DayBefore, Run);
    }

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_AnOlderVersionForSaving_BringsItUpToDateAndKeepsTheDays()
    {
        using (var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { Schema = Next }))
        {
            Assert.Equal(Company.DayBefore.AsOf, database.LastDay);
            Assert.Equal(Company.DayBefore.Rules.Warnings.Count, database.Find(Company.DayBefore.AsOf)!.Warnings.Count);
            database.Save(Company.Last, Run);
        }

        Assert.Equal((long)Next.Version, TemporaryFolder.Query(_folder.Database, "PRAGMA user_version")[0][0]);
        Assert.All(TemporaryFolder.Query(_folder.Database, "SELECT mood FROM run"), row => Assert.Equal("calm", row[0]));
        Assert.Equal(2, TemporaryFolder.Query(_folder.Database, "SELECT day FROM daily").Count);
    }

    [Fact]
    public void Open_AnOlderVersionForReading_SaysWhatToDo()
    {
        var exception = Assert.Throws<DiagnosisDatabaseException>(() => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading with { Schema = Next }));

        Assert.Equal(DatabaseTrouble.OlderVersion, exception.Trouble);
        Assert.Contains("Save a diagnosis with this version", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AnUpgradeThatFails_LeavesTheDatabaseAsItWas()
    {
        var before = TemporaryFolder.Dump(_folder.Database);
        var broken = Next.With("DELETE FROM run; SELECT no_such_column FROM run;");

        Assert.Throws<DiagnosisDatabaseException>(() => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Default with { Schema = broken }));

        Assert.Equal(before, TemporaryFolder.Dump(_folder.Database));
        using var database = DiagnosisDatabase.Open(_folder.Database);
        Assert.Equal(Company.DayBefore.AsOf, database.LastDay);
    }

    /// <summary>A form that was released never changes, its remarks included: a later form is a further file, and this hash stays as it is.</summary>
    [Fact]
    public void TheFirstForm_StaysAsItWasReleased()
    {
        using var stream = typeof(DiagnosisDatabase).Assembly.GetManifestResourceStream("Mirai.Sqlite.Schema.tables-1.sql")!;
        using var reader = new StreamReader(stream);

        var text = reader.ReadToEnd().ReplaceLineEndings("\n");

        Assert.Equal("51605c4bc1e3b15c1d3d2a484b007700eb7cc0ccf3fbeb3fa03a5d0990070655", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void TheFile_SaysWhatItIs()
    {
        Assert.Equal(2, DatabaseSchema.Current.Version);
        Assert.Equal(
            DatabaseSchema.ApplicationId, (int)(long)TemporaryFolder.Query(_folder.Database, "PRAGMA application_id")[0][0]);
        Assert.Equal("delete", TemporaryFolder.Query(_folder.Database, "PRAGMA journal_mode")[0][0]);
        var tables = TemporaryFolder.Query(
            _folder.Database, "SELECT name, \"strict\" FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'");
        Assert.All(tables, table => Assert.Equal(1L, table[1]));
        Assert.Empty(TemporaryFolder.Query(_folder.Database, "PRAGMA foreign_key_check"));
    }
}
