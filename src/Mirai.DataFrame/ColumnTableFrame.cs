using System.Globalization;
using Microsoft.Data.Analysis;

namespace Mirai.DataFrames;

/// <summary>Copies column tables into data frames and back, value by value: the package's own bridges lose texts, days and decimals.</summary>
internal static class ColumnTableFrame
{
    /// <summary>A frame with the table's columns. Days become midnights.</summary>
    /// <exception cref="ArgumentException">Columns differ in length, or two have one name.</exception>
    public static DataFrame ToFrame(ColumnTable table) => new(table.Columns.Select(ToColumn));

    /// <summary>The table of a frame's columns. Dates that are all midnights are days; narrower numbers are widened without loss.</summary>
    /// <exception cref="ArgumentException">A column's type has no place in a table.</exception>
    public static ColumnTable FromFrame(DataFrame frame) => new([.. frame.Columns.Select(FromColumn)]);

    private static DataFrameColumn ToColumn(TableColumn column) => column switch
    {
        TextTableColumn texts => new StringDataFrameColumn(texts.Name, texts.Values!),
        DayTableColumn days => new DateTimeDataFrameColumn(days.Name, days.Values.Select(day => day?.ToDateTime(TimeOnly.MinValue))),
        MomentTableColumn moments => new DateTimeDataFrameColumn(moments.Name, moments.Values),
        DecimalTableColumn amounts => new DecimalDataFrameColumn(amounts.Name, amounts.Values),
        IntegerTableColumn numbers => new Int64DataFrameColumn(numbers.Name, numbers.Values),
        NumberTableColumn numbers => new DoubleDataFrameColumn(numbers.Name, numbers.Values),
        _ => throw new ArgumentException($"A column of type {column.GetType().Name} has no place in a data frame.", nameof(column)),
    };

    private static TableColumn FromColumn(DataFrameColumn column)
    {
        if (column.DataType == typeof(string)) return new TextTableColumn(column.Name, Copy(column, value => (string)value));
        if (column.DataType == typeof(DateTime)) return FromMoments(column.Name, CopyValues(column, value => (DateTime)value));
        if (column.DataType == typeof(DateOnly)) return new DayTableColumn(column.Name, CopyValues(column, value => (DateOnly)value));
        if (column.DataType == typeof(decimal) || column.DataType == typeof(ulong))
            return new DecimalTableColumn(column.Name, CopyValues(column, value => Convert.ToDecimal(value, CultureInfo.InvariantCulture)));
        if (column.DataType == typeof(double) || column.DataType == typeof(float))
            return new NumberTableColumn(column.Name, CopyValues(column, value => Convert.ToDouble(value, CultureInfo.InvariantCulture)));
        if (IsInteger(column.DataType))
            return new IntegerTableColumn(column.Name, CopyValues(column, value => Convert.ToInt64(value, CultureInfo.InvariantCulture)));
        throw new ArgumentException($"The column {column.Name} holds {column.DataType.Name}; expected texts, dates or numbers.", nameof(column));
    }

    private static TableColumn FromMoments(string name, DateTime?[] moments) =>
        Array.TrueForAll(moments, moment => moment is null || moment.Value.TimeOfDay == TimeSpan.Zero)
            ? new DayTableColumn(name, Array.ConvertAll(moments, moment => moment is null ? (DateOnly?)null : DateOnly.FromDateTime(moment.Value)))
            : new MomentTableColumn(name, moments);

    private static bool IsInteger(Type type) =>
        type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte)
        || type == typeof(uint) || type == typeof(ushort) || type == typeof(byte);

    private static T?[] Copy<T>(DataFrameColumn column, Func<object, T> convert)
        where T : class
    {
        var values = new T?[column.Length];
        for (var row = 0L; row < column.Length; row++) values[row] = column[row] is { } value ? convert(value) : null;
        return values;
    }

    private static T?[] CopyValues<T>(DataFrameColumn column, Func<object, T> convert)
        where T : struct
    {
        var values = new T?[column.Length];
        for (var row = 0L; row < column.Length; row++) values[row] = column[row] is { } value ? convert(value) : null;
        return values;
    }
}
