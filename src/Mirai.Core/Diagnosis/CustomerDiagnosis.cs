using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>Part A of the performance diagnosis: which marketing won or lost the customers.</summary>
/// <param name="Attribution">The change of active customers, split without remainder into its causes.</param>
/// <param name="Rows">Acquisition, retention and reactivation.</param>
/// <param name="BySegment">New, retained and reactivated customers by each segment, this period and the one before.</param>
/// <param name="Retention">Retention into the day, by customer year and by purchase count.</param>
/// <param name="SecondPurchases">By month of the first purchase, the share that bought again within 90 days; the latest months that can be judged.</param>
/// <param name="PortfolioSteps">How many of those one portfolio stage below a year ago have reached the next one since.</param>
public sealed record CustomerDiagnosis(
    CustomerAttribution Attribution,
    IReadOnlyList<MarketingRow> Rows,
    IReadOnlyList<SegmentAttribution> BySegment,
    RetentionSummary Retention,
    IReadOnlyList<SecondPurchaseShare> SecondPurchases,
    IReadOnlyList<ComparedFigure> PortfolioSteps);

/// <summary>The three kinds of marketing that make active customers.</summary>
public enum MarketingKind
{
    /// <summary>新規: winning new customers.</summary>
    Acquisition,

    /// <summary>維持: keeping those who bought.</summary>
    Retention,

    /// <summary>復活: winning back the lapsed.</summary>
    Reactivation,
}

/// <summary>What one kind of marketing brought this period and the one before.</summary>
/// <param name="Kind">The marketing.</param>
/// <param name="Now">Active customers of the day who are its result: new, retained or reactivated.</param>
/// <param name="Before">The same one active period before.</param>
/// <param name="ShareOfChange">Its change as a share of the whole change of active customers; <see langword="null"/> where that is 0. Below 0 or above 1 where kinds work against each other.</param>
/// <param name="RateNow">New per customer active before; of the base those retained; of the lapsed those reactivated.</param>
/// <param name="RateBefore">The same one active period before.</param>
/// <param name="ByRate">The part of the change that the rate made, in whole customers; of acquisition, all of it.</param>
/// <param name="ByPool">The part that the number of customers it could reach made: of the base or of the lapsed.</param>
public sealed record MarketingRow(
    MarketingKind Kind, long Now, long Before, double? ShareOfChange, Share RateNow, Share RateBefore, long ByRate, long ByPool)
{
    /// <summary>How many customers more than before.</summary>
    public long Change => Now - Before;
}
