using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Projection;

namespace Mirai.Cli.Page;

/// <summary>A back-test on one page: who would have been best, and the errors of each way by measure and months ahead.</summary>
internal static class BackTestPage
{
    private const int WidthForAll = 95;

    private static readonly int[] Shown = [0, 1, 3, 12, 24];

    /// <summary>The page.</summary>
    public static Block Of(CustomerForecast forecast, ForecastMethod? asked, PageSetting setting)
    {
        var texts = ForecastTexts.Of(setting.Texts);
        var test = forecast.BackTest;
        var width = Math.Min(setting.Width, 100);
        var asOf = setting.Texts.Page.AsOf(forecast.AsOf);
        var page = new Block().Add(new Line().Add(texts.BackTestTitle, Tone.Strong).To(width - Line.WidthOf(asOf)).Add(asOf, Tone.Strong));
        page.Add(Line.Of(new string('─', width), Tone.Faint));
        if (test.Standings.Count == 0) return page.Text(texts.TooShort, width);
        var cases = test.Score(test.Standings[0].Method, ForecastMeasure.ActiveCustomers)?.Cases ?? 0;
        page.Text(texts.Origins(test.HorizonMonths.ToString(CultureInfo.InvariantCulture), test.Origins.Count, cases), width);
        page.Text(ForecastPage.Why(forecast, asked, texts), width).Blank().Add(Standings(test, texts)).Blank();
        foreach (var measure in Enum.GetValues<ForecastMeasure>()) page.Add(Scores(test, measure, texts, width)).Blank();
        foreach (var (method, reason) in test.Refusals) page.Text(texts.CannotForecast(texts.NameOf(method), reason), width, tone: Tone.Faint);
        return page.Text(texts.ErrorNote, width, tone: Tone.Faint);
    }

    private static Block Standings(ForecastBackTest test, ForecastTexts texts)
    {
        var block = new Block().Heading(texts.RelativeError);
        var name = test.Standings.Max(standing => Line.WidthOf(texts.NameOf(standing.Method)));
        foreach (var standing in test.Standings)
        {
            var tone = standing == test.Standings[0] ? Tone.Good : Tone.Plain;
            block.Add(new Line().To(2).Add(texts.NameOf(standing.Method), tone).EndAt(2 + name + 8, standing.RelativeError.ToString("0.00", CultureInfo.InvariantCulture), tone));
        }

        return block;
    }

    private static Block Scores(ForecastBackTest test, ForecastMeasure measure, ForecastTexts texts, int width)
    {
        var shown = Shown.Where(ahead => test.Scores.Any(score => score.MonthsAhead == ahead)).ToList();
        var names = test.Standings.Max(standing => Line.WidthOf(texts.NameOf(standing.Method))) + 2;
        var head = new Line().Add(texts.NameOfMeasure(measure), Tone.Accent);
        string[] last = width < WidthForAll ? [texts.Mase, texts.Bias, texts.Held80] : [texts.Mase, texts.Bias, texts.Held80, texts.Held95];
        var ends = new List<int>();
        var end = Math.Max(names, Line.WidthOf(texts.NameOfMeasure(measure)));
        foreach (var title in shown.Select(ahead => ahead == 0 ? texts.Wape : texts.InMonths(ahead)).Concat(last))
        {
            ends.Add(end += Math.Max(8, Line.WidthOf(title) + 2));
            head.EndAt(end, title, Tone.Faint);
        }

        var block = new Block().Add(head);
        foreach (var standing in test.Standings)
        {
            var line = new Line().To(2).Add(texts.NameOf(standing.Method));
            var all = test.Score(standing.Method, measure);
            for (var i = 0; i < shown.Count; i++) line.EndAt(ends[i], Percent(test.Score(standing.Method, measure, shown[i])?.Wape), i == 0 ? Tone.Strong : Tone.Plain);
            var actual = all is { Wape: { } wape and > 0 } ? all.MeanAbsoluteError / wape : 0;
            line.EndAt(ends[shown.Count], all?.Mase?.ToString("0.00", CultureInfo.InvariantCulture) ?? FigureText.Missing);
            line.EndAt(ends[shown.Count + 1], actual > 0 ? Percent(all!.Bias / actual) : FigureText.Missing);
            line.EndAt(ends[shown.Count + 2], all is { Banded: > 0 } ? Percent((double)all.Covered80 / all.Banded) : FigureText.Missing);
            if (last.Length > 3) line.EndAt(ends[shown.Count + 3], all is { Banded: > 0 } ? Percent((double)all.Covered95 / all.Banded) : FigureText.Missing);
            block.Add(line);
        }

        return block;
    }

    private static string Percent(double? share) => share is { } number ? (number * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : FigureText.Missing;
}
