using System.Text;
using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

public class FunctionPageTests
{
    [Fact]
    public void Page_OfFunctions_IsMadeFromTheTables()
    {
        var path = Path.Combine(ErrorCaseFiles.Root(), "docs", "rules-functions.md");
        if (ErrorCaseFiles.IsApproving) File.WriteAllText(path, FunctionPage.Text, new UTF8Encoding(false));
        Assert.True(File.Exists(path), "There is no docs/rules-functions.md yet; MIRAI_APPROVE=1 makes it");
        Assert.True(
            string.Equals(FunctionPage.Text, File.ReadAllText(path).ReplaceLineEndings("\n"), StringComparison.Ordinal),
            "docs/rules-functions.md is not what the tables say; run the test with MIRAI_APPROVE=1 and commit it");
    }

    [Theory]
    [InlineData("median(sales, 28 days) > 0 JPY")]
    [InlineData("min(active_customers, 4 weeks) > 0")]
    [InlineData("max(active_customers, 3 months) > 0")]
    [InlineData("sum(sales - returns, 28 days) > 0 JPY")]
    [InlineData("stdev(churn_rate, 28 days) > 1pt")]
    [InlineData("percentile(sales, 90%, 1 year) > 0 JPY")]
    [InlineData("ewma(sales, 7 days) > 0 JPY")]
    [InlineData("slope(churn_rate, 28 days) > 0.1pt")]
    [InlineData("slope(active_customers, 28 days) * 28 days < -100")]
    [InlineData("coverage(sales, 28 days) < 80%")]
    [InlineData("diff(churn_rate, 28 days) > 1pt and diff(active_customers, 28 days) < -10")]
    [InlineData("zscore(purchases, 90 days) < -3")]
    [InlineData("expected(purchases, weekly, 8 weeks) > purchases")]
    [InlineData("gap(purchases, yearly, 2 years) < -20%")]
    [InlineData("abs(diff(sales, 7 days)) > 5000 JPY")]
    [InlineData("least(new_customers, lapsed_customers, reactivated_customers) > 5")]
    [InlineData("default(buyers, 0) = 0")]
    [InlineData("if(weekday >= 6, buyers, buyers / 2) > 5")]
    [InlineData("wilson_low(retained_customers, active_customers, 95%) < 60%")]
    [InlineData("streak(buyers = 0) >= 3 days")]
    [InlineData("days_since(is_holiday) > 2 weeks")]
    [InlineData("count_days(buyers < 10, 28 days) / 28 days > 50%")]
    [InlineData("largest_share(sum(sales, 90 days) by store) > 40%")]
    [InlineData("concentration(active_customers by rank) > 30%")]
    [InlineData("annual_ltv < 10000 JPY and average_order_value > 3000円")]
    [InlineData("active_customers * purchase_frequency * average_order_value > 5億円")]
    [InlineData("churn_rate between 5% and 95% of 20% and not is_holiday")]
    [InlineData("month = 8 or day_of_month > 25 or sales is missing")]
    [InlineData("change(x: active_customers, d: 28 days) < 0")]
    public void Parse_OfAFunctionsUse_FindsNothingWrong(string condition)
    {
        var rules = RuleSet.Parse($"mirai 1\nrule a\n  when {condition}\n", RuleTexts.Options);
        Assert.DoesNotContain(rules.Findings, d => d.Severity != DiagnosticSeverity.Advice);
        Assert.Equal(ValueKind.Condition, rules.Binding.Rules.Rules[0].When.Condition.Type.Kind);
    }

    [Fact]
    public void Functions_OfTheTable_SayTheirSentenceInBothLanguages() => Assert.All(RuleFunctions.BuiltIn.All, function =>
    {
        Assert.EndsWith(".", function.English, StringComparison.Ordinal);
        Assert.EndsWith("。", function.Japanese, StringComparison.Ordinal);
        Assert.True(ProseTexts.Has($"fn.{function.Name}"), $"{function.Name} has no words for explaining");
    });
}
