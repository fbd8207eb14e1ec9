namespace Mirai.Sqlite;

/// <summary>What a diagnosis database is opened for.</summary>
public enum DatabaseAccess
{
    /// <summary>Saving and reading: the file is made where there is none, and brought to this version's form where it is older.</summary>
    Save,

    /// <summary>Reading only: a missing file is an error, and nothing is changed.</summary>
    Read,
}

/// <summary>How a diagnosis database is opened.</summary>
public sealed record DatabaseOptions
{
    /// <summary>For saving, waiting 30 seconds for others.</summary>
    public static DatabaseOptions Default { get; } = new();

    /// <summary>For reading only, waiting as long.</summary>
    public static DatabaseOptions Reading { get; } = new() { Access = DatabaseAccess.Read };

    /// <summary>What it is opened for.</summary>
    public DatabaseAccess Access { get; init; } = DatabaseAccess.Save;

    /// <summary>How long to wait for another program that is writing, or reading while this one writes; to the next whole second, and at least one.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most pages of 4 KB that the file may have, as if the disk were full then; 0 for no limit.</summary>
    internal int MaxPages { get; init; }

    /// <summary>The form of the database, for tests of upgrades; <see langword="null"/> for that of this version.</summary>
    internal Storage.DatabaseSchema? Schema { get; init; }
}
