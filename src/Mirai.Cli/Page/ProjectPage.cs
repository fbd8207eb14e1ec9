using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Page;

/// <summary>Scenarios for people: charts, tables, and in words what is to be seen in them.</summary>
internal sealed class ProjectPage(PageSetting setting, Currency currency)
{
    private const int ChartRows = 6;
    private const int ChartGap = 4;
    private const int LeastChartWidth = 36;

    private readonly ProjectTexts _texts = ProjectTexts.In(setting.Texts);
    private readonly FigureText _figures = new(setting.Texts, currency);

    /// <summary>Each scenario by itself.</summary>
    public Block Of(IReadOnlyList<ScenarioResult> results)
    {
        var page = new Block();
        foreach (var result in results) page.Add(Title(_texts.Title, result.Scenario.Name, result.Years.Count)).Add(One(result)).Blank();
        return page.Text(_texts.MultipleNote, setting.Width, tone: Tone.Faint);
    }

    /// <summary>All scenarios beside each other, held against the first.</summary>
    public Block Of(ScenarioComparison comparison)
    {
        var results = comparison.Results;
        var page = new Block().Add(Title(_texts.Compared, "", comparison.YearCount));
        var top = YearChart.TopOf(results.SelectMany(result => result.Years.Select(year => year.Sales)));
        page.Add(Beside(results.Select(result => (result.Scenario.Name, Values: Series(result, year => year.Sales))), top, _figures.Money)).Blank();
        page.Heading(_texts.Sales).Add(Against(comparison, year => year.Sales, _figures.Money)).Blank();
        page.Heading(_texts.Active).Add(Against(comparison, year => year.Active, Heads)).Blank();
        var titles = results.Select(result => result.Scenario.Name).Prepend(_texts.Year).ToList();
        var multiples = Enumerable.Range(1, comparison.YearCount).Select(year =>
            results.Select(result => (Multiple(result, year), Tone.Plain)).Prepend((Number(year), Tone.Faint)).ToArray());
        page.Heading(_texts.Multiple).Add(YearTable.Of(titles, [.. multiples], setting.Width)).Blank();
        foreach (var result in results) page.Text($"{result.Scenario.Name}: {Peaks(result)}", setting.Width);
        return page.Text(_texts.MultipleNote, setting.Width, tone: Tone.Faint);
    }

    /// <summary>What a target takes, scenario by scenario.</summary>
    public Block Of(IReadOnlyList<SolveAnswer> answers, int years)
    {
        var page = new Block();
        foreach (var answer in answers)
        {
            if (page.Lines.Count > 0) page.Blank();
            page.Add(Title(_texts.Title, answer.Scenario.Name, years));
            page.Text(Sentence(answer), setting.Width, tone: answer.Outcome is SolveOutcome.Solved ? Tone.Good : Tone.Bad);
            if (answer.Outcome is SolveOutcome.Solved solved) page.Blank().Add(One(solved.Scenario.Project(years)));
        }

        return answers.Any(answer => answer.Outcome is SolveOutcome.Solved) ? page.Blank().Text(_texts.MultipleNote, setting.Width, tone: Tone.Faint) : page;
    }

    private Block Title(string title, string name, int years) => new Block()
        .Add(new Line().Add(title, Tone.Strong).Add(name.Length == 0 ? "" : "  " + name, Tone.Accent).Add("  " + _texts.Years(years), Tone.Faint))
        .Add(Line.Of(new string('─', setting.Width), Tone.Faint));

    private Block One(ScenarioResult result)
    {
        var (active, sales) = (Series(result, year => year.Active), Series(result, year => year.Sales));
        var width = (setting.Width - ChartGap) / 2;
        var (left, right) = width >= LeastChartWidth ? (width, width) : (setting.Width, setting.Width);
        var first = YearChart.Of(_texts.Active, active, YearChart.TopOf(active), Heads, left, ChartRows);
        var second = YearChart.Of(_texts.Sales, sales, YearChart.TopOf(sales), _figures.Money, right, ChartRows);
        var block = width >= LeastChartWidth ? Block.Beside(first, second, width + ChartGap) : new Block().Add(first).Blank().Add(second);
        string[] titles = [_texts.Year, _texts.Acquired, _texts.Active, _texts.Sales, _texts.PerCustomer, _texts.Multiple];
        var rows = result.Years.Select(year => new[]
        {
            (Number(year.Year), Tone.Faint), (Heads(year.Acquired), Tone.Plain),
            (Heads(year.Active), year == result.PeakActive ? Tone.Strong : Tone.Plain),
            (_figures.Money(year.Sales), year == result.PeakSales ? Tone.Strong : Tone.Plain),
            (year.SalesPerCustomer is { } ltv ? _figures.Money(ltv) : FigureText.Missing, Tone.Plain), (Multiple(result, year.Year), Tone.Plain),
        });
        return block.Blank().Add(YearTable.Of(titles, [.. rows], setting.Width)).Blank().Text(Peaks(result), setting.Width);
    }

    /// <summary>As many charts beside each other as fit.</summary>
    private Block Beside(IEnumerable<(string Name, decimal[] Values)> series, decimal top, Func<decimal, string> label)
    {
        var perLine = Math.Max(1, (setting.Width + ChartGap) / (LeastChartWidth + ChartGap));
        var width = ((setting.Width + ChartGap) / perLine) - ChartGap;
        var all = new Block();
        foreach (var line in series.Chunk(perLine))
        {
            if (all.Lines.Count > 0) all.Blank();
            var beside = new Block();
            for (var i = 0; i < line.Length; i++)
            {
                var chart = YearChart.Of(line[i].Name, line[i].Values, top, label, width, ChartRows);
                beside = i == 0 ? chart : Block.Beside(beside, chart, i * (width + ChartGap));
            }

            all.Add(beside);
        }

        return all;
    }

    private Block Against(ScenarioComparison comparison, Func<ScenarioYear, decimal> figure, Func<decimal, string> write)
    {
        var results = comparison.Results;
        List<string> titles = [_texts.Year, results[0].Scenario.Name];
        foreach (var result in results.Skip(1)) titles.AddRange([result.Scenario.Name, _texts.Against(results[0].Scenario.Name)]);
        var rows = new List<(string, Tone)[]>();
        for (var year = 1; year <= comparison.YearCount; year++)
        {
            var values = comparison.Year(year).Select(figure).ToList();
            List<(string, Tone)> row = [(Number(year), Tone.Faint), (write(values[0]), Tone.Plain)];
            foreach (var value in values.Skip(1)) row.AddRange([(write(value), Tone.Plain), Change(value, values[0])]);
            rows.Add([.. row]);
        }

        return YearTable.Of(titles, rows, setting.Width);
    }

    private (string Text, Tone Tone) Change(decimal value, decimal first)
    {
        if (first == 0) return (FigureText.Missing, Tone.Plain);
        var percent = Math.Round((value - first) / Math.Abs(first) * 100, 1);
        var digits = percent.ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture) + setting.Texts.Percent;
        return (digits, percent > 0 ? Tone.Good : percent < 0 ? Tone.Bad : Tone.Plain);
    }

    private string Sentence(SolveAnswer answer)
    {
        var (unknown, figure, year) = (answer.Unknown, answer.Target.Figure, answer.Target.Year);
        var target = Figure(answer.Target.Value);
        return answer.Outcome switch
        {
            SolveOutcome.Solved solved => _texts.Solved(Unknown(solved.Value), Figure(solved.Attained), year),
            SolveOutcome.OutOfReach most => _texts.OutOfReach(target, Unknown(most.BestAt), Figure(most.Best), year),
            SolveOutcome.AlreadyPassed least => _texts.AlreadyPassed(target, Unknown(least.LeastAt), Figure(least.Least), year),
            SolveOutcome.NotMonotone several => _texts.NotMonotone(target, several.Values.Select(Unknown), year),
            _ => _texts.NoInfluence(_texts.UnknownName(unknown), Figure(((SolveOutcome.NoInfluence)answer.Outcome).Attained), year),
        };

        string Figure(decimal value) => _texts.Figure(figure, figure == TargetFigure.Sales ? _figures.Money(value) : Heads(value));

        string Unknown(decimal value) => _texts.Unknown(unknown, unknown switch
        {
            SolveUnknown.Retention => (value * 100).ToString("N2", CultureInfo.InvariantCulture) + setting.Texts.Percent,
            SolveUnknown.Acquisition => Heads(value),
            _ => _figures.Money(value),
        });
    }

    private string Peaks(ScenarioResult result) => _texts.Peaks(result.PeakActive.Year, result.PeakSales.Year);

    private static decimal[] Series(ScenarioResult result, Func<ScenarioYear, decimal> figure) => [.. result.Years.Select(figure)];

    private static string Multiple(ScenarioResult result, int year) =>
        result.Scenario.FiveYearMultiple(year)?.ToString("N2", CultureInfo.InvariantCulture) ?? FigureText.Missing;

    private static string Heads(decimal heads) => heads.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a target takes in one scenario.</summary>
/// <param name="Scenario">The scenario as the file has it.</param>
/// <param name="Unknown">What could change.</param>
/// <param name="Target">What was to be met.</param>
/// <param name="Outcome">Whether it can be.</param>
internal sealed record SolveAnswer(Scenario Scenario, SolveUnknown Unknown, ScenarioTarget Target, SolveOutcome Outcome);
