using Mirai.Diagnosis;
using Mirai.Excel.Charts;
using Mirai.Excel.Grid;
using Mirai.Excel.Wording;
using Mirai.Measures;

namespace Mirai.Excel.Sheets;

/// <summary>Part C: contacts, and what goes with them; without contacts a sentence that says what to do.</summary>
internal sealed class ContactsSheet(SheetSetting setting)
{
    private const int PageColumns = 10;
    private const int ChartRows = 14;

    private readonly SheetGrid _grid = new(setting.Words.ContactsSheet) { TabColor = "8064A2", IsLandscape = false };

    /// <summary>The sheet.</summary>
    public SheetGrid Build()
    {
        _grid.Widen(1, 30);
        for (var column = 2; column <= PageColumns; column++) _grid.Widen(column, 11.5);
        var page = setting.Page(_grid, PageColumns, setting.Words.ContactsTitle);
        if (setting.Report.Contacts is not { } contacts)
        {
            page.Note(setting.Words.NoContacts, TextTone.Body);
            return _grid;
        }

        page.Note(setting.Words.AssociationNote, TextTone.Strong);
        page.Skip();
        page.Heading(setting.Words.FiguresTitle);
        ComparedTable.Place(page, setting, "ContactFigures", contacts.Figures);
        page.Skip();
        DoseResponse(page, contacts.DoseResponse);
        Match(page, contacts.Match);
        return _grid;
    }

    private void DoseResponse(SheetPage page, DoseResponseTable dose)
    {
        var (words, cells) = (setting.Words, setting.Cells);
        page.Heading(words.DoseTitle);
        page.Note(WorkbookWords.Fill(words.DoseNote, dose.LeastCustomers));
        var table = new TableSpec(
            "DoseResponse",
            [
                words.ContactBand, words.ActiveCustomers, words.Contacts, words.Purchases, words.Sales, words.PurchasesPerCustomer, words.SalesPerCustomer,
                words.PurchasesPerContact, words.RetentionRate, words.MarginalPurchases,
            ]);
        foreach (var row in dose.Rows)
        {
            table.Add(
                FigureCells.Text(setting.Shared.OfValue("contact_band", row.Band)), cells.People(row.Customers), FigureCells.Number(row.Contacts, NumberFormats.Count),
                FigureCells.Number(row.Purchases, NumberFormats.Count), cells.Money(row.Sales), FigureCells.Number(row.PurchasesPerCustomer, NumberFormats.Fine),
                cells.Money(row.SalesPerCustomer), FigureCells.Number(row.PurchasesPerContact, NumberFormats.Fine), FigureCells.Share(row.Retention.Value),
                FigureCells.Number(row.MarginalPurchases, NumberFormats.Fine));
        }

        var placed = page.Table(table);
        _grid.Rules.Add(new BarRule(placed.Body(1)));
        page.Skip();
        Chart(words.PurchasesPerCustomer, 5, NumberFormats.Fine, ChartColors.Main, 1, 4);
        Chart(words.RetentionRate, 8, NumberFormats.WholePercent, ChartColors.New, 5, 6);
        page.Skip(ChartRows + 1);

        void Chart(string title, int column, string format, string color, int first, int columns) => setting.Draw(_grid, new ChartSpec
        {
            Kind = ChartKind.Column, Title = title, Room = SheetPage.Room(page.Row, first, columns, ChartRows),
            Series = [new DrawnSeries(DataSheet.Name(placed, column), DataSheet.Column(placed, 0), DataSheet.Column(placed, column), color)],
            ValueFormat = format, AcrossTitle = words.ContactBand, Least = 0,
        });
    }

    private void Match(SheetPage page, ContactMatch match)
    {
        var words = setting.Words;
        page.Heading(words.MatchTitle);
        var table = new TableSpec("ContactMatch", [words.Match, words.Count, words.OutOf, words.Share]);
        table.Add(
            FigureCells.Text(words.ContactedCustomers), FigureCells.Number(match.Customers.Part, NumberFormats.Count),
            FigureCells.Number(match.Customers.Whole, NumberFormats.Count), FigureCells.Share(match.Customers.Value));
        table.Add(
            FigureCells.Text(words.ContactsWithCustomers), FigureCells.Number(match.Contacts.Part, NumberFormats.Count),
            FigureCells.Number(match.Contacts.Whole, NumberFormats.Count), FigureCells.Share(match.Contacts.Value));
        table.Add(FigureCells.Text(words.ContactsAfterLastDay), FigureCells.Number(match.AfterLastDay, NumberFormats.Count), default, default);
        page.Table(table);
    }
}
