using FsCheck.Xunit;
using Microsoft.Data.Analysis;

namespace Mirai.DataFrames.Tests;

public sealed class ColumnTableFrameTests
{
    [Property]
    public void FromFrame_OfAnyTable_GivesItBack((string? Text, ushort? Day, decimal? Amount, long? Count, double? Rate)[] rows)
    {
        var table = new ColumnTable(
        [
            new TextTableColumn("text", Array.ConvertAll(rows, row => row.Text)),
            new DayTableColumn("day", Array.ConvertAll(rows, row => row.Day is { } day ? DateOnly.MinValue.AddDays(day * 55) : (DateOnly?)null)),
            new DecimalTableColumn("金額", Array.ConvertAll(rows, row => row.Amount)),
            new IntegerTableColumn("count", Array.ConvertAll(rows, row => row.Count)),
            new NumberTableColumn("rate", Array.ConvertAll(rows, row => row.Rate)),
        ]);

        var frame = ColumnTableFrame.ToFrame(table);

        Assert.Equal(rows.Length, frame.Rows.Count);
        AssertSame(table, ColumnTableFrame.FromFrame(frame));
    }

    [Fact]
    public void FromFrame_EdgeValues_AreKept()
    {
        var table = new ColumnTable(
        [
            new TextTableColumn("text", ["", null, "顧客\n\"", "\ud83d\ude00", " "]),
            new DayTableColumn("day", [DateOnly.MinValue, null, DateOnly.MaxValue, new DateOnly(2024, 2, 29), null]),
            new DecimalTableColumn("amount", [decimal.MaxValue, null, decimal.MinValue, 0.0000000000000000000000000001m, 0m]),
            new IntegerTableColumn("count", [long.MaxValue, null, long.MinValue, 0, null]),
            new NumberTableColumn("rate", [double.NaN, null, double.NegativeInfinity, double.Epsilon, -0.0]),
            new MomentTableColumn("moment", [new DateTime(2024, 3, 1, 10, 0, 0), null, DateTime.MaxValue, DateTime.MinValue, null]),
        ]);
        AssertSame(table, ColumnTableFrame.FromFrame(ColumnTableFrame.ToFrame(table)));
    }

    [Fact]
    public void FromFrame_NarrowColumns_AreWidened()
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("i", [1, null]), new ByteDataFrameColumn("b", [255, null]), new UInt64DataFrameColumn("u", [ulong.MaxValue, null]),
            new SingleDataFrameColumn("f", [0.5f, null]));
        AssertSame(
            new ColumnTable(
            [
                new IntegerTableColumn("i", [1, null]), new IntegerTableColumn("b", [255, null]), new DecimalTableColumn("u", [ulong.MaxValue, null]),
                new NumberTableColumn("f", [0.5, null]),
            ]),
            ColumnTableFrame.FromFrame(frame));
    }

    [Fact]
    public void FromFrame_ColumnWithoutAPlace_IsNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => ColumnTableFrame.FromFrame(new DataFrame(new BooleanDataFrameColumn("flag", [true]))));
        Assert.StartsWith("The column flag holds Boolean; expected texts, dates or numbers.", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(ColumnTable expected, ColumnTable found)
    {
        Assert.Equal(expected.Columns.Select(column => column.Name).ToArray(), found.Columns.Select(column => column.Name).ToArray());
        foreach (var (before, after) in expected.Columns.Zip(found.Columns))
        {
            // A column of nothing but nulls or midnights reads as days.
            if (before is MomentTableColumn moments) Assert.Equal(moments.Values, Assert.IsType<MomentTableColumn>(after).Values);
            else if (before is TextTableColumn texts) Assert.Equal(texts.Values, Assert.IsType<TextTableColumn>(after).Values);
            else if (before is DayTableColumn days) Assert.Equal(days.Values, Assert.IsType<DayTableColumn>(after).Values);
            else if (before is DecimalTableColumn amounts) Assert.Equal(amounts.Values, Assert.IsType<DecimalTableColumn>(after).Values);
            else if (before is IntegerTableColumn integers) Assert.Equal(integers.Values, Assert.IsType<IntegerTableColumn>(after).Values);
            else Assert.Equal(Bits((NumberTableColumn)before), Bits(Assert.IsType<NumberTableColumn>(after)));
        }

        static long?[] Bits(NumberTableColumn column) =>
            Array.ConvertAll(column.Values, value => value is { } number ? BitConverter.DoubleToInt64Bits(number) : (long?)null);
    }
}
