using Mirai.Measures;
using Mirai.Sqlite.Reading;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite;

/// <content>Reading what is stored.</content>
public sealed partial class DiagnosisDatabase
{
    /// <summary>The measures that stored days define, by id.</summary>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public IReadOnlyList<Measure> Measures => _file.Read(() => FigureReader.Measures(_file), CancellationToken.None);

    /// <summary>The stored days in order, each on one line.</summary>
    /// <param name="from">The first day; <see langword="null"/> for the first stored one.</param>
    /// <param name="to">The last day; <see langword="null"/> for the last stored one.</param>
    /// <param name="cancellationToken">Gives up waiting for others.</param>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public IReadOnlyList<StoredRun> Runs(DateOnly? from = null, DateOnly? to = null, CancellationToken cancellationToken = default) =>
        _file.Read(() => RunReader.Runs(_file, from, to), cancellationToken);

    /// <summary>The diagnosis of a day; <see langword="null"/> where the day is not stored.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Gives up waiting for others.</param>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public StoredDiagnosis? Find(DateOnly day, CancellationToken cancellationToken = default) =>
        _file.Read(() => RunReader.Runs(_file, day, day) is [var run] ? new DiagnosisReader(_file, run).Read() : null, cancellationToken);

    /// <summary>The whole diagnosis of a day as JSON, byte for byte as <c>DiagnosisReport.WriteJson</c> wrote it; <see langword="null"/> where the day is not stored.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Gives up waiting for others.</param>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read, or the document is not what was stored.</exception>
    public byte[]? Document(DateOnly day, CancellationToken cancellationToken = default)
    {
        var stored = _file.Read(
            () => _file.Rows(
                "SELECT bytes, sha256, brotli FROM document WHERE day = ?1", row => new StoredDocument(row.Whole(0), row.Text(1), row.Bytes(2)), Word.Of(day)),
            cancellationToken);
        if (stored is not [var document]) return null;
        return document.Unpack() ?? throw _file.Trouble(DatabaseTrouble.Damaged, $"the document of {Word.Of(day)} is not what was stored");
    }

    /// <summary>A measure of all customers over the stored days.</summary>
    /// <param name="measureId">The measure's id.</param>
    /// <param name="from">The first day; <see langword="null"/> for the first stored one.</param>
    /// <param name="to">The last day; <see langword="null"/> for the last stored one.</param>
    /// <param name="cancellationToken">Gives up waiting for others.</param>
    /// <returns>Every stored day; <see langword="null"/> where no stored day knows such a measure.</returns>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public StoredSeries? Series(string measureId, DateOnly? from = null, DateOnly? to = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(measureId);
        return _file.Read(() => FigureReader.Series(_file, measureId, from, to), cancellationToken);
    }

    /// <summary>Reads the whole file and looks whether it is sound; a large one takes a while.</summary>
    /// <param name="cancellationToken">Gives up waiting for others.</param>
    /// <exception cref="DiagnosisDatabaseException">It is damaged; the message says what was found first.</exception>
    public void Check(CancellationToken cancellationToken = default)
    {
        var found = _file.Read(() => _file.Texts("PRAGMA integrity_check(1)"), cancellationToken);
        if (found is not ["ok"]) throw _file.Trouble(DatabaseTrouble.Damaged, string.Join("; ", found).ReplaceLineEndings(" "));
    }
}
