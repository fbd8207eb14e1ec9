using Mirai.Core.Tests.Rules.Binding;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Testing;

public class RuleTestTests
{
    private const string Pack = """
        mirai 1
        rule churn_high
          param    limit = 10% in 5%..20%
          needs    active_customers >= 50
          when     churn_rate > limit for 3 days
          until    churn_rate <= limit - 1pt for 2 days
          unless   sales < 100 JPY
          severity critical if churn_rate > 2 * limit
          severity warning
          message  ja "離脱率は{churn_rate}。" en "Churn is {churn_rate}."
          because  new_customers < 5
          because  firing(sales_low) strength 80%

        rule sales_low
          for each store
          when     sales < 500 JPY

        """;

    private const string Figures = """
          starting 2026-01-01
          given    active_customers = 100
          given    churn_rate = 5% for 5 days, 12% for 5 days, 25% for 2 days, 8% for 4 days
          given    sales = 1000 JPY
          given    new_customers = 10 for 8 days, 3 for 8 days
          expect   nothing before day 8

        """;

    [Fact]
    public void Test_OfTheExampleRules_Passes()
    {
        var report = RuleSet.Parse([RuleTexts.Examples], RuleTexts.Options).Test();
        Assert.Equal(2, report.Tests.Count);
        Assert.Equal("", Said(report));
        Assert.True(report.Passed);
        Assert.Contains("leaking_bucket", report.UntestedRules, StringComparer.Ordinal);
    }

    [Fact]
    public void Test_OfTheExampleRulesWithAnIntegratorsChanges_TellsWhatChanged()
    {
        var report = RuleSet.Parse([RuleTexts.Examples, RuleTexts.Integrator], RuleTexts.Options).Test();
        Assert.False(report.Passed);
        Assert.Contains("expected `warning on day 76`", Said(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_ThatExpectsEverything_PassesAndCoversWhatItTouches()
    {
        var report = Run($"""
            test churn_high "rises, and closes"
            {Figures}
              expect   warning on day 8
              expect   critical on day 11
              expect   cause sales_low on day 8
              expect   message en contains "Churn is 12.0%" on day 8
              expect   message ja contains "離脱率は25.0%" after day 10
              expect   closed on day 14
              expect   nothing after day 14
            """.Replace("expect   cause sales_low on day 8", "expect   warning before day 9", StringComparison.Ordinal));
        Assert.Equal("", Said(report));
        Assert.Equal(["unless   sales < 100 JPY", "because  firing(sales_low) strength 80%"], report.Untested.Select(u => u.Text), StringComparer.Ordinal);
        Assert.Equal([7, 12], report.Untested.Select(u => u.Line));
        Assert.Equal(["sales_low"], report.UntestedRules, StringComparer.Ordinal);
        Assert.Equal((RuleTestOutcome.Passed, 16, 17), (report.Tests[0].Outcome, report.Tests[0].Days, report.Tests[0].Line));
    }

    [Fact]
    public void Test_WithoutFiguresOfANamedRule_LeavesItUndecided()
    {
        var (whole, none) = ("given    sales = 400 JPY", "given    sales = missing");
        string Test(string sales) => $"""
            test churn_high "by what it is caused"
            {Figures.Replace("given    sales = 1000 JPY", sales, StringComparison.Ordinal)}
              expect   warning
              expect   critical
              expect   cause sales_low
            """;
        Assert.Equal("", Said(Run(Test(whole))));
        Assert.Contains("expected `cause sales_low`, got nothing", Said(Run(Test(none))), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_OfSegments_RunsForThoseThatAreGiven()
    {
        const string Test = """
            test sales_low "by store"
              starting 2026-01-01
              given    sales[store: Ginza] = 1000 JPY for 3 days, 100 JPY
              given    sales[store: Umeda] = 1000 JPY for 2 weeks
              expect   nothing[store: Umeda]
              expect   warning[store: Ginza] on day 4

            """;
        Assert.Equal("", Said(Run(Test)));
        Assert.Contains("got `warning[store: Ginza] on day 4`", Said(Run(Test.Replace("on day 4", "on day 5", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("got `warning[store: Ginza] on day 4`", Said(Run(Test.Replace("[store: Umeda]\n", "\n", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given    x = 10 for 2 days", 2)]
    [InlineData("given    x = 10 for 1 month", 29)]
    [InlineData("given    x = 10 for a year", 365)]
    [InlineData("given    x = 10, 11, 12 for 3 days, 13", 6)]
    [InlineData("given    x = 10 -> 20 over 5 days", 5)]
    [InlineData("given    x = missing for 3 weeks", 21)]
    public void Test_OfALength_HasThatManyDays(string given, int days)
    {
        var text = $"mirai 1\nrule a\n  when new_customers > 100\ntest a \"length\"\n  starting 2024-02-01\n  {given.Replace("x =", "new_customers =", StringComparison.Ordinal)}\n  expect nothing\n";
        Assert.Equal(given.Contains("year", StringComparison.Ordinal) ? 366 : days, Assert.Single(RuleSet.Parse(text).Test().Tests).Days);
    }

    [Fact]
    public void Test_OfASlope_EndsAtItsLastValue()
    {
        const string Text = """
            mirai 1
            rule exactly
              when new_customers = 20
            test exactly "the last day of a slope"
              starting 2026-01-01
              given  new_customers = 10 -> 20 over 5 days, 19
              expect warning on day 5
              expect closed on day 6
            """;
        Assert.Equal("", Said(RuleSet.Parse(Text).Test()));
    }

    [Fact]
    public void Test_ThatSetsAParameter_RunsWithIt()
    {
        const string Test = $"""
            test churn_high "a higher limit"
              set      limit = 20%
            {Figures}
              expect   warning on day 13
              expect   closed on day 14
            """;
        Assert.Contains("expected `warning on day 13`, got nothing", Said(Run(Test)), StringComparison.Ordinal);
        var lower = Test.Replace("warning on day 13", "warning on day 8\n  expect critical on day 11", StringComparison.Ordinal);
        Assert.Equal("", Said(Run(lower.Replace("= 20%", "= 11%", StringComparison.Ordinal))));
    }

    [Fact]
    public void Test_OfADisabledRule_IsSkipped()
    {
        var report = RuleSet.Parse($"{Pack}disable churn_high\ntest churn_high \"off\"\n{Figures}").Test();
        Assert.Equal(RuleTestOutcome.Skipped, Assert.Single(report.Tests).Outcome);
        Assert.True(report.Passed);
    }

    [Fact]
    public void Test_OfAFunctionThatLooksAhead_Fails()
    {
        var tomorrow = new HostRuleFunction("tomorrow", [new HostRuleParameter("x", RuleArgumentKind.Value)], (columns, result) =>
        {
            for (var day = 0; day < result.Length; day++) result[day] = day + 1 < result.Length ? columns[0][day + 1] : double.NaN;
        });
        const string Text = """
            mirai 1
            rule sees_ahead
              when tomorrow(new_customers) > 10
            test sees_ahead "knows the next day"
              starting 2026-01-01
              given  new_customers = 5 for 3 days, 15 for 3 days
              expect warning on day 3
            """;
        var report = RuleSet.Parse(Text, RuleSetOptions.Default.With(tomorrow)).Test();
        Assert.Equal("MR6103", Assert.Single(report.Tests[0].Failures).Code);
    }

    [Theory]
    [InlineData("starting 9999-12-30", "= 12%, 5%, 12%, 5%", "MR6013")]
    [InlineData("starting 9999-12-30", "= 12% for 2 months", "MR6013")]
    [InlineData("starting 2026-01-01", "= 12% for 100000 years", "MR6013")]
    [InlineData("starting 2026-01-01", "= 12% for 0 days", "MR6012")]
    [InlineData("starting 2026-01-01", "= 1% -> 2% over 0 days", "MR6012")]
    [InlineData("starting 2026-01-01", "[customer_year: 1, customer_year: 2] = 1% for 5 days", "MR6010")]
    public void Parse_OfATestThatCannotBe_SaysSo(string starting, string given, string code)
    {
        var text = $"mirai 1\nrule a\n  when churn_rate > 10%\ntest a \"x\"\n  {starting}\n  given churn_rate{given}\n  expect warning\n";
        Assert.False(RuleSet.TryParse(text, null, out _, out var findings));
        Assert.Contains(findings, f => string.Equals(f.Code, code, StringComparison.Ordinal));
    }

    [Fact]
    public void Test_OfTextsWithSomethingElseInThem_NeverThrows()
    {
        var random = new Random(20260101);
        var words = RuleTexts.Examples.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var tests = RuleTexts.Examples.Text[RuleTexts.Examples.Text.IndexOf("\ntest ", StringComparison.Ordinal)..];
        var run = 0;
        for (var i = 0; i < 200; i++)
        {
            var pieces = tests.Split(' ').ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(pieces.Count);
                if (random.Next(3) == 0) pieces.RemoveAt(at);
                else pieces[at] = random.Next(2) == 0 ? pieces[random.Next(pieces.Count)] : words[random.Next(words.Length)];
            }

            var text = RuleTexts.Examples.Text.Replace(tests, string.Join(' ', pieces), StringComparison.Ordinal);
            if (!RuleSet.TryParse(text, RuleTexts.Options, out var rules, out _)) continue;
            run += rules.Test().Tests.Count;
        }

        Assert.InRange(run, 20, 400);
    }

    [Fact]
    public void Test_OfARuleThatTagsLeaveOut_IsNotRun() => Assert.Empty(RuleSet.Parse($"{Pack}test churn_high \"x\"\n{Figures}").WithTags("none").Test().Tests);

    [Fact]
    public void Test_ThatIsStopped_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => RuleSet.Parse($"{Pack}test churn_high \"x\"\n{Figures}").Test(cancellationToken: stop.Token));
    }

    private static RuleTestReport Run(string test) => RuleSet.Parse(Pack + test, RuleTexts.Options).Test();

    private static string Said(RuleTestReport report) => string.Join('\n', report.Tests.SelectMany(t => t.Failures).Select(f => f.ToString()));
}
