using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Sheets;

namespace Mirai.Excel.Tests;

/// <summary>What can be said about the looks of sheets without looking: nothing is too narrow, nothing lies on top of something else, no chart is empty.</summary>
public sealed class SheetLayoutTests
{
    public static TheoryData<string, string> Workbooks => WorkbookValidityTests.Workbooks;

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Sheets_EveryNumber_FitsItsColumn(string report, string language)
    {
        foreach (var grid in Sheets(report, language))
        {
            foreach (var (row, column, cell) in CellsOf(grid).Where(at => at.Cell.Number is not null))
            {
                var width = grid.Merged.Find(range => range.Row == row && range.Column == column) is { Columns: > 1 } merged
                    ? grid.WidthOf(column, merged.Columns)
                    : grid.WidthOf(column);
                var scale = cell.Style.Tone == TextTone.Display ? 2.1 : 1;
                Assert.True(TextWidth.Of(cell.Number!.Value, cell.Style.Format) * scale <= width - 0.5, $"{grid.Name} {GridRange.Address(row, column)}: {cell.Number} in {width}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Sheets_Charts_NeitherOverlapNorCoverCells(string report, string language)
    {
        foreach (var grid in Sheets(report, language))
        {
            for (var i = 0; i < grid.Charts.Count; i++)
            {
                Assert.All(grid.Charts.Skip(i + 1), other => Assert.False(Overlap(grid.Charts[i].Room, other.Room), $"{grid.Name}: {grid.Charts[i].Room} and {other.Room}"));
                var room = grid.Charts[i].Room;
                Assert.DoesNotContain(CellsOf(grid), at => (at.Cell.Text is { Length: > 0 } || at.Cell.Number is not null) && Overlap(room, new GridRange(at.Row, at.Column)));
            }

            for (var i = 0; i < grid.Merged.Count; i++)
                Assert.DoesNotContain(grid.Merged.Skip(i + 1), other => Overlap(grid.Merged[i], other));
            for (var i = 0; i < grid.Tables.Count; i++)
                Assert.DoesNotContain(grid.Tables.Skip(i + 1), other => Overlap(grid.Tables[i].Range, other.Range));
        }
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Sheets_NoChart_IsEmpty(string report, string language) =>
        Assert.All(Sheets(report, language).SelectMany(grid => grid.Charts), chart => Assert.True(chart.IsDrawable, chart.Title));

    [Fact]
    public void Sheets_OfOnePurchase_SayInWordsWhatCannotBeDrawn()
    {
        var texts = Sheets("one purchase", "en").SelectMany(CellsOf).Select(at => at.Cell.Text).OfType<string>().ToList();
        Assert.Contains("Active customers: too little history to draw yet.", texts, StringComparer.Ordinal);
        Assert.Contains("Retention by customer year: too little history to draw yet.", texts, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("leaky", "en")]
    [InlineData("mail", "ja")]
    public void Sheets_EverySeriesOfACompany_HasNumbersAndAName(string report, string language)
    {
        var charts = Sheets(report, language).SelectMany(grid => grid.Charts).ToList();
        Assert.Contains(charts, chart => chart.Kind == ChartKind.Line);
        Assert.Contains(charts, chart => chart.Kind == ChartKind.Column);
        Assert.Contains(charts, chart => chart.Kind == ChartKind.StackedColumn);
        Assert.Contains(charts, chart => chart.Kind == ChartKind.Bubble);
        foreach (var (chart, series) in charts.SelectMany(chart => chart.Series.Select(series => (chart, series))))
        {
            Assert.True(series.Name.Cells.Single().Text is { Length: > 0 }, chart.Title);
            Assert.Equal(series.Across.Cells.Count(), series.Values.Cells.Count());
        }
    }

    [Fact]
    public void Summary_EveryWarning_LinksToItsEvidence()
    {
        var sheets = Sheets("leaky", "en");
        var warnings = SampleReports.Leaky.Rules.Warnings;
        var links = CellsOf(sheets[0]).Where(at => at.Cell.Link is not null).Select(at => at.Cell.Link!).ToList();
        Assert.Equal(warnings.Count, links.Count);
        var titles = CellsOf(sheets[1]).ToDictionary(at => new GridRange(at.Row, at.Column).Absolute(sheets[1].Name), at => (at.Row, at.Column), StringComparer.Ordinal);
        for (var i = 0; i < links.Count; i++)
        {
            var (row, column) = titles[links[i]];
            Assert.StartsWith(warnings[i].Title["en"], sheets[1][row, column + 1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Breaks_OfAllSheets_NeverCutAChart()
    {
        foreach (var grid in Sheets("leaky", "en").Concat(Sheets("mail", "ja")))
        {
            var breaks = PageFlow.Breaks(grid);
            Assert.Equal(breaks.Order(), breaks);
            Assert.DoesNotContain(breaks, row => grid.Charts.Exists(chart => chart.Room.Row < row && row <= chart.Room.LastRow));
        }
    }

    private static IReadOnlyList<SheetGrid> Sheets(string report, string language) =>
        DiagnosisWorkbook.Sheets(new SheetSetting(SampleReports.Of(report), language), CancellationToken.None);

    private static IEnumerable<(int Row, int Column, GridCell Cell)> CellsOf(SheetGrid grid) =>
        grid.Rows.SelectMany(row => row.Value.Select(cell => (row.Key, cell.Key, cell.Value)));

    private static bool Overlap(GridRange one, GridRange other) =>
        one.Row <= other.LastRow && other.Row <= one.LastRow && one.Column <= other.LastColumn && other.Column <= one.LastColumn;
}
