using Mirai.Cli.Daily;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Cli.Page;

/// <summary>The daily run on one screen: verdict, headline, warnings with the new ones first, what comes of it, and where the files are.</summary>
internal static class RunSummary
{
    private const int MostWidth = 100;
    private const int MostWarnings = 6;
    private const int LevelColumn = 12;

    /// <summary>The page.</summary>
    /// <param name="result">What was done.</param>
    /// <param name="setting">What it is written for.</param>
    public static Block Of(DailyResult result, PageSetting setting)
    {
        var (report, width) = (result.Report, Math.Min(setting.Width, MostWidth));
        var figures = new FigureText(setting.Texts, report.Settings.Currency);
        var asOf = setting.Texts.Page.AsOf(report.AsOf);
        var page = new Block().Add(new Line().Add(setting.Texts.Page.Title, Tone.Strong).To(width - Line.WidthOf(asOf)).Add(asOf, Tone.Strong));
        page.Add(Line.Of(new string('─', width), Tone.Faint));
        page.Add(new WarningList(report, setting, width).Verdict()).Blank().Add(Headline.Of(report, figures, setting, width)).Blank();
        Warnings(page, result, setting, width);
        if (report.Forecast is { } outlook) page.Add(Forecast(outlook, setting));
        page.Heading(setting.Texts.Run.Files);
        foreach (var (_, path) in result.Files) page.Add(Line.Of("  " + Shown(path)));
        foreach (var line in result.Ingest.Take(1)) page.Text(line, width - 2, "  ", Tone.Bad);
        return page;
    }

    private static void Warnings(Block page, DailyResult result, PageSetting setting, int width)
    {
        var texts = setting.Texts.Run;
        var open = result.Report.Rules.Warnings;
        page.Heading(texts.Open(open.Count), open.Count == 0 ? "" : texts.NewWarnings(result.New.Count, result.IsTold));
        var newColumn = result.New.Count > 0 ? LevelColumn + Line.WidthOf(texts.New) + 2 : LevelColumn;
        foreach (var warning in result.New.Concat(open.Except(result.New)).Take(MostWarnings))
        {
            var line = new Line().Add("  ").Add(setting.Texts.Words.Of(warning.Severity!.Value), warning.Severity == WarningLevel.Notice ? Tone.Accent : Tone.Bad).To(LevelColumn);
            if (result.New.Contains(warning)) line.Add(texts.New, Tone.Strong);
            page.Add(line.To(newColumn).Add(Line.Clip(TitleOf(warning, setting.Texts), width - newColumn)));
        }

        if (open.Count > MostWarnings) page.Add(Line.Of("  " + texts.More(open.Count - MostWarnings), Tone.Faint));
        page.Blank();
    }

    private static string TitleOf(RuleResult warning, Texts texts) =>
        warning.Part.IsWhole ? warning.Title[texts.Language] : $"{warning.Title[texts.Language]} ({warning.Part.Label(texts.Language)})";

    private static Block Forecast(ForecastOutlook outlook, PageSetting setting)
    {
        var texts = DiagnosisTexts.Of(setting.Texts);
        var line = new Line().To(2).Add(setting.Texts.NameOf(CustomerMeasures.ActiveCustomers)).Add("  ");
        foreach (var place in new[] { 0, 2 })
        {
            var figure = outlook.Points[place].ActiveCustomers;
            line.Add(setting.Texts.Run.In(texts.Horizons[place], Heads(figure.Value), Heads(figure.Band80.Low), Heads(figure.Band80.High))).Add("  ");
        }

        var block = new Block().Heading(texts.Forecast, texts.Band80).Add(line);
        if (outlook.Caution != Projection.ForecastCaution.None) block.Text(setting.Texts.Words.CautionOf(outlook), Math.Min(setting.Width, MostWidth) - 2, "  ", Tone.Accent);
        return block.Blank();
    }

    private static string Heads(double value) => FigureText.Count((long)Math.Round(value));

    /// <summary>From where the person stands, where that is shorter.</summary>
    private static string Shown(string path) => Path.GetRelativePath(".", path) is var near && near.Length < path.Length ? near : path;
}
