using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Projection;
using Mirai.Rules;
using Mirai.Sqlite;

namespace Mirai.Cli.Page;

/// <summary>A stored diagnosis on one page: the verdict, the headline, the warnings with their causes, the forecast.</summary>
internal sealed class StoredDiagnosisPage
{
    private const int WidestPage = 120;
    private const int TextColumn = 12;

    private readonly StoredDiagnosis _stored;
    private readonly PageSetting _setting;
    private readonly int _width;
    private readonly HistoryTexts _texts;
    private readonly DiagnosisTexts _diagnosis;
    private readonly DiagnosisWords _words;
    private readonly FigureFormat _figures;

    private StoredDiagnosisPage(StoredDiagnosis stored, PageSetting setting)
    {
        (_stored, _setting, _width) = (stored, setting, Math.Min(setting.Width, WidestPage));
        (_texts, _diagnosis, _words) = (HistoryTexts.Of(setting.Texts), DiagnosisTexts.Of(setting.Texts), DiagnosisWords.For(setting.Texts.Language));
        _figures = new FigureFormat(_words, stored.Run.Currency);
    }

    private string Language => _setting.Texts.Language;

    /// <summary>The page.</summary>
    public static Block Of(StoredDiagnosis stored, PageSetting setting) => new StoredDiagnosisPage(stored, setting).Make();

    private Block Make()
    {
        var page = new Block().Add(Line.Of(_texts.DiagnosisOf(_stored.Run.Day), Tone.Strong)).Add(Line.Of(new string('─', _width), Tone.Faint));
        page.Add(Verdict()).Blank().Add(Headline());
        foreach (var block in new[] { Warnings(), Undecided(), RuleErrors(), Forecast() })
        {
            if (block.Lines.Count > 0) page.Blank().Add(block);
        }

        var notes = $"{_texts.SavedBy(_stored.Run.ToolVersion, _stored.Run.WrittenAt)} {_texts.Whole}".Trim();
        return page.Blank().Text(notes, _width - 2, "  ", Tone.Faint);
    }

    private Block Verdict()
    {
        var verdict = _words.Of(_stored.Run.Verdict).ToUpperInvariant();
        var decided = _stored.QuietCount + _stored.Closed.Count + _stored.Suppressed.Count;
        var text = _stored.Warnings is [var first, ..] ? TitleOf(first) : _diagnosis.NothingOpen(_stored.Run.Verdict, decided, _stored.Undecided.Count);
        var indent = new string(' ', 2 + Line.WidthOf(verdict) + 2);
        var told = new Block().Text(text, _width - 2, indent, Tone.Strong);
        if (_stored.Warnings is [{ Causes: [var cause, ..] }, ..]) told.Text($"{_diagnosis.Causes}: {cause.Text[Language]}", _width - 2, indent);
        var block = new Block();
        foreach (var (at, line) in told.Lines.Index())
        {
            if (at > 0)
            {
                block.Add(line);
                continue;
            }

            var top = new Line().Add("  ").Add(verdict, HistoryPage.ToneOf(_stored.Run.Verdict)).Add("  ");
            foreach (var (piece, tone) in line.Pieces.Skip(1)) top.Add(piece, tone);
            block.Add(top);
        }

        return block;
    }

    private Block Headline()
    {
        var third = _width / Math.Max(1, _stored.Headline.Count);
        var (names, now, change) = (new Line(), new Line(), new Line());
        foreach (var (at, figure) in _stored.Headline.Index())
        {
            var better = figure.IsBetter switch { true => Tone.Good, false => Tone.Bad, _ => Tone.Plain };
            names.To((at * third) + 2).Add(_words.Of(figure.Measure), Tone.Faint);
            now.To((at * third) + 2).Add(_figures.Of(figure.Measure, figure.Now), Tone.Strong);
            change.To((at * third) + 2).Add(_figures.ChangeRate(figure), better).Add(" " + _setting.Texts.Page.OnBefore(_stored.Run.ActivePeriod), Tone.Faint);
        }

        return new Block().Add(names).Add(now).Add(change);
    }

    private Block Warnings()
    {
        var block = new Block();
        if (_stored.Warnings.Count == 0) return block;
        block.Heading(_diagnosis.Warnings(_stored.Warnings.Count));
        foreach (var warning in _stored.Warnings)
        {
            var since = _diagnosis.OpenSince(warning.Since ?? warning.Opened ?? _stored.Run.Day, warning.DaysOpen);
            var level = warning.Severity is { } grave ? _words.Of(grave) : "";
            var title = new Block().Text(TitleOf(warning), _width - 2, new string(' ', TextColumn), Tone.Strong);
            var top = new Line().Add("  ").Add(level, HistoryPage.ToneOf(warning.Severity)).To(TextColumn);
            foreach (var (piece, tone) in title.Lines[0].Pieces.Skip(1)) top.Add(piece, tone);
            var isBeside = title.Lines.Count == 1 && top.Width + 2 + Line.WidthOf(since) <= _width;
            block.Add(isBeside ? top.Add("  " + since, Tone.Faint) : top);
            foreach (var line in title.Lines.Skip(1)) block.Add(line);
            if (!isBeside) block.Add(new Line().To(TextColumn).Add(since, Tone.Faint));
            if (!string.Equals(warning.Message[Language], warning.Title[Language], StringComparison.Ordinal))
                block.Text(warning.Message[Language], _width - 2, new string(' ', TextColumn));
            foreach (var cause in warning.Causes) Cause(block, cause, depth: 0);
        }

        return block;
    }

    private void Cause(Block block, RuleCause cause, int depth)
    {
        var strength = _diagnosis.Strength(cause.Strength.ToString("0%", CultureInfo.InvariantCulture));
        block.Text($"{(depth == 0 ? _diagnosis.Causes + ": " : "└ ")}{cause.Text[Language]} {strength}", _width - 2, new string(' ', TextColumn + (depth * 2)));
        foreach (var deeper in cause.Causes) Cause(block, deeper, depth + 1);
    }

    private Block Undecided()
    {
        var block = new Block();
        if (_stored.Undecided.Count == 0) return block;
        block.Heading(_diagnosis.Undecided(_stored.Undecided.Count));
        foreach (var reason in _stored.Undecided.Where(result => result.Undecided is not null).GroupBy(result => result.Undecided!.Reason).OrderBy(group => group.Key))
        {
            var titles = reason.GroupBy(result => result.RuleId, StringComparer.Ordinal)
                .Select(rule => TitleOf(rule.First()) + (rule.Count() > 1 ? $" (+{FigureFormat.Count(rule.Count() - 1)})" : ""));
            block.Text(_words.Of(reason.Key), _width - 2, "  ").Text(string.Join(Language is "ja" ? "、" : "; ", titles), _width - 2, "    ", Tone.Faint);
        }

        return block;
    }

    private Block RuleErrors()
    {
        var block = new Block();
        if (_stored.RuleErrors.Count == 0) return block;
        block.Heading(_diagnosis.RuleErrors(_stored.RuleErrors.Count));
        foreach (var line in _stored.RuleErrors.SelectMany(error => error.Text[Language].TrimEnd().ReplaceLineEndings("\n").Split('\n'))) block.Add(Line.Of("  " + line, Tone.Bad));
        return block;
    }

    private Block Forecast()
    {
        var block = new Block();
        if (_stored.Forecast.Count == 0) return block;
        var rows = new (string Name, string Now, Func<ForecastPoint, ForecastFigure> Of, Func<double, string> Text)[]
        {
            (Name(CustomerMeasures.ActiveCustomers), Now(CustomerMeasures.ActiveCustomers), point => point.ActiveCustomers, value => FigureFormat.Count((decimal)Math.Clamp(value, -1e27, 1e27))),
            (Name(SalesMeasures.AnnualSales), Now(SalesMeasures.AnnualSales), point => point.AnnualSales, value => _figures.Money((decimal)Math.Clamp(value, -1e27, 1e27))),
        };
        var label = 2 + rows.Max(row => Line.WidthOf(row.Name)) + 2;
        var step = (_width - label) / (_stored.Forecast.Count + 1);
        var heading = Line.Of(_diagnosis.Forecast, Tone.Accent).EndAt(label + step, _setting.Texts.Page.Now, Tone.Faint);
        foreach (var (at, _) in _stored.Forecast.Index()) heading.EndAt(label + ((at + 2) * step), at < _diagnosis.Horizons.Count ? _diagnosis.Horizons[at] : "", Tone.Faint);
        block.Add(heading);
        foreach (var (name, now, figureOf, text) in rows)
        {
            var (line, low, high) = (Line.Of("  " + name).EndAt(label + step, now), Line.Of("    " + _diagnosis.Band80, Tone.Faint), new Line());
            foreach (var (at, point) in _stored.Forecast.Index())
            {
                var (figure, end) = (figureOf(point), label + ((at + 2) * step));
                line.EndAt(end, Shown(figure.Value, text), Tone.Strong);
                low.EndAt(end, Shown(figure.Band80.Low, text), Tone.Faint);
                high.EndAt(end, "- " + Shown(figure.Band80.High, text), Tone.Faint);
            }

            block.Add(line).Add(low).Add(high);
        }

        foreach (var note in _stored.ForecastNotes) block.Text(note[Language], _width - 2, "  ", Tone.Accent);

        return block;

        string Name(Measure measure) => _stored.Figure(measure.Id) is { } figure ? _words.Of(figure.Measure) : _words.Of(measure);

        string Now(Measure measure) => _stored.Figure(measure.Id) is { } figure ? _figures.Of(figure.Measure, figure.Now) : FigureFormat.Missing;

        static string Shown(double value, Func<double, string> text) => double.IsFinite(value) ? text(value) : FigureFormat.Missing;
    }

    private string TitleOf(RuleResult result) =>
        result.Part.IsWhole || result.Title[Language].Contains(result.Part.Label(Language), StringComparison.Ordinal)
            ? result.Title[Language]
            : $"{result.Title[Language]} ({result.Part.Label(Language)})";
}
