using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>A way to divide customers: each has one value at a date, from what was known on it. A purchase dimension may give several.</summary>
/// <remarks>A customer without a value (an unknown attribute, a decile for someone not active) has the value <see cref="None"/>.</remarks>
public abstract class Segment
{
    /// <summary>The value of those who have no other.</summary>
    public const string None = "none";

    /// <summary>Whole years since the first purchase, plus 1: 1, 2, 3, 4, 5+.</summary>
    public static Segment CustomerYear { get; } = new CustomerYearSegment();

    /// <summary>Purchases so far: 1, 2, 3-5, 6-9, 10+.</summary>
    public static Segment PurchaseCount { get; } = new PurchaseCountSegment(PurchaseCountSegment.UsualBounds);

    /// <summary>Tenths of the active customers by sales in the trailing active period, 1 the best; equals share a decile.</summary>
    public static Segment Decile { get; } = new DecileSegment();

    /// <summary>Recency, frequency and monetary score of the active customers, each from 5 (best) to 1, as three digits.</summary>
    public static Segment Rfm { get; } = new RfmSegment();

    /// <summary>Not of customers but of forecasts: how far ahead they look, 30d, 90d, 365d or 5y. Only forecast measures can be split by it.</summary>
    public static Segment Horizon { get; } = new HorizonSegment();

    /// <summary>Whether the first purchase day carried a discount: yes, no. Needs discounts.</summary>
    public static Segment FirstPurchaseDiscounted { get; } = new FirstPurchaseDiscountedSegment();

    /// <summary>Contacts in the trailing calendar year: 0, 1, 2, 3-5, 6-11, 12-23, 24+. Needs contacts.</summary>
    public static Segment ContactBand { get; } = new ContactBandSegment();

    /// <summary>The customer portfolio (CPM): first, toddler, steady, fad, best, each current or gone; the groups begin where the analysis's options say.</summary>
    public static Segment Portfolio { get; } = new PortfolioSegment(options: null);

    /// <summary>The name in the API, on the command line and in files.</summary>
    public abstract string Id { get; }

    /// <summary>The name for people, in Japanese.</summary>
    public abstract string JapaneseName { get; }

    /// <summary>Purchases so far in bands of the caller's.</summary>
    /// <param name="lowerBounds">Where each band begins, ascending, the first 1.</param>
    /// <exception cref="ArgumentException">The bounds do not ascend from 1.</exception>
    public static Segment PurchaseCountBands(params IReadOnlyList<int> lowerBounds) => new PurchaseCountSegment(lowerBounds);

    /// <summary>The customer portfolio with groups of the caller's.</summary>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static Segment PortfolioOf(PortfolioOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return new PortfolioSegment(options);
    }

    /// <summary>An attribute of customers, such as the acquisition channel or region.</summary>
    public static Segment Attribute(string name) => new AttributeSegment(name);

    /// <summary>A text dimension of purchases, such as <c>store</c>: a customer belongs to every value bought in the trailing active period.</summary>
    public static Segment Dimension(string name) => new DimensionSegment(name);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>What the segment needs to know to place the customers of one history.</summary>
    internal abstract SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null);
}
