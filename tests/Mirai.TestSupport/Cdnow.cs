using System.Globalization;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>The CDNOW purchase log: 1997-01-01 to 1998-06-30, in dollars, no order ids. Rows of 0.00 are purchases.</summary>
public static class Cdnow
{
    /// <summary>The whole log, relative to the folder of real data.</summary>
    public const string MasterFile = "cdnow/CDNOW_master.txt";

    /// <summary>The published tenth of it.</summary>
    public const string SampleFile = "cdnow/CDNOW_sample.txt";

    /// <summary>Daily flow of the whole log.</summary>
    public const string MasterFlowFile = "cdnow/cdnow_master_daily_flow_W90.csv";

    /// <summary>69,659 purchases of 23,570 customers.</summary>
    public static IEnumerable<Purchase> Master() => Read(MasterFile, headerLines: 1, day: 1, amount: 3);

    /// <summary>6,919 purchases of 2,357 customers, under their ids in the whole log.</summary>
    public static IEnumerable<Purchase> Sample() => Read(SampleFile, headerLines: 0, day: 2, amount: 4);

    /// <summary>The golden daily flow of <see cref="Master"/>, active period 90 days.</summary>
    public static IEnumerable<GoldenFlowDay> MasterFlow() => GoldenFlowDay.Read(TestDataFolder.PathOf(MasterFlowFile));

    private static IEnumerable<Purchase> Read(string file, int headerLines, int day, int amount) =>
        from line in File.ReadLines(TestDataFolder.PathOf(file)).Skip(headerLines)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where fields.Length > 0
        select new Purchase(
            fields[0], DateOnly.ParseExact(fields[day], "yyyyMMdd", CultureInfo.InvariantCulture), PlainCsv.Number(fields[amount]));
}
