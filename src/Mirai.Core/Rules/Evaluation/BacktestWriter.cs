using Mirai.Model;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Makes a back-test of what became of the rules.</summary>
internal sealed class BacktestWriter(RuleRun run, int set, Func<BoundRule, bool> isSelected)
{
    private static readonly Comparer<RuleEpisode> ByDay = Comparer<RuleEpisode>.Create(
        (left, right) => left.Opened != right.Opened ? left.Opened.CompareTo(right.Opened) : left.Kind.CompareTo(right.Kind));

    /// <summary>The back-test of a period of the run.</summary>
    public Backtest Of(int from, int until, IReadOnlyList<RuleIncident> incidents)
    {
        List<RulePlan> plans = [.. run.PlansOf(set).OfType<RulePlan>().Where(p => isSelected(p.Rule))];
        var episodes = new List<RuleEpisode>(plans.Sum(p => p.Outcomes.Sum(Events)));
        var records = new List<RuleRecord>(plans.Count);
        foreach (var plan in plans)
        {
            var own = new List<RuleEpisode>(plan.Outcomes.Sum(Events));
            foreach (var outcome in plan.Outcomes) AddEpisodes(own, plan, outcome, from, until);
            episodes.AddRange(own);
            records.Add(Record(plan, own, from, until, [.. incidents.Where(i => string.Equals(i.RuleId, plan.Rule.Name, StringComparison.Ordinal))]));
        }

        return new Backtest(new DayRange(run.Days[from], run.Days[until]), episodes, records);
    }

    private static int Events(RuleOutcome outcome) => outcome.Warnings.Count + outcome.Blocked.Count + outcome.Undecided.Count;

    /// <summary>Adds the episodes of a part in the order of their days.</summary>
    private void AddEpisodes(List<RuleEpisode> episodes, RulePlan plan, RuleOutcome outcome, int from, int until)
    {
        var start = episodes.Count;
        bool Counts(int first, int end) => first <= until && (end < 0 || end > from);
        int Days(int first, int end) => Math.Min(end < 0 ? until + 1 : end, until + 1) - Math.Max(first, from);
        DateOnly? Closed(int end) => end < 0 || end > until ? null : run.Days[end];
        foreach (var w in outcome.Warnings)
        {
            if (!Counts(w.Opened, w.Closed)) continue;
            episodes.Add(new RuleEpisode
            {
                RuleId = plan.Rule.Name, Part = outcome.Part, Kind = EpisodeKind.Warning,
                Opened = run.Days[w.Opened], Closed = Closed(w.Closed), Days = Days(w.Opened, w.Closed),
                Since = run.Days[w.Since], Levels = LevelsOf(w, until),
                Reminders = w.Reminders.Count == 0 ? [] : [.. w.Reminders.Where(d => d <= until).Select(d => run.Days[d])],
                WasStale = w.Stale.Exists(s => s.From <= until),
            });
        }

        foreach (var b in outcome.Blocked)
        {
            if (!Counts(b.From, b.End)) continue;
            episodes.Add(new RuleEpisode
            {
                RuleId = plan.Rule.Name, Part = outcome.Part, Kind = EpisodeKind.Suppressed,
                Opened = run.Days[b.From], Closed = Closed(b.End), Days = Days(b.From, b.End),
                Since = run.Days[b.Since], Suppression = ResultWriter.KindOf(b.Kind),
            });
        }

        foreach (var u in outcome.Undecided)
        {
            if (!Counts(u.From, u.End)) continue;
            episodes.Add(new RuleEpisode
            {
                RuleId = plan.Rule.Name, Part = outcome.Part, Kind = EpisodeKind.NotEvaluated,
                Opened = run.Days[u.From], Closed = Closed(u.End), Days = Days(u.From, u.End),
                Undecided = u.Reason,
            });
        }

        if (outcome.Warnings.Count + outcome.Blocked.Count == 0) return; // Undecided stretches alone are in order.
        episodes.Sort(start, episodes.Count - start, ByDay);
    }

    private (DateOnly Day, WarningLevel Level)[] LevelsOf(WarningSpell warning, int until)
    {
        var levels = new (DateOnly, WarningLevel)[warning.Levels.FindLastIndex(l => l.Day <= until) + 1];
        for (var i = 0; i < levels.Length; i++) levels[i] = (run.Days[warning.Levels[i].Day], warning.Levels[i].Level);
        return levels;
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
            DaysUndecided = plan.Outcomes.SelectMany(o => o.Missing)
                .Sum(m => Math.Max(0L, Math.Min(m.End, until + 1) - Math.Max(m.From, from))),
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
