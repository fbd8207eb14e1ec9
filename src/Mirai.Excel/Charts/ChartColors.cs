namespace Mirai.Excel.Charts;

/// <summary>The colours of series: told apart by people who see red and green alike, and printed in grey.</summary>
internal static class ChartColors
{
    /// <summary>The first and most important series.</summary>
    public const string Main = "1F5FA8";

    /// <summary>What comes in: new customers.</summary>
    public const string New = "2E9E78";

    /// <summary>What comes back: reactivated customers.</summary>
    public const string Back = "8CC6E8";

    /// <summary>What is lost.</summary>
    public const string Lost = "D1603D";

    /// <summary>Minima, targets and last year's figures.</summary>
    public const string Reference = "8A8F98";

    /// <summary>A wider band.</summary>
    public const string Band = "9DB9DA";

    /// <summary>Series of equal weight, in order.</summary>
    public static IReadOnlyList<string> Series { get; } = [Main, Lost, New, "8064A2", "C9971C", "4BA3C3", Reference];
}
