using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Cli.Output;

/// <summary>The tables of a back-test: by rule, by episode, against other rules, by value of a parameter.</summary>
/// <param name="texts">The language of the headings.</param>
/// <param name="isForPeople">Whether words stand in that language; else they are those that programs look for.</param>
internal sealed class BacktestTables(RuleTexts texts, bool isForPeople)
{
    private const double DaysPerYear = 365.25;

    /// <summary>How each rule behaved.</summary>
    public DataTable Rules(Backtest backtest) => Table(
        [
            new("rule", texts.Rule, IsKey: true), new("parts", texts.Parts), new("warnings", texts.Warnings), new("warnings_per_year", texts.PerYear),
            new("days_warning", texts.DaysWarning), new("median_days", texts.MedianDays), new("suppressed", texts.Suppressed),
            new("undecided_share", texts.Undecided), new("remark", texts.Remark),
        ],
        backtest.Rules.Select(rule => Cells(rule, backtest.Days.Count)));

    /// <summary>Every episode.</summary>
    public DataTable Episodes(Backtest backtest) => Table(
        [
            new("rule", texts.Rule, IsKey: true), new("segment", texts.Segment), new("kind", texts.Kind), new("level", texts.Level),
            new("since", texts.Since), new("opened", texts.Opened), new("closed", texts.Closed), new("days", texts.Days), new("reason", texts.Reason),
        ],
        backtest.Episodes.Select(Cells));

    /// <summary>The warnings gained, lost and moved.</summary>
    public DataTable Diff(BacktestDiff diff)
    {
        IEnumerable<(string Change, RuleEpisode? Before, RuleEpisode? After)> rows =
        [
            .. diff.Gained.Select(e => ("gained", (RuleEpisode?)null, (RuleEpisode?)e)), .. diff.Lost.Select(e => ("lost", (RuleEpisode?)e, (RuleEpisode?)null)),
            .. diff.Moved.Select(m => ("moved", (RuleEpisode?)m.Before, (RuleEpisode?)m.After)),
        ];
        return Table(
            [
                new("change", texts.Change, IsKey: true), new("rule", texts.Rule, IsKey: true), new("segment", texts.Segment), new("level", texts.Level),
                new("opened", texts.Opened), new("closed", texts.Closed), new("level_before", texts.LevelBefore), new("opened_before", texts.OpenedBefore),
                new("closed_before", texts.ClosedBefore),
            ],
            rows.Select(row => (Cell[])
            [
                Word(row.Change), Cell.Of((row.After ?? row.Before)!.RuleId), Part((row.After ?? row.Before)!), Level(row.After), Day(row.After?.Opened),
                Day(row.After?.Closed), Level(row.Before), Day(row.Before?.Opened), Day(row.Before?.Closed),
            ]));
    }

    /// <summary>What each value of a parameter gives; of a shared parameter, all rules together.</summary>
    public DataTable Sweep(IReadOnlyList<SweepPoint> points) => Table(
        [
            new("value", texts.Value, IsKey: true), new("warnings", texts.Warnings), new("warnings_per_year", texts.PerYear), new("days_warning", texts.DaysWarning),
            new("median_days", texts.MedianDays), new("suppressed", texts.Suppressed), new("undecided_share", texts.Undecided), new("remark", texts.Remark),
        ],
        points.Select(point =>
        {
            IReadOnlyList<RuleRecord> rules = point.Rule is null ? point.Backtest.Rules : [point.Rule];
            var days = rules.Sum(r => r.Days);
            return (Cell[])
            [
                Cell.Of(point.Value), Cell.Of(rules.Sum(r => r.Warnings)), PerYear(rules.Sum(r => r.Warnings), point.Backtest.Days.Count),
                Cell.Of(rules.Sum(r => r.DaysWarning)), Median(point.Rule), Cell.Of(rules.Sum(r => r.Suppressed)),
                Cell.Percentage(days == 0 ? null : (double)rules.Sum(r => r.DaysUndecided) / days), point.Rule is null ? Cell.Missing : Remark(point.Rule),
            ];
        }));

    private static DataTable Table(IReadOnlyList<TableColumn> columns, IEnumerable<Cell[]> rows) => new(columns, rows, Currency.Jpy);

    private Cell[] Cells(RuleRecord rule, int days) =>
    [
        Cell.Of(rule.RuleId), Cell.Of(rule.Parts), Cell.Of(rule.Warnings), PerYear(rule.Warnings, days), Cell.Of(rule.DaysWarning), Median(rule),
        Cell.Of(rule.Suppressed), Cell.Percentage(rule.UndecidedShare), Remark(rule),
    ];

    private Cell[] Cells(RuleEpisode episode) =>
    [
        Cell.Of(episode.RuleId), Part(episode), Word(episode.Kind switch { EpisodeKind.Warning => "warning", EpisodeKind.Suppressed => "suppressed", _ => "undecided" }),
        Level(episode), Day(episode.Since), Cell.Of(episode.Opened), Day(episode.Closed), Cell.Of(episode.Days), Reason(episode),
    ];

    private Cell Word(string word) => Cell.Of(isForPeople ? texts.Words[word] : word);

    private static Cell PerYear(int warnings, int days) => new(CellKind.Ratio, Number: warnings * DaysPerYear / days);

    private static Cell Median(RuleRecord? rule) => rule?.MedianDays is { } median ? new Cell(CellKind.Ratio, Number: median) : Cell.Missing;

    private Cell Remark(RuleRecord rule) => rule.NeverFires ? Word("never_fires") : rule.AlwaysFires ? Word("always_fires") : Cell.Missing;

    private static Cell Part(RuleEpisode episode) => episode.Part.IsWhole ? Cell.Missing : Cell.Of(episode.Part.ToString());

    private static Cell Day(DateOnly? day) => day is { } known ? Cell.Of(known) : Cell.Missing;

    private Cell Level(RuleEpisode? episode) => episode?.Severity is { } level ? Word(level.ToString().ToLowerInvariant()) : Cell.Missing;

    private Cell Reason(RuleEpisode episode) => episode switch
    {
        { Suppression: { } suppression } => Word(suppression switch
        {
            SuppressionKind.Unless => "unless", SuppressionKind.Cooldown => "cooldown", _ => "suppress",
        }),
        { Undecided: { } undecided } => Word(undecided switch
        {
            UndecidedReason.NotEnoughHistory => "history", UndecidedReason.MissingInput => "missing", _ => "needs",
        }),
        _ => Cell.Missing,
    };
}
