using Mirai.Diagnosis;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai;

/// <content>The daily diagnosis.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>The diagnosis of a day: figures, warnings with their causes, and what happens if it goes on like this, in one document.</summary>
    /// <remarks>
    /// Nothing after the day is used. Rules are evaluated on every day up to it, so that a warning knows when it opened; every measure and segment that
    /// they read is counted once. Rule texts that name what the data does not have are left out, and their errors are in the document.
    /// </remarks>
    /// <param name="asOf">The day.</param>
    /// <param name="rules">The rules; <see langword="null"/> for the built-in ones for the active period, of which there are none under 30 days or over 5 years.</param>
    /// <param name="options">Segments, forecast, holidays, remarks about the input.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed, or a number in the options is negative.</exception>
    /// <exception cref="RuleLimitException">The rules would make more work than their limits allow.</exception>
    public DiagnosisReport Diagnose(
        DateOnly asOf, RuleSet? rules = null, DiagnosisOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        DayIndex(asOf);
        options ??= DiagnosisOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.OverdueListed, nameof(options));
        return new DiagnosisRun(this, asOf, rules ?? RulesFor(Options.ActivePeriod), options, progress, cancellationToken).Run();
    }

    /// <summary>The built-in rules for an active period; none where it is under 30 days or over 5 years, for which there are none.</summary>
    public static RuleSet RulesFor(Period activePeriod)
    {
        var (days, parts) = activePeriod.NominalDays;
        return days < 30 * parts || days > 1830 * parts ? RuleSet.Empty : BuiltInRules.For(activePeriod);
    }

    /// <summary>Of the customers first seen in each month, the share that bought again within some days; months that can be judged by the day alone.</summary>
    internal IReadOnlyList<SecondPurchaseShare> SecondPurchasesByMonth(DateOnly asOf, int months, int withinDays, CancellationToken cancellationToken)
    {
        var (first, until) = (History.Days.First, Period.Days(withinDays).Before(asOf));
        var start = new DateOnly(until.Year, until.Month, 1);
        if (until.Day < DateTime.DaysInMonth(until.Year, until.Month)) start = start.AddMonths(-1);
        var ranges = new List<DayRange>();
        for (var month = start; ranges.Count < months && month.AddMonths(1) > first; month = month.AddMonths(-1))
            ranges.Insert(0, new DayRange(month < first ? first : month, month.AddMonths(1).AddDays(-1)));
        if (ranges.Count == 0) return [];
        int[] starts = [.. ranges.Select(range => History.Days.IndexOf(range.First)), History.Days.IndexOf(ranges[^1].Last) + 1];
        var workers = ColumnWork.Run(History, Options.MaxThreads, () => new SecondPurchaseMonthKernel(starts, withinDays), cancellationToken);
        return
        [
            .. ranges.Select((range, i) => new SecondPurchaseShare(
                range, withinDays, new Share(workers.Sum(w => w.BoughtAgain[i]), workers.Sum(w => w.Customers[i])))),
        ];
    }
}
