using System.Globalization;

namespace Mirai.Excel.Grid;

/// <summary>A rectangle of cells; rows and columns count from 1, as Excel's do.</summary>
/// <param name="Row">The first row.</param>
/// <param name="Column">The first column.</param>
/// <param name="Rows">How many rows; at least 1.</param>
/// <param name="Columns">How many columns; at least 1.</param>
internal readonly record struct GridRange(int Row, int Column, int Rows = 1, int Columns = 1)
{
    /// <summary>The last row, included.</summary>
    public int LastRow => Row + Rows - 1;

    /// <summary>The last column, included.</summary>
    public int LastColumn => Column + Columns - 1;

    /// <summary>The letters of a column: 1 is A, 28 is AB.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>The address of a cell: B7.</summary>
    public static string Address(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address with dollar signs, as formulae of charts and defined names want it.</summary>
    /// <param name="sheet">The sheet's name.</param>
    public string Absolute(string sheet)
    {
        var (row, lastRow) = (Row.ToString(CultureInfo.InvariantCulture), LastRow.ToString(CultureInfo.InvariantCulture));
        var first = $"${Letters(Column)}${row}";
        var quoted = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
        return Rows == 1 && Columns == 1 ? quoted + first : $"{quoted}{first}:${Letters(LastColumn)}${lastRow}";
    }

    /// <summary>The address: B7, or B7:D9.</summary>
    public override string ToString() =>
        Rows == 1 && Columns == 1 ? Address(Row, Column) : $"{Address(Row, Column)}:{Address(LastRow, LastColumn)}";
}
