using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>The diagnosis on one page: the verdict, the headline, the warnings with their causes, the curves, the changes, then the figures behind them.</summary>
internal sealed class DiagnosisPage
{
    private const int TwoColumnsFrom = 110;
    private const int Gap = 4;
    private const int ChartRows = 5;
    private const int StaleDays = 14;

    private readonly DiagnosisFigures _diagnosis;
    private readonly DiagnosisReport _report;
    private readonly PageSetting _setting;
    private readonly FigureText _figures;
    private readonly int _width;

    private DiagnosisPage(DiagnosisReport report, PageSetting setting)
    {
        _report = report;
        _diagnosis = new DiagnosisFigures(report);
        _setting = setting;
        _width = Math.Min(setting.Width, 120);
        _figures = new FigureText(setting.Texts, report.Settings.Currency);
    }

    private Wording.PageTexts Texts => _setting.Texts.Page;

    private bool HasTwoColumns => _width >= TwoColumnsFrom;

    private int HalfWidth => HasTwoColumns ? (_width - Gap) / 2 : _width;

    /// <summary>The page.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="setting">What it is written for.</param>
    /// <param name="badRows">The summary of the rows that could not be used.</param>
    public static Block Of(DiagnosisReport report, PageSetting setting, IEnumerable<string> badRows) =>
        new DiagnosisPage(report, setting).Make(badRows);

    private Block Make(IEnumerable<string> badRows)
    {
        var page = new Block();
        var asOf = Texts.AsOf(_report.AsOf);
        page.Add(new Line().Add(Texts.Title, Tone.Strong).To(_width - Line.WidthOf(asOf)).Add(asOf, Tone.Strong));
        page.Add(Line.Of(new string('─', _width), Tone.Faint));
        var warnings = new WarningList(_report, _setting, _width);
        var outlook = new OutlookTables(_report, _setting, _width);
        page.Add(warnings.Verdict()).Blank().Add(Headline.Of(_report, _figures, _setting, _width)).Blank();
        foreach (var block in new[] { warnings.Warnings(), outlook.Marketing(), outlook.Forecast() })
        {
            if (block is { Lines.Count: > 0 }) page.Add(block).Blank();
        }

        page.Add(Pair(ChartOf(CustomerMeasures.ActiveCustomers), ChartOf(SalesMeasures.TrailingSales))).Blank();
        page.Add(Changes()).Blank();
        var tables = new FigureTables(_diagnosis, _figures, _setting, HalfWidth);
        page.Add(Pair(tables.Customers(), tables.Sales())).Blank();
        page.Add(Pair(tables.RetentionByYear(), tables.RetentionByCount())).Blank();
        page.Add(FlowAndSales()).Blank();
        if (OverdueList.Of(_report.Purchases.Overdue, _figures, _setting) is { } overdue) page.Add(overdue).Blank();
        return page.Add(Notes(badRows));
    }

    private Block ChartOf(Measure measure)
    {
        var days = _diagnosis.SeriesOf(measure).Days;
        var name = $"{Texts.LabelOf(measure, _setting.Texts)}, {Texts.HistoryOf(days)}";
        return Chart.Of(_diagnosis.SeriesOf(measure), _figures, name, HalfWidth, ChartRows);
    }

    private Block Changes()
    {
        Measure[] measures = [CustomerMeasures.ActiveCustomers, SalesMeasures.TrailingSales, SalesMeasures.AnnualLtv, CustomerMeasures.RetentionRate];
        var label = 2 + measures.Max(measure => Line.WidthOf(Texts.LabelOf(measure, _setting.Texts))) + 2;
        var step = Math.Min(18, (_width - label) / Texts.ChangeColumns.Count);
        var block = new Block();
        var heading = Line.Of(Texts.Changes, Tone.Accent);
        for (var i = 0; i < Texts.ChangeColumns.Count; i++) heading.EndAt(label + ((i + 1) * step), Texts.ChangeColumns[i], Tone.Faint);
        block.Add(heading);
        foreach (var measure in measures)
        {
            var relative = Line.Of("  " + Texts.LabelOf(measure, _setting.Texts));
            var absolute = new Line();
            var end = label;
            foreach (var change in _diagnosis.ChangesOf(measure))
            {
                end += step;
                relative.EndAt(end, _figures.ChangeRate(change.Figure), FigureText.ToneOf(change.Figure));
                if (measure.Unit == MeasureUnit.Customers) absolute.EndAt(end, _figures.Change(change.Figure), Tone.Faint);
            }

            block.Add(relative);
            if (absolute.Width > 0) block.Add(absolute);
        }

        return block;
    }

    private Block FlowAndSales()
    {
        if (_diagnosis.Explanation is not { } explained)
            return new Block().Heading(Texts.Flow).Text(Texts.NoDayBefore(_report.Data.Observed.First), _width - 2, "  ", Tone.Faint);
        var mark = _figures.Mark(!_diagnosis.IsExplanationComplete);
        return Pair(FlowPage.Heads(explained.Flow, _figures, _setting, mark), FlowPage.Sales(explained, _figures, _setting, HalfWidth, mark));
    }

    private Block Notes(IEnumerable<string> badRows)
    {
        var data = _report.Data;
        var block = new Block().Heading(Texts.Notes);
        block.Text(Texts.Observed(data.Observed, data.Customers, data.Purchases), _width - 2, "  ", Tone.Faint);
        var period = _setting.Texts.Words.Of(_diagnosis.ActivePeriod);
        var isDotted = _diagnosis.SeriesOf(CustomerMeasures.ActiveCustomers).CompleteFrom != data.Observed.First;
        if (_figures.HasMarked || isDotted) block.Text(Texts.Incomplete(period), _width - 2, "  ", Tone.Faint);
        var texts = DiagnosisTexts.Of(_setting.Texts);
        if (data.LongestGap is { } gap) block.Text(texts.Gap(gap.First, gap.Last, gap.Count), _width - 2, "  ", Tone.Bad);
        if (data.LastPurchaseDay is { } last && _report.AsOf.DayNumber - last.DayNumber is var silent and > StaleDays)
            block.Text(texts.Stale(last, silent), _width - 2, "  ", Tone.Bad);
        foreach (var line in badRows) block.Text(line.TrimStart(), _width - 2, line.StartsWith("    ", StringComparison.Ordinal) ? "      " : line.StartsWith(' ') ? "    " : "  ", Tone.Bad);
        return block;
    }

    private Block Pair(Block left, Block right) =>
        HasTwoColumns && left.Width <= HalfWidth && right.Width <= HalfWidth ? Block.Beside(left, right, HalfWidth + Gap) : new Block().Add(left).Blank().Add(right);
}
