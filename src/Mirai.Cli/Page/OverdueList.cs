using System.Globalization;
using Mirai.Diagnosis;

namespace Mirai.Cli.Page;

/// <summary>The overdue customers one by one, where that was asked for.</summary>
internal static class OverdueList
{
    /// <summary>The list; <see langword="null"/> where it was not asked for.</summary>
    public static Block? Of(OverdueDiagnosis overdue, FigureText figures, PageSetting setting)
    {
        if (overdue.Listed.Count == 0) return null;
        var words = setting.Texts.Words;
        var heads = Enum.GetValues<OverdueColumn>().Select(words.Of).ToArray();
        var rows = overdue.Listed.Select(customer => Row(customer, figures)).ToList();
        return new Block().Add(Line.Of(words.OverdueList(overdue), Tone.Accent)).Add(PlainTable.Of(heads, rows, setting.Width));
    }

    private static string[] Row(OverdueCustomer customer, FigureText figures) =>
    [
        customer.Customer, Iso(customer.LastPurchase), FigureText.Count(customer.SilentDays),
        customer.UsualDays.ToString("N1", CultureInfo.InvariantCulture), Iso(customer.OverdueSince), FigureText.Count(customer.Purchases), figures.Money(customer.Sales),
    ];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
