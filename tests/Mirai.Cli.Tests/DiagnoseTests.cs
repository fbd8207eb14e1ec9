using System.Text.Json;

namespace Mirai.Cli.Tests;

public class DiagnoseTests
{
    private const string Sample = "samples/purchases.csv";
    private const string Small = Tool.Inputs + "/small.csv";

    [Fact]
    public void Diagnose_OfTheSample_IsTheTranscriptOfTheReadme()
    {
        var answer = Tool.Run("diagnose", Sample);
        Assert.Equal(0, answer.Code);
        Transcript.Matches("diagnose.txt", $"$ dotnet run -c Release --project src/Mirai.Cli -- diagnose {Sample}\n{answer.Error}{answer.Output}");
    }

    [Fact]
    public void Diagnose_InJapanese_IsApproved() => Transcript.Matches("diagnose.ja.txt", Tool.Run("diagnose", Sample, "--lang", "ja").Output);

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Diagnose_AtAWideScreen_HasTwoColumnsAndColours(string language)
    {
        var answer = Tool.RunAtScreen(120, "diagnose", Sample, "--lang", language, "--quiet");
        Assert.Empty(answer.Error);
        Assert.Contains("\u001b[", answer.Output, StringComparison.Ordinal);
        var plain = System.Text.RegularExpressions.Regex.Replace(answer.Output, "\u001b\\[[0-9;]*m", "", default, TimeSpan.FromSeconds(10));
        Assert.All(plain.Split('\n'), line => Assert.InRange(Page.Line.WidthOf(line), 0, 120));
        Transcript.Matches($"diagnose.wide.{language}.txt", string.Join('\n', plain.Split('\n').Select(line => line.TrimEnd())));
    }

    [Theory]
    [InlineData("", "diagnose.small.txt")]
    [InlineData("--from-start", "diagnose.from-start.txt")]
    [InlineData("--as-of 2022-03-15 --lang ja", "diagnose.early.ja.txt")]
    [InlineData("--active-period 18m --as-of 2024-06-30 --attributes tests/Mirai.Cli.Tests/Inputs/customers.csv", "diagnose.18m.txt")]
    public void Diagnose_OfAShortHistory_MarksWhatIsIncompleteAndMissing(string options, string transcript) =>
        Transcript.Matches(transcript, Transcript.Of([$"diagnose {Small} {options}"]));

    [Fact]
    public void Diagnose_AsJson_IsOneObjectWithTheSameFigures()
    {
        var row = JsonDocument.Parse(Tool.Run("diagnose", Sample, "--format", "json").Output).RootElement[0];
        Assert.Equal("2025-12-31", row.GetProperty("day").GetString());
        var parts = new[] { "new", "reactivated", "lapsed", "frequency", "order_value", "returns" };
        Assert.Equal(
            row.GetProperty("sales_change").GetDecimal(), parts.Sum(part => row.GetProperty($"sales_change_by_{part}").GetDecimal()));
        Assert.Equal(row.GetProperty("trailing_sales_change_1y").GetDecimal(), row.GetProperty("sales_change").GetDecimal());
        Assert.Equal(
            row.GetProperty("active_customers").GetInt64(),
            row.GetProperty("new_customers_yoy").GetInt64() + row.GetProperty("retained_customers").GetInt64()
                + row.GetProperty("reactivated_customers_yoy").GetInt64());
    }

    [Fact]
    public void Diagnose_AsCsv_NamesTheIncompleteFigures()
    {
        var lines = Tool.Run("diagnose", Small, "--format", "csv", "--as-of", "2023-06-01").Output.Split('\n');
        Assert.StartsWith("day,active_customers,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",incomplete", lines[0], StringComparison.Ordinal);
        Assert.Contains("retention_rate|", lines[1], StringComparison.Ordinal);
        Assert.Equal(string.Empty, lines[2]);
    }
}
