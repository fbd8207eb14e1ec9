namespace Mirai.Rules;

/// <summary>How rules are evaluated, and how much work they may make.</summary>
public sealed record EvaluationOptions
{
    /// <summary>One thread, and the usual limits.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>How many threads may work at once; 0 for one per processor. No result depends on it.</summary>
    public int MaxThreads { get; init; } = 1;

    /// <summary>Most cells (terms times parts times days) that one run may compute.</summary>
    public long MostCells { get; init; } = 5_000_000_000;

    /// <summary>Most segments for which one rule may run.</summary>
    public int MostSegments { get; init; } = 5_000;

    /// <summary>Most characters of a text after its values stand in it; a longer one is cut and ends in "…".</summary>
    public int MostCharacters { get; init; } = 4_000;
}
