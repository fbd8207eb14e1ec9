using Mirai.Cli.Commands;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Sqlite;

namespace Mirai.Cli.Daily;

/// <summary>The diagnosis database as a run writes it; what is wrong with it ends the run with its message.</summary>
internal sealed class DiagnosisStore : IDisposable
{
    private readonly CommandRun _run;
    private readonly DiagnosisDatabase _database;

    private DiagnosisStore(CommandRun run, DiagnosisDatabase database) => (_run, _database) = (run, database);

    /// <summary>Where it is.</summary>
    public string Path => _database.Path;

    /// <summary>The last day that is kept.</summary>
    public DateOnly? LastDay => Guarded(_run, () => _database.LastDay);

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <exception cref="OutputException">It cannot be opened.</exception>
    public static DiagnosisStore Open(CommandRun run, string path) => new(run, Guarded(run, () => DiagnosisDatabase.Open(path)));

    /// <summary>The days after the last one kept, up to a day; that day where none is kept.</summary>
    public IReadOnlyList<DateOnly> MissingDays(DateOnly until) => Guarded(_run, () => _database.MissingDays(until));

    /// <summary>Keeps a diagnosis as that of its day.</summary>
    /// <exception cref="OutputException">It cannot be kept; what was kept before is unchanged.</exception>
    public void Save(DiagnosisReport report) => Guarded(_run, () =>
    {
        _database.Save(report, new RunInfo(CliApplication.Version), _run.Stop);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static T Guarded<T>(CommandRun run, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DiagnosisDatabaseException exception)
        {
            throw new OutputException(HistoryTexts.Of(run.Texts).Message(exception), exception);
        }
    }
}
