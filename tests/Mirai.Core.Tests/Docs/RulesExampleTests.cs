using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Docs;

/// <summary>What docs/rules-language.md shows of rules in an application.</summary>
public sealed class RulesExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    private const string Pack = """
        mirai 1
        rule active_customers_declining
          title  ja "稼働顧客数が減少しています" en "Active customers are declining"
          tags   headline
          param  drop = 1% in 0.5%..50%
          when   change(active_customers, 28 days) <= -drop for 7 days
          drill  diff(active_customers, 28 days) by region top 3
        rule weekday_dip
          title  ja "曜日の見込みを下回っています" en "Below what the weekday suggests"
          when   gap(sum(sales, 7 days), weekly, 8 weeks) <= -60%
        """;

    private readonly CustomerAnalysis _customers = new(company.History, company.Attributes);

    [Fact]
    public void Rules_OfADay_TellWhatIsWrong()
    {
        var (customers, text, lines) = (_customers, Pack, new List<string>());
        // snippet: evaluate
        var rules = RuleSet.Parse([new RuleSource("standard.mirai", text)]);    // throws a RuleTextException that tells all mistakes
        var figures = new CustomerFigures(customers);
        var evaluation = rules.Evaluate(figures);                               // as of the last day
        foreach (var warning in evaluation.Warnings)                            // the gravest first
        {
            lines.Add($"{warning.Severity} {warning.RuleId} [{warning.Part}] since {warning.Since:yyyy-MM-dd}: {warning.Message["ja"]}");
            foreach (var cause in warning.Causes) lines.Add($"  because {cause.Text["ja"]}");
        }

        foreach (var open in evaluation.Undecided) lines.Add($"{open.RuleId}: {open.Undecided!.Reason}");   // never to be taken for "no warning"
        // end

        Assert.Equal(company.History.Days.Last, evaluation.Day);
        Assert.Equal(2, evaluation.Results.Count + evaluation.QuietCount);
        Assert.InRange(lines.Count, evaluation.Warnings.Count(), int.MaxValue);
    }

    [Fact]
    public void Rules_InLayers_CanBeSetAndTested()
    {
        var (pack, own) = (Pack, "override active_customers_declining\n  set drop = 2%\n");
        // snippet: layers
        var options = RuleSetOptions.Default
            .Set("active_customers_declining.drop", "3%")
            .Disable("weekday_dip", "sales are too few for it");
        IReadOnlyList<RuleSource> layers = [new("standard.mirai", pack), new("own.mirai", own)];
        if (!RuleSet.TryParse(layers, options, out var rules, out var findings))
        {
            foreach (var finding in findings) Console.Error.WriteLine(finding.ToString("ja"));   // or RuleDiagnostic.ToJson for an editor
            return;
        }

        var drop = rules.Rules[0].Parameters[0];             // drop.Value is "3%", drop.Default "1%"
        var sentences = rules.Explain("active_customers_declining", "ja");
        var tests = rules.Test();                            // tests.Passed, tests.Untested
        // end

        Assert.Equal(("3%", "1%"), (drop.Value, drop.Default));
        Assert.Contains("3%", sentences, StringComparison.Ordinal);
        Assert.True(tests.Passed);
    }

    [Fact]
    public void Rules_OverTheHistory_CanBeCompared()
    {
        var (rules, figures) = (RuleSet.Parse(Pack), new CustomerFigures(_customers));
        // snippet: backtest
        var before = rules.Backtest(figures);
        var after = rules.With(rules.Options.Set("active_customers_declining.drop", "0.5%")).Backtest(figures);
        var diff = before.Diff(after);                       // diff.Gained, diff.Lost, diff.Moved
        var sweep = rules.Sweep(figures, "active_customers_declining.drop", ["0.5%", "1%", "2%"]);
        // end

        Assert.Equal(2, before.Rules.Count);
        Assert.True(after.Rules[0].DaysWarning >= before.Rules[0].DaysWarning);
        Assert.All(diff.Gained, e => Assert.Equal("active_customers_declining", e.RuleId));
        Assert.Equal(["0.5%", "1%", "2%"], sweep.Select(p => p.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Rules_OfAHost_ReadItsOwnFiguresAndFunctions()
    {
        // snippet: host
        var days = new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 10));
        var visits = new RuleMetric("site_visits", "サイト訪問数", "visits", MeasureKind.Flow, IsSegmentable: false);
        var figures = new InMemoryFigures(days, "JPY",
            [new FigureSeries(visits, CustomerPart.Whole, [900, 950, 920, 880, 910, 400, 380, 390, 410, 400])]);
        var capped = new HostRuleFunction("capped", [new("x", RuleArgumentKind.Value)], (arguments, result) =>
        {
            for (var day = 0; day < result.Length; day++) result[day] = Math.Min(arguments[0][day], 1_000);
        }) { ResultUnit = null };                            // the unit of the first argument
        var options = RuleSetOptions.Default.With(capped) with { Vocabulary = RuleVocabulary.Of(figures) };
        var rules = RuleSet.Parse("mirai 1\nrule few_visits\n  when avg(capped(site_visits), 3 days) < 500 for 2 days\n", options);
        var opened = rules.Evaluate(figures).Warnings.Single().Opened;   // 2026-01-09
        // end

        Assert.Equal(new DateOnly(2026, 1, 9), opened);
    }
}
