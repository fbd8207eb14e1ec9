using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Storage;

/// <summary>Reads the columns of a row; what cannot be is damage, and said so.</summary>
internal sealed class RowReader(SqliteDataReader reader, DatabaseFile file)
{
    /// <summary>A text.</summary>
    public string Text(int column) => TextOrNull(column) ?? throw Unexpected(column);

    /// <summary>A text, where there is one.</summary>
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A whole number.</summary>
    public long Whole(int column) => WholeOrNull(column) ?? throw Unexpected(column);

    /// <summary>A whole number, where there is one.</summary>
    public long? WholeOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>Yes or no.</summary>
    public bool Flag(int column) => Whole(column) != 0;

    /// <summary>A number, where there is one.</summary>
    public double? Number(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    /// <summary>A day.</summary>
    public DateOnly Day(int column) => DayOrNull(column) ?? throw Unexpected(column);

    /// <summary>A day, where there is one.</summary>
    public DateOnly? DayOrNull(int column) =>
        TextOrNull(column) is not { } text ? null : Word.TryRead(text, out var day) ? day : throw Unexpected(column);

    /// <summary>A member of an enumeration.</summary>
    public T Member<T>(int column)
        where T : struct, Enum => MemberOrNull<T>(column) ?? throw Unexpected(column);

    /// <summary>A member of an enumeration, where there is one.</summary>
    public T? MemberOrNull<T>(int column)
        where T : struct, Enum => TextOrNull(column) is not { } text ? null : Word.TryRead<T>(text, out var member) ? member : throw Unexpected(column);

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int column) => reader.IsDBNull(column) ? throw Unexpected(column) : reader.GetFieldValue<byte[]>(column);

    /// <summary>What to throw at a value that cannot be.</summary>
    public DiagnosisDatabaseException Unexpected(int column) =>
        file.Trouble(DatabaseTrouble.Damaged, $"column `{reader.GetName(column)}` holds {(reader.IsDBNull(column) ? "nothing" : $"`{reader.GetValue(column)}`")}");
}
