using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>How CSV files are read. What is not stated is recognised, and the report's notes say as what.</summary>
public sealed record CsvOptions
{
    /// <summary>Everything recognised: encoding, delimiter and columns; a header; yen.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>How rows are judged, whatever they are read from: currency, date format, what to do with bad rows, threads.</summary>
    public PurchaseLoadOptions Load { get; init; } = PurchaseLoadOptions.Default;

    /// <summary>Which column is what.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.Detect;

    /// <summary>Whether the first line of every file names the columns; otherwise the map gives positions from 1.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What separates the fields (see <see cref="CsvDelimiter"/>); <see langword="null"/> to find out among comma, semicolon, tab and bar.</summary>
    public char? Delimiter { get; init; }

    /// <summary>
    /// The encoding's name, such as <c>UTF-8</c>, <c>UTF-16</c>, <c>Shift_JIS</c> or <c>EUC-JP</c>; <see langword="null"/> to find out.
    /// A byte-order mark wins over both.
    /// </summary>
    public string? EncodingName { get; init; }
}
