using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Storage;

/// <summary>Runs one statement for many rows.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly DatabaseFile _file;
    private readonly SqliteCommand _command;

    /// <summary>A statement whose parameters are numbered <c>?1</c>, <c>?2</c> ...</summary>
    public RowWriter(DatabaseFile file, string statement) => (_file, _command) = (file, file.Command(statement));

    /// <summary>Inserts into a table.</summary>
    public static RowWriter Into(DatabaseFile file, string table, params ReadOnlySpan<string> columns) => new(
        file, $"INSERT INTO {table} ({string.Join(", ", columns!)}) VALUES ({string.Join(", ", Enumerable.Range(1, columns.Length).Select(i => $"?{i}"))})");

    /// <summary>Runs it with values: texts, numbers, booleans, days; what is missing or not finite becomes <c>NULL</c>.</summary>
    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (_command.Parameters.Count == i) _command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i + 1}" });
            var parameter = _command.Parameters[i];
            (parameter.SqliteType, parameter.Value) = Stored(values[i]);
        }

        _file.Guard(() => _command.ExecuteNonQuery());
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private static (SqliteType Type, object Value) Stored(object? value) => value switch
    {
        null => (SqliteType.Text, DBNull.Value),
        string text => (SqliteType.Text, text),
        DateOnly day => (SqliteType.Text, Word.Of(day)),
        bool flag => (SqliteType.Integer, flag ? 1L : 0L),
        int number => (SqliteType.Integer, (long)number),
        long number => (SqliteType.Integer, number),
        double number => double.IsFinite(number) ? (SqliteType.Real, number) : (SqliteType.Real, DBNull.Value),
        decimal number => (SqliteType.Real, (double)number),
        byte[] bytes => (SqliteType.Blob, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value)),
    };
}
