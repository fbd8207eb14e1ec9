using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>How to read the figures: what they mean, with what settings they were made, what the data lacks, and what the rules could not decide.</summary>
internal sealed class DefinitionsSheet(SheetSetting setting)
{
    private const int PageColumns = 7;
    private const int ShortHash = 16;

    private readonly SheetGrid _grid = new(setting.Words.DefinitionsSheet) { TabColor = "7F8FA6" };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        foreach (var (column, width) in new[] { (1, 32.0), (2, 40.0), (3, 72.0), (4, 22.0), (5, 13.0), (6, 13.0), (7, 18.0) }) _grid.Widen(column, width);
        var page = setting.Page(_grid, PageColumns, setting.Words.DefinitionsTitle);
        Settings(page);
        Quality(page);
        Undecided(page);
        Silent(page);
        RuleTexts(page);
        Measures(page);
        return _grid;
    }

    private void Settings(SheetPage page)
    {
        var (words, settings) = (setting.Words, setting.Report.Settings);
        page.Heading(words.SettingsTitle);
        var table = new TableSpec("Settings", [words.Setting, new TableColumn(words.Value, IsWrapped: true)]);
        Add(words.ActivePeriod, setting.Shared.Of(settings.ActivePeriod));
        Add(words.Currency, settings.Currency.Code);
        Add(words.BeganWithData, settings.BeganWithData ? words.Yes : words.No);
        Add(words.ChurnWindow, setting.Shared.Of(settings.ChurnWindow));
        Add(words.PortfolioThreshold, settings.Portfolio.Threshold is { } amount ? setting.Figures.Money(amount) : WorkbookWords.Fill(words.OrderValuesPattern, settings.Portfolio.OrderValues));
        Add(words.SteadyFrom, WorkbookWords.Fill(words.DaysPattern, settings.Portfolio.SteadyDays));
        Add(words.BestFrom, WorkbookWords.Fill(words.DaysPattern, settings.Portfolio.BestDays));
        Add(words.GoneFrom, settings.Portfolio.GoneDays is { } gone ? WorkbookWords.Fill(words.DaysPattern, gone) : words.GoneScaled);
        Add(words.SegmentsOfA, string.Join(words.ListSeparator, settings.Segments.Select(setting.Shared.OfSegment)));
        Add(words.RuleCount, FigureFormat.Count(settings.RuleCount));
        Add(words.RulesHash, settings.RulesHash);
        page.Table(table);
        page.Skip();

        void Add(string name, string value) => table.Add(FigureCells.Text(name), FigureCells.Text(value));
    }

    private void Quality(SheetPage page)
    {
        var (words, quality) = (setting.Words, setting.Report.Data);
        page.Heading(words.QualityTitle);
        var table = new TableSpec("DataQuality", [words.Remark, new TableColumn(words.Value, IsWrapped: true)]);
        Add(words.Observed, SheetSetting.Text(quality.Observed));
        Add(words.Customers, FigureFormat.Count(quality.Customers));
        Add(words.PurchasesAndReturns, FigureFormat.Count(quality.Purchases));
        Add(words.LastPurchaseDay, quality.LastPurchaseDay is { } last ? ExcelDay.Text(last) : FigureFormat.Missing);
        Add(words.LongestGap, quality.LongestGap is { } gap ? $"{SheetSetting.Text(gap)} ({WorkbookWords.Fill(words.DaysPattern, gap.Count)})" : words.NoGap);
        foreach (var note in quality.CompleteFrom)
            Add(WorkbookWords.Fill(words.CompleteFromPattern, words.Of(note.Needs)), note.From is { } from ? ExcelDay.Text(from) : words.NotYet);
        if (quality.Ingest is { } ingest)
        {
            Add(words.RowsRead, FigureFormat.Count(ingest.RowsRead));
            Add(words.BadRows, FigureFormat.Count(ingest.BadRowCount));
            foreach (var issue in ingest.Samples) Add(words.BadRow, issue.ToString(setting.Shared.Language));
            foreach (var note in ingest.Notes) Add(words.Remark, note.ToString(setting.Shared.Language));
        }

        foreach (var (metric, count) in setting.Report.Rules.InfiniteFigures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(WorkbookWords.Fill(words.InfiniteFiguresPattern, metric), FigureFormat.Count(count));
        page.Table(table);
        page.Skip();

        void Add(string name, string value) => table.Add(FigureCells.Text(name), FigureCells.Text(value));
    }

    private void Undecided(SheetPage page)
    {
        var (words, undecided) = (setting.Words, setting.Report.Rules.Undecided);
        page.Heading(words.UndecidedTitle);
        if (undecided.Count == 0)
        {
            page.Note(words.NothingUndecided, TextTone.Body);
            page.Skip();
            return;
        }

        page.Note(words.UndecidedNote);
        var table = RuleTable("UndecidedRules", words.Since);
        foreach (var result in undecided)
        {
            var reason = result.Undecided is { } why ? Reason(why) : "";
            table.Add(Row(result.RuleId, setting.TitleOf(result), setting.PartOf(result.Part), reason, result.Undecided?.From));
        }

        page.Table(table);
        page.Skip();
    }

    private string Reason(RuleUndecided why)
    {
        var text = setting.Text(why.Text);
        return text.Length == 0 ? setting.Shared.Of(why.Reason) : text;
    }

    /// <summary>The rules that are switched off, kept from warning, or have just closed.</summary>
    private void Silent(SheetPage page)
    {
        var (words, findings) = (setting.Words, setting.Report.Rules);
        page.Heading(words.SilentTitle);
        var table = RuleTable("SilentRules", words.Since);
        foreach (var rule in findings.Disabled)
            table.Add(Row(rule.RuleId, setting.Text(rule.Title), "", Join(words.SwitchedOff, setting.Text(rule.Reason)), null));
        foreach (var result in findings.Suppressed)
            table.Add(Row(result.RuleId, setting.TitleOf(result), setting.PartOf(result.Part), Join(words.Suppressed, result.Suppression is { } why ? setting.Text(why.Reason) : ""), result.Suppression?.From));
        foreach (var result in findings.Closed)
            table.Add(Row(result.RuleId, setting.TitleOf(result), setting.PartOf(result.Part), words.ClosedToday, result.Opened));
        if (table.Rows.Count == 0) page.Note(words.NothingSilent, TextTone.Body);
        else page.Table(table);
        page.Skip();
    }

    private TableSpec RuleTable(string name, string day) => new(
        name,
        [
            new TableColumn(setting.Words.Rule, IsWrapped: true), new TableColumn(setting.Words.Title, IsWrapped: true),
            new TableColumn(setting.Words.Reason, IsWrapped: true), new TableColumn(setting.Words.CustomerPart, IsWrapped: true), day,
        ]);

    private static GridCell[] Row(string rule, string title, string part, string reason, DateOnly? day) =>
    [
        FigureCells.Text(rule), FigureCells.Text(title), FigureCells.Text(reason), FigureCells.Text(part), FigureCells.Day(day),
    ];

    private static string Join(string first, string second) => second.Length == 0 ? first : $"{first}: {second}";

    private void RuleTexts(SheetPage page)
    {
        var words = setting.Words;
        page.Heading(words.RuleTextsTitle);
        var table = new TableSpec("RuleTexts", [new TableColumn(words.Text, IsWrapped: true), words.Fingerprint, words.IsUsed]);
        foreach (var text in setting.Report.Settings.Rules)
            table.Add(FigureCells.Text(text.Name), FigureCells.Text(text.Hash[..Math.Min(ShortHash, text.Hash.Length)]), FigureCells.Text(text.IsUsed ? words.Yes : words.No));
        page.Table(table);
        page.Skip();
        if (setting.Report.Rules.Errors.Count == 0) return;
        page.Heading(words.RuleErrorsTitle);
        foreach (var error in setting.Report.Rules.Errors)
        {
            var place = error.Source.PositionOf(Math.Min(error.Span.Start, error.Source.Text.Length));
            var where = string.Create(CultureInfo.InvariantCulture, $"{error.Source.Name}:{place.Line}:{place.Column}: {error.Code}: ");
            page.Note(where + error.MessageIn(setting.Shared.Language), TextTone.Bad);
        }

        page.Skip();
    }

    private void Measures(SheetPage page)
    {
        var words = setting.Words;
        page.Heading(words.MeasuresTitle);
        page.Note(words.MeasuresNote);
        var table = new TableSpec(
            "Measures",
            [
                new TableColumn(words.Name, IsWrapped: true), words.Id, new TableColumn(words.Formula, IsWrapped: true), words.Unit, words.Kind,
                words.Better, new TableColumn(words.NeedsHistory, IsWrapped: true),
            ]) { HasFilter = true };
        foreach (var measure in setting.Report.Definitions)
        {
            table.Add(
                FigureCells.Text(setting.Shared.Of(measure)), FigureCells.Text(measure.Id), FigureCells.Text(measure.Formula),
                FigureCells.Text(words.Of(measure.Unit)), FigureCells.Text(words.Of(measure.Kind)), FigureCells.Text(words.Of(measure.GoodDirection)),
                FigureCells.Text(words.Of(measure.Needs)));
        }

        page.Table(table);
    }
}
