using System.Globalization;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>A small table written in a test: columns parted by blanks, the first line their names, <c>.</c> for an empty cell.</summary>
public sealed class TextTable
{
    private static readonly string[] PurchaseColumns = ["customer", "day", "amount", "discount", "order"];

    private TextTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) =>
        (Columns, Rows) = (columns, rows);

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The cells of each row by column name; an empty text for <c>.</c>.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A row has not as many cells as the header.</exception>
    public static TextTable Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (lines.Count == 0) throw new FormatException("Found no line, expected a header.");
        var wrong = lines.Find(line => line.Length != lines[0].Length);
        if (wrong is not null) throw new FormatException($"Found `{string.Join(' ', wrong)}`, expected {lines[0].Length} cells.");
        return new TextTable(lines[0], [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(
            pair => pair.First, pair => pair.Second is "." ? "" : pair.Second, StringComparer.Ordinal))]);
    }

    /// <summary>
    /// Reads purchases: columns <c>customer</c>, <c>day</c>, <c>amount</c>, optionally <c>discount</c> and <c>order</c>; the others
    /// are dimensions.
    /// </summary>
    public static IReadOnlyList<Purchase> Purchases(string text)
    {
        var table = Parse(text);
        var dimensions = table.Columns.Except(PurchaseColumns, StringComparer.Ordinal).ToList();
        return [.. table.Rows.Select(row => new Purchase(
            row["customer"],
            DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row["amount"]),
            Number(row.GetValueOrDefault("discount", "")),
            row.GetValueOrDefault("order", "") is { Length: > 0 } order ? order : null)
        {
            Dimensions = dimensions.ToDictionary(name => name, name => row[name], StringComparer.Ordinal),
        })];
    }

    private static decimal Number(string text) =>
        text.Length == 0 ? 0 : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
