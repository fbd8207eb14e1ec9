using System.Text.Json;

namespace Mirai.Cli.Tests;

public class RulesTests
{
    private const string Pack = "samples/rules/customers.mirai samples/rules/sales.mirai";
    private const string Own = "samples/rules/own/shop.mirai";
    private const string Wrong = Tool.Inputs + "/rules-wrong.mirai";
    private const string Failing = Tool.Inputs + "/rules-failing.mirai";
    private const string Loose = Tool.Inputs + "/rules-loose.mirai";
    private const string Purchases = "--purchases samples/purchases.csv --attributes samples/customers.csv";

    [Theory]
    [InlineData("rules.txt", "en")]
    [InlineData("rules.ja.txt", "ja")]
    public void Rules_InEveryWay_AreApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"rules check {Pack} {Own} --lang {language}",
        $"rules check {Pack} {Own} {Purchases} --quiet --lang {language}",
        $"rules check {Wrong} --lang {language}",
        $"rules check {Loose} --lang {language}",
        $"rules test {Pack} --lang {language}",
        $"rules test {Failing} --lang {language}",
        $"rules list {Pack} {Own} --format table --lang {language}",
        $"rules list {Pack} --tags sales --format table --lang {language}",
        $"rules explain {Pack} {Own} --rule retention_below_floor,purchases_below_season --lang {language}",
        $"rules backtest {Pack} {Purchases} --from 2023-01-01 --format table --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --tags headline --episodes --format table --lang {language}",
        $"rules backtest {Pack} {Own} {Purchases} --quiet --against samples/rules/customers.mirai,samples/rules/sales.mirai --from 2024-01-01 --format table --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drop=0.5%..3%:0.5% --format table --lang {language}",
        $"rules format {Loose} --check --lang {language}",
        $"rules format {Loose} --stdout --lang {language}",
        $"rules format {Wrong} --lang {language}",
    ]));

    [Fact]
    public void Rules_ForMachines_AreApproved() => Transcript.Matches("rules.machine.txt", Transcript.Of(
    [
        $"rules check {Loose} --format csv",
        $"rules check {Loose} --format json",
        $"rules test {Failing} --format csv",
        $"rules test {Failing} --format json --lang ja",
        $"rules list {Pack} {Own}",
        $"rules explain {Pack} {Own} --format csv",
        $"rules backtest {Pack} {Purchases} --quiet --lang ja",
        $"rules backtest {Pack} {Own} {Purchases} --quiet --against samples/rules/customers.mirai,samples/rules/sales.mirai --from 2025-01-01 --format json --lang ja",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drop=1%,2%",
    ]));

    [Theory]
    [InlineData("rules.mistakes.txt", "en")]
    [InlineData("rules.mistakes.ja.txt", "ja")]
    public void Rules_WithMistakesOfTheCaller_SayWhatIsExpected(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"rules --lang {language}",
        $"rules chekc {Pack} --lang {language}",
        $"rules check --lang {language}",
        $"rules check no-such-file.mirai --lang {language}",
        $"rules check samples/rules/*.txt --lang {language}",
        $"rules check {Tool.Inputs}/shift-jis.csv --lang {language}",
        $"rules test {Wrong} --lang {language}",
        $"rules explain {Pack} --rule leaking_buckt --lang {language}",
        $"rules backtest {Pack} --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --from 2030-01-01 --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --episodes --against {Own} --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drop --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drop=1%..2pt --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drp=1%,2% --lang {language}",
        $"rules backtest {Pack} {Purchases} --quiet --sweep active_customers_declining.drop=1%,90% --lang {language}",
        $"rules format {Pack} --check --stdout --lang {language}",
    ]));

    [Fact]
    public void Samples_OfRules_AreFormattedTestedAndCovered()
    {
        Assert.Equal(new Tool.Answer(0, "", ""), Tool.RunLine($"rules format {Pack} {Own} --check --quiet"));
        var tested = Tool.RunLine($"rules test {Pack}");
        Assert.Equal(0, tested.Code);
        Assert.DoesNotContain("No test has", tested.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("without a test", tested.Output, StringComparison.Ordinal);
        Assert.Contains("no mistakes.", Tool.RunLine($"rules check {Pack} {Own} {Purchases}").Output, StringComparison.Ordinal);
        Assert.Contains("no mistakes.", Tool.RunLine("rules check samples/rules/*.mirai").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_WithoutFiles_RunsTheTestsOfTheBuiltInRules()
    {
        var answer = Tool.RunLine("rules test --quiet --format csv");
        Assert.Equal(0, answer.Code);
        Assert.Contains("builtin/list.tests.mirai,", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(",failed,", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("active_customers_declining.drp=1%,2%", "--sweep active_customers_declining.drp=1%: rule `active_customers_declining` has no parameter `drp` -> `drop`?")]
    [InlineData("active_customers_declining.drop=1%,90%", "--sweep active_customers_declining.drop=90%: 90% is outside the range allowed for `drop` (allowed: 0.5% to 50%)")]
    [InlineData("active_customers_declining.drop=1%,two", "--sweep: found `active_customers_declining.drop=two`, expected rule.param=2%..15%, 2%..15%:0.5% or 2%,5%,10%")]
    public void Backtest_WithASweepThatDoesNotFit_NamesTheOptionAndTheValue(string sweep, string expected)
    {
        var answer = Tool.RunLine($"rules backtest {Pack} {Purchases} --quiet --sweep {sweep}");
        Assert.Equal(new Tool.Answer(2, "", $"mirai: {expected}\n"), answer);
    }

    [Fact]
    public void Check_AtAScreen_HasColours()
    {
        var answer = Tool.RunAtScreen(100, "rules", "check", Wrong);
        Assert.Equal(2, answer.Code);
        Assert.Contains("\u001b[", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Tool.Run("rules", "check", Wrong).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ForEditors_GivesPlacesAndCorrections()
    {
        using var findings = JsonDocument.Parse(Tool.Run("rules", "check", Wrong, "--format", "json", "--lang", "ja").Output);
        var first = findings.RootElement[0];
        Assert.Equal("MR2001", first.GetProperty("code").GetString());
        Assert.Equal(4, first.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal("title", first.GetProperty("fix").GetProperty("newText").GetString());
    }

    [Fact]
    public void Check_AgainstPurchases_KnowsTheSegments()
    {
        const string Text = "mirai 1\nrule a\n  when sum(sales[channel: wbe], 28 days) < 5000 JPY\n";
        Assert.Equal(0, Tool.RunWith(Text, "rules", "check", "-").Code);
        var answer = Tool.RunWith(Text, ["rules", "check", "-", .. Purchases.Split(' '), "--quiet"]);
        Assert.Equal(2, answer.Code);
        Assert.Contains("[MR3004]", answer.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean: `when sum(sales[channel: web], 28 days) < 5000 JPY`", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_OfFiles_ChangesThoseThatNeedIt()
    {
        using var folder = Tool.NewFolder();
        File.Copy(Loose, folder.File("loose.mirai"));
        File.Copy("samples/rules/sales.mirai", folder.File("sales.mirai"));
        var stamp = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder.File("sales.mirai"), stamp);
        var answer = Tool.Run("rules", "format", folder.File("*.mirai"));
        Assert.Equal((0, ""), (answer.Code, answer.Output));
        Assert.Contains("1 of 2 files formatted", answer.Error, StringComparison.Ordinal);
        Assert.Equal(Tool.Run("rules", "format", Loose, "--stdout").Output, File.ReadAllText(folder.File("loose.mirai")));
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(folder.File("sales.mirai")));
        Assert.Equal(["loose.mirai", "sales.mirai"], folder.Names(), StringComparer.Ordinal);
        Assert.Equal(0, Tool.Run("rules", "format", folder.File("*.mirai"), "--check").Code);
    }

    [Fact]
    public void Format_OfStandardInput_GoesToStandardOutput()
    {
        var answer = Tool.RunWith("mirai 1\nrule a when churn_rate>10%\n", "rules", "format", "-", "--quiet");
        Assert.Equal(new Tool.Answer(0, "mirai 1\n\nrule a\n  when     churn_rate > 10%\n", ""), answer);
    }

    [Fact]
    public void Help_OfEveryCommand_IsThere() => Assert.All(new Commands.RulesCommand().Members, member =>
    {
        foreach (var language in (string[])["en", "ja"])
        {
            var answer = Tool.Run("rules", member.Name, "--help", "--lang", language);
            Assert.Equal(0, answer.Code);
            Assert.Contains($"mirai rules {member.Name} FILES...", answer.Output, StringComparison.Ordinal);
        }

        Assert.InRange(Tool.RunLine(member.Example["mirai ".Length..]).Code, 0, 0);
    });
}
