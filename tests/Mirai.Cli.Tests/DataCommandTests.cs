namespace Mirai.Cli.Tests;

public class DataCommandTests
{
    private const string Small = Tool.Inputs + "/small.csv";

    [Theory]
    [InlineData("measures.txt", "en")]
    [InlineData("measures.ja.txt", "ja")]
    public void Measures_InEveryWay_AreApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"measures {Small} --from 2024-12-28 --to 2024-12-30 --quiet",
        $"measures {Small} --measures active_customers,sales,retention_rate --from 2024-12-29 --quiet --format table --lang {language}",
        $"measures {Small} --measures active_customers,annual_ltv --by store --from 2024-12-30 --quiet --lang {language}",
        $"measures {Small} --measures active_customers --by purchase_count:1,3 --from 2024-12-30 --quiet --format json",
        $"measures {Small} --measures active_customers,sales --by dimension:store --to 2022-01-10 --quiet --format table --lang {language}",
        $"measures {Small} --measures buyers --by rank --attributes {Tool.Inputs}/customers.csv --from 2024-12-30 --lang {language}",
        $"measures {Small} --measures discount_rate,discounts --from 2022-03-15 --to 2022-03-15 --quiet",
        $"measures {Small} --measures active_customers --as-of 2024-12-01 --format table --lang {language}",
    ]));

    [Theory]
    [InlineData("tables.txt", "en")]
    [InlineData("tables.ja.txt", "ja")]
    public void TablesOfCustomers_InEveryWay_AreApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"cohorts {Small} --grain year --quiet",
        $"cohorts {Small} --grain year --value sales --quiet --format table --lang {language}",
        $"cohorts {Small} --grain quarter --value purchases --quiet --format table --lang {language}",
        $"segments {Small} --quiet --format table --lang {language}",
        $"segments {Small} --by channel --attributes {Tool.Inputs}/customers.csv --quiet --lang {language}",
        $"segments {Small} --by rfm --per-customer --quiet --format table --lang {language}",
        $"segments {Small} --by portfolio --as-of 2024-06-30 --quiet",
        $"segments {Small} --by portfolio --quiet --format table --lang {language}",
        $"segments {Small} --by store --per-customer --as-of 2024-01-31 --quiet",
        $"segments {Small} --by first_purchase_discounted --quiet --format json",
        $"flow {Small} --between 2023-12-31 2024-12-30 --quiet",
        $"flow {Small} --between 2023-12-31 2024-12-30 --quiet --format table --lang {language}",
        $"flow {Small} --as-of 2024-06-30 --active-period 6m --quiet --format json",
        $"flow {Small} --between 2023-12-31 2024-12-30 --by store --quiet",
        $"flow {Small} --between 2023-12-31 2024-12-30 --by store --quiet --format table --lang {language}",
        $"flow {Small} --between 2023-12-31 2024-12-30 --by customer_year --quiet --format table --lang {language}",
        $"flow {Small} --by nothing --quiet --lang {language}",
    ]));

    [Theory]
    [InlineData("acquisition_channel", true)]
    [InlineData("customer_year", true)]
    [InlineData("category", false)]
    public void Flow_BySegment_IsTheApisAndAddsUpToTheWhole(string by, bool isSingleValued)
    {
        string[] asked = ["flow", "samples/purchases.csv", "--attributes", "samples/customers.csv", "--between", "2024-03-31", "2025-06-30", "-q"];
        var rows = Figures(Tool.Run([.. asked, "--by", by]).Output, columns: 4).ToDictionary(row => (row[0], row[1], row[2]), row => row[3]);
        foreach (var row in Figures(Tool.Run(asked).Output, columns: 3).Where(row => row[0] is not "sales")) Assert.Equal(row[2], rows[(row[0], "", row[1])], StringComparer.Ordinal);

        using var history = Csv.CsvPurchases.Load("samples/purchases.csv").History;
        var attributes = Csv.CsvAttributes.Load("samples/customers.csv").Attributes;
        var analysis = new CustomerAnalysis(history, attributes);
        var segment = by switch { "customer_year" => Segments.Segment.CustomerYear, "category" => Segments.Segment.Dimension(by), _ => Segments.Segment.Attribute(by) };
        var (from, to) = (new DateOnly(2024, 3, 31), new DateOnly(2025, 6, 30));
        var explained = analysis.Explain(from, to, segment);
        foreach (var part in explained.Parts)
        {
            Assert.Equal(
                [part.Customers, part.Frequency, part.OrderValue, part.Returns],
                new[] { "by_customers", "by_frequency", "by_order_value", "by_returns" }.Select(item => Number(rows[("sales", part.Value, item)])));
        }

        Assert.Equal(explained.Change, rows.Where(row => row.Key.Item3.StartsWith("by_", StringComparison.Ordinal)).Sum(row => Number(row.Value)));
        Assert.Equal(explained.Change, Number(rows[("sales", "", "change")]));
        Assert.Equal(explained.SalesAfter - explained.SalesBefore, Number(rows[("sales", "", "after")]) - Number(rows[("sales", "", "before")]));
        foreach (var row in analysis.Flow(from, to, segment).Rows)
        {
            Assert.Equal(
                [row.ActiveBefore, row.Retained, row.New, row.Reactivated, row.Lapsed, row.Moved, row.ActiveAfter],
                Heads.Select(item => Number(rows[("customers", row.Value, item)])));
        }

        if (!isSingleValued) return;
        foreach (var item in Heads) Assert.Equal(Number(rows[("customers", "", item)]), rows.Where(row => row.Key.Item1 is "customers" && row.Key.Item2.Length > 0 && string.Equals(row.Key.Item3, item, StringComparison.Ordinal)).Sum(row => Number(row.Value)));
        foreach (var item in new[] { "new", "reactivated", "lapsed" }) Assert.Equal(Number(rows[("gross", "", item)]), rows.Where(row => row.Key.Item1 is "gross" && row.Key.Item2.Length > 0 && string.Equals(row.Key.Item3, item, StringComparison.Ordinal)).Sum(row => Number(row.Value)));

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static readonly string[] Heads = ["active_before", "retained", "new", "reactivated", "lapsed", "moved", "active_after"];

    private static IEnumerable<string[]> Figures(string csv, int columns) => csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Where(row => row.Length == columns);

    [Fact]
    public void Measures_ByDefault_AreAllThatApply()
    {
        var withDiscounts = Tool.Run("measures", Small, "-q").Output.Split('\n')[0].Split(',');
        Assert.Equal(Measures.MeasureCatalog.BuiltIn.DailyMeasures.Select(measure => measure.Id).Prepend("day"), withDiscounts, StringComparer.Ordinal);
        var without = Tool.Run("measures", Small, "-q", "--map", "discount=-").Output.Split('\n')[0].Split(',');
        Assert.Equal(Measures.MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => !measure.NeedsDiscounts).Select(measure => measure.Id).Prepend("day"), without, StringComparer.Ordinal);
    }

    [Fact]
    public void Measures_AtAScreen_ShowTheLatestDaysInATable()
    {
        var answer = Tool.RunAtScreen(80, "measures", Small, "--measures", "active_customers");
        Assert.Contains("The last 30 of 1,086 days.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("─", answer.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 1 + 30 + 1, answer.Output.Split('\n').Length);
    }

    [Fact]
    public void Measures_OfJson_AreTheFiguresOfTheCsv()
    {
        string[] asked = ["measures", Small, "-q", "--measures", "active_customers,annual_ltv,retention_rate", "--by", "store"];
        var lines = Tool.Run(asked).Output.TrimEnd('\n').Split('\n');
        var rows = System.Text.Json.JsonDocument.Parse(Tool.Run([.. asked, "--format", "json"]).Output).RootElement;
        Assert.Equal(lines.Length - 1, rows.GetArrayLength());
        var asText = rows.EnumerateArray().Select(row => string.Join(',', row.EnumerateObject().Select(cell => cell.Value.ValueKind switch
        {
            System.Text.Json.JsonValueKind.String => cell.Value.GetString(),
            System.Text.Json.JsonValueKind.Null => "",
            _ => cell.Value.GetRawText(),
        })));
        Assert.Equal(lines.Skip(1), asText, StringComparer.Ordinal);
    }
}
