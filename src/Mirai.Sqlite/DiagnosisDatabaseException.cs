namespace Mirai.Sqlite;

/// <summary>What can be wrong with a diagnosis database.</summary>
public enum DatabaseTrouble
{
    /// <summary>There is no file, or nothing in it yet.</summary>
    Missing,

    /// <summary>There is no folder for it.</summary>
    MissingFolder,

    /// <summary>A folder has the name.</summary>
    FolderInTheWay,

    /// <summary>The file is no database at all.</summary>
    NotADatabase,

    /// <summary>The file is a database of another program.</summary>
    OtherDatabase,

    /// <summary>A newer version wrote it.</summary>
    NewerVersion,

    /// <summary>An older version wrote it, and it is opened for reading only.</summary>
    OlderVersion,

    /// <summary>The file is damaged.</summary>
    Damaged,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>There is no room for it.</summary>
    DiskFull,

    /// <summary>Something else: the message says what the system said.</summary>
    Failed,
}

/// <summary>A diagnosis database cannot be used. The message names the file, what was found and what to do; what was stored before is untouched.</summary>
public sealed class DiagnosisDatabaseException : Exception
{
    internal DiagnosisDatabaseException(DatabaseTrouble trouble, string path, string message, string? detail = null, Exception? inner = null)
        : base(message, inner) => (Trouble, Path, Detail) = (trouble, path, detail ?? inner?.Message ?? "");

    /// <summary>What is wrong.</summary>
    public DatabaseTrouble Trouble { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What the system or the file said, in its own words; empty where there is nothing to add.</summary>
    public string Detail { get; }
}
