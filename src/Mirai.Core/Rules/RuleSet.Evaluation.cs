using Mirai.Model;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;

namespace Mirai.Rules;

/// <content>Running the rules on figures.</content>
public sealed partial class RuleSet
{
    /// <summary>What the rules say on a day, as its end was known on it: all history up to the day is played through, nothing is kept between calls.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="day">The day; <see langword="null"/> for the last one.</param>
    /// <param name="options">How to evaluate.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RuleTextException">The rules use a metric, dimension or segment that the figures do not have.</exception>
    /// <exception cref="RuleLimitException">The rules would make more work than the limits allow.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The figures do not have the day.</exception>
    public RuleEvaluation Evaluate(
        FigureSource figures, DateOnly? day = null, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var rules = BindTo(figures).Rules;
        var run = Execute([rules], figures, day ?? figures.Days.Last, options, cancellationToken);
        return new ResultWriter(run, 0, IsSelected).On(run.Days.Count - 1, rules.Rules);
    }

    /// <summary>Every opening, rise, reminder and close of a warning in a period, and every suppressed opening, with texts and causes, in the order of the days.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="days">The period; <see langword="null"/> for all days.</param>
    /// <param name="options">How to evaluate.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <inheritdoc cref="Evaluate" path="/exception"/>
    public IReadOnlyList<RuleResult> EvaluateAll(
        FigureSource figures, DayRange? days = null, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var range = days ?? figures.Days;
        CheckDays(figures, range);
        var run = Execute([BindTo(figures).Rules], figures, range.Last, options, cancellationToken);
        return new ResultWriter(run, 0, IsSelected).Notices(figures.Days.IndexOf(range.First), run.Days.Count - 1);
    }

    /// <summary>What the rules would have said on every day of a period.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="days">The period; <see langword="null"/> for all days.</param>
    /// <param name="incidents">What really happened, to judge the rules by.</param>
    /// <param name="options">How to evaluate.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <inheritdoc cref="Evaluate" path="/exception"/>
    public Backtest Backtest(
        FigureSource figures, DayRange? days = null, IReadOnlyList<RuleIncident>? incidents = null, EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var range = days ?? figures.Days;
        CheckDays(figures, range);
        var run = Execute([BindTo(figures).Rules], figures, range.Last, options, cancellationToken);
        return new BacktestWriter(run, 0, IsSelected).Of(figures.Days.IndexOf(range.First), run.Days.Count - 1, incidents ?? []);
    }

    /// <summary>What the rules would have said with each of several values of a parameter. What does not depend on it is computed once for all values.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="parameter">The parameter as in <see cref="RuleSetOptions.Set"/>: <c>active_customers_declining.drop</c>.</param>
    /// <param name="values">The values as a rule writes them: <c>2%</c>, <c>3%</c>.</param>
    /// <param name="days">The period; <see langword="null"/> for all days.</param>
    /// <param name="options">How to evaluate.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="RuleTextException">There is no such parameter, or a value does not fit it.</exception>
    /// <inheritdoc cref="Evaluate" path="/exception"/>
    public IReadOnlyList<SweepPoint> Sweep(
        FigureSource figures, string parameter, IReadOnlyList<string> values, DayRange? days = null, EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(values);
        var range = days ?? figures.Days;
        CheckDays(figures, range);
        var variants = values.Select(value => With(Options.Set(parameter, value))).ToList();
        if (variants.Count == 0) return [];
        var run = Execute([.. variants.Select(v => v.BindTo(figures).Rules)], figures, range.Last, options, cancellationToken);
        var first = figures.Days.IndexOf(range.First);
        var bracket = parameter.IndexOf('[', StringComparison.Ordinal);
        var path = bracket < 0 ? parameter : parameter[..bracket];
        var rule = path.LastIndexOf('.') is > 0 and var dot ? path[..dot].Trim() : null;
        var points = new List<SweepPoint>();
        for (var i = 0; i < variants.Count; i++)
        {
            var backtest = new BacktestWriter(run, i, variants[i].IsSelected).Of(first, run.Days.Count - 1, []);
            points.Add(new SweepPoint(values[i], backtest.Rules.FirstOrDefault(r => string.Equals(r.RuleId, rule, StringComparison.Ordinal)), backtest));
        }

        return points;
    }

    private RuleRun Execute(
        IReadOnlyList<BoundRuleSet> sets, FigureSource figures, DateOnly until, EvaluationOptions? options, CancellationToken cancellationToken) =>
        RuleRun.Execute(
            [.. sets.Select(s => NeededRules.Of(s, IsSelected))], figures, until, options ?? EvaluationOptions.Default, Options.Limits, watcher: null, cancellationToken);

    private static void CheckDays(FigureSource figures, DayRange days)
    {
        if (figures.Days.Contains(days.First) && figures.Days.Contains(days.Last)) return;
        throw new ArgumentOutOfRangeException(nameof(days), days, $"The figures cover {figures.Days}.");
    }
}
