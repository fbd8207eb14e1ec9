using Mirai.Csv;

namespace Mirai.Cli.Output;

/// <summary>Writes a table as CSV.</summary>
internal static class CsvOutput
{
    /// <summary>Writes all of the table; the stream stays open.</summary>
    public static void Write(DataTable table, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new CsvTableWriter(stream);
        foreach (var column in table.Columns) writer.Write(column.Id);
        writer.EndLine();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var cell in row) Write(writer, cell, table.Currency.Decimals);
            writer.EndLine();
        }

        writer.Flush();
    }

    private static void Write(CsvTableWriter writer, in Cell cell, int decimals)
    {
        switch (cell.Kind)
        {
            case CellKind.Missing:
                writer.Write((string?)null);
                break;
            case CellKind.Text:
                writer.Write(cell.Text);
                break;
            case CellKind.Day:
                writer.Write(DateOnly.FromDayNumber((int)cell.Exact));
                break;
            case CellKind.Count:
                writer.Write((long)cell.Exact);
                break;
            case CellKind.Money:
                writer.Write(ExactText.Money(cell.Exact, decimals));
                break;
            case CellKind.Decimal:
                writer.Write((decimal?)cell.Exact);
                break;
            default:
                writer.Write(cell.Number);
                break;
        }
    }
}
