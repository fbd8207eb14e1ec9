using System.Runtime.CompilerServices;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Evaluation;

/// <summary>Finds the days on which a condition holds and has held for long enough: <c>for 7 days</c>, <c>for 5 of 7 days</c>.</summary>
/// <remarks>A missing day neither counts nor breaks a run; more than three in a row make it begin anew.</remarks>
internal static class Persistence
{
    /// <summary>Writes true for every such day, false for all others.</summary>
    /// <returns>Whether there is such a day.</returns>
    public static bool Find(PersistSyntax? persist, DayTable days, ReadOnlySpan<byte> truths, Span<byte> holds)
    {
        if (persist is null)
        {
            truths.CopyTo(holds);
            holds.Replace(Truth.Missing, Truth.False);
            return holds.Contains(Truth.True);
        }

        holds.Clear();
        return persist.OutOf is { } outOf
            ? FindCounts(days.Windows(persist.Required), days.Before(outOf), truths, holds)
            : FindRuns(days.Windows(persist.Required), truths, holds);
    }

    /// <summary>The first day that counted towards what holds on a day.</summary>
    public static int Since(PersistSyntax? persist, DayTable days, ReadOnlySpan<byte> truths, int day)
    {
        if (persist?.OutOf is { } outOf)
        {
            var start = Math.Max(0, days.Before(outOf)[day] + 1);
            return start + truths[start..].IndexOf(Truth.True);
        }

        var (since, gap) = (day, 0);
        for (var t = day - 1; t >= 0 && truths[t] != Truth.False; t--)
        {
            if (truths[t] == Truth.True) (since, gap) = (t, 0);
            else if (++gap > RunKernel.ToleratedGap) break;
        }

        return since;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FindRuns(DayWindows required, ReadOnlySpan<byte> truths, Span<byte> holds)
    {
        var isFound = false;
        var (fixedDays, before) = (required.Days, required.Before);
        holds = holds[..truths.Length];
        for (var day = 0; truths[day..].IndexOf(Truth.True) is >= 0 and var next;)
        {
            var (run, gap) = (0, 0);
            for (day += next; day < truths.Length; day++)
            {
                if (truths[day] == Truth.True)
                {
                    (run, gap) = (run + 1, 0);
                    if (run < (fixedDays > 0 ? fixedDays : day - before[day])) continue;
                    holds[day] = Truth.True;
                    isFound = true;
                }
                else if (truths[day] == Truth.False || ++gap > RunKernel.ToleratedGap)
                {
                    break;
                }
            }
        }

        return isFound;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FindCounts(DayWindows required, ReadOnlySpan<int> beforeWindow, ReadOnlySpan<byte> truths, Span<byte> holds)
    {
        var (isFound, held, start) = (false, 0, 0);
        for (var day = 0; day < truths.Length; day++)
        {
            if (truths[day] == Truth.True) held++;
            for (; start <= beforeWindow[day]; start++)
            {
                if (truths[start] == Truth.True) held--;
            }

            if (truths[day] != Truth.True || held < day - required.Before[day]) continue;
            holds[day] = Truth.True;
            isFound = true;
        }

        return isFound;
    }
}
