namespace Mirai.Model;

/// <summary>What a customer is at the end of a day.</summary>
public enum CustomerState
{
    /// <summary>The first purchase is later than the day.</summary>
    NotYetKnown,

    /// <summary>稼働: has a purchase within the active period.</summary>
    Active,

    /// <summary>失効: has purchased before, but not within the active period.</summary>
    Lapsed,
}
