using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>A page in the making: the diagnosis, the words, and the charts met so far.</summary>
/// <param name="report">The diagnosis.</param>
internal sealed class PageDraft(DiagnosisReport report)
{
    private readonly List<PageChart> _charts = [];
    private int _tables;

    /// <summary>The diagnosis.</summary>
    public DiagnosisReport Report => report;

    /// <summary>The words.</summary>
    public PageTexts Texts { get; } = new(report.Settings.Currency);

    /// <summary>The unit of money.</summary>
    public ChartUnit Money => field ??= ChartUnit.Money(Texts, report.Settings.Currency);

    /// <summary>How the values of a measure are written.</summary>
    public ChartUnit UnitOf(Measure measure) => ChartUnit.Of(measure.Unit, Money);

    /// <summary>A table.</summary>
    public HtmlNode Table(FigureTable table) => table.Node($"t{Next()}");

    /// <summary>A chart, what it shows, and the same as a table to be opened.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="note">What to know when reading it.</param>
    public HtmlNode Chart(Bilingual title, PageChart chart, Bilingual? note = null)
    {
        var place = _charts.Count.ToString(CultureInfo.InvariantCulture);
        _charts.Add(chart);
        var drawing = Tag.Div($"chart {chart.Height}").Attribute("role", "img").Attribute("aria-labelledby", $"c{place}").Attribute("data-chart", place);
        return Tag.Of("figure").Add(
            Tag.Of("figcaption").Id($"c{place}").Add(title), drawing, note is { } text ? Tag.Note(text) : null, AsTable(title, chart.ToTable(title)));
    }

    /// <summary>A table to be opened, beside a picture that says the same.</summary>
    public HtmlNode AsTable(Bilingual title, FigureTable table) =>
        Tag.Details(Texts["chart.table"], Tag.Span("unseen").Add(": ", title)).Class("data").Add(table.Node($"t{Next()}"));

    /// <summary>Writes the charts for the script: JSON that may stand within a script element, as it has no character that HTML or the script could mistake.</summary>
    public string ChartsAsJson()
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartArray();
            foreach (var chart in _charts)
            {
                json.WriteStartObject();
                json.WriteString("kind", chart.Kind);
                chart.WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private string Next() => _tables++.ToString(CultureInfo.InvariantCulture);
}
