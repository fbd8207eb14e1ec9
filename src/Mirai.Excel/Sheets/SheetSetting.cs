using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>What every sheet is written from: the document, the words, the formats.</summary>
internal sealed class SheetSetting
{
    /// <summary>The setting of a document in a language.</summary>
    public SheetSetting(DiagnosisReport report, string language)
    {
        Report = report;
        Shared = DiagnosisWords.For(language);
        Words = WorkbookWords.For(Shared.Language);
        Formats = new NumberFormats(Shared, report.Settings.Currency);
        Figures = new FigureFormat(Shared, report.Settings.Currency);
        Cells = new FigureCells(Formats);
    }

    /// <summary>The document.</summary>
    public DiagnosisReport Report { get; }

    /// <summary>The words that all outputs share.</summary>
    public DiagnosisWords Shared { get; }

    /// <summary>The words of the workbook.</summary>
    public WorkbookWords Words { get; }

    /// <summary>Number formats.</summary>
    public NumberFormats Formats { get; }

    /// <summary>Figures in running text.</summary>
    public FigureFormat Figures { get; }

    /// <summary>Figures as cells.</summary>
    public FigureCells Cells { get; }

    /// <summary>The day and the settings that every figure depends on.</summary>
    public string Subtitle => WorkbookWords.Fill(Words.Subtitle,
        ExcelDay.Text(Report.AsOf), Shared.Of(Report.Settings.ActivePeriod), Report.Settings.Currency.Code);

    /// <summary>The name of the period before, with which figures are compared.</summary>
    public string Before => WorkbookWords.Fill(Words.PeriodBefore, Shared.Of(Report.Settings.ActivePeriod));

    /// <summary>A text of a rule in the workbook's language.</summary>
    public string Text(LanguageTexts texts) => texts[Shared.Language];

    /// <summary>The title of a warning, with the part that it is about.</summary>
    public string TitleOf(RuleResult result)
    {
        var (title, part) = (Text(result.Title), PartOf(result.Part));
        var isNamed = title.Contains(part, StringComparison.Ordinal) || title.Contains(result.Part.Label(Shared.Language), StringComparison.Ordinal);
        return result.Part.IsWhole || isNamed ? title : $"{title} ({part})";
    }

    /// <summary>A part of the customers in words.</summary>
    public string PartOf(CustomerPart part) => part.IsWhole
        ? part.Label(Shared.Language)
        : string.Join(" / ", part.Picks.Select(pick => string.Join(Words.ListSeparator, pick.Values.Select(value => Shared.OfValue(pick.Dimension, value)))));

    /// <summary>A value of a rule's evidence: percentages as such, points in points; a dash or nothing where it is missing.</summary>
    public GridCell Evidence(RuleEvidence evidence, double value, bool isBlank = false)
    {
        if (!double.IsFinite(value)) return isBlank ? default : FigureCells.Missing;
        var isPoints = string.Equals(evidence.Unit, "pt", StringComparison.Ordinal);
        return FigureCells.Number(isPoints ? value * 100 : value, Formats.OfUnit(evidence.Unit, Report.Settings.Currency));
    }

    /// <summary>A period of days: 2024-01-01 - 2024-12-31.</summary>
    public static string Text(DayRange days) => $"{ExcelDay.Text(days.First)} - {ExcelDay.Text(days.Last)}";

    /// <summary>Puts a chart on a sheet; where there is nothing to draw yet, a sentence in its place.</summary>
    public void Draw(SheetGrid grid, ChartSpec chart)
    {
        if (chart.IsDrawable) grid.Charts.Add(chart);
        else grid[chart.Room.Row, chart.Room.Column] = GridCell.Of(WorkbookWords.Fill(Words.NoChart, chart.Title), new CellLook(TextTone.Faint));
    }

    /// <summary>A page with title and subtitle.</summary>
    public SheetPage Page(SheetGrid grid, int columns, string title) => new(grid, columns, title, Subtitle);
}
