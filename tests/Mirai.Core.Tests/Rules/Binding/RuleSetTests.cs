using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

public class RuleSetTests
{
    private const string Pack = """
        mirai 1
        shared param floor_of_size = 30
        rule churn_high
          title    ja "離脱率が高い" en "Churn is high"
          tags     headline, customers
          param    limit = 10% in 5%..20%
          needs    active_customers >= floor_of_size
          when     churn_rate > limit for 14 days
          severity critical if churn_rate > 2 * limit
          severity warning
        rule retention_low
          for each customer_year
          param    floor by customer_year = 1: 65%, else: 86%
          needs    active_customers >= floor_of_size
          when     retention_rate < floor for 14 days
          because  firing(churn_high)
        """;

    [Fact]
    public void BindTo_FiguresOfTheSameNames_BindsOnce()
    {
        var rules = RuleSet.Parse("mirai 1\nrule a\n  for each store\n  when sales > 5 JPY\n");
        var bound = rules.BindTo(Sales("Ginza"));
        Assert.Same(bound, rules.BindTo(Sales("Ginza")));
        Assert.NotSame(bound, rules.BindTo(Sales("Umeda")));
        var other = rules.With(rules.Options with { Vocabulary = RuleVocabulary.Of(Sales("Ginza")) });
        Assert.Same(other.Binding, other.BindTo(Sales("Ginza")));
        Assert.Throws<RuleTextException>(() => rules.BindTo(new InMemoryFigures(Days, "JPY", [])));
        Assert.Throws<RuleTextException>(() => rules.BindTo(new InMemoryFigures(Days, "JPY", [])));
    }

    [Fact]
    public void Rules_OfASet_AreAsDeclared()
    {
        var rules = RuleSet.Parse(Pack).Rules;
        Assert.Equal(["churn_high", "retention_low"], rules.Select(r => r.Name), StringComparer.Ordinal);
        var churn = rules[0];
        Assert.Equal("Churn is high", churn.Titles["en"]);
        Assert.Equal(["headline", "customers"], churn.Tags, StringComparer.Ordinal);
        Assert.Equal([WarningLevel.Critical, WarningLevel.Warning], churn.Levels);
        var limit = Assert.Single(churn.Parameters);
        Assert.Equal(("limit", "10%", "10%", "5%", "20%", false), (limit.Name, limit.Value, limit.Default, limit.Low, limit.High, limit.IsShared));
        Assert.Equal(3, churn.Line);
        Assert.Equal(["customer_year"], rules[1].Dimensions, StringComparer.Ordinal);
        Assert.False(rules[1].IncludesOverall);
        Assert.Equal("65%", rules[1].Parameters[0].Rows["1"]);
    }

    [Fact]
    public void Severity_OfARuleWithoutOne_IsWarning()
    {
        var severity = Assert.Single(RuleSet.Parse(Pack).Binding.Rules.Rules[1].Severities);
        Assert.Equal((WarningLevel.Warning, true), (severity.Level, severity.Condition is null));
    }

    [Fact]
    public void Bound_OfASet_HoldsEveryRuleAfterThoseItAsks()
    {
        var bound = RuleSet.Parse(Pack.Replace("because  firing(churn_high)", "unless firing(aftermath)", StringComparison.Ordinal) + "\nrule aftermath\n  when firing(churn_high)\n").Binding.Rules.Rules;
        Assert.Equal(["churn_high", "aftermath", "retention_low"], bound.Select(r => r.Name), StringComparer.Ordinal);
        Assert.Equal(new FiringNode(1), bound[2].Unless[0].Condition);
        var table = Assert.IsType<TableNode>(Assert.IsType<BinaryNode>(bound[2].When.Condition).Right);
        Assert.Equal((0.65, 0.86), (table.Rows["1"], table.Else));
    }

    [Fact]
    public void Layers_OnTopOfEachOther_TheLaterWins()
    {
        const string own = "mirai 1\noverride churn_high\n  set limit = 12%\n  severity notice\noverride retention_low\n  set floor[customer_year: 1] = 60%\n";
        var options = RuleSetOptions.Default.Set("churn_high.limit", "15%").Set("floor_of_size", "50").Disable("retention_low", "not yet");
        var rules = RuleSet.Parse(Pack).With("own.mirai", own).With(options);
        var bound = rules.Binding.Rules.Rules;
        var limit = Assert.IsType<BinaryNode>(bound[0].When.Condition).Right;
        Assert.Equal(0.15, Assert.IsType<ConstantNode>(limit).Value, 12);
        Assert.Equal(50, Assert.IsType<ConstantNode>(Assert.IsType<BinaryNode>(bound[0].Needs[0].Condition).Right).Value);
        Assert.Equal([WarningLevel.Notice], bound[0].Severities.Select(s => s.Level));
        Assert.NotNull(bound[1].Disabled);
        Assert.Equal(["churn_high"], rules.Rules.Where(r => !r.IsDisabled).Select(r => r.Name), StringComparer.Ordinal);
        Assert.Equal("not yet", rules.Rules[1].DisabledReasons[""]);
        Assert.Equal("60%", rules.Rules[1].Parameters[0].Rows["1"]);
        Assert.Equal("10%", RuleSet.Parse(Pack).Rules[0].Parameters[0].Value);
    }

    [Fact]
    public void Set_OfATableWithoutARow_IsForAllSegments()
    {
        var rules = RuleSet.Parse(Pack, RuleSetOptions.Default.Set("retention_low.floor", "70%"));
        var table = Assert.IsType<TableNode>(Assert.IsType<BinaryNode>(rules.Binding.Rules.Rules[1].When.Condition).Right);
        Assert.Empty(table.Rows);
        Assert.Equal(0.7, table.Else);
    }

    [Fact]
    public void Set_OfWhatDoesNotFit_IsAFindingWithItsPlace()
    {
        var thrown = Assert.Throws<RuleTextException>(() => RuleSet.Parse(Pack, RuleSetOptions.Default.Set("churn_high.limit", "25%")));
        var finding = Assert.Single(thrown.Diagnostics);
        Assert.Equal(("MR7002", "RuleSetOptions"), (finding.Code, finding.Source.Name));
        Assert.Contains("set limit = 25%", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("churn_high.limit", "7% severity notice")]
    [InlineData("churn_high.limit", "seven")]
    [InlineData("churn_high.limit", "7%\nrule b\n  when churn_rate > 1%")]
    [InlineData("churn_high.", "7%")]
    public void Set_OfWhatIsNoSetting_Throws(string parameter, string value) =>
        Assert.Throws<ArgumentException>(() => RuleSetOptions.Default.Set(parameter, value));

    [Fact]
    public void Suppress_OfARule_MutesIt()
    {
        var options = RuleSetOptions.Default.Suppress("churn_high", new DateOnly(2026, 8, 10), new DateOnly(2026, 8, 16), "お盆 {1}");
        var muted = Assert.Single(RuleSet.Parse(Pack, options).Binding.Rules.Rules[0].Suppressions);
        Assert.Equal((new DateOnly(2026, 8, 10), new DateOnly(2026, 8, 16)), (muted.From, muted.To));
        Assert.Equal("お盆 {1}", string.Concat(muted.Reason.ByLanguage[""].Select(p => p.Literal)));
    }

    [Fact]
    public void WithTags_OfASet_ListsThoseRulesAndKeepsTheOthers()
    {
        var rules = RuleSet.Parse(Pack).WithTags("headline");
        Assert.Equal(["churn_high"], rules.Rules.Select(r => r.Name), StringComparer.Ordinal);
        Assert.Equal(2, rules.Binding.Rules.Rules.Count);
    }

    [Fact]
    public void Override_WithTheMarkOfWhatItReplaces_HearsWhenThatChanges()
    {
        const string own = "mirai 1\noverride churn_high\n  # mirai: replaces {0}\n  when churn_rate > limit for 28 days\n";
        var pack = RuleSet.Parse(Pack);
        var noted = Assert.Single(pack.With("own.mirai", own.Replace("  # mirai: replaces {0}\n", "", StringComparison.Ordinal)).Findings, d => d.Code is "MRL011");
        var mark = noted.Fix!.NewText.Trim();
        Assert.DoesNotContain(pack.With("own.mirai", own.Replace("# mirai: replaces {0}", mark, StringComparison.Ordinal)).Findings, IsAboutOriginal);

        var laidOut = Pack.Replace("when     churn_rate > limit for 14 days", "when churn_rate > limit  # a comment\n    for 14 days", StringComparison.Ordinal);
        Assert.DoesNotContain(RuleSet.Parse(laidOut).With("own.mirai", own.Replace("# mirai: replaces {0}", mark, StringComparison.Ordinal)).Findings, IsAboutOriginal);

        var changed = Pack.Replace("churn_rate > limit for 14 days", "churn_rate > limit for 21 days", StringComparison.Ordinal);
        var moved = Assert.Single(RuleSet.Parse(changed).With("own.mirai", own.Replace("# mirai: replaces {0}", mark, StringComparison.Ordinal)).Findings, IsAboutOriginal);
        Assert.Equal(DiagnosticSeverity.Warning, moved.Severity);
    }

    [Fact]
    public void Check_AgainstAVocabulary_SaysWhatItLacks()
    {
        var rules = RuleSet.Parse("mirai 1\nrule a\n  for each rank\n  when share(active_customers) > 50%\n");
        Assert.DoesNotContain(rules.Check(RuleTexts.Shop), d => d.Severity != DiagnosticSeverity.Advice);
        var missing = RuleVocabulary.BuiltIn with { HasOpenDimensions = false };
        Assert.Equal(["MR3003"], rules.Check(missing).Select(d => d.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Functions_OfTheHost_AreBoundLikeOthers()
    {
        var options = RuleTexts.Options.With(
            new HostRuleFunction("acme.weather", [new HostRuleParameter("x", RuleArgumentKind.Value), new HostRuleParameter("w", RuleArgumentKind.Duration)], (_, _) => { })
            {
                ResultUnit = "%", LookBackDays = 30,
            });
        var rules = RuleSet.Parse("mirai 1\nrule a\n  when acme.weather(sales, 28 days) > 10%\n", options);
        var call = Assert.IsType<CallNode>(Assert.IsType<BinaryNode>(rules.Binding.Rules.Rules[0].When.Condition).Left);
        Assert.Equal(ValueKind.Percentage, call.Type.Kind);
        Assert.Equal(30, rules.Binding.Session.Shapes.Of(call).LookBackDays);
        Assert.Throws<ArgumentException>(() => options.With(new HostRuleFunction("avg", [], (_, _) => { })));
        Assert.False(RuleSet.TryParse("mirai 1\nrule a\n  when acme.weather(sales, 28) > 10\n", options, out _, out var findings));
        Assert.Equal(["MR2005"], findings.Select(d => d.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void Names_InJapanese_MeanTheSameMetrics()
    {
        var (english, japanese) = (Condition("active_customers > 100"), Condition("稼働顧客数 > 100"));
        Assert.Equal(english, japanese);
        Assert.Equal(Condition("new_customers_yoy > 5"), Condition("`新規顧客数（前年比）` > 5"));
        Assert.Equal(english, Condition("アクティブ顧客 > 100", "alias アクティブ顧客 = active_customers\n"));
        Assert.Equal(english, Condition("ｱｸﾃｨﾌﾞ顧客 > 100", "alias アクティブ顧客 = active_customers\n"));
    }

    [Fact]
    public void Parts_OfExpressions_ReachTheMetrics()
    {
        var both = Assert.IsType<BinaryNode>(Condition("(new_customers / active_customers[rank: Gold])[rank: New, store: Ginza] > 5%")).Left;
        var quotient = Assert.IsType<BinaryNode>(both);
        Assert.Equal("rank=New store=Ginza", Picks(quotient.Left));
        Assert.Equal("rank=Gold store=Ginza", Picks(quotient.Right));
    }

    [Fact]
    public void Share_OfASegment_IsThePartByTheWhole()
    {
        var rules = RuleSet.Parse("mirai 1\nrule a\n  for each rank\n  when share(sales) > 5%\n", RuleTexts.Options);
        var quotient = Assert.IsType<BinaryNode>(Assert.IsType<BinaryNode>(rules.Binding.Rules.Rules[0].When.Condition).Left);
        Assert.False(Assert.IsType<MetricNode>(quotient.Left).IsOverall);
        Assert.True(Assert.IsType<MetricNode>(quotient.Right).IsOverall);
    }

    [Fact]
    public void MetricOf_EveryMeasure_HasItsUnit()
    {
        foreach (var measure in MeasureCatalog.BuiltIn.Measures)
        {
            var metric = RuleVocabulary.MetricOf(measure, "USD");
            var expected = measure.Unit switch
            {
                MeasureUnit.Percentage => ValueKind.Percentage,
                MeasureUnit.Number => ValueKind.Number,
                _ => ValueKind.Quantity,
            };
            Assert.Equal(expected, UnitRules.TypeOf(metric.Unit).Kind);
            Assert.Equal(measure.Unit.ToString().StartsWith("Money", StringComparison.Ordinal), UnitRules.IsMoney(UnitRules.TypeOf(metric.Unit)));
        }

        Assert.Equal("USD/customers", RuleVocabulary.MetricOf(SalesMeasures.AnnualLtv, Currency.Usd.Code).Unit);
        Assert.Equal("purchases/customers", RuleVocabulary.MetricOf(SalesMeasures.PurchaseFrequency, "JPY").Unit);
    }

    private static BoundNode Condition(string text, string before = "") =>
        RuleSet.Parse($"mirai 1\n{before}rule a\n  when {text}\n", RuleTexts.Options).Binding.Rules.Rules[0].When.Condition;

    private static string Picks(BoundNode node) =>
        string.Join(' ', Assert.IsType<MetricNode>(node).Picks.Select(p => $"{p.Dimension}={string.Join('|', p.Values)}"));

    private static bool IsAboutOriginal(RuleDiagnostic found) => found.Code is "MR7010" or "MRL011";

    private static DayRange Days { get; } = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2));

    private static InMemoryFigures Sales(string store) => new(Days, "JPY",
        [new FigureSeries(RuleTexts.Shop.Metrics.First(m => m.Name is "sales"), new CustomerPart([new SegmentPick("store", [store])]), [1, 2])]);
}
