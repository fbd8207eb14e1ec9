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
    private const int TextColumn = 12;
    private const int LongestText = 400;
    private const int LongestName = 40;

    private readonly DiagnosisTexts _texts = DiagnosisTexts.Of(setting.Texts);

    private string Language => setting.Texts.Language;

    private DiagnosisWords Words => setting.Texts.Words;

    /// <summary>The verdict, and what a manager must know first.</summary>
    public Block Verdict()
    {
        var findings = report.Rules;
        var decided = findings.QuietCount + findings.Closed.Count + findings.Suppressed.Count;
        var text = report.FirstWarning is { } first ? TitleOf(first) : _texts.NothingOpen(report.Verdict, decided, findings.Undecided.Count);
        var verdict = Words.Of(report.Verdict).ToUpperInvariant();
        var indent = 2 + Line.WidthOf(verdict) + 2;
        var lines = new Block().Blank().Add(Hanging(verdict, ToneOf(report.Verdict), text, indent));
        if (report.FirstWarning is { Causes: [var cause, ..] })
            lines.Text(Line.Clip($"{_texts.Causes}: {cause.Text[Language]}", LongestText), width - 2, new string(' ', indent));
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

    private static void Heading(Block block, string text)
    {
        if (block.Lines.Count > 0) block.Blank();
        block.Heading(text);
    }

    private string TitleOf(RuleResult warning) => Line.Clip(
        warning.Part.IsWhole || warning.Title[Language].Contains(warning.Part.Label(Language), StringComparison.Ordinal)
            ? warning.Title[Language]
            : $"{warning.Title[Language]} ({warning.Part.Label(Language)})",
        LongestText);

    /// <summary>A word, and a text of one or more lines to its right.</summary>
    private Block Hanging(string word, Tone tone, string text, int column)
    {
        var block = new Block().Text(text, width - 2 - column, tone: Tone.Strong);
        return Block.Beside(new Block().Add(new Line().Add("  ").Add(word, tone)), block, column);
    }

    private Block Warning(RuleResult warning)
    {
        var level = Words.Of(warning.Severity!.Value);
        var since = _texts.OpenSince(warning.Since ?? warning.Opened ?? report.AsOf, warning.DaysOpen);
        var block = Hanging(level, warning.Severity == WarningLevel.Notice ? Tone.Accent : Tone.Bad, TitleOf(warning), TextColumn);
        if (block.Width + 2 + Line.WidthOf(since) <= width && block.Lines.Count == 1) block.Lines[0].Add("  " + since, Tone.Faint);
        else block.Add(new Line().To(TextColumn).Add(since, Tone.Faint));
        var indent = new string(' ', TextColumn);
        if (!string.Equals(warning.Message[Language], warning.Title[Language], StringComparison.Ordinal))
            block.Text(Line.Clip(warning.Message[Language], LongestText), width - 2, indent);
        Causes(block, warning.Causes, depth: 0);
        foreach (var drill in warning.Drills) Drill(block, drill, indent);
        return block;
    }

    private void Causes(Block block, IReadOnlyList<RuleCause> causes, int depth)
    {
        foreach (var cause in causes)
        {
            var mark = depth == 0 ? _texts.Causes + ": " : "└ ";
            var column = TextColumn + (depth * 2) + Line.WidthOf(mark);
            var strength = " " + _texts.Strength(cause.Strength.ToString("0%", System.Globalization.CultureInfo.InvariantCulture));
            var text = new Block().Text(Line.Clip(cause.Text[Language], LongestText), width - 2 - column - Line.WidthOf(strength), tone: Tone.Strong);
            if (text.Lines.Count > 0) text.Lines[^1].Add(strength, Tone.Faint);
            block.Add(Block.Beside(new Block().Add(new Line().To(TextColumn + (depth * 2)).Add(mark, Tone.Faint)), text, column));
            if (depth < MostDepth) Causes(block, cause.Causes, depth + 1);
        }
    }

    private void Drill(Block block, RuleDrill drill, string indent)
    {
        var rows = drill.Rows.Where(row => double.IsFinite(row.Amount)).Take(MostDrillRows).ToList();
        if (rows.Count == 0) return;
        var parts = rows.ConvertAll(row => $"{Line.Clip(Words.OfValue(drill.Dimension, row.Segment), LongestName)} {row.Text[Language]}");
        block.List($"{_texts.Drill(Words.OfSegment(drill.Dimension))}: ", parts, Language is "ja" ? "、" : ", ", width - 2, indent, Tone.Faint);
    }

    private void Undecided(Block block)
    {
        if (report.Rules.Undecided.Count == 0) return;
        Heading(block, _texts.Undecided(report.Rules.Undecided.Count));
        foreach (var line in new UndecidedList(report, setting.Texts).Lines()) block.Text(line, width - 2, "  ", Tone.Faint);
    }
}
