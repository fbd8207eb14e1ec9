using Mirai.Model;

namespace Mirai.Rules;

/// <summary>What the rules would have said on every day of a period.</summary>
/// <remarks>
/// Every day sees only the days up to it. The figures themselves are those known today: late returns, merged customers and corrections are in
/// them, which nobody had seen at the time.
/// </remarks>
public sealed class Backtest
{
    internal Backtest(DayRange days, IReadOnlyList<RuleEpisode> episodes, IReadOnlyList<RuleRecord> rules)
    {
        Days = days;
        Episodes = episodes;
        Rules = rules;
    }

    /// <summary>The period.</summary>
    public DayRange Days { get; }

    /// <summary>All episodes that have a day in the period, suppressed and undecided ones included; by rule, part and day.</summary>
    public IReadOnlyList<RuleEpisode> Episodes { get; }

    /// <summary>How each rule behaved.</summary>
    public IReadOnlyList<RuleRecord> Rules { get; }

    /// <summary>What to know when reading it.</summary>
    public static LanguageTexts Note { get; } = LanguageTexts.Of(
        "Restated data: the back-test runs on the history as known today, not as it was known on each day.",
        "修正後データ: 検証は各日に知られていた値ではなく、現在の履歴に基づきます。");

    /// <summary>The warnings.</summary>
    public IEnumerable<RuleEpisode> Warnings => Episodes.Where(e => e.Kind == EpisodeKind.Warning);

    /// <summary>What another back-test, of changed rules, has gained and lost against this one.</summary>
    /// <remarks>A warning is the same in both where the same rule warns of the same part and the two have a day in common.</remarks>
    public BacktestDiff Diff(Backtest changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var before = Warnings.ToLookup(e => (e.RuleId, e.Part));
        var after = changed.Warnings.ToLookup(e => (e.RuleId, e.Part));
        var moved = new List<(RuleEpisode Before, RuleEpisode After)>();
        foreach (var episode in Warnings)
        {
            var match = after[(episode.RuleId, episode.Part)].FirstOrDefault(episode.Overlaps);
            if (match is not null && !match.IsSameAs(episode)) moved.Add((episode, match));
        }

        return new BacktestDiff(
            [.. changed.Warnings.Where(e => !before[(e.RuleId, e.Part)].Any(e.Overlaps))],
            [.. Warnings.Where(e => !after[(e.RuleId, e.Part)].Any(e.Overlaps))],
            moved);
    }
}

/// <summary>What a change of rules does to the warnings of a period.</summary>
/// <param name="Gained">Warnings that there were none of before.</param>
/// <param name="Lost">Warnings that there are none of any more.</param>
/// <param name="Moved">Warnings that open, close or rise on other days.</param>
public sealed record BacktestDiff(
    IReadOnlyList<RuleEpisode> Gained, IReadOnlyList<RuleEpisode> Lost, IReadOnlyList<(RuleEpisode Before, RuleEpisode After)> Moved);

/// <summary>A value of a parameter that was tried.</summary>
/// <param name="Value">The value as a rule writes it.</param>
/// <param name="Rule">How the rule behaved with it; <see langword="null"/> for a parameter that rules share.</param>
/// <param name="Backtest">What the rules would have said with it.</param>
public sealed record SweepPoint(string Value, RuleRecord? Rule, Backtest Backtest);
