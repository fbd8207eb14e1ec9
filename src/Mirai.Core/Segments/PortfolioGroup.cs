namespace Mirai.Segments;

/// <summary>How far a customer has come, by tenure (last - first purchase day) and cumulative spend.</summary>
public enum PortfolioStage
{
    /// <summary>初回: one purchase day.</summary>
    First,

    /// <summary>よちよち: two or more, tenure under 90 days.</summary>
    Toddler,

    /// <summary>コツコツ: tenure of 90 days or more, spend under T.</summary>
    Steady,

    /// <summary>流行: tenure from 90 until under 210 days, spend of T or more: bought much at once.</summary>
    Fad,

    /// <summary>優良: tenure of 210 days or more, spend of T or more.</summary>
    Best,
}

/// <summary>One of the ten groups of the customer portfolio (CPM).</summary>
/// <param name="Stage">How far the customer has come.</param>
/// <param name="IsCurrent">Current (現役) or gone (離脱): silent for 240 days and longer. Not the same as active or lapsed.</param>
public readonly record struct PortfolioGroup(PortfolioStage Stage, bool IsCurrent)
{
    /// <summary>How many groups there are.</summary>
    internal const int Count = 10;

    private static readonly string[] Stages = ["first", "toddler", "steady", "fad", "best"];

    /// <summary>All ten, from <c>first_current</c>, <c>first_gone</c> to <c>best_gone</c>.</summary>
    public static IReadOnlyList<PortfolioGroup> All { get; } = [.. Enumerable.Range(0, Count).Select(Of)];

    /// <summary>The value of the segment: <c>best_current</c>, <c>first_gone</c>.</summary>
    public string Id => $"{Stages[(int)Stage]}_{(IsCurrent ? "current" : "gone")}";

    /// <summary>The place among <see cref="All"/>.</summary>
    internal int Place => ((int)Stage * 2) + (IsCurrent ? 0 : 1);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    internal static PortfolioGroup Of(int place) => new((PortfolioStage)(place / 2), place % 2 == 0);
}
