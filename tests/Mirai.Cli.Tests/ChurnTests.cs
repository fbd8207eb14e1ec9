using System.Globalization;
using System.Text.Json;
using Mirai.TestSupport;

namespace Mirai.Cli.Tests;

public class ChurnTests
{
    private const string Small = Tool.Inputs + "/small.csv";
    private const string Sample = "samples/purchases.csv";
    private const string StoreA = "10000,100000,200000000,9600,91200,182400000";
    private const string StoreB = "10000,100000,200000000,9800,98000,196000000";

    private static readonly string[] Mistakes =
    [
        $"churn {Small} --window -3m",
        $"churn {Small} --window 0d",
        $"churn {Small} --coverage 0",
        $"churn {Small} --coverage 120%",
        $"churn {Small} --coverage most",
        $"churn {Small} --annualise daily",
        $"churn {Small} --first-year half",
        $"churn {Small} --horizon 101y",
        $"churn {Small} --horizon soon",
        $"churn {Small} --discount -5%",
        $"churn {Small} --margin 0",
        $"churn {Small} --acquisition-cost 0",
        $"churn {Small} --acquisition-cost 10%",
        $"churn {Small} --sample 0",
        $"churn {Small} --sample 2.5",
        $"churn {Small} --sample 150%",
        $"churn {Small} --sample 1000 --as-of 2024-08-31 --window 6m -q",
        $"churn {Small} --confidence 80",
        $"churn {Small} --seed x",
        $"churn {Small} --as-of 2022-01-10 -q",
        $"churn {Small} --by store --as-of 2022-01-10 -q",
        $"churn {Small} --by stores -q",
        $"churn {Small} --by store --monthly",
        $"churn {Small} --monthly --sample 5",
        $"churn {Small} --totals {StoreA}",
        $"churn --totals {StoreA} --as-of 2024-01-01",
        "churn --totals 10,20,30",
        "churn --totals 10,20,30,11,22,33",
        "churn --totals 10,9,30,5,5,30",
        "churn --totals 10,20,30,0,0,30",
        "churn --totals 10,20,-30,5,5,30",
        "churn --totals 0,0,0,0,0,0",
        "churn",
    ];

    [Theory]
    [InlineData("churn.txt", "en")]
    [InlineData("churn.ja.txt", "ja")]
    public void Churn_InEveryWay_IsApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"churn --totals {StoreA} --format table --lang {language}",
        $"churn --totals {StoreB} --margin 30% --acquisition-cost 12000 --format table --lang {language}",
        $"churn --totals 100,200,20000,90,216,21600 --signed-decline --currency USD --format table --lang {language}",
        $"churn --totals 100,200,20000,90,216,21600 --annualise compound --horizon 5y --discount 10% --first-year thinned --format table --lang {language}",
        $"churn {Sample} --format table --quiet --lang {language}",
        $"churn {Sample} --window 1y --coverage 1 --as-of 2024-12-31 --sample 10% --seed 7 --confidence 90 --format table --quiet --lang {language}",
        $"churn {Sample} --as-of 2021-04-30 --format table --quiet --lang {language}",
        $"churn {Sample} --by category --format table --quiet --lang {language}",
        $"churn {Sample} --monthly --as-of 2021-12-31 --format table --quiet --lang {language}",
        $"churn {Sample} --quiet",
        $"churn {Sample} --by customer_year --window 6m --quiet",
        $"churn {Sample} --sample 100 --quiet",
        $"churn {Sample} --monthly --as-of 2021-09-30 --quiet",
        $"churn --totals {StoreA} --format json",
    ]));

    [Theory]
    [InlineData("en", "churn.mistakes.txt")]
    [InlineData("ja", "churn.mistakes.ja.txt")]
    public void Mistakes_OfEveryKind_AreToldApart(string language, string transcript) =>
        Transcript.Matches(transcript, Transcript.Of(Mistakes.Select(line => $"{line} --lang {language}")));

    [Fact]
    public void Mistakes_OfEveryKind_ExitWith2AndPrintNothing() => Assert.All(Mistakes, line =>
    {
        var answer = Tool.RunLine(line);
        Assert.Equal((line, 2, ""), (line, answer.Code, answer.Output));
        Assert.Contains("mirai: ", answer.Error, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(StoreA, 0.04, 0.05, 0.09, 0.36, 76_000, 211_111)]
    [InlineData(StoreB, 0.02, 0, 0.02, 0.08, 80_000, 1_000_000)]
    public void Totals_OfTheWorkedExamples_GiveThemToTheUnit(
        string totals, double lost, double decline, double churn, double annual, double spend, double value)
    {
        var row = JsonDocument.Parse(Tool.Run("churn", "--totals", totals, "--format", "json").Output).RootElement[0];
        double Of(string name) => row.GetProperty(name).GetDouble();
        Assert.Equal(
            (lost, decline, churn, annual), (Of("window_lost_rate"), Of("window_frequency_decline"), Of("window_churn"), Of("annual_churn")));
        Assert.Equal((spend, value), (Of("annual_spend"), Math.Floor(Of("lifetime_value"))));
    }

    [Fact]
    public void Monthly_AndTheCatalogsMeasures_SayTheSame()
    {
        var monthly = Rows("churn", Sample, "--monthly", "-q", "--from-start");
        var daily = Rows("measures", Sample, "-q", "--from-start", "--measures", "window_lost_rate,annual_churn,lifetime_value,missing_new_customers")
            .ToDictionary(row => row["day"], StringComparer.Ordinal);
        Assert.Equal(60, monthly.Count);
        foreach (var row in monthly)
        {
            var found = daily[row["day"]];
            foreach (var name in new[] { "window_lost_rate", "annual_churn", "lifetime_value" }) Assert.Equal((row["day"], row[name]), (row["day"], found[name]));
            Assert.Equal(row["missing_new_customers"], found["missing_new_customers"]);
        }
    }

    private static List<Dictionary<string, string>> Rows(params string[] arguments)
    {
        var lines = Tool.Run(arguments).Output.TrimEnd('\n').Split('\n');
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    [FactWithTestData(Cdnow.MasterFile)]
    public void Churn_OfCdnow_IsWhatTheLibrarySays()
    {
        var rows = Rows(
            "churn", TestDataFolder.PathOf(Cdnow.MasterFile), "--delimiter", "space", "--map", "customer=customer_id,day=date,amount=dollar_value",
            "--currency", "USD", "--from-start", "--quiet");
        var oracle = new LinqOracle([.. Cdnow.Master()], Model.Period.OneYear).Window(new DateOnly(1998, 6, 30), Model.Period.Months(3), 0.8m);
        var row = Assert.Single(rows);
        Assert.Equal(
            (oracle.BaseCustomers.ToString(CultureInfo.InvariantCulture), oracle.BaseSales.ToString("F2", CultureInfo.InvariantCulture), oracle.NextPurchases.ToString(CultureInfo.InvariantCulture)),
            (row["base_customers"], row["base_sales"], row["next_purchases"]));
    }
}
