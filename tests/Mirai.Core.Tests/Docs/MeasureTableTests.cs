using System.Text;
using Mirai.Measures;

namespace Mirai.Core.Tests.Docs;

/// <summary>The catalog's table in docs/measures.md.</summary>
public sealed class MeasureTableTests
{
    private const string Begin = "<!-- catalog -->\n";
    private const string End = "<!-- end of catalog -->\n";

    [Fact]
    public void Table_OfTheDocument_IsTheCatalog()
    {
        var path = Path.Combine(Root(), "docs", "measures.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, $"{path} lacks the lines {Begin}or {End}");
        var expected = Table(MeasureCatalog.BuiltIn);
        if (string.Equals(expected, text[start..end], StringComparison.Ordinal)) return;
        if (Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1")
        {
            File.WriteAllText(path, text[..start] + expected + text[end..]);
            return;
        }

        Assert.Fail($"""
            The table in docs/measures.md is not that of the catalog, which is
            {expected}
            Write it there and commit it:
                MIRAI_APPROVE=1 dotnet test tests/Mirai.Core.Tests
            """);
    }

    private static string Table(MeasureCatalog catalog)
    {
        var table = new StringBuilder();
        table.Append("| id | Japanese | English | unit | kind | better | complete after | formula |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var m in catalog.Measures)
        {
            var needs = m.NeedsDiscounts ? "; needs discounts" : m.NeedsContactCosts ? "; needs contacts with costs" : m.NeedsContacts ? "; needs contacts" : "";
            var formula = m.Formula + (m.IsMonthly ? "; by the month" : "") + needs;
            table.Append($"| `{m.Id}` | {m.JapaneseName} | {m.EnglishName} | {UnitOf(m.Unit)} | {KindOf(m.Kind)} | {BetterOf(m.GoodDirection)} | {NeedsOf(m.Needs)} | {formula} |\n");
        }

        return table.ToString();
    }

    private static string UnitOf(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Customers => "customers",
        MeasureUnit.Purchases => "purchases",
        MeasureUnit.Money => "money",
        MeasureUnit.Percentage => "share",
        MeasureUnit.MoneyPerCustomer => "money per customer",
        MeasureUnit.MoneyPerPurchase => "money per purchase",
        MeasureUnit.PurchasesPerCustomer => "purchases per customer",
        MeasureUnit.Contacts => "contacts",
        MeasureUnit.ContactsPerCustomer => "contacts per customer",
        MeasureUnit.PurchasesPerContact => "purchases per contact",
        _ => "number",
    };

    private static string KindOf(MeasureKind kind) => kind switch { MeasureKind.Level => "level", MeasureKind.Flow => "flow", _ => "rate" };

    private static string BetterOf(GoodDirection direction) => direction switch { GoodDirection.Up => "more", GoodDirection.Down => "less", _ => "-" };

    private static string NeedsOf(HistoryNeeded needs) => needs switch
    {
        HistoryNeeded.None => "at once",
        HistoryNeeded.NinetyDays => "90 days",
        HistoryNeeded.HalfYear => "180 days",
        HistoryNeeded.OneYear => "1 year",
        HistoryNeeded.ActivePeriod => "A",
        HistoryNeeded.TwoActivePeriods => "2A",
        HistoryNeeded.TwoChurnWindows => "2P",
        HistoryNeeded.TwoYears => "2 years",
        _ => "3A",
    };

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Mirai.Core.sln: run the tests from a checkout.");
    }
}
