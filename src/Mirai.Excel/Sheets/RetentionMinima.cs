namespace Mirai.Excel.Sheets;

/// <summary>What the field expects of retention.</summary>
internal static class RetentionMinima
{
    /// <summary>Of the customers in their first year, so many should stay.</summary>
    public const double IntoYear2 = 0.65;

    /// <summary>Of those in their second year, so many.</summary>
    public const double IntoYear3 = 0.86;

    /// <summary>The minimum of a customer year; <see langword="null"/> where the field names none.</summary>
    public static double? Of(string customerYear) => customerYear switch
    {
        "1" => IntoYear2,
        "2" => IntoYear3,
        _ => null,
    };
}
