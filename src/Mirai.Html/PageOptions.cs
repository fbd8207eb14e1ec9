namespace Mirai.Html;

/// <summary>How the page opens.</summary>
public sealed record PageOptions
{
    /// <summary>In English.</summary>
    public static PageOptions Default { get; } = new();

    /// <summary>The language that the page opens with, <c>en</c> or <c>ja</c>. Both are in the page, and its reader switches.</summary>
    public string Language { get; init; } = "en";
}
