namespace Mirai.TestSupport.Fuzzing;

/// <summary>A text that a target did not take.</summary>
/// <param name="Number">The text's number under its seed.</param>
/// <param name="Text">The text.</param>
/// <param name="What">The exception, or how long it took.</param>
public sealed record FuzzFinding(long Number, string Text, string What);

/// <summary>What a run gave.</summary>
/// <param name="Target">What was tried.</param>
/// <param name="Executions">How many texts it was given.</param>
/// <param name="Characters">Their length in all.</param>
/// <param name="Elapsed">How long that took, the making of the texts included.</param>
/// <param name="Slowest">The longest time for one text.</param>
/// <param name="Findings">What went wrong.</param>
public sealed record FuzzReport(string Target, long Executions, long Characters, TimeSpan Elapsed, TimeSpan Slowest, IReadOnlyList<FuzzFinding> Findings)
{
    /// <summary>Texts per second.</summary>
    public double PerSecond => Executions / Elapsed.TotalSeconds;
}
