using System.Globalization;

namespace Mirai.Excel.Grid;

/// <summary>Numbers as files of Office hold them.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
