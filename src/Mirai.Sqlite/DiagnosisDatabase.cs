using Mirai.Diagnosis;
using Mirai.Sqlite.Storage;
using Mirai.Sqlite.Writing;

namespace Mirai.Sqlite;

/// <summary>The diagnosis database: every day's figures, verdicts, warnings and causes in one SQLite file, kept for ever and queried with plain SQL.</summary>
/// <remarks>
/// A day is saved in one transaction: a program that is killed leaves the file as it was before, or with the whole day. Any number of processes may
/// use a file at once; they wait for one another. An instance is for one thread at a time. Tables and views: <c>docs/database.md</c>.
/// </remarks>
public sealed partial class DiagnosisDatabase : IDisposable
{
    private readonly DatabaseFile _file;

    private DiagnosisDatabase(DatabaseFile file) => _file = file;

    /// <summary>The full path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>Opens a database.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What for; <see langword="null"/> for saving, which makes the file where there is none.</param>
    /// <exception cref="DiagnosisDatabaseException">It cannot be opened; the message says why and what to do.</exception>
    public static DiagnosisDatabase Open(string path, DatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var used = options ?? DatabaseOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(used.BusyTimeout, TimeSpan.Zero, nameof(options));
        var file = DatabaseFile.Open(path, used);
        try
        {
            (used.Schema ?? DatabaseSchema.Current).Ensure(file, used.Access);
            return new DiagnosisDatabase(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Saves a diagnosis as that of its day: a diagnosis of the same day is replaced, other days stay as they are.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="run">What else to keep.</param>
    /// <param name="cancellationToken">Cancels the work; then nothing is saved.</param>
    /// <exception cref="DiagnosisDatabaseException">It cannot be saved, and what was stored before is unchanged; the message says why and what to do.</exception>
    public void Save(DiagnosisReport report, RunInfo run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(run);
        var document = StoredDocument.Of(report, cancellationToken);
        _file.Write(
            () =>
            {
                using (var delete = new RowWriter(_file, "DELETE FROM run WHERE day = ?1")) delete.Write(report.AsOf);
                var writer = new DiagnosisWriter(_file, report, cancellationToken);
                writer.Write(run, document);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
