using Mirai.Model;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Makes a back-test of what became of the rules.</summary>
internal sealed class BacktestWriter(RuleRun run, int set, Func<BoundRule, bool> isSelected)
{
    /// <summary>The back-test of a period of the run.</summary>
    public Backtest Of(int from, int until, IReadOnlyList<RuleIncident> incidents)
    {
        var (episodes, records) = (new List<RuleEpisode>(), new List<RuleRecord>());
        foreach (var plan in run.PlansOf(set).OfType<RulePlan>().Where(p => isSelected(p.Rule)))
        {
            var own = plan.Outcomes.SelectMany(o => EpisodesOf(plan, o, from, until)).ToList();
            episodes.AddRange(own);
            records.Add(Record(plan, own, from, until, [.. incidents.Where(i => string.Equals(i.RuleId, plan.Rule.Name, StringComparison.Ordinal))]));
        }

        return new Backtest(new DayRange(run.Days[from], run.Days[until]), episodes, records);
    }

    private IEnumerable<RuleEpisode> EpisodesOf(RulePlan plan, RuleOutcome outcome, int from, int until)
    {
        RuleEpisode? Episode(EpisodeKind kind, int first, int end)
        {
            var days = Math.Min(end < 0 ? until + 1 : end, until + 1) - Math.Max(first, from);
            if (days <= 0) return null;
            return new RuleEpisode
            {
                RuleId = plan.Rule.Name, Part = outcome.Part, Kind = kind, Opened = run.Days[first], Days = days,
                Closed = end < 0 || end > until ? null : run.Days[end],
            };
        }

        var all = outcome.Warnings.Select(w => Episode(EpisodeKind.Warning, w.Opened, w.Closed) is { } warning
            ? warning with
            {
                Since = run.Days[w.Since], Levels = [.. w.Levels.Where(l => l.Day <= until).Select(l => (run.Days[l.Day], l.Level))],
                Reminders = [.. w.Reminders.Where(d => d <= until).Select(d => run.Days[d])], WasStale = w.Stale.Exists(s => s.From <= until),
            }
            : null)
            .Concat(outcome.Blocked.Select(b => Episode(EpisodeKind.Suppressed, b.From, b.End) is { } blocked
                ? blocked with { Since = run.Days[b.Since], Suppression = ResultWriter.KindOf(b.Kind) }
                : null))
            .Concat(outcome.Undecided.Select(u => Episode(EpisodeKind.NotEvaluated, u.From, u.End) is { } undecided ? undecided with { Undecided = u.Reason } : null));
        return all.OfType<RuleEpisode>().OrderBy(e => e.Opened).ThenBy(e => e.Kind);
    }

    private RuleRecord Record(RulePlan plan, List<RuleEpisode> episodes, int from, int until, List<RuleIncident> incidents)
    {
        var warnings = episodes.Where(e => e.Kind == EpisodeKind.Warning).ToList();
        var opened = warnings.Where(e => e.Opened >= run.Days[from]).ToList();
        return new RuleRecord
        {
            RuleId = plan.Rule.Name,
            Parts = plan.Parts.Count,
            WarningsByYear = Enumerable.Range(run.Days[from].Year, run.Days[until].Year - run.Days[from].Year + 1)
                .ToDictionary(year => year, year => opened.Count(e => e.Opened.Year == year)),
            Warnings = opened.Count,
            Suppressed = episodes.Count(e => e.Kind == EpisodeKind.Suppressed),
            DaysWarning = warnings.Sum(e => (long)e.Days),
            MedianDays = Median([.. warnings.Select(e => (double)e.Days)]),
            DaysUndecided = plan.Outcomes.SelectMany(o => o.Missing).Sum(m => Math.Max(0L, Math.Min(m.End, until + 1) - Math.Max(m.From, from))),
            Days = (long)plan.Parts.Count * (until - from + 1),
            Incidents = incidents.Count == 0 ? null : Score(warnings, incidents),
        };
    }

    private static IncidentScore Score(List<RuleEpisode> warnings, List<RuleIncident> incidents)
    {
        static bool Meet(RuleEpisode warning, RuleIncident incident) => (incident.Part is null || incident.Part.Equals(warning.Part))
            && warning.Opened <= incident.To && (warning.Closed is null || warning.Closed > incident.From);
        var firsts = incidents.Select(i => (Incident: i, Warning: warnings.Where(w => Meet(w, i)).MinBy(w => w.Opened))).Where(m => m.Warning is not null).ToList();
        return new IncidentScore(
            warnings.Count, warnings.Count(w => incidents.Exists(i => Meet(w, i))), incidents.Count, firsts.Count,
            Median([.. firsts.Select(m => (double)(m.Incident.From.DayNumber - m.Warning!.Opened.DayNumber))]));
    }

    private static double? Median(double[] values)
    {
        if (values.Length == 0) return null;
        Array.Sort(values);
        return OrderKernel.Interpolate(values, 0.5);
    }
}
