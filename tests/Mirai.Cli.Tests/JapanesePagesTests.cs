using System.Text.RegularExpressions;
using Mirai.Cli.Configuration;
using Mirai.Cli.Wording;

namespace Mirai.Cli.Tests;

/// <summary>Transcripts that the Japanese pages show.</summary>
public partial class JapanesePagesTests
{
    private const string FullWidth = Tool.Inputs + "/rules-full-width.mirai";
    private const string Pack = "samples/rules/customers.mirai samples/rules/sales.mirai";

    [Fact]
    public void Rules_OfTheJapanesePage_AreApproved() => Transcript.Matches("pages.rules.ja.txt", Transcript.Of(
    [
        $"rules format {FullWidth} --stdout --lang ja",
        $"rules explain {Pack} --rule active_customers_declining --lang ja",
    ]));

    [Fact]
    public void Measures_OfTheJapanesePage_AreApproved() => Transcript.Matches("pages.measures.ja.txt", Transcript.Of(
    [
        "measures samples/purchases.csv --measures active_customers,retention_rate,annual_ltv --from 2025-12-27 --format table --quiet --lang ja",
        "measures samples/purchases.csv --measures active_customers,retention_rate,annual_ltv --from 2025-12-30 --format csv --quiet --lang ja",
    ]));

    [Fact]
    public void Configurations_OfTheJapanesePage_AreRead()
    {
        var page = File.ReadAllText(Path.Combine(Tool.Root, "docs", "ja", "daily-run.md")).ReplaceLineEndings("\n");
        var configurations = TomlBlock().Matches(page).Select(match => RunConfiguration.Parse(match.Groups["text"].Value, "mirai.toml", JapaneseTexts.All)).ToList();
        Assert.NotEmpty(configurations);
        Assert.All(configurations, configuration => Assert.Equal("ja", configuration.Output.Language));
    }

    [GeneratedRegex("(?s)```toml\n(?<text>.*?)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TomlBlock();
}
