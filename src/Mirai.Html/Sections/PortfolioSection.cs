using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai.Html.Sections;

/// <summary>The customer portfolio: ten groups as bubbles and as a table, and who moved between them in the last month.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class PortfolioSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "portfolio";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        var portfolio = Report.Charts.Portfolio;
        Bilingual? note = portfolio.Threshold is { } threshold ? Texts.Format("portfolio.threshold", Texts.Money(threshold)) : default(Bilingual?);
        if (portfolio.Rows.Any(row => row.Customers.Part > 0)) yield return Draft.Chart(Texts["portfolio.chart"], Bubbles(portfolio), note);
        yield return Groups(portfolio);
        yield return Report.Charts.PortfolioMoves.Count == 0 ? Tag.Note(Texts["portfolio.nomoves"]) : Moves();
        yield return Compared(Texts["portfolio.steps"], Report.Customers.PortfolioSteps);
    }

    private BubbleChart Bubbles(PortfolioTable portfolio) => new()
    {
        Height = "tall",
        BubbleName = Texts["portfolio.group"],
        AcrossName = Texts["portfolio.tenure"],
        UpName = Texts["portfolio.spend"],
        SizeName = Texts["customers"],
        UpUnit = Draft.Money,
        Bubbles =
        [
            .. portfolio.Rows.Where(row => row.Customers.Part > 0).Select(row => new Bubble(
                Group(row.Group), row.Group.IsCurrent ? "accent" : "muted", row.MeanTenureDays ?? 0, (double)(row.MeanSpend ?? 0), row.Customers.Part)),
        ],
    };

    private Bilingual Group(PortfolioGroup group) => Texts.Both(language => language.Words.Of(group));

    private HtmlNode Groups(PortfolioTable portfolio)
    {
        var table = new FigureTable(Texts["portfolio.groups"]).Column(Texts["portfolio.group"], isText: true).Column(Texts["customers"]).Column(Texts["share"])
            .Column(Texts.Of(CustomerMeasures.ActiveCustomers)).Column(Texts["portfolio.sales"]).Column(Texts["portfolio.salesshare"])
            .Column(Texts["portfolio.spend"]).Column(Texts["portfolio.tenure"]);
        foreach (var row in portfolio.Rows)
        {
            table.Row(
                Group(row.Group),
                [
                    FigureFormat.Count(row.Customers.Part), Texts.Percentage(row.Customers.Value), FigureFormat.Count(row.ActiveCustomers), Texts.Money(row.Sales),
                    Texts.Percentage(row.SalesShare), Texts.Money(row.MeanSpend), ChartUnit.Count.Text(row.MeanTenureDays),
                ]);
        }

        return Draft.Table(table);
    }

    /// <summary>A row a group before, a column a group now; those who stayed stand on the diagonal.</summary>
    private HtmlNode Moves()
    {
        var moves = Report.Charts.PortfolioMoves;
        var table = new FigureTable(Texts["portfolio.moves"]).Column(Texts["portfolio.from"], isText: true);
        foreach (var group in PortfolioGroup.All) table.Column(Group(group));
        foreach (var from in PortfolioGroup.All.Select(group => (Id: (string?)group.Id, Name: Group(group))).Append((Id: null, Name: Texts["portfolio.fresh"])))
        {
            table.Row(from.Name, PortfolioGroup.All.Select(to => Cell(
                moves.FirstOrDefault(move => string.Equals(move.From, from.Id, StringComparison.Ordinal) && string.Equals(move.To, to.Id, StringComparison.Ordinal)))));
        }

        return Draft.Table(table);
    }

    private static HtmlElement? Cell(PortfolioMove? move)
    {
        if (move is null) return null;
        var stayed = string.Equals(move.From, move.To, StringComparison.Ordinal);
        return Tag.Span(stayed ? "stayed" : "moved").Add(FigureFormat.Count(move.Customers));
    }
}
