using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>Cohorts: of the customers won in one period, who bought in each period since.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class CohortSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "cohorts";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var cohorts = Report.Charts.Cohorts;
        if (cohorts.Rows.Count == 0)
        {
            yield return Tag.Note(Texts["cohorts.none"]);
            yield break;
        }

        var grain = Texts[$"grain.{cohorts.Grain}"];
        yield return Draft.Chart(Texts.Format("cohorts.chart", grain), new HeatChart
        {
            Height = "tall",
            RowName = Texts["cohorts.row"],
            SizeName = Texts["cohorts.size"],
            ColumnName = Texts.Format("cohorts.column", grain),
            Rows = [.. cohorts.Rows.Select(Row)],
        });
    }

    private static HeatRow Row(CohortRow row) => new(
        row.Label, row.Size, [.. row.Cells.Select(cell => row.Size == 0 ? null : (double?)cell.Customers / row.Size)]);
}
