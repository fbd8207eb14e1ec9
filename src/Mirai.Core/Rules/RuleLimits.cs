namespace Mirai.Rules;

/// <summary>The bounds within which rule texts and their evaluation must stay, so that a text from anybody costs a known amount at most.</summary>
/// <remarks>Each bound has an error of its own, MR9xxx, which names the bound and what was found.</remarks>
public sealed record RuleLimits
{
    /// <summary>The bounds that hold where none are given.</summary>
    public static RuleLimits Default { get; } = new();

    /// <summary>The most characters of one text.</summary>
    public int SourceLength { get; init; } = 256 * 1024;

    /// <summary>The most characters of all texts of a rule set.</summary>
    public int TotalSourceLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>The deepest nesting of brackets.</summary>
    public int Nesting { get; init; } = 32;

    /// <summary>The most values, operators and calls in one expression.</summary>
    public int NodesPerExpression { get; init; } = 200;

    /// <summary>The most values, operators and calls in one rule, its <c>let</c>s included.</summary>
    public int NodesPerRule { get; init; } = 2_000;

    /// <summary>The most rules of a set.</summary>
    public int Rules { get; init; } = 2_000;

    /// <summary>The longest window, in years.</summary>
    public int WindowYears { get; init; } = 5;

    /// <summary>The farthest look back of a whole expression, in years.</summary>
    public int LookBackYears { get; init; } = 10;

    /// <summary>The most segments that one rule runs for.</summary>
    public int SegmentsPerRule { get; init; } = 5_000;

    /// <summary>The most values (nodes x segments x days) that one evaluation computes.</summary>
    public long Cells { get; init; } = 5_000_000_000;

    /// <summary>The most characters of a text with its placeholders filled in.</summary>
    public int TextLength { get; init; } = 4_000;

    /// <summary>The most findings that are reported of one text; the rest is counted.</summary>
    public int Diagnostics { get; init; } = 100;
}
