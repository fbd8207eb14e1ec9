using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Storage;

/// <summary>One SQLite file: statements and transactions, waiting for others, and no exception but our own.</summary>
/// <remarks>
/// A rollback journal and not a write-ahead log: the log needs memory shared between processes, which a network share does not give, and leaves two
/// more files beside the database, which whoever copies it forgets. We write once a day.
/// </remarks>
internal sealed class DatabaseFile : IDisposable
{
    private const int Busy = 5;
    private const int TableLocked = 6;
    private const int SmallestDatabase = 512;

    private readonly SqliteConnection _connection;
    private readonly TimeSpan _patience;

    private DatabaseFile(string path, SqliteConnection connection, TimeSpan patience) => (Path, _connection, _patience) = (path, connection, patience);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Opens a file, or makes it.</summary>
    public static DatabaseFile Open(string path, DatabaseOptions options)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full)) throw DatabaseTroubles.Of(DatabaseTrouble.FolderInTheWay, full);
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(full))) throw DatabaseTroubles.Of(DatabaseTrouble.MissingFolder, full);
        var known = new FileInfo(full);
        if (options.Access == DatabaseAccess.Read && !known.Exists) throw DatabaseTroubles.Of(DatabaseTrouble.Missing, full);
        // SQLite takes a few bytes for an empty database. Their number is asked and no byte is read: closing a file of our own would lose SQLite's locks.
        if (known is { Exists: true, Length: > 0 and < SmallestDatabase }) throw DatabaseTroubles.Of(DatabaseTrouble.NotADatabase, full, $"{known.Length} bytes");
        // Also for reading: what a run that was killed left behind is taken back, which is writing.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = full, Mode = options.Access == DatabaseAccess.Read ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false, ForeignKeys = true, DefaultTimeout = 1,
        }.ToString());
        var file = new DatabaseFile(full, connection, options.BusyTimeout);
        try
        {
            file.Guard(connection.Open);
            file.Execute("PRAGMA busy_timeout = 100; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            if (options.Access == DatabaseAccess.Read) file.Execute("PRAGMA query_only = ON");
            if (options.MaxPages > 0) file.Wait($"PRAGMA max_page_count = {options.MaxPages}", CancellationToken.None);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads in one transaction: nobody writes in between.</summary>
    public T Read<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Execute("BEGIN");
        try
        {
            Wait("SELECT count(*) FROM sqlite_schema", cancellationToken);
            return work();
        }
        finally
        {
            Rollback();
        }
    }

    /// <summary>Writes in one transaction: all of it or nothing.</summary>
    public void Write(Action work, CancellationToken cancellationToken)
    {
        Wait("BEGIN IMMEDIATE", cancellationToken);
        try
        {
            work();
            Wait("COMMIT", cancellationToken);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Runs statements.</summary>
    public void Execute(string sql)
    {
        using var command = Command(sql);
        Guard(() => command.ExecuteNonQuery());
    }

    /// <summary>The one number that a query gives.</summary>
    public long Number(string sql)
    {
        using var command = Command(sql);
        return Guard(() => (long)command.ExecuteScalar()!);
    }

    /// <summary>The texts that a query gives.</summary>
    public IReadOnlyList<string> Texts(string sql) => Rows(sql, row => row.Text(0));

    /// <summary>The rows that a query gives, its parameters numbered from <c>?1</c>.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, Func<RowReader, T> read, params ReadOnlySpan<string> parameters)
    {
        using var command = Command(sql);
        for (var i = 0; i < parameters.Length; i++) command.Parameters.Add(new SqliteParameter($"?{i + 1}", parameters[i]));
        return Guard(() =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            var row = new RowReader(reader, this);
            while (reader.Read()) rows.Add(read(row));
            return rows;
        });
    }

    /// <summary>A statement.</summary>
    public SqliteCommand Command(string sql) => new(sql, _connection);

    /// <summary>What to throw.</summary>
    public DiagnosisDatabaseException Trouble(DatabaseTrouble trouble, string detail) => DatabaseTroubles.Of(trouble, Path, detail);

    /// <summary>Lets nothing out but our own exceptions.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw DatabaseTroubles.Of(exception, Path);
        }
    }

    /// <summary>Lets nothing out but our own exceptions.</summary>
    public void Guard(Action work) => Guard(() =>
    {
        work();
        return 0;
    });

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Runs a statement that may have to wait for others, in short waits, so that the caller can give up in between.</summary>
    private void Wait(string sql, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var command = Command(sql);
                command.ExecuteNonQuery();
                return;
            }
            catch (SqliteException exception)
            {
                if (exception.SqliteErrorCode is not (Busy or TableLocked) || waited.Elapsed >= _patience) throw DatabaseTroubles.Of(exception, Path);
            }
        }
    }

    private void Rollback()
    {
        try
        {
            using var command = Command("ROLLBACK");
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has taken it back already, as on a full disk; or the journal takes it back when the file is opened the next time. What made the work
            // fail is on its way out.
        }
    }
}
