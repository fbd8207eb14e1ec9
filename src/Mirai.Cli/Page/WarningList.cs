using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Rules;

namespace Mirai.Cli.Page;

/// <summary>The verdict, and the warnings with their causes: what stands on top of the diagnosis.</summary>
/// <param name="report">The diagnosis.</param>
/// <param name="setting">What the page is written for.</param>
/// <param name="width">The columns of the page.</param>
internal sealed class WarningList(DiagnosisReport report, PageSetting setting, int width)
{
    private const int MostNotices = 8;
    private const int MostDrillRows = 3;
    private const int MostDepth = 3;

    private readonly DiagnosisTexts _texts = DiagnosisTexts.Of(setting.Texts);

    private string Language => setting.Texts.Language;

    /// <summary>The verdict, and what a manager must know first.</summary>
    public Block Verdict()
    {
        var findings = report.Rules;
        var decided = findings.QuietCount + findings.Closed.Count + findings.Suppressed.Count;
        var text = report.FirstWarning is { } first ? TitleOf(first) : _texts.NothingOpen(report.Verdict, decided, findings.Undecided.Count);
        var verdict = _texts.Verdicts[report.Verdict];
        var block = new Block().Text(text, width - 2, new string(' ', 2 + Line.WidthOf(verdict) + 2), Tone.Strong);
        var lines = new Block().Blank().Add(new Line().Add("  ").Add(verdict, ToneOf(report.Verdict)).Add(Rest(block.Lines[0], 2 + Line.WidthOf(verdict))));
        foreach (var line in block.Lines.Skip(1)) lines.Add(line);
        if (report.FirstWarning is { Causes: [var cause, ..] })
            lines.Text($"{_texts.Causes}: {cause.Text[Language]}", width - 2, new string(' ', 2 + Line.WidthOf(verdict) + 2));
        return lines;
    }

    /// <summary>All open warnings, then what could not be decided and which rule texts have errors.</summary>
    public Block Warnings()
    {
        var block = new Block();
        var findings = report.Rules;
        if (findings.Warnings.Count > 0)
        {
            block.Heading(_texts.Warnings(findings.Warnings.Count));
            var notices = findings.Warnings.Count(w => w.Severity == WarningLevel.Notice);
            var shown = findings.Warnings.Take(findings.Warnings.Count - notices + MostNotices).ToList();
            foreach (var warning in shown) block.Add(Warning(warning));
            if (shown.Count < findings.Warnings.Count)
                block.Text(_texts.FurtherWarnings(findings.Warnings.Count - shown.Count), width - 2, "  ", Tone.Faint);
        }

        Undecided(block);
        if (findings.Disabled.Count > 0)
        {
            Heading(block, _texts.Disabled(findings.Disabled.Count));
            foreach (var rule in findings.Disabled)
                block.Text(rule.Reason[Language].Length == 0 ? rule.Title[Language] : $"{rule.Title[Language]}: {rule.Reason[Language]}", width - 2, "  ", Tone.Faint);
        }

        if (findings.Errors.Count > 0)
        {
            Heading(block, _texts.RuleErrors(findings.Errors.Count));
            foreach (var line in findings.Errors.SelectMany(error => error.ToString(Language).TrimEnd().ReplaceLineEndings("\n").Split('\n')))
                block.Add(Line.Of("  " + line, Tone.Bad));
        }

        return block;
    }

    private static Tone ToneOf(DiagnosisVerdict verdict) => verdict switch
    {
        DiagnosisVerdict.Ok => Tone.Good,
        DiagnosisVerdict.Warning or DiagnosisVerdict.Critical => Tone.Bad,
        _ => Tone.Accent,
    };

    private static Line Rest(Line line, int column)
    {
        var rest = new Line();
        foreach (var (text, tone) in line.Pieces.Skip(1)) rest.Add(text, tone);
        return new Line().Add(new string(' ', Math.Max(0, line.Width - rest.Width - column))).Add(rest);
    }

    private static void Heading(Block block, string text)
    {
        if (block.Lines.Count > 0) block.Blank();
        block.Heading(text);
    }

    private string TitleOf(RuleResult warning) =>
        warning.Part.IsWhole || warning.Title[Language].Contains(warning.Part.Label(Language), StringComparison.Ordinal)
            ? warning.Title[Language]
            : $"{warning.Title[Language]} ({warning.Part.Label(Language)})";

    private Block Warning(RuleResult warning)
    {
        var level = _texts.Levels[warning.Severity!.Value];
        var since = _texts.OpenSince(warning.Since ?? warning.Opened ?? report.AsOf, warning.DaysOpen);
        var block = new Block();
        var title = new Line().Add("  ").Add(level, warning.Severity == WarningLevel.Notice ? Tone.Accent : Tone.Bad).To(12).Add(TitleOf(warning), Tone.Strong);
        if (title.Width + 2 + Line.WidthOf(since) <= width) block.Add(title.Add("  " + since, Tone.Faint));
        else block.Add(title).Add(new Line().To(12).Add(since, Tone.Faint));
        var indent = new string(' ', 12);
        if (!string.Equals(warning.Message[Language], warning.Title[Language], StringComparison.Ordinal)) block.Text(warning.Message[Language], width - 2, indent);
        Causes(block, warning.Causes, depth: 0);
        foreach (var drill in warning.Drills) Drill(block, drill, indent);
        return block;
    }

    private void Causes(Block block, IReadOnlyList<RuleCause> causes, int depth)
    {
        foreach (var cause in causes)
        {
            var mark = depth == 0 ? _texts.Causes + ": " : "└ ";
            var line = new Line().To(12 + (depth * 2)).Add(mark, Tone.Faint).Add(cause.Text[Language], Tone.Strong);
            block.Add(line.Add(" " + _texts.Strength(cause.Strength.ToString("0%", System.Globalization.CultureInfo.InvariantCulture)), Tone.Faint));
            if (depth < MostDepth) Causes(block, cause.Causes, depth + 1);
        }
    }

    private void Drill(Block block, RuleDrill drill, string indent)
    {
        var rows = drill.Rows.Where(row => double.IsFinite(row.Amount)).Take(MostDrillRows).ToList();
        if (rows.Count == 0) return;
        var parts = rows.Select(row => $"{row.Segment} {row.Text[Language]}");
        block.Text($"{_texts.Drill(drill.Dimension)}: {string.Join(", ", parts)}", width - 2, indent, Tone.Faint);
    }

    /// <summary>By reason, the titles of the rules that could not be decided, each once.</summary>
    private void Undecided(Block block)
    {
        if (report.Rules.Undecided.Count == 0) return;
        Heading(block, _texts.Undecided(report.Rules.Undecided.Count));
        foreach (var reason in report.Rules.Undecided.GroupBy(r => r.Undecided!.Reason).OrderBy(group => group.Key))
        {
            block.Text(_texts.UndecidedReasons[reason.Key], width - 2, "  ");
            var titles = reason.GroupBy(r => r.RuleId, StringComparer.Ordinal)
                .Select(rule => TitleOf(rule.First()) + (rule.Count() > 1 ? $" (+{FigureText.Count(rule.Count() - 1)})" : ""));
            block.Text(string.Join(Language is "ja" ? "、" : "; ", titles), width - 2, "    ", Tone.Faint);
        }
    }
}
