using System.Runtime.Versioning;

namespace Mirai.Sqlite.Tests;

/// <summary>Files and folders that may not be written.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode ReadOnlyFile = UnixFileMode.UserRead;
    private const UnixFileMode ReadOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFolder = ReadOnlyFolder | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    private string Folder => Path.GetDirectoryName(_folder.Database)!;

    public void Dispose()
    {
        File.SetUnixFileMode(Folder, OwnFolder);
        _folder.Dispose();
    }

    [FactForPlainUser]
    public void Open_ANewFileInAReadOnlyFolder_SaysSo()
    {
        File.SetUnixFileMode(Folder, ReadOnlyFolder);

        Expect(() => DiagnosisDatabase.Open(_folder.Database));
    }

    [FactForPlainUser]
    public void Save_InAReadOnlyFolder_SaysSoAndReadingWorks()
    {
        Save(Company.DayBefore);
        File.SetUnixFileMode(Folder, ReadOnlyFolder);

        Expect(() => Save(Company.Last));

        Assert.Equal(Company.DayBefore.AsOf, LastDay());
    }

    [FactForPlainUser]
    public void Save_InAReadOnlyFile_SaysSoAndReadingWorks()
    {
        Save(Company.DayBefore);
        File.SetUnixFileMode(_folder.Database, ReadOnlyFile);

        Expect(() => Save(Company.Last));

        Assert.Equal(Company.DayBefore.AsOf, LastDay());
    }

    [FactForPlainUser]
    public void Open_AFileThatMayNotBeRead_SaysSo()
    {
        Save(Company.DayBefore);
        File.SetUnixFileMode(_folder.Database, UnixFileMode.None);

        Expect(() => DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading));
    }

    private static void Expect(Action work)
    {
        var exception = Assert.Throws<DiagnosisDatabaseException>(work);
        Assert.Equal(DatabaseTrouble.ReadOnly, exception.Trouble);
        Assert.Contains("Check the permissions of the file and its folder", exception.Message, StringComparison.Ordinal);
    }

    private void Save(Mirai.Diagnosis.DiagnosisReport report)
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(report, new RunInfo());
    }

    private DateOnly? LastDay()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading);
        return database.LastDay;
    }
}
