using Mirai.Diagnosis;

namespace Mirai.Sqlite.Storage;

/// <summary>The form of the database: one step a version, and views that are made anew with each.</summary>
/// <param name="steps">What brings a database from version i to i + 1; never changed once released.</param>
/// <param name="views">The views of the last version.</param>
internal sealed class DatabaseSchema(IReadOnlyList<string> steps, string views)
{
    /// <summary>What marks a SQLite file as a diagnosis database: the letters Mira.</summary>
    public const int ApplicationId = 0x4D697261;

    /// <summary>The form that this version writes.</summary>
    public static DatabaseSchema Current { get; } = new([Read("tables-1"), Read("tables-2")], Read("views"));

    /// <summary>The number of the form.</summary>
    public int Version => steps.Count;

    /// <summary>This form and a further step.</summary>
    public DatabaseSchema With(string step) => new([.. steps, step], views);

    /// <summary>Makes sure that the database has this form; for saving, by bringing it there in one transaction.</summary>
    /// <exception cref="DiagnosisDatabaseException">It is another program's, newer, or older and only to be read.</exception>
    public void Ensure(DatabaseFile file, DatabaseAccess access)
    {
        var version = file.Read(() => VersionOf(file), CancellationToken.None);
        if (version == Version) return;
        if (version > Version) throw file.Trouble(DatabaseTrouble.NewerVersion, $"its form is {version}, this program knows forms up to {Version}");
        if (access == DatabaseAccess.Read)
        {
            throw version == 0
                ? file.Trouble(DatabaseTrouble.Missing, "the file is empty")
                : file.Trouble(DatabaseTrouble.OlderVersion, $"its form is {version}, this program reads form {Version}");
        }

        file.Write(() => Upgrade(file), CancellationToken.None);
    }

    private static string Read(string name)
    {
        using var stream = typeof(DatabaseSchema).Assembly.GetManifestResourceStream($"Mirai.Sqlite.Schema.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The form of a file; 0 for an empty one.</summary>
    private static long VersionOf(DatabaseFile file)
    {
        var (application, version) = (file.Number("PRAGMA application_id"), file.Number("PRAGMA user_version"));
        if (application == ApplicationId && version > 0) return version;
        if (application == 0 && version == 0 && file.Number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
        throw file.Trouble(DatabaseTrouble.OtherDatabase, $"application id {application}, version {version}");
    }

    /// <summary>Another process may have done it in the meantime: the version is asked again, now that nobody else can write.</summary>
    private void Upgrade(DatabaseFile file)
    {
        var version = (int)VersionOf(file);
        if (version > Version) throw file.Trouble(DatabaseTrouble.NewerVersion, $"its form is {version}, this program knows forms up to {Version}");
        if (version == Version) return;
        foreach (var view in file.Texts("SELECT name FROM sqlite_schema WHERE type = 'view'")) file.Execute($"DROP VIEW \"{view.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        foreach (var step in steps.Skip(version)) file.Execute(step);
        file.Execute(views);
        WriteVerdicts(file);
        file.Execute($"PRAGMA application_id = {ApplicationId}");
        file.Execute($"PRAGMA user_version = {Version}");
    }

    private static void WriteVerdicts(DatabaseFile file)
    {
        using var rows = new RowWriter(file, "INSERT OR REPLACE INTO verdict (verdict, rank, name_en, name_ja) VALUES (?1, ?2, ?3, ?4)");
        foreach (var verdict in Enum.GetValues<DiagnosisVerdict>())
            rows.Write(Word.Of(verdict), (int)verdict, DiagnosisWords.English.Of(verdict), DiagnosisWords.Japanese.Of(verdict));
    }
}
