namespace Mirai.Excel;

/// <summary>How a diagnosis is written as a workbook.</summary>
public sealed record WorkbookOptions
{
    /// <summary>In English.</summary>
    public static WorkbookOptions Default { get; } = new();

    /// <summary>The language of sheet names, headings and words: <c>en</c>, or <c>ja</c> for Japanese. Every other language is answered in English.</summary>
    public string Language { get; init; } = "en";
}
