using Mirai.Diagnosis;
using Mirai.Html.Charts;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Lifetime;
using Mirai.Measures;

namespace Mirai.Html.Sections;

/// <summary>Part B: what customers buy, and what explains the change of sales.</summary>
/// <param name="draft">The page in the making.</param>
internal sealed class PurchasesSection(PageDraft draft) : PageSection(draft)
{
    /// <inheritdoc/>
    public override string Id => "purchases";

    /// <inheritdoc/>
    protected override IEnumerable<HtmlNode?> Content()
    {
        yield return Compared(Texts["purchases.figures"], Report.Purchases.Figures);
        yield return Tag.Div("pair").Add(
            Report.Purchases.Explanation is { } explanation
                ? Draft.Chart(Texts.Format("purchases.explained", Texts.Both(language => language.Figures.MoneyChange(explanation.Change))), Explained(explanation))
                : Tag.Note(Texts["purchases.unexplained"]),
            Churn());
        if (Report.Purchases.Overdue.Listed.Count > 0) yield return Overdue(Report.Purchases.Overdue);
    }

    /// <summary>Who is overdue, one by one, where that was asked for.</summary>
    private HtmlElement Overdue(OverdueDiagnosis overdue)
    {
        var title = Texts.Both(language => language.Words.OverdueList(overdue));
        var table = new FigureTable(title) { HidesCaption = true };
        foreach (var column in Enum.GetValues<OverdueColumn>())
            table.Column(Texts.Both(language => language.Words.Of(column)), isText: column is OverdueColumn.Customer or OverdueColumn.LastPurchase or OverdueColumn.OverdueSince);
        foreach (var customer in overdue.Listed)
        {
            table.Row(
                Tag.Name(customer.Customer),
                [
                    PageTexts.Day(customer.LastPurchase), FigureFormat.Count(customer.SilentDays), ChartUnit.Number.Text(customer.UsualDays),
                    PageTexts.Day(customer.OverdueSince), FigureFormat.Count(customer.Purchases), Texts.Money((double)customer.Sales),
                ]);
        }

        return Tag.Details(title).Class("more").Add(Draft.Table(table));
    }

    private SeriesChart Explained(SalesExplanation explanation)
    {
        (string Key, decimal Amount)[] parts =
        [
            ("purchases.new", explanation.NewCustomers), ("purchases.reactivated", explanation.ReactivatedCustomers), ("purchases.lapsed", explanation.LapsedCustomers),
            ("purchases.frequency", explanation.Frequency), ("purchases.ordervalue", explanation.OrderValue), ("purchases.returns", explanation.Returns),
        ];
        return new SeriesChart
        {
            PlaceName = Texts["cause"],
            Places = [.. parts.Select(part => Texts[part.Key])],
            Axes = [Draft.Money],
            IsLying = true,
            Series = [new DrawnSeries(Texts["change"], "bar", "sign", [.. parts.Select(part => (double?)part.Amount)])],
        };
    }

    private HtmlNode Churn()
    {
        var (now, before) = (Report.Purchases.Churn, Report.Purchases.ChurnBefore);
        var window = Texts.Of(Report.Settings.ChurnWindow);
        var table = new FigureTable(Texts.Format("churn.caption", window)).Column(Texts["measure"], isText: true).Column(Texts["now"]).Column(Texts.Format("before", window));
        void Row(string key, Func<WindowChurn, Bilingual> of) => table.Row(Texts[key], [of(now), before is null ? "-" : of(before)]);
        Row("churn.lost", churn => Texts.Evidence(churn.LostCustomers));
        Row("churn.decline", churn => Texts.Percentage(churn.FrequencyDecline));
        Row("churn.churn", churn => Texts.Percentage(churn.Churn));
        Row("churn.annual", churn => Texts.Percentage(churn.AnnualChurn));
        Row("churn.spend", churn => Texts.Money(churn.AnnualSpend));
        Row("churn.value", churn => churn.LifetimeValue.IsUnbounded ? Texts["churn.unbounded"] : Texts.Money(churn.LifetimeValue.Amount));
        Row("churn.years", churn => ChartUnit.Number.Text(churn.ExpectedYears));
        return Draft.Table(table);
    }
}
