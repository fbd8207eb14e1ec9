using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Sylvan.Data.Csv;

namespace Mirai.Csv.Tests;

public class CsvTableWriterTests
{
    [Fact]
    public void Write_EveryKindOfValue_IsInvariant()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(
                "day,n,m,x,text\n2024-03-01,-5,12.5,0.30000000000000004,\"a,b\"\n,,,,\n0001-01-01,9223372036854775807,100,0.0000125,\"say \"\"x\"\"\"\n9999-12-31,0,0.01,-1000000,\" x\"\n",
                Written(table =>
                {
                    table.WriteLine("day", "n", "m", "x", "text");
                    Line(table, new DateOnly(2024, 3, 1), -5, 12.50m, 0.1 + 0.2, "a,b");
                    Line(table, null, null, null, double.NaN, null);
                    Line(table, DateOnly.MinValue, long.MaxValue, 100.00m, 0.0000125, "say \"x\"");
                    Line(table, DateOnly.MaxValue, 0, 0.010m, -1000000, " x");
                }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EndLine_OnlyAnEmptyField_IsNotABlankLine() => Assert.Equal("\"\"\nx\n", Written(table =>
    {
        table.WriteLine("");
        table.WriteLine("x");
    }));

    [Property(MaxTest = 300)]
    public void Write_AnyTexts_AnotherReaderGivesThemBack(string?[][] rows)
    {
        // A line with one empty field is a line of its own to us; the other reader passes over it.
        // The other reader loses its way after a quoted carriage return.
        var width = rows.Max(row => (int?)row.Length) ?? 0;
        var expected = rows.Where(row => row.Any(text => text?.Length > 0))
            .Select(row => Enumerable.Range(0, width).Select(column => (row.ElementAtOrDefault(column) ?? "").Replace('\r', '\n')).ToArray()).ToList();
        var text = Written(
            table =>
            {
                foreach (var row in expected) table.WriteLine(row);
            },
            "\r\n");
        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', BufferSize = 1 << 16, Comment = '\uFFFF' });
        foreach (var row in expected)
        {
            Assert.True(reader.Read());
            Assert.Equal(string.Join("¦", row), string.Join("¦", Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)));
        }

        Assert.False(reader.Read());
    }

    [Property(MaxTest = 300)]
    public void Write_AnyNumber_ReadsBackExactly(double number)
    {
        var text = Written(table =>
        {
            table.Write(number);
            table.EndLine();
        }).TrimEnd('\n');
        if (double.IsNaN(number)) Assert.Equal("\"\"", text);
        else Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
    }

    private static void Line(CsvTableWriter table, DateOnly? day, long? number, decimal? money, double? rate, string? text)
    {
        table.Write(day);
        table.Write(number);
        table.Write(money);
        table.Write(rate);
        table.Write(text);
        table.EndLine();
    }

    private static string Written(Action<CsvTableWriter> write, string lineEnd = "\n")
    {
        using var stream = new MemoryStream();
        using (var table = new CsvTableWriter(stream, lineEnd: lineEnd)) write(table);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
