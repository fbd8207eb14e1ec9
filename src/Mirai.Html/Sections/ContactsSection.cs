using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Html.Sections;

/// <summary>Part C: contacts, and what goes with them.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class ContactsSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "contacts";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        if (Report.Contacts is not { } contacts)
        {
            yield return Tag.Paragraph(Texts["contacts.none"]);
            yield break;
        }

        yield return Compared(Texts["contacts.figures"], contacts.Figures);
        yield return Draft.Chart(Texts["contacts.chart"], Dose(contacts.DoseResponse), Texts["contacts.association"]);
        yield return Bands(contacts.DoseResponse);
        yield return Tag.Note(Texts.Format(
            "contacts.match", Texts.Evidence(contacts.Match.Customers), Texts.Evidence(contacts.Match.Contacts), FigureFormat.Count(contacts.Match.AfterLastDay)));
    }

    private SeriesChart Dose(DoseResponseTable table) => new()
    {
        PlaceName = Texts["contacts.band"],
        Places = [.. table.Rows.Select(row => Texts.Value(Segment.ContactBand.Id, row.Band))],
        Axes = [ChartUnit.Number, ChartUnit.Percentage],
        Series =
        [
            new DrawnSeries(Texts["contacts.percustomer"], "bar", "accent", [.. table.Rows.Select(row => row.PurchasesPerCustomer)]),
            new DrawnSeries(Texts["retention.rate"], "line", "sales", [.. table.Rows.Select(row => row.Retention.Value)]) { Axis = 1 },
        ],
    };

    private HtmlNode Bands(DoseResponseTable dose)
    {
        var table = new FigureTable(Texts["contacts.bands"]).Column(Texts["contacts.band"], isText: true).Column(Texts.Of(CustomerMeasures.ActiveCustomers))
            .Column(Texts["contacts.contacts"]).Column(Texts["contacts.purchases"]).Column(Texts["contacts.percustomer"]).Column(Texts["contacts.sales"])
            .Column(Texts["contacts.percontact"]).Column(Texts["contacts.marginal"]).Column(Texts["retention.rate"]);
        foreach (var row in dose.Rows)
        {
            table.Row(
                Texts.Value(Segment.ContactBand.Id, row.Band),
                [
                    FigureFormat.Count(row.Customers), FigureFormat.Count(row.Contacts), FigureFormat.Count(row.Purchases), ChartUnit.Number.Text(row.PurchasesPerCustomer),
                    Texts.Money(row.SalesPerCustomer), ChartUnit.Number.Text(row.PurchasesPerContact), ChartUnit.Number.Text(row.MarginalPurchases), Texts.Evidence(row.Retention),
                ]);
        }

        return Draft.Table(table);
    }
}
