namespace Mirai.Rules.Evaluation;

/// <summary>Windows of one duration, one that ends on each day.</summary>
/// <param name="Before">
/// For each day t the position of the day before its window, so that the window is the days after it up to t: calendar months cost what days do.
/// Negative where the window begins before the first day.
/// </param>
/// <param name="Days">How many days every window has; 0 where they differ, as months do, or where no window lies within the history.</param>
internal readonly record struct DayWindows(int[] Before, int Days)
{
    /// <summary>The first day from which on days can be taken together: all windows have the same length and lie within the history.</summary>
    /// <param name="count">How many days there are; the answer where there is no such day.</param>
    /// <param name="lag">How many days before t the windows end.</param>
    public int FirstWhole(int count, int lag = 0) =>
        Days > 0 && System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? Math.Min(Days - 1 + lag, count) : count;
}
