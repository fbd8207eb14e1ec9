using Mirai.Csv;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>From the file to the figures.</summary>
internal static class CsvSuite
{
    /// <summary>The library: read, build, answer.</summary>
    public static (PurchaseHistory History, MiraiSuite.Figures Figures) RunMirai(string path, Period activePeriod)
    {
        var history = Read(path);
        return (history, MiraiSuite.Run(history, activePeriod));
    }

    /// <summary>DuckDB: read into a table, answer.</summary>
    public static DuckDbSuite.Figures RunDuckDb(DuckDbPurchases table, string path, KeyStyle style, Period activePeriod)
    {
        table.LoadCsv(path, style == KeyStyle.Number, Currency.Jpy);
        return DuckDbSuite.Run(table, activePeriod);
    }

    /// <summary>The history of a file without a bad row.</summary>
    /// <exception cref="InvalidOperationException">A row was bad.</exception>
    public static PurchaseHistory Read(string path)
    {
        var load = CsvPurchases.Load(path);
        return load.Report.BadRowCount == 0 ? load.History : throw new InvalidOperationException($"bad rows: {string.Join("; ", load.Report.Samples)}");
    }
}
