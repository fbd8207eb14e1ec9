namespace Mirai.Rules;

/// <summary>How rules are evaluated. What they may cost stands in <see cref="RuleLimits"/>.</summary>
public sealed record EvaluationOptions
{
    /// <summary>One thread.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>How many threads may work at once; 0 for one per processor. No result depends on it.</summary>
    public int MaxThreads { get; init; } = 1;
}
