using System.Globalization;

namespace Mirai.Cli.Tests;

public class FitTests
{
    private const string Sample = "samples/purchases.csv";
    private const string Small = Tool.Inputs + "/small.csv";

    [Fact]
    public void Fit_InCsv_HasEveryPart()
    {
        var rows = Rows(Tool.Run("fit", Sample, "-q", "--calibrate-until", "2024-12-31", "--format", "csv"));
        Assert.Equal("identified", rows["fit,verdict"][2]);
        Assert.Equal("2024-12-31", rows["fit,calibrated_until"][2]);
        Assert.Equal(["r", "alpha", "a", "b"], rows.Keys.Where(key => key.StartsWith("parameter,", StringComparison.Ordinal)).Select(key => key[10..]), StringComparer.Ordinal);
        Assert.All(["r", "alpha", "a", "b"], name => Assert.InRange(Number(rows[$"parameter,{name}"][3]), 1e-6, Number(rows[$"parameter,{name}"][2])));
        string[] bands = ["0", "1", "2", "3", "4", "5", "6", "7+"];
        foreach (var column in new[] { 4, 5, 6 })
            Assert.Equal(Number(rows["holdout,all"][column]), bands.Sum(band => Number(rows[$"holdout,{band}"][column])), 1e-6);
        Assert.Equal(rows["fit,customers"][2], rows["holdout,all"][4]);
    }

    [Theory]
    [InlineData("mbg-nbd", "r alpha a b")]
    [InlineData("bg-nbd", "r alpha a b")]
    [InlineData("pareto-nbd", "r alpha s beta")]
    [InlineData("gamma-gamma", "p q gamma")]
    [InlineData("sbg", "alpha beta")]
    public void Fit_OfEveryModel_NamesItsParameters(string model, string parameters)
    {
        var rows = Rows(Tool.Run("fit", Sample, "-q", "--model", model, "--format", "csv"));
        Assert.Equal(model, rows["fit,model"][2]);
        var found = rows.Keys.Where(key => key.StartsWith("parameter,", StringComparison.Ordinal)).Select(key => key[10..]);
        Assert.Equal(rows["fit,verdict"][2] is "identified" ? parameters : "", string.Join(' ', found));
        Assert.Equal(rows["fit,verdict"][2] is "identified", rows["fit,reason"][2].Length == 0);
        Assert.Equal(model is "sbg", rows.ContainsKey("survival,1"));
        Assert.Equal(model is "gamma-gamma", rows.ContainsKey("independence,verdict"));
    }

    [Theory]
    [InlineData("en", "not identified: too few customers", "Found 6 customers; expected at least 20.")]
    [InlineData("ja", "推定できません: 顧客が少なすぎます", "Found 6 customers; expected at least 20.")]
    public void Fit_OfTooFewCustomers_GivesAVerdictAndNoNumbers(string language, string verdict, string explanation)
    {
        var answer = Tool.Run("fit", Small, "-q", "--lang", language);
        Assert.Equal(0, answer.Code);
        Assert.Contains(verdict, answer.Output, StringComparison.Ordinal);
        Assert.Contains(explanation, answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("alpha", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Verdict", "Standard error", "Repeat purchases")]
    [InlineData("ja", "判定", "標準誤差", "再購買回数")]
    public void Fit_ForPeople_IsInTheirLanguage(string language, params string[] words)
    {
        var answer = Tool.Run("fit", Sample, "-q", "--calibrate-until", "2024-06-30", "--lang", language);
        Assert.All(words, word => Assert.Contains(word, answer.Output, StringComparison.Ordinal));
        var retention = Tool.Run("fit", Sample, "-q", "--model", "sbg", "--period", "6m", "--lang", language).Output;
        Assert.Contains("100.0", retention, StringComparison.Ordinal);
    }

    [Fact]
    public void PerCustomer_OfTheSample_HasOneRowForEach()
    {
        var answer = Tool.Run("fit", Sample, "-q", "--per-customer", "--calibrate-until", "2024-12-31", "--format", "csv");
        var lines = answer.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("customer,frequency,recency_days,age_days,probability_alive,expected_purchases,expected_spend,discounted_value", lines[0]);
        var customers = Number(Rows(Tool.Run("fit", Sample, "-q", "--calibrate-until", "2024-12-31", "--format", "csv"))["fit,customers"][2]);
        Assert.Equal(customers, lines.Length - 1);
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal), lines.Skip(1), StringComparer.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.InRange(Number(line.Split(',')[4]), 0, 1));
        var near = Tool.Run("fit", Sample, "-q", "--per-customer", "--horizon", "30d", "--calibrate-until", "2024-12-31", "--format", "csv").Output.Split('\n');
        Assert.True(Number(near[1].Split(',')[5]) < Number(lines[1].Split(',')[5]));
    }

    [Theory]
    [InlineData("fit samples/purchases.csv --model gamma-gamma --per-customer", "--per-customer needs a model of repeat purchases")]
    [InlineData("fit tests/Mirai.Cli.Tests/Inputs/small.csv --per-customer", "No customer can be scored, for the model is not identified: too few customers.")]
    [InlineData("fit samples/purchases.csv --model nbd", "--model: found `nbd`, expected mbg-nbd, bg-nbd, pareto-nbd, gamma-gamma, sbg, bdw")]
    [InlineData("fit samples/purchases.csv --unit month", "--unit: found `month`, expected week, day")]
    [InlineData("fit samples/purchases.csv --calibrate-until 1999-01-01", "lies outside the observed days")]
    public void Mistakes_InWords_AreToldAndExitWith2(string line, string message)
    {
        var answer = Tool.RunLine(line);
        Assert.Equal(2, answer.Code);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
    }

    private static Dictionary<string, string[]> Rows(Tool.Answer answer)
    {
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        return answer.Output.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToDictionary(fields => $"{fields[0]},{fields[1]}", StringComparer.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
