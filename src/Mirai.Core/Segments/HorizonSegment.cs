using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>How far ahead a forecast looks. It divides forecasts, not customers.</summary>
internal sealed class HorizonSegment : Segment
{
    /// <summary>The horizons in order.</summary>
    public static IReadOnlyList<Period> Horizons { get; } = [Period.Days(30), Period.Days(90), Period.Days(365), Period.Years(5)];

    public override string Id => "horizon";

    public override string JapaneseName => "予測期間";

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        throw new ArgumentException("The horizon divides forecasts, not customers: it goes with the measures forecast_active_customers and forecast_sales only.");
}
