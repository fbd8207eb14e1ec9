using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>A fit for people: the verdict first, then the numbers if there are any.</summary>
internal static class FitPage
{
    private const int Indent = 2;
    private const int ColumnWidth = 17;

    /// <summary>The page.</summary>
    public static Block Of(FitReport report, Currency currency, PageSetting setting)
    {
        var texts = FitTexts.Of(setting.Texts);
        var figures = new FigureText(setting.Texts, currency);
        var page = new Block().Add(new Line().Add(texts.Title(report.Model), Tone.Strong));
        page.Add(Line.Of(new string('─', setting.Width), Tone.Faint)).Blank();
        page.Add(Facts(report, texts, figures));
        if (report.Reason is not null) return page.Blank().Text(report.Explanation, setting.Width, tone: Tone.Faint);
        page.Blank().Add(Parameters(report, texts)).Blank();
        page.Text(texts.Starts(report.Starts.Agreeing, report.Starts.All), setting.Width, tone: Tone.Faint);
        if (report.Spend is { } spend) page.Blank().Add(Spend(spend, texts, figures));
        if (report.Holdout is { } holdout) page.Blank().Add(Holdout(holdout, texts));
        return report.Curve is { } curve ? page.Blank().Add(Curve(curve, texts, figures, setting.Texts)) : page;
    }

    private static Block Facts(FitReport report, FitTexts texts, FigureText figures)
    {
        var verdict = report.Reason is { } reason ? texts.NotIdentified(reason) : texts.Identified;
        var facts = new List<(string Name, string Value, Tone Tone)>
        {
            (texts.Verdict, verdict, report.Reason is null ? Tone.Good : Tone.Bad),
            (texts.CalibratedUntil, report.CalibratedUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Tone.Plain),
            (texts.Customers, FigureText.Count(report.Customers), Tone.Plain),
        };
        if (report.RepeatBuyers is { } buyers) facts.Add((texts.RepeatBuyers, $"{FigureText.Count(buyers)} ({figures.Percentage(Share(buyers, report.Customers))})", Tone.Plain));
        if (report.Unit is { } unit) facts.Add((texts.Unit, texts.UnitName(unit), Tone.Plain));
        if (report.Reason is null) facts.Add((texts.LogLikelihood, report.LogLikelihood.ToString("F4", CultureInfo.InvariantCulture), Tone.Plain));
        return List(facts);
    }

    private static double? Share(long part, long whole) => new Share(part, whole).Value;

    private static Block List(List<(string Name, string Value, Tone Tone)> facts)
    {
        var column = Indent + facts.Max(fact => Line.WidthOf(fact.Name)) + 2;
        var block = new Block();
        foreach (var (name, value, tone) in facts) block.Add(new Line().To(Indent).Add(name).To(column).Add(value, tone));
        return block;
    }

    private static Block Parameters(FitReport report, FitTexts texts)
    {
        var block = new Block().Add(Row(Tone.Accent, texts.Parameter, texts.Estimate, texts.StandardError));
        foreach (var parameter in report.Parameters) block.Add(Row(Tone.Plain, parameter.Name, Precise(parameter.Value), Precise(parameter.StandardError)));
        return block;
    }

    private static Block Spend((double? Mean, long Excluded, SpendIndependence Independence) spend, FitTexts texts, FigureText figures) => List(
    [
        (texts.MeanSpend, spend.Mean is { } mean ? figures.Plain(new Cell(CellKind.MoneyRate, Number: mean)) : FigureText.Missing, Tone.Plain),
        (texts.Excluded, FigureText.Count(spend.Excluded), Tone.Plain),
        (texts.Correlation, spend.Independence.Correlation is { } found ? $"{Short(found.Value)} ({Short(found.Low)} .. {Short(found.High)})" : FigureText.Missing, Tone.Plain),
        ("", texts.Independence(spend.Independence.Verdict), spend.Independence.Verdict == IndependenceVerdict.Violated ? Tone.Bad : Tone.Plain),
    ]);

    private static Block Holdout(HoldoutComparison holdout, FitTexts texts)
    {
        var block = new Block().Heading(texts.Holdout(holdout.CalibratedUntil.AddDays(1), holdout.ObservedUntil));
        block.Add(Row(Tone.Accent, texts.Frequency, texts.Customers, texts.Actual, texts.Expected));
        for (var i = 0; i < holdout.Rows.Count; i++)
        {
            var frequency = holdout.Rows[i].Frequency.ToString(CultureInfo.InvariantCulture) + (i == holdout.Rows.Count - 1 ? "+" : "");
            block.Add(HoldoutRow(frequency, holdout.Rows[i], Tone.Plain));
        }

        return block.Add(HoldoutRow(texts.Total, holdout.Total, Tone.Strong));
    }

    private static Line HoldoutRow(string name, HoldoutRow row, Tone tone) =>
        Row(tone, name, FigureText.Count(row.Customers), Short(row.ActualMean), Short(row.ExpectedMean));

    private static Block Curve((Period Period, IReadOnlyList<FitReport.CurvePoint> Points) curve, FitTexts texts, FigureText figures, Texts language)
    {
        var block = new Block().Heading(texts.Curve(language.Words.Of(curve.Period)));
        block.Add(Row(Tone.Accent, texts.Period, texts.Actual, texts.Expected, texts.Retention));
        foreach (var point in curve.Points)
        {
            block.Add(Row(
                Tone.Plain, point.Periods.ToString(CultureInfo.InvariantCulture), figures.Percentage(point.Observed), figures.Percentage(point.Expected),
                figures.Percentage(point.Retention)));
        }

        return block;
    }

    private static Line Row(Tone tone, string name, params ReadOnlySpan<string> figures)
    {
        var line = new Line().To(Indent).Add(name, tone);
        for (var i = 0; i < figures.Length; i++) line.EndAt(Indent + ((i + 2) * ColumnWidth), figures[i], tone);
        return line;
    }

    private static string Precise(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Short(double? value) => value is { } number ? number.ToString("F3", CultureInfo.InvariantCulture) : FigureText.Missing;
}
