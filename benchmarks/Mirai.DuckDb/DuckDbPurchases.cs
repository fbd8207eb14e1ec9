using System.Globalization;
using DuckDB.NET.Data;
using Mirai.Model;

namespace Mirai.DuckDb;

/// <summary>A purchase table in a DuckDB database inside this process, filled from columns, a CSV or a Parquet file.</summary>
/// <remarks>
/// The table is <c>purchases(customer, day, amount[, discount][, order_id][, dimensions])</c>: customer BIGINT or VARCHAR, day DATE, money
/// BIGINT in minor units. Which optional columns it has is read back from the table itself.
/// </remarks>
public sealed class DuckDbPurchases : IDisposable
{
    private readonly DuckDBConnection _connection;

    /// <summary>An empty database.</summary>
    /// <param name="threads">How many threads the engine may use.</param>
    /// <param name="file">A database file, or <see langword="null"/> to stay in memory.</param>
    /// <param name="memoryLimit">A cap such as <c>2500MB</c>, or <see langword="null"/> for the engine's own.</param>
    public DuckDbPurchases(int threads = 2, string? file = null, string? memoryLimit = null)
    {
        _connection = new DuckDBConnection($"DataSource={file ?? ":memory:"}");
        _connection.Open();
        Execute($"PRAGMA threads={threads}");
        Execute("SET preserve_insertion_order = false");
        Execute($"SET temp_directory = {Literal(Path.Combine(Path.GetTempPath(), $"mirai-duckdb-{Environment.ProcessId}"))}");
        if (memoryLimit is not null) Execute($"SET memory_limit = '{memoryLimit}'");
    }

    /// <summary>The version of the engine.</summary>
    public static string EngineVersion
    {
        get
        {
            using var empty = new DuckDbPurchases(threads: 1);
            return empty.Query("SELECT version()", reader => reader.GetString(0))[0];
        }
    }

    /// <summary>The columns of the table.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Whether lines carry a discount.</summary>
    public bool HasDiscounts => Columns.Contains("discount", StringComparer.Ordinal);

    /// <summary>Whether lines carry an order id.</summary>
    public bool HasOrders => Columns.Contains("order_id", StringComparer.Ordinal);

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query and reads every row of it.</summary>
    public List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Fills the table from columns.</summary>
    public void Load(PurchaseRows rows)
    {
        var numeric = rows.CustomerNumbers is not null;
        var dimensions = rows.Dimensions.Keys.ToArray();
        Execute($"""
            CREATE OR REPLACE TABLE purchases(
              customer {(numeric ? "BIGINT" : "VARCHAR")}, day DATE, amount BIGINT
              {(rows.Discounts is null ? "" : ", discount BIGINT")}
              {(rows.Orders is null ? "" : ", order_id VARCHAR")}
              {string.Concat(dimensions.Select(name => $", {Quoted(name)} VARCHAR"))})
            """);
        using (var appender = _connection.CreateAppender("purchases"))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                var line = appender.CreateRow();
                if (numeric) line.AppendValue((long)rows.CustomerNumbers![row]);
                else line.AppendValue(rows.CustomerKeys![row]);
                line.AppendValue((DateOnly?)DateOnly.FromDayNumber(rows.DayNumbers[row]));
                line.AppendValue(rows.Amounts[row]);
                if (rows.Discounts is { } discounts) line.AppendValue(discounts[row]);
                if (rows.Orders is { } orders) line.AppendValue(orders[row]);
                foreach (var name in dimensions) line.AppendValue(rows.Dimensions[name][row]);
                line.EndRow();
            }
        }

        ReadColumns();
    }

    /// <summary>Fills the table from a CSV file with the header <c>customer,day,amount</c>, days in ISO form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="numericKeys">Whether customers are whole numbers (read as BIGINT) or text.</param>
    /// <param name="currency">The scale of the amounts in the file.</param>
    public void LoadCsv(string path, bool numericKeys, Currency currency)
    {
        var whole = currency.Decimals == 0;
        var amount = whole ? "amount" : $"(amount * {currency.MinorPerUnit})::BIGINT AS amount";
        var type = whole ? "BIGINT" : $"DECIMAL(18,{currency.Decimals})";
        Execute($"""
            CREATE OR REPLACE TABLE purchases AS
            SELECT customer, day, {amount}
            FROM read_csv({Literal(path)}, header = true, delim = ',',
              columns = {"{"}'customer': '{(numericKeys ? "BIGINT" : "VARCHAR")}', 'day': 'DATE', 'amount': '{type}'{"}"})
            """);
        ReadColumns();
    }

    /// <summary>Fills the table from a query, for instance over a Parquet file or over another table's rows.</summary>
    public void LoadQuery(string select)
    {
        Execute($"CREATE OR REPLACE TABLE purchases AS {select}");
        ReadColumns();
    }

    /// <summary>Gives customers a text each; those that are not listed have none.</summary>
    public void LoadAttribute(string name, IEnumerable<KeyValuePair<string, string>> valueByCustomer)
    {
        Execute($"""
            CREATE TABLE IF NOT EXISTS attributes(name VARCHAR, customer VARCHAR, value VARCHAR);
            DELETE FROM attributes WHERE name = {Literal(name)}
            """);
        using var appender = _connection.CreateAppender("attributes");
        foreach (var (customer, value) in valueByCustomer)
            appender.CreateRow().AppendValue(name).AppendValue(customer).AppendValue(value).EndRow();
    }

    /// <summary>Lays the table out by customer and day, as a warehouse that is queried by customer would.</summary>
    public void SortByCustomerAndDay()
    {
        Execute("SET preserve_insertion_order = true");
        Execute("CREATE TABLE sorted AS FROM purchases ORDER BY customer, day; DROP TABLE purchases; ALTER TABLE sorted RENAME TO purchases");
        Execute("SET preserve_insertion_order = false");
    }

    /// <summary>Writes the table to a CSV file with a header, as fast as the engine can.</summary>
    public void WriteCsv(string path) => Execute($"COPY purchases TO {Literal(path)} (FORMAT csv, HEADER)");

    /// <summary>A name as SQL quotes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text as SQL quotes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A day as SQL writes it.</summary>
    public static string Literal(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");

    /// <summary>A period as SQL writes it.</summary>
    public static string Interval(Period period) => string.Create(
        CultureInfo.InvariantCulture,
        $"INTERVAL {period.Length} {period.Unit switch { PeriodUnit.Day => "DAY", PeriodUnit.Month => "MONTH", _ => "YEAR" }}");

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void ReadColumns() =>
        Columns = Query("SELECT column_name FROM duckdb_columns() WHERE table_name = 'purchases'", reader => reader.GetString(0));
}
