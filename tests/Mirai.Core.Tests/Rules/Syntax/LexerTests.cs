using System.Globalization;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

public class LexerTests
{
    [Theory]
    [InlineData("5万", "50000")]
    [InlineData("3億", "300000000")]
    [InlineData("1.5万円", "15000 JPY")]
    [InlineData("5000円", "5000 JPY")]
    [InlineData("¥5000", "5000 JPY")]
    [InlineData("￥５０００", "5000 JPY")]
    [InlineData("20 USD", "20 USD")]
    [InlineData("1_200", "1200")]
    [InlineData("2.5%", "2.5%")]
    [InlineData("３ｐｔ", "3pt")]
    [InlineData("28 days", "28 days")]
    [InlineData("a year", "1 year")]
    [InlineData("2 quarters", "2 quarters")]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("-5%", "-5%")]
    public void Parse_OfALiteral_GivesItsValue(string text, string expected)
    {
        var param = Assert.IsType<ParamClause>(Clause($"param p = {text}"));
        Assert.Equal(expected, Written(param.Value!));
    }

    [Theory]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("ｱｸﾃｨﾌﾞ顧客", "アクティブ顧客")]
    [InlineData("か\u3099", "が")]
    [InlineData("acme.first_drop", "acme.first_drop")]
    [InlineData("`DM（郵送）`", "DM(郵送)")]
    [InlineData("メンバー・ランク", "メンバー・ランク")]
    [InlineData("`when`", "when")]
    [InlineData("ａｂ１", "ab1")]
    public void Parse_OfAName_GivesItsComparableForm(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<ReferenceSyntax>(Assert.IsType<LetClause>(Clause($"let x = {text}")).Value).Name.Value);

    [Theory]
    [InlineData("not a < b", "not (a < b)")]
    [InlineData("a or b or c", "(a or b) or c")]
    [InlineData("a - b - c", "(a - b) - c")]
    [InlineData("a + b * c", "a + (b * c)")]
    [InlineData("-a 7 days ago", "- (a 7 days ago)")]
    [InlineData("95% of x 28 days ago", "95% of (x 28 days ago)")]
    [InlineData("a < b and not c is missing", "(a < b) and (not (c is missing))")]
    [InlineData("x between 1 and 2 and y", "(x between 1 and 2) and y")]
    [InlineData("-3 * drop", "(- 3) * drop")]
    public void Parse_OfAnExpression_BindsAsTheGrammarSays(string text, string expected) =>
        Assert.Equal(expected, Grouped(Assert.IsType<LetClause>(Clause($"let x = {text}")).Value, isTop: true));

    [Fact]
    public void Parse_InAnyCulture_ReadsTheSameNumber()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(2.5m, Assert.IsType<ParamClause>(Clause("param p = 2.5")).Value!.Number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ClauseSyntax Clause(string text)
    {
        var (file, diagnostics) = RuleParser.Parse(RuleFiles.Source($"mirai 1\nrule a\n  {text}\n"), RuleLimits.Default);
        Assert.DoesNotContain(diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        return Assert.Single(Assert.IsType<RuleSyntax>(Assert.Single(file.Declarations)).Clauses);
    }

    private static string Written(LiteralSyntax literal) => SyntaxPrinter.Print(literal);

    private static string Grouped(ExpressionSyntax expression, bool isTop = false)
    {
        var text = expression switch
        {
            BinarySyntax binary => $"{Grouped(binary.Left)} {SyntaxPrinter.Print(binary with { Left = Nothing, Right = Nothing }).Trim('?', ' ')} {Grouped(binary.Right)}",
            UnarySyntax unary => $"{(unary.Operator == UnaryOperator.Not ? "not" : "-")} {Grouped(unary.Operand)}",
            BetweenSyntax between => $"{Grouped(between.Operand)} between {Grouped(between.Low)} and {Grouped(between.High)}",
            IsMissingSyntax missing => $"{Grouped(missing.Operand)} is missing",
            AgoSyntax ago => $"{Grouped(ago.Operand)} {ago.Duration.Value} ago",
            _ => SyntaxPrinter.Print(expression),
        };
        return isTop || expression is LiteralSyntax or ReferenceSyntax ? text : $"({text})";
    }

    private static UnreadableSyntax Nothing => new();
}
