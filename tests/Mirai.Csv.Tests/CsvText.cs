using System.Globalization;
using System.Text;
using Mirai.Csv.Loading;
using Mirai.Csv.Records;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Tests;

/// <summary>Loads texts, and writes what came of them as lines that can be compared.</summary>
internal static class CsvText
{
    public static PurchaseLoad Load(string text, CsvOptions? options = null) => Load(Encoding.UTF8.GetBytes(text), options);

    public static PurchaseLoad Load(byte[] bytes, CsvOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return CsvPurchases.Load(stream, options);
    }

    public static IngestFailure Fail(string text, CsvOptions? options = null) => Fail(Encoding.UTF8.GetBytes(text), options);

    public static IngestFailure Fail(byte[] bytes, CsvOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        Assert.False(CsvPurchases.TryLoad(stream, options, out _, out var failure));
        return failure!;
    }

    /// <summary>Everything that a load says, whether it succeeds or fails.</summary>
    public static string Outcome(byte[] bytes, CsvOptions options, int blockSize = BlockFeed.DefaultBlockSize, int threads = 1)
    {
        using var files = new PurchaseFiles(options with { Load = options.Load with { MaxThreads = threads } }, progress: null, default, blockSize);
        using var stream = new MemoryStream(bytes);
        var loaded = files.TryLoad(stream, out var load, out var failure);
        var lines = new List<string>();
        if (!loaded) lines.Add(failure!.Message);
        if ((load?.Report ?? failure?.Report) is { } report) lines.AddRange(Lines(report));
        if (load is not null) lines.AddRange(Rows(load.History));
        load?.History.Dispose();
        return string.Join('\n', lines);
    }

    /// <summary>The purchases of a history as sorted lines <c>customer|day|amount|discount</c>.</summary>
    public static List<string> Rows(PurchaseHistory history)
    {
        var rows = new List<string>();
        for (var customer = 0; customer < history.CustomerCount; customer++)
        {
            var key = history.CustomerKey(customer);
            rows.AddRange(history.PurchasesOf(customer).Select(entry => Row(key, entry.Day, entry.Amount, entry.Discount)));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public static string Row(string customer, DateOnly day, decimal amount, decimal discount = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{customer}|{day:yyyy-MM-dd}|{amount:0.######}|{discount:0.######}");

    private static IEnumerable<string> Lines(IngestReport report) =>
        [$"read {report.RowsRead}, accepted {report.RowsAccepted}", .. report.BadRows.Select(bad => $"{bad.Key} {bad.Value}").Order(StringComparer.Ordinal),
            .. report.Samples.Select(issue => $"{issue.Kind} {issue}"), .. report.Notes.Select(note => note.ToString())];
}
