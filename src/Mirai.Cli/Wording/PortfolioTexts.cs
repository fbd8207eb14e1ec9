namespace Mirai.Cli.Wording;

/// <summary>The heads of the portfolio's table, in both languages.</summary>
/// <param name="Group">The group.</param>
/// <param name="Active">Active customers.</param>
/// <param name="CumulativeSales">All that was ever bought.</param>
/// <param name="MeanTenure">Days from first to last purchase, per customer.</param>
/// <param name="MeanSpend">All that was ever bought, per customer.</param>
internal sealed record PortfolioTexts(string Group, string Active, string CumulativeSales, string MeanTenure, string MeanSpend)
{
    /// <summary>In English.</summary>
    public static PortfolioTexts English { get; } = new("portfolio", "active", "cumulative sales", "mean tenure, days", "mean spend");

    /// <summary>In Japanese.</summary>
    public static PortfolioTexts Japanese { get; } = new("ポートフォリオ", "稼働", "累計売上", "平均在籍日数", "平均累計購買額");
}
