using Mirai.Ingest;
using Mirai.Lifetime;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Models;

/// <summary>CDNOW, read once, and the parameters that were published for its sample.</summary>
internal static class CdnowFits
{
    public static readonly DateOnly Until = new(1997, 9, 30);

    private static readonly Lazy<CustomerAnalysis> ReadSample = new(() => Analysis(Cdnow.Sample()));
    private static readonly Lazy<CustomerAnalysis> ReadMaster = new(() => Analysis(Cdnow.Master()));

    public static CustomerAnalysis Sample => ReadSample.Value;

    public static CustomerAnalysis Master => ReadMaster.Value;

    public static BgNbdModel PublishedBg { get; } = new(.243, 4.414, .793, 2.426, TimeUnit.Week);

    public static MbgNbdModel PublishedMbg { get; } = new(.525, 6.183, .891, 1.614, TimeUnit.Week);

    public static ParetoNbdModel PublishedPareto { get; } = new(.553, 10.578, .606, 11.669, TimeUnit.Week);

    public static BgNbdModel EstimatedBg { get; } = new(.242595, 4.413602, .792922, 2.425907, TimeUnit.Week);

    public static TimeSpan Weeks(double weeks) => TimeSpan.FromDays(7 * weeks);

    public static CustomerAnalysis Analysis(IEnumerable<Purchase> rows, Currency? currency = null, int threads = 0)
    {
        var load = Purchases.Load(rows, new PurchaseLoadOptions { Currency = currency ?? Currency.Usd });
        Assert.Empty(load.Report.BadRows);
        return new CustomerAnalysis(load.History, options: AnalysisOptions.Default with { MaxThreads = threads });
    }

    public static void Near(double expected, double found, double relative, string what = "") => Assert.True(
        Math.Abs(found - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300), $"{what} expected {expected:R}, found {found:R}");
}
