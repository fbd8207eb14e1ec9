using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>What a command answers, before anybody decides how it is written.</summary>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The rows, made as they are asked for; each has a cell for every column.</param>
/// <param name="Currency">The currency of money.</param>
internal sealed record DataTable(IReadOnlyList<TableColumn> Columns, IEnumerable<Cell[]> Rows, Currency Currency);

/// <summary>A column of a table.</summary>
/// <param name="Id">The stable name in files.</param>
/// <param name="Title">The name for people.</param>
/// <param name="IsKey">Whether it says what the row is about, so that it stands at the left of every part of a wide table.</param>
internal readonly record struct TableColumn(string Id, string Title, bool IsKey = false);
