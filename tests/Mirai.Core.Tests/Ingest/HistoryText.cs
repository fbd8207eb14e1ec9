using System.Globalization;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Core.Tests.Ingest;

/// <summary>A history and a report written out, so that two loads can be compared to the last digit.</summary>
internal static class HistoryText
{
    public static IReadOnlyList<string> Of(PurchaseHistory history) =>
    [
        $"{history.Days} {history.Currency} {history.HasDiscounts} {string.Join(",", history.Dimensions)}",
        .. history.Dimensions.Select(dimension => string.Join("|", history.DimensionValues(dimension))),
        .. Enumerable.Range(0, history.CustomerCount).Select(customer => Line(history, customer)),
    ];

    public static IReadOnlyList<string> Of(IngestReport report) =>
    [
        $"{report.RowsRead} read, {report.RowsAccepted} accepted",
        .. report.BadRows.Select(pair => $"{pair.Key}: {pair.Value}"),
        .. report.Samples.Select(issue => issue.ToString()),
    ];

    private static string Line(PurchaseHistory history, int customer) => history.CustomerKey(customer) + ": " + string.Join(
        ", ",
        history.PurchasesOf(customer)
            .OrderBy(entry => entry.Day).ThenBy(entry => entry.Amount).ThenBy(entry => entry.Discount)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Day:yyyy-MM-dd} {entry.Amount} {entry.Discount}")));
}
