using Mirai.Measures;
using Mirai.Model;

namespace Mirai.DataFrames;

/// <summary>Arranges daily series as one table: a row for each day, or for each day and value of a segment; a column for each measure.</summary>
internal static class SeriesTable
{
    /// <summary>The columns <c>day</c>, <c>segment</c> where a series has one, and the measures' ids in the order of the series.</summary>
    /// <exception cref="ArgumentException">The series have different days, or two of them are of one measure and value.</exception>
    public static ColumnTable Of(IReadOnlyList<DailySeries> series)
    {
        if (series.Count == 0) return new ColumnTable([new DayTableColumn("day", [])]);
        var days = series[0].Days;
        var cells = new Dictionary<(string Measure, string? Segment), DailySeries>();
        foreach (var one in series)
        {
            if (one.Days != days)
                throw new ArgumentException($"The series `{one.Measure.Id}` has the days {one.Days}, the first one {days}; expected the same days.", nameof(series));
            if (!cells.TryAdd((one.Measure.Id, one.SegmentValue), one))
                throw new ArgumentException($"Two series are of `{one.Measure.Id}`{Of(one.SegmentValue)}; expected one.", nameof(series));
        }

        string?[] segments = [.. series.Select(one => one.SegmentValue).Distinct(StringComparer.Ordinal)];
        var columns = new List<TableColumn> { new DayTableColumn("day", Fill(days, segments, (day, _) => (DateOnly?)days[day])) };
        if (segments is not [null]) columns.Add(new TextTableColumn("segment", Fill(days, segments, (_, segment) => segments[segment])));
        foreach (var measure in series.DistinctBy(one => one.Measure.Id, StringComparer.Ordinal))
        {
            DailySeries?[] bySegment = [.. segments.Select(segment => cells.GetValueOrDefault((measure.Measure.Id, segment)))];
            columns.Add(ColumnOf(measure, days, segments, bySegment));
        }

        return new ColumnTable(columns);
    }

    private static string Of(string? segment) => segment is null ? "" : $" of `{segment}`";

    private static TableColumn ColumnOf(DailySeries sample, DayRange days, string?[] segments, DailySeries?[] bySegment)
    {
        var isExact = !sample.Numerators.IsEmpty && sample.Denominators.IsEmpty;
        var id = sample.Measure.Id;
        if (isExact && sample.Measure.Unit == MeasureUnit.Money)
            return new DecimalTableColumn(id, Fill(days, segments, (day, segment) => bySegment[segment]?.Money(days[day])));
        if (isExact)
            return new IntegerTableColumn(id, Fill(days, segments, (day, segment) => bySegment[segment]?.Count(days[day])));
        return new NumberTableColumn(id, Fill(days, segments, (day, segment) => bySegment[segment]?[days[day]]));
    }

    private static T[] Fill<T>(DayRange days, string?[] segments, Func<int, int, T> valueOf)
    {
        var values = new T[checked(days.Count * segments.Length)];
        var row = 0;
        for (var day = 0; day < days.Count; day++)
        {
            for (var segment = 0; segment < segments.Length; segment++) values[row++] = valueOf(day, segment);
        }

        return values;
    }
}
