using Mirai.Cli.Input;
using Mirai.Cli.Wording;
using Mirai.Projection;

namespace Mirai.Cli.Tests;

public class ProjectTests
{
    private const string Reference = "samples/scenarios/reference.toml";
    private const string Forms = Tool.Inputs + "/scenarios.toml";
    private const string Whole = "acquired = [100]\nretention = 0.7\nltv = 10\n";

    [Theory]
    [InlineData("project.txt", "en")]
    [InlineData("project.ja.txt", "ja")]
    public void Project_InEveryWay_IsApproved(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"project {Reference} --scenario high --format table --lang {language}",
        $"project {Reference} --compare --format table --lang {language}",
        $"project {Forms} --years 45 --scenario constants --format table --lang {language}",
        $"project {Reference} --solve retention --target 10,000,000,000 --year 5 --scenario low --format table --lang {language}",
        $"project {Reference} --solve retention --target 20000000000 --year 5 --scenario low --format table --lang {language}",
        $"project {Reference} --solve retention --target 1 --year 5 --scenario low --format table --lang {language}",
        $"project {Reference} --solve acquired --target 500000 --figure active --year 4 --scenario high --years 4 --format table --lang {language}",
        $"project {Reference} --solve ltv --target 500000 --figure active --year 4 --scenario high --format table --lang {language}",
        $"project {Reference} --cohorts --scenario high --years 3 --format table --lang {language}",
    ]));

    [Fact]
    public void Project_ForMachines_IsApproved() => Transcript.Matches("project.machine.txt", Transcript.Of(
    [
        $"project {Reference}",
        $"project {Reference} --compare --years 3",
        $"project {Reference} --compare --years 2 --format json",
        $"project {Reference} --cohorts --years 3 --scenario low",
        $"project {Reference} --solve retention --target 10000000000 --year 5",
        $"project {Reference} --solve acquired --target 10000000000 --year 5 --format json",
        $"project {Reference} --solve ltv --target 10000000000 --year 8",
        $"project {Reference} --solve retention --target 20000000000 --year 5",
        $"project {Reference} --solve retention --target 1 --year 5",
        $"project {Reference} --solve ltv --target 800000 --year 5 --figure active",
        $"project {Forms}",
    ]));

    [Fact]
    public void ScenarioFile_OfEveryForm_IsRead()
    {
        var file = ScenarioFile.Parse(File.ReadAllText(Forms), Forms, Texts.Default);
        Assert.Equal((4, "USD"), (file.Years, file.Currency.Code));
        Assert.Equal(["lists", "constants", "lines", "観測"], file.Scenarios.Select(scenario => scenario.Name), StringComparer.Ordinal);
        var (lists, constants, lines, observed) = (file.Scenarios[0], file.Scenarios[1], file.Scenarios[2], file.Scenarios[3]);
        Assert.Equal([0.5m, 0.605m], lists.Retention.Rates);
        Assert.Equal([10.25m, 20], lists.Ltv.Values);
        Assert.Equal([100, 200, 0], Enumerable.Range(1, 3).Select(lists.Acquisition.In));
        Assert.Equal([900.5m, 400], lists.Existing);
        Assert.Equal([10], constants.Existing);
        Assert.Equal(150, constants.Acquisition.In(7));
        Assert.Equal([0.7m], constants.Retention.Rates);
        Assert.Equal([100, 200, 50], Enumerable.Range(1, 3).Select(lines.Acquisition.In));
        Assert.Equal([0.5m, 0.6m, 0.7m, 0.8m, 0.9m], lines.Retention.Rates);
        Assert.Equal([10, 20, 30], lines.Ltv.Values);
        Assert.Equal([0.65m, 364m / 420], observed.Retention.Rates);
        Assert.Equal([12, 18, 22], observed.Ltv.Values);
    }

    [Fact]
    public void ScenarioFile_OfOneScenario_NeedsNoHeading()
    {
        var file = ScenarioFile.Parse(Whole, "plans/next-year.toml", Texts.Default);
        Assert.Equal((10, "JPY", "next-year"), (file.Years, file.Currency.Code, Assert.Single(file.Scenarios).Name));
        Assert.Equal("mine", Assert.Single(ScenarioFile.Parse("name = \"mine\"\n" + Whole, "x.toml", Texts.Default).Scenarios).Name);
        Assert.Equal(1_000, file.Scenarios[0].Project(1).Year(1).Sales);
        Assert.Contains("\n-,1,100,", Tool.RunWith(Whole, "project", "-").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_OfTheSamples_IsTheScenarioOfTheDocumentation()
    {
        var file = ScenarioFile.Parse(File.ReadAllText(Reference), Reference, Texts.Default);
        Assert.Equal([10_852_178_388, 10_298_461_092, 8_037_052_800], file.Scenarios.Select(scenario => scenario.Year(5).Sales));
        Assert.Equal("5.44 4.98 1.83", string.Join(' ', file.Scenarios.Select(scenario => $"{scenario.FiveYearMultiple(5):0.00}")));
        Assert.Equal([RetentionCurve.List(0.7m, 0.9m, 0.93m).Rates, RetentionCurve.List(0.65m, 0.86m, 0.90m, 0.93m).Rates, RetentionCurve.List(0.45m, 0.6m).Rates],
            file.Scenarios.Select(scenario => scenario.Retention.Rates));
    }

    [Fact]
    public void Project_ToAFile_WritesThePage()
    {
        using var folder = Tool.NewFolder();
        var answer = Tool.Run("project", Reference, "--format", "table", "-o", folder.File("page.txt"));
        Assert.Equal((0, ""), (answer.Code, answer.Output));
        Assert.Contains("¥10,852,178,388", File.ReadAllText(folder.File("page.txt")), StringComparison.Ordinal);
    }
}
