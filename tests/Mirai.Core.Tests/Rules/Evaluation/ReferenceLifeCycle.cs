using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>The life cycle of a warning, one day after the other, every question answered by looking back from the day.</summary>
internal sealed class ReferenceLifeCycle(BoundRuleSet set, FigureSource figures)
{
    private readonly Dictionary<(int Rule, CustomerPart Part), bool?[]> _firing = [];

    /// <summary>The condition of every day, missing where a precondition is not true, and what happened, as lines.</summary>
    public sealed record Outcome(bool?[] Condition, IReadOnlyList<string> Lines);

    /// <summary>All rules and parts.</summary>
    public Dictionary<(int Rule, CustomerPart Part), Outcome> Run()
    {
        var outcomes = new Dictionary<(int, CustomerPart), Outcome>();
        for (var rule = 0; rule < set.Rules.Count; rule++)
        {
            foreach (var part in PartsOf(set.Rules[rule])) outcomes.Add((rule, part), Run(rule, part));
        }

        return outcomes;
    }

    /// <summary>The true days of the run that ends on a day: missing days neither count nor break, more than three in a row do.</summary>
    public static int Run(Func<int, bool?> truth, int day) => TrueDays(truth, day).Count;

    private IEnumerable<CustomerPart> PartsOf(BoundRule rule)
    {
        if (rule.IncludesOverall) yield return CustomerPart.Whole;
        if (rule.Dimensions.Count == 0) yield break;
        foreach (var values in figures.CombinationsOf(rule.Dimensions)) yield return new CustomerPart(rule.Dimensions.Select((d, i) => Trees.Pick(d, values[i])));
    }

    private bool? Fires(int rule, CustomerPart part, bool isOverall, int day)
    {
        if (!isOverall && _firing.TryGetValue((rule, part), out var same)) return same[day];
        if (_firing.TryGetValue((rule, CustomerPart.Whole), out var whole)) return whole[day];
        return PartsOf(set.Rules[rule]).Aggregate((bool?)false, (any, one) => any | _firing[(rule, one)][day]);
    }

    private static List<int> TrueDays(Func<int, bool?> truth, int day)
    {
        var (days, missing) = (new List<int>(), 0);
        for (var t = day; t >= 0 && truth(t) != false; t--)
        {
            if (truth(t) == true)
            {
                if (missing > 3) break;
                missing = 0;
                days.Add(t);
            }
            else
            {
                missing++;
            }
        }

        return days;
    }

    private int? Since(Func<int, bool?> truth, PersistSyntax? persist, int day)
    {
        if (truth(day) != true) return null;
        if (persist is null) return TrueDays(truth, day)[^1];
        int Length(RuleDuration duration) => figures.Days[day].DayNumber - duration.Before(figures.Days[day]).DayNumber;
        if (persist.OutOf is not { } outOf) return TrueDays(truth, day) is var run && run.Count >= Length(persist.Required) ? run[^1] : null;
        var held = Enumerable.Range(Math.Max(0, day - Length(outOf) + 1), Math.Min(day + 1, Length(outOf))).Where(t => truth(t) == true).ToList();
        return held.Count >= Length(persist.Required) ? held[0] : null;
    }

    private Outcome Run(int index, CustomerPart part)
    {
        var rule = set.Rules[index];
        var values = new ReferenceValues(figures, Fires);
        var days = figures.Days.Count;
        bool?[] condition = [.. Enumerable.Range(0, days).Select(t => rule.Needs.All(n => values.Truth(n.Condition, part, t) == true) ? values.Truth(rule.When.Condition, part, t) : null)];
        var (lines, firing, peak, missing) = (new List<string>(), new bool?[days], WarningLevel.Notice, 0);
        int? opened = null, blocked = null, closed = null, noticed = null;
        for (var t = 0; t < days; t++)
        {
            var today = figures.Days[t];
            if (opened is not null)
            {
                missing = condition[t] is null ? missing + 1 : 0;
                if (rule.Until is { } until ? Since(u => values.Truth(until.Condition, part, u), until.Persist, t) is not null : condition[t] == false)
                {
                    lines.Add($"{t} closed");
                    (opened, closed) = (null, t);
                }
                else
                {
                    if (missing == 14) lines.Add($"{t} stale");
                    if (Level(rule, values, part, t) is var level && level > peak)
                    {
                        lines.Add($"{t} escalated {level}");
                        (peak, noticed) = (level, t);
                    }
                    else if (rule.Remind is { } remind && remind.Before(today) >= figures.Days[noticed!.Value])
                    {
                        lines.Add($"{t} reminded");
                        noticed = t;
                    }
                }
            }
            else if (Since(u => condition[u], rule.When.Persist, t) is { } since)
            {
                if (Block(rule, values, part, t, closed) is not { } block)
                {
                    (opened, noticed, peak, missing) = (t, t, Level(rule, values, part, t), 0);
                    lines.Add($"{t} opened {peak} since {since}");
                    blocked = null;
                }
                else if (blocked is null)
                {
                    lines.Add($"{t} blocked by {block}");
                    blocked = t;
                }
            }
            else if (condition[t] == false)
            {
                blocked = null;
            }

            firing[t] = opened is not null ? true : condition[t] is null && blocked is null && closed != t ? null : false;
        }

        _firing.Add((index, part), firing);
        return new Outcome(condition, lines);
    }

    private string? Block(BoundRule rule, ReferenceValues values, CustomerPart part, int day, int? closed)
    {
        if (rule.Unless.Any(u => values.Truth(u.Condition, part, day) == true)) return "unless";
        return closed is { } last && rule.Cooldown is { } cooldown && cooldown.Before(figures.Days[day]) < figures.Days[last] ? "cooldown" : null;
    }

    private static WarningLevel Level(BoundRule rule, ReferenceValues values, CustomerPart part, int day) =>
        rule.Severities.First(s => s.Condition is null || values.Truth(s.Condition, part, day) == true).Level;
}
