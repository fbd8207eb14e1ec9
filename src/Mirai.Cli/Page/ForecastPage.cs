using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Page;

/// <summary>A forecast on one page: who made it, the curves with their bands, the months or years.</summary>
internal sealed class ForecastPage(CustomerForecast forecast, CustomerAnalysis customers, bool byYear, PageSetting setting)
{
    private const int Rows = 9;
    private const int MostMonthsBefore = 36;

    private readonly ForecastTexts _texts = ForecastTexts.Of(setting.Texts);
    private readonly FigureText _figures = new(setting.Texts, forecast.Currency);
    private readonly int _width = Math.Min(setting.Width, 100);

    /// <summary>Why the forecast was made as it was.</summary>
    public static string Why(CustomerForecast forecast, ForecastMethod? asked, ForecastTexts texts)
    {
        var standings = forecast.BackTest.Standings;
        string Error(ForecastStanding standing) => standing.RelativeError.ToString("0.00", CultureInfo.InvariantCulture);
        return forecast.Reason switch
        {
            ForecastReason.Asked => texts.Asked(texts.NameOf(forecast.Method)),
            ForecastReason.AskedCannot => texts.AskedCannot(texts.NameOf(asked ?? forecast.Method), texts.NameOf(forecast.Method)),
            ForecastReason.NoBackTest => texts.NoBackTest(texts.NameOf(forecast.Method)),
            _ => texts.Won(
                texts.NameOf(forecast.Method), standings.Count, forecast.BackTest.Origins.Count, Error(standings[0]),
                standings.Count > 1 ? $" ({texts.NameOf(standings[1].Method)} {Error(standings[1])})" : ""),
        };
    }

    /// <summary>The page.</summary>
    public Block Make(ForecastMethod? asked)
    {
        var asOf = setting.Texts.Page.AsOf(forecast.AsOf);
        var page = new Block().Add(new Line().Add(_texts.Title, Tone.Strong).To(_width - Line.WidthOf(asOf)).Add(asOf, Tone.Strong));
        page.Add(Line.Of(new string('─', _width), Tone.Faint));
        page.Text(Why(forecast, asked, _texts), _width).Text(_texts.Acquisition(forecast.Acquisition), _width);
        if (forecast.Caution != ForecastCaution.None) page.Text(setting.Texts.Words.Of(forecast.Caution, forecast.Observed), _width, tone: Tone.Accent);
        page.Blank();
        page.Add(Chart(ForecastMeasure.ActiveCustomers, _texts.ActiveCustomers)).Blank();
        page.Add(Chart(ForecastMeasure.Sales, _texts.MonthlySales)).Blank();
        page.Add(Table()).Blank();
        return page.Text(_texts.Bands, _width, tone: Tone.Faint);
    }

    private Block Chart(ForecastMeasure measure, string title)
    {
        var points = Known(measure);
        var known = points.Count;
        points.AddRange(forecast.Months.Select(month =>
            new BandPoint($"{month.Days.Last:yyyy-MM}", month[measure].Value, month[measure].Band80.Low, month[measure].Band80.High)));
        return BandChart.Of(points, known, value => Text(measure, value), title, _width, Rows);
    }

    /// <summary>The months up to the as-of day, as the forecast cuts them; as many as are to come, but at least a year where there is one.</summary>
    private List<BandPoint> Known(ForecastMeasure measure)
    {
        var series = customers.Daily(measure == ForecastMeasure.Sales ? SalesMeasures.Sales : CustomerMeasures.ActiveCustomers)[0];
        var months = new List<BandPoint>();
        var most = Math.Clamp(forecast.Months.Count, 12, MostMonthsBefore);
        for (var back = 0; back < most; back++)
        {
            var (after, last) = (EndOf(-back - 1), EndOf(-back));
            if (after < series.Days.First) break;
            var value = measure != ForecastMeasure.Sales ? series[last]!.Value
                : (double)Enumerable.Range(after.DayNumber + 1, last.DayNumber - after.DayNumber).Sum(day => series.Money(DateOnly.FromDayNumber(day)));
            months.Add(new BandPoint($"{last:yyyy-MM}", value, value, value));
        }

        if (months.Count == 0)
        {
            var value = measure == ForecastMeasure.Sales ? forecast.Months[0].Sales.Value : forecast.ActiveCustomers;
            months.Add(new BandPoint($"{forecast.AsOf:yyyy-MM}", value, value, value));
        }

        months.Reverse();
        return months;
    }

    private DateOnly EndOf(int months)
    {
        var day = forecast.AsOf.AddMonths(months);
        var endsMonths = forecast.AsOf.Day == DateTime.DaysInMonth(forecast.AsOf.Year, forecast.AsOf.Month);
        return endsMonths ? new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) : day;
    }

    /// <summary>The figures; in two tables where one is too wide.</summary>
    private Block Table()
    {
        var columns = new List<Column>
        {
            new(byYear ? _texts.Year : _texts.Month, Tone.Plain, period => $"{period.Days.Last:yyyy-MM-dd}"),
            Value(ForecastMeasure.ActiveCustomers, _texts.ActiveCustomers, Tone.Strong), Band(ForecastMeasure.ActiveCustomers),
            Value(ForecastMeasure.NewCustomers, _texts.NewCustomers, Tone.Plain), Value(ForecastMeasure.ReactivatedCustomers, _texts.Reactivated, Tone.Plain),
            Value(ForecastMeasure.LapsedCustomers, _texts.Lapsed, Tone.Plain),
            Value(ForecastMeasure.Sales, _texts.Sales, Tone.Strong), Band(ForecastMeasure.Sales),
        };
        var whole = Table(columns);
        return whole.Width <= setting.Width ? whole : Table(columns[..6]).Blank().Add(Table([columns[0], .. columns[6..]]));
    }

    private Block Table(List<Column> columns)
    {
        var periods = byYear ? forecast.Years : forecast.Months;
        var texts = columns.Select(column => periods.Select(column.TextOf).ToArray()).ToArray();
        var widths = columns.Select((column, at) => Math.Max(Line.WidthOf(column.Title), texts[at].Max(Line.WidthOf))).ToArray();
        var block = new Block().Add(LineOf(at => columns[at].Title, _ => Tone.Accent));
        block.Add(Line.Of(new string('─', widths.Sum() + (2 * (widths.Length - 1))), Tone.Faint));
        for (var row = 0; row < periods.Count; row++) block.Add(LineOf(at => texts[at][row], at => columns[at].Tone));
        return block;

        Line LineOf(Func<int, string> textOf, Func<int, Tone> toneOf)
        {
            var line = new Line().Add(textOf(0), toneOf(0));
            var end = widths[0];
            for (var column = 1; column < columns.Count; column++) line.EndAt(end += widths[column] + 2, textOf(column), toneOf(column));
            return line;
        }
    }

    private Column Value(ForecastMeasure measure, string title, Tone tone) => new(title, tone, period => Text(measure, period[measure].Value));

    private Column Band(ForecastMeasure measure) => new(
        _texts.Band80, Tone.Faint, period => $"{Text(measure, period[measure].Band80.Low)} - {Text(measure, period[measure].Band80.High)}");

    private string Text(ForecastMeasure measure, double value) => measure == ForecastMeasure.Sales
        ? _figures.Money(Math.Round((decimal)Math.Clamp(value, -1e27, 1e27)))
        : FigureText.Count((long)Math.Round(Math.Clamp(value, -1e18, 1e18)));

    private sealed record Column(string Title, Tone Tone, Func<ForecastPeriod, string> TextOf);
}
