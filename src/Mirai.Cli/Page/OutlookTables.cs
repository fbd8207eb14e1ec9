using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;

namespace Mirai.Cli.Page;

/// <summary>Which marketing changed the number of customers, and what happens if it goes on like this.</summary>
/// <param name="report">The diagnosis.</param>
/// <param name="setting">What the page is written for.</param>
/// <param name="width">The columns of the page.</param>
internal sealed class OutlookTables(DiagnosisReport report, PageSetting setting, int width)
{
    private const int FigureWidth = 13;
    private const int Thousand = 1000;
    private const double MostInThousands = 1e10;
    private const double MostMoney = 1e18;

    private readonly DiagnosisTexts _texts = DiagnosisTexts.Of(setting.Texts);

    /// <summary>Acquisition, retention and reactivation; nothing where the history is too short to say.</summary>
    public Block? Marketing()
    {
        var diagnosis = report.Customers;
        if (!diagnosis.Attribution.IsComplete) return null;
        var label = 2 + diagnosis.Rows.Max(row => Line.WidthOf(NameOf(row.Kind))) + 2;
        string[] headings = [setting.Texts.Page.Now, setting.Texts.Page.Before(report.Settings.ActivePeriod), setting.Texts.Page.Change, _texts.ByRate, _texts.ByPool];
        var step = Math.Min(FigureWidth + 2, (width - label) / headings.Length);
        var block = new Block().Heading(_texts.Marketing);
        var heading = new Line();
        for (var i = 0; i < headings.Length; i++) heading.EndAt(label + ((i + 1) * step), headings[i], Tone.Faint);
        block.Add(heading);
        foreach (var row in diagnosis.Rows)
        {
            var line = new Line().To(2).Add(NameOf(row.Kind)).EndAt(label + step, FigureText.Count(row.Now))
                .EndAt(label + (2 * step), FigureText.Count(row.Before), Tone.Faint).EndAt(label + (3 * step), FigureText.CountChange(row.Change), ToneOf(row.Change));
            line.EndAt(label + (4 * step), FigureText.CountChange(row.ByRate), ToneOf(row.ByRate));
            if (row.Kind != MarketingKind.Acquisition) line.EndAt(label + (5 * step), FigureText.CountChange(row.ByPool), ToneOf(row.ByPool));
            block.Add(line);
        }

        if (diagnosis.Attribution.LargestLoss is { } loss) block.Text($"{_texts.Cause}: {setting.Texts.Words.Of(loss.Cause, report.Settings.ActivePeriod)} ({FigureText.CountChange(loss.Customers)})", width - 2, "  ", Tone.Strong);
        return block;
    }

    /// <summary>The forecast; nothing where none was made.</summary>
    public Block? Forecast()
    {
        if (report.Forecast is not { } outlook) return null;
        var most = outlook.Points.Select(point => Math.Max(Math.Abs(point.AnnualSales.Band80.High), Math.Abs(point.AnnualSales.Value))).Append((double)outlook.Forecast.AnnualSales).Max();
        var (scale, unit) = most < Thousand * Thousand ? (1, 0) : most < MostInThousands ? (Thousand, 1) : (Thousand * Thousand, 2);
        string[] names =
        [
            setting.Texts.Page.LabelOf(CustomerMeasures.ActiveCustomers, setting.Texts),
            _texts.MoneyIn(setting.Texts.NameOf(SalesMeasures.AnnualSales), outlook.Forecast.Currency, unit), _texts.Band80,
        ];
        var label = 2 + names.Max(Line.WidthOf) + 2;
        var step = (width - label) / (outlook.Points.Count + 1);
        var heading = Line.Of(_texts.Forecast, Tone.Accent).EndAt(label + step, setting.Texts.Page.Now, Tone.Faint);
        for (var i = 0; i < outlook.Points.Count; i++) heading.EndAt(label + ((i + 2) * step), _texts.Horizons[i], Tone.Faint);
        var block = new Block().Add(heading);
        Row(names[0], FigureText.Count(outlook.Forecast.ActiveCustomers), point => point.ActiveCustomers, value => FigureText.Count((long)Math.Round(value)));
        Row(names[1], Scaled((double)outlook.Forecast.AnnualSales), point => point.AnnualSales, Scaled);
        if (outlook.Caution != Projection.ForecastCaution.None) block.Text(setting.Texts.Words.CautionOf(outlook), width - 2, "  ", Tone.Accent);
        if (outlook.FiveYearMultiple.Value is { } multiple)
            block.Text($"{_texts.FiveYearMultiple} {multiple.ToString("0.0", CultureInfo.InvariantCulture)}{(setting.Texts.Language is "ja" ? "倍" : "")}", width - 2, "  ", Tone.Faint);
        return block;

        string Scaled(double money) => FigureText.Count((long)Math.Round(Math.Clamp(money, -MostMoney, MostMoney) / scale));

        void Row(string name, string now, Func<ForecastPoint, Projection.ForecastFigure> figureOf, Func<double, string> text)
        {
            var line = new Line().To(2).Add(name).EndAt(label + step, now);
            var (low, high) = (new Line().To(2).Add("  " + _texts.Band80, Tone.Faint), new Line());
            for (var i = 0; i < outlook.Points.Count; i++)
            {
                var figure = figureOf(outlook.Points[i]);
                line.EndAt(label + ((i + 2) * step), text(figure.Value), Tone.Strong);
                low.EndAt(label + ((i + 2) * step), text(figure.Band80.Low), Tone.Faint);
                high.EndAt(label + ((i + 2) * step), (setting.Texts.Language is "ja" ? "~ " : "to ") + text(figure.Band80.High), Tone.Faint);
            }

            block.Add(line).Add(low).Add(high);
        }
    }

    /// <summary>A name at the beginning of a line.</summary>
    private string NameOf(MarketingKind kind) => setting.Texts.Words.Of(kind) is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    private static Tone ToneOf(long change) => change switch { > 0 => Tone.Good, < 0 => Tone.Bad, _ => Tone.Plain };
}
