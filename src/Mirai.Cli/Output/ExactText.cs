using System.Globalization;

namespace Mirai.Cli.Output;

/// <summary>Writes figures for machines: nothing is rounded, and no culture has a say.</summary>
internal static class ExactText
{
    private static readonly string[] MoneyFormats = ["F0", "F1", "F2", "F3", "F4", "F5", "F6"];

    /// <summary>An amount with all decimals of its currency.</summary>
    public static string Money(decimal amount, int decimals) => amount.ToString(MoneyFormats[decimals], CultureInfo.InvariantCulture);

    /// <summary>A day as <c>yyyy-MM-dd</c>.</summary>
    public static string Day(Cell cell) => DateOnly.FromDayNumber((int)cell.Exact).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
