using System.Globalization;

namespace Mirai.Excel.Grid;

/// <summary>Days as Excel counts them.</summary>
internal static class ExcelDay
{
    /// <summary>The number format of days.</summary>
    public const string Format = "yyyy\\-mm\\-dd";

    private static readonly int Zero = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly DateOnly First = new(1900, 3, 1); // Before it Excel believes in a 29 February 1900.

    /// <summary>The serial number of a day; <see langword="null"/> before 1900-03-01.</summary>
    public static double? Serial(DateOnly day) => day < First ? null : day.DayNumber - Zero;

    /// <summary>The day in words.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
