using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Mirai.Sqlite.Tests;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mirai-sqlite-");

    /// <summary>The database of the test.</summary>
    public string Database => PathOf("mirai.db");

    /// <summary>A file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>What a query of a program that knows nothing of Mirai gives.</summary>
    public static IReadOnlyList<object[]> Query(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Every row of every table, as text.</summary>
    public static string Dump(string path)
    {
        var text = new StringBuilder();
        foreach (var table in Query(path, "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view', 'index') ORDER BY name"))
        {
            text.Append("== ").Append(table[0]).Append('\n').Append(table[1]).Append('\n');
            if (table[1] is not string sql || !sql.StartsWith("CREATE TABLE", StringComparison.Ordinal)) continue;
            foreach (var row in Query(path, $"SELECT * FROM \"{table[0]}\"")) text.AppendJoin('|', row.Select(Shown)).Append('\n');
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Shown(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(SHA256.HashData(bytes)),
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
