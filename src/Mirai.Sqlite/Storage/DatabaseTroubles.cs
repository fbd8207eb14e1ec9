using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Storage;

/// <summary>What to say of each trouble: the file, what was found, what to do.</summary>
internal static class DatabaseTroubles
{
    private const int ShortRead = 522;
    private const int NoLongerThere = 1034;

    /// <summary>A trouble that we found ourselves.</summary>
    public static DiagnosisDatabaseException Of(DatabaseTrouble trouble, string path, string detail = "", Exception? inner = null) =>
        new(trouble, path, Message(trouble, path, detail.Length == 0 ? "" : $" ({detail})"), detail, inner);

    /// <summary>A trouble that SQLite found.</summary>
    public static DiagnosisDatabaseException Of(SqliteException exception, string path) =>
        Of(TroubleOf(exception, path), path, Detail(exception), exception);

    private static string Detail(SqliteException exception)
    {
        // The framework wraps what SQLite says in a sentence: "SQLite Error 11: 'database disk image is malformed'.".
        var (from, until) = (exception.Message.IndexOf('\'', StringComparison.Ordinal), exception.Message.LastIndexOf('\''));
        return until > from ? exception.Message[(from + 1)..until] : exception.Message;
    }

    private static DatabaseTrouble TroubleOf(SqliteException exception, string path) => (exception.SqliteErrorCode, exception.SqliteExtendedErrorCode) switch
    {
        (_, ShortRead) => DatabaseTrouble.Damaged,
        (_, NoLongerThere) => DatabaseTrouble.Missing,
        (5 or 6, _) => DatabaseTrouble.Locked,
        (3 or 8, _) => DatabaseTrouble.ReadOnly,
        (11, _) => DatabaseTrouble.Damaged,
        (13, _) => DatabaseTrouble.DiskFull,
        (14, _) => Directory.Exists(path) ? DatabaseTrouble.FolderInTheWay : DatabaseTrouble.ReadOnly,
        (26, _) => DatabaseTrouble.NotADatabase,
        _ => DatabaseTrouble.Failed,
    };

    private static string Message(DatabaseTrouble trouble, string path, string detail) => trouble switch
    {
        DatabaseTrouble.Missing => $"{path}: there is no diagnosis database{detail}. It is made when a diagnosis is saved.",
        DatabaseTrouble.MissingFolder => $"{path}: there is no such folder{detail}. Make the folder first.",
        DatabaseTrouble.FolderInTheWay => $"{path}: this is a folder, and a database file was expected{detail}. Choose another name.",
        DatabaseTrouble.NotADatabase => $"{path}: this file is no database{detail}. It was left as it is; choose another name.",
        DatabaseTrouble.OtherDatabase => $"{path}: this is a database of another program{detail}. It was left as it is; choose another name.",
        DatabaseTrouble.NewerVersion => $"{path}: a newer version of this program wrote this database{detail}. It was left as it is; use that version.",
        DatabaseTrouble.OlderVersion => $"{path}: an older version of this program wrote this database{detail}. Save a diagnosis with this version: that brings it up to date.",
        DatabaseTrouble.Damaged => $"{path}: the database is damaged{detail}. Nothing was written to it; put a copy of it back, or move it away and save the days again.",
        DatabaseTrouble.Locked => $"{path}: another program holds the database{detail}. Nothing was written; close that program, or try again later.",
        DatabaseTrouble.ReadOnly => $"{path}: the database cannot be opened or written{detail}. Check the permissions of the file and its folder.",
        DatabaseTrouble.DiskFull => $"{path}: there is no room for the database{detail}. What was stored before is unchanged; make room and try again.",
        _ => $"{path}: the database cannot be used{detail}.",
    };
}
