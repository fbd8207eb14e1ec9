using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;

namespace Mirai.Excel.Tests;

/// <summary>A workbook as somebody else's program reads it: cells by a reader that knows nothing of ours, tables by their names.</summary>
internal sealed class WorkbookContent
{
    private readonly Dictionary<string, List<object?[]>> _sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Sheet, int Row, int Column, int Rows, int Columns)> _tables = new(StringComparer.Ordinal);

    static WorkbookContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // The reader wants to know Windows-1252.

    /// <summary>Reads a workbook.</summary>
    public WorkbookContent(byte[] workbook)
    {
        using (var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook)))
        {
            do
            {
                var rows = new List<object?[]>();
                while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
                _sheets[reader.Name] = rows;
                SheetNames.Add(reader.Name);
            }
            while (reader.NextResult());
        }

        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var part = document.WorkbookPart!;
        foreach (var sheet in part.Workbook!.Descendants<Sheet>())
        {
            foreach (var table in ((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).TableDefinitionParts.Select(definition => definition.Table!))
                _tables.Add(table.Name!.Value!, Place(sheet.Name!.Value!, table.Reference!.Value!));
        }
    }

    /// <summary>The sheets in order.</summary>
    public List<string> SheetNames { get; } = [];

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> TableNames => _tables.Keys;

    /// <summary>All values of all cells.</summary>
    public IEnumerable<object?> Values => _sheets.Values.SelectMany(rows => rows).SelectMany(row => row);

    /// <summary>The rows of a sheet.</summary>
    public IReadOnlyList<object?[]> Sheet(string name) => _sheets[name];

    /// <summary>The body of a table, row by row.</summary>
    public List<object?[]> Table(string name)
    {
        var (sheet, row, column, rows, columns) = _tables[name];
        return [.. Enumerable.Range(row, rows - 1).Select(r => _sheets[sheet][r].Skip(column - 1).Take(columns).ToArray())];
    }

    private static (string Sheet, int Row, int Column, int Rows, int Columns) Place(string sheet, string reference)
    {
        var ends = reference.Split(':').Select(Cell).ToArray();
        return (sheet, ends[0].Row, ends[0].Column, ends[1].Row - ends[0].Row + 1, ends[1].Column - ends[0].Column + 1);
    }

    private static (int Row, int Column) Cell(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return (int.Parse(address.AsSpan(letters.Length), CultureInfo.InvariantCulture), letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1));
    }
}
