using Mirai.Model;

namespace Mirai.History;

/// <summary>All purchases of all customers, customer by customer and by day within a customer.</summary>
public sealed partial class PurchaseHistory
{
    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The observed days: from the first row's day to the observed-until day.</summary>
    public DayRange Days { get; }
}
