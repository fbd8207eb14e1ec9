namespace Mirai.Cli.Tests;

public class ScenarioMistakeTests
{
    private const string Reference = "samples/scenarios/reference.toml";
    private const string Whole = "acquired = [100]\nretention = 0.7\nltv = 10\n";

    /// <summary>Files that cannot be used, and what is to be seen in the message.</summary>
    private static readonly string[] Files =
    [
        "retension = 0.7\nacquired = [100]\nltv = 10",
        Whole + "year = 10",
        Whole + "colour = \"red\"",
        Whole + "years = 0",
        Whole + "years = 2.5",
        Whole + "years = \"ten\"",
        Whole + "currency = \"YEN\"",
        "acquired = [100]\nretention = 70\nltv = 10",
        "acquired = [100]\nretention = [0.7, \"101 %\"]\nltv = 10",
        "acquired = [100]\nretention = [0.7, -0.1]\nltv = 10",
        "acquired = [100]\nretention = \"much\"\nltv = 10",
        "acquired = [100]\nretention = []\nltv = 10",
        "acquired = [100]\nretention = true\nltv = 10",
        "acquired = [100]\nretention = 2024-01-01\nltv = 10",
        "acquired = [100]\nretention = { from = 0.5, too = 0.9, years = 3 }\nltv = 10",
        "acquired = [100]\nretention = { from = 0.5, to = 0.9, years = 1 }\nltv = 10",
        "acquired = [100]\nretention = { from = 0.5, to = 0.9 }\nltv = 10",
        "acquired = [100]\nretention = {}\nltv = 10",
        "acquired = [100]\nretention = { customers = [10, 5], stayed = [6] }\nltv = 10",
        "acquired = [100]\nretention = { customers = [10, 5], stayed = [6, 7] }\nltv = 10",
        "acquired = [100]\nretention = { customers = [0], stayed = [0] }\nltv = 10",
        "acquired = [100]\nretention = 0.7\nltv = { customers = [10], sales = [100], rising = 1 }",
        "acquired = [100]\nretention = 0.7\nltv = { customers = [0], sales = [100] }",
        "acquired = [100]\nretention = 0.7\nltv = -10",
        "acquired = [100]\nretention = 0.7\nltv = inf",
        "acquired = [100]\nretention = 0.7\nltv = [10, \"20\"]",
        "acquired = [100, -1]\nretention = 0.7\nltv = 10",
        "acquired = \"many\"\nretention = 0.7\nltv = 10",
        "acquired = { first = [100] }\nretention = 0.7\nltv = 10",
        "acquired = 1e12\nretention = 0.7\nltv = 10",
        Whole + "existing = 100",
        "acquired = [100]\nltv = 10",
        "acquired = [100]\nretention = 0.7",
        Whole + "[[scenario]]",
        Whole + "[[scenario]]\nname = \" \"",
        Whole + "[[scenario]]\nname = \"a\"\n[[scenario]]\nname = \"a\"",
        "[[scenario]]\nname = \"a\"\nltv = 10",
        "name = \"x\"\n[[scenario]]\nname = \"a\"\nltv = 10",
        Whole + "[scenario]\nname = \"a\"",
        Whole + "scenario = [1]",
        Whole + "years = 5\nyears = 6",
        Whole + "retention.from = 1",
        Whole + "ltv 10",
        "acquired = [100\nretention = 0.7",
        "retention = 0.7\nltv = [" + string.Concat(Enumerable.Repeat("1,", 201)) + "]",
        "",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void ScenarioFile_WithAMistake_SaysWhere(string language) => Assert.All(Files, text =>
    {
        var answer = Tool.RunWith(text, "project", "-", "--lang", language);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Matches(@"^mirai: -:[0-9]+:[0-9]+: .+\n$", answer.Error);
    });

    [Theory]
    [InlineData("project.mistakes.txt", "en")]
    [InlineData("project.mistakes.ja.txt", "ja")]
    public void Mistakes_OfEveryKind_AreToldApart(string transcript, string language)
    {
        var files = Files.Select(text => $"{(text.Length > 200 ? text[..60] + "..." : text).Replace("\n", "\n  ", StringComparison.Ordinal)}\n{Tool.RunWith(text, "project", "-", "--lang", language).Error}\n");
        var lines = Transcript.Of(
        [
            $"project --lang {language}",
            $"project {Tool.Inputs}/nothing.toml --lang {language}",
            $"project {Reference} --scenario hihg --lang {language}",
            $"project {Reference} --scenario high --compare --lang {language}",
            $"project {Reference} --compare --cohorts --lang {language}",
            $"project {Reference} --solve retention --target 5 --year 5 --compare --lang {language}",
            $"project {Reference} --solve retention --target 5 --year 5 --cohorts --lang {language}",
            $"project {Reference} --solve profit --target 5 --year 5 --lang {language}",
            $"project {Reference} --solve retention --year 5 --lang {language}",
            $"project {Reference} --solve retention --target 5 --lang {language}",
            $"project {Reference} --solve retention --target -5 --year 5 --lang {language}",
            $"project {Reference} --solve retention --target 5 --year 201 --lang {language}",
            $"project {Reference} --target 5 --lang {language}",
            $"project {Reference} --figure active --lang {language}",
            $"project {Reference} --years 0 --lang {language}",
            $"project {Reference} {Reference} --lang {language}",
        ]);
        Transcript.Matches(transcript, string.Join('\n', files) + "\n" + lines);
    }

    [Fact]
    public void ScenarioFile_ThatIsNotUtf8_IsRefused()
    {
        using var folder = Tool.NewFolder();
        File.WriteAllBytes(folder.File("x.toml"), [.. "name = \""u8, 0x83, 0x5C, (byte)'"']);
        var answer = Tool.Run("project", folder.File("x.toml"));
        Assert.Equal(2, answer.Code);
        Assert.Contains("UTF-8", answer.Error, StringComparison.Ordinal);
    }
}
