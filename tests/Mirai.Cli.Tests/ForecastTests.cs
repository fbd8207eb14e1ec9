using System.Globalization;
using System.Text.Json;

namespace Mirai.Cli.Tests;

public class ForecastTests
{
    private const string Small = Tool.Inputs + "/small.csv";
    private const string Sample = "samples/purchases.csv";

    private static readonly string[] Mistakes =
    [
        $"forecast {Small} --horizon soon",
        $"forecast {Small} --horizon 90d",
        $"forecast {Small} --horizon 21y",
        $"forecast {Small} --acquisition -5",
        $"forecast {Small} --acquisition many",
        $"forecast {Small} --method guess",
        $"forecast {Small} --by week",
        $"forecast {Small} --seed x",
        $"forecast {Small} --as-of 2030-01-01 -q",
        "forecast",
    ];

    [Theory]
    [InlineData("forecast.txt", "en")]
    [InlineData("forecast.ja.txt", "ja")]
    public void Forecast_OnPages_IsApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"forecast {Sample} --format table --quiet --lang {language}",
        $"forecast {Sample} --horizon 5y --acquisition none --format table --quiet --lang {language}",
        $"forecast {Sample} --horizon 2y --by year --acquisition 250 --method cohort --as-of 2023-06-15 --format table --quiet --lang {language}",
        $"forecast {Sample} --backtest --format table --quiet --lang {language}",
        $"forecast {Small} --method seasonal-naive --as-of 2022-08-31 --horizon 3m --format table --quiet --lang {language}",
    ]));

    [Theory]
    [InlineData("en", "forecast.mistakes.txt")]
    [InlineData("ja", "forecast.mistakes.ja.txt")]
    public void Mistakes_OfEveryKind_AreToldApart(string language, string transcript)
    {
        Transcript.Matches(transcript, Transcript.Of(Mistakes.Select(line => $"{line} --lang {language}")));
        Assert.All(Mistakes, line => Assert.Equal((2, ""), (Tool.RunLine(line).Code, Tool.RunLine(line).Output)));
    }

    [Fact]
    public void Forecast_ForMachines_HasOneRowAMonthAndItsBands()
    {
        var lines = Tool.Run("forecast", Sample, "--horizon", "6m", "-q").Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("from,to,active_customers,active_customers_low80,active_customers_high80,active_customers_low95,active_customers_high95,new_customers,", lines[0], StringComparison.Ordinal);
        Assert.Equal(7, lines.Length);
        Assert.StartsWith("2026-01-01,2026-01-31,", lines[1], StringComparison.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var figures = line.Split(',').Skip(2).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < figures.Length; i += 5) Assert.True(figures[i + 3] <= figures[i + 1] && figures[i + 1] <= figures[i] && figures[i] <= figures[i + 2] && figures[i + 2] <= figures[i + 4]);
        }
    }

    [Fact]
    public void BackTest_ForMachines_HasTheScoreOfEveryWayAndMonth()
    {
        var rows = JsonDocument.Parse(Tool.Run("forecast", Sample, "--horizon", "3m", "--backtest", "--format", "json", "-q").Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(6 * 5 * 4, rows.Count); // ways, measures, 1 to 3 months ahead and all together
        var row = rows.Single(r => r.GetProperty("method").GetString() is "cohort" && r.GetProperty("measure").GetString() is "sales" && r.GetProperty("months_ahead").GetInt32() == 0);
        Assert.Equal(24 + 23 + 22, row.GetProperty("cases").GetInt32());
        Assert.InRange(row.GetProperty("wape").GetDouble(), 0.01, 0.2);
    }
}
