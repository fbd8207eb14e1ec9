using Mirai.Cli.Commands;
using Mirai.Cli.Output;
using Mirai.Model;

namespace Mirai.Cli.Daily;

/// <summary>Which days a daily run diagnoses.</summary>
/// <param name="run">The call.</param>
/// <param name="limit">How many missed days are made up for at most.</param>
/// <param name="observed">The days of the data.</param>
internal sealed class DayPlan(CommandRun run, int limit, DayRange observed)
{
    /// <summary>The days in order, the last one that of the run; says what is made up for, and what is not.</summary>
    /// <param name="asOf">The only day.</param>
    /// <param name="database">What was done so far; <see langword="null"/> where nothing is kept.</param>
    /// <exception cref="WrongInputException">The only day is not observed.</exception>
    /// <exception cref="OutputException">The database cannot be read.</exception>
    public IReadOnlyList<DateOnly> Days(DateOnly? asOf, DiagnosisStore? database)
    {
        if (asOf is { } only)
            return observed.Contains(only) ? [only] : throw new WrongInputException(run.Texts.Run.DayNotObserved(only, observed.First, observed.Last));
        if (database is null) return [observed.Last];
        if (database.LastDay is { } stored && stored > observed.Last) run.Terminal.Error.WriteLine(run.Texts.Run.DatabaseAhead(stored, observed.Last));
        return Limited([.. database.MissingDays(observed.Last).Where(day => day >= observed.First)]);
    }

    private List<DateOnly> Limited(List<DateOnly> missing)
    {
        if (missing.Count == 0) return [observed.Last];
        var leftOut = Math.Max(0, missing.Count - 1 - limit);
        if (leftOut > 0) run.Terminal.Error.WriteLine(run.Texts.Run.LeftOut(leftOut, missing[0], limit));
        var days = missing[leftOut..];
        if (days.Count > 1) run.Say(run.Texts.Run.CaughtUp(days.Count - 1, days[0]));
        return days;
    }
}
