namespace Mirai.Cli.Tests;

/// <summary>Transcripts that the Japanese pages show.</summary>
public class JapanesePagesTests
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
}
