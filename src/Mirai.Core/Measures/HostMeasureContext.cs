using Mirai.History;
using Mirai.Model;

namespace Mirai.Measures;

/// <summary>What a host application's measure may look at.</summary>
/// <param name="History">The purchases.</param>
/// <param name="ActivePeriod">How long a purchase keeps a customer active.</param>
public sealed record HostMeasureContext(PurchaseHistory History, Period ActivePeriod)
{
    /// <summary>The days for which a value is expected, in order.</summary>
    public DayRange Days => History.Days;
}
