namespace Mirai.Model;

/// <summary>A figure that was estimated, with the interval that its uncertainty gives it.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The interval's lower end; at most <paramref name="High"/>. May be negative infinity where nothing bounds it.</param>
/// <param name="High">The interval's upper end. Positive infinity where nothing bounds it.</param>
/// <param name="Confidence">How often such an interval holds the true value: 0.8, 0.95; between 0 and 1.</param>
public readonly record struct Estimate(double Value, double Low, double High, double Confidence);
