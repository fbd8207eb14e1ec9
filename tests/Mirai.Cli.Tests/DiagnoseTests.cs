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
    public void Diagnose_AsJson_IsTheWholeDocument()
    {
        using var document = JsonDocument.Parse(Tool.Run("diagnose", Sample, "--format", "json").Output);
        var root = document.RootElement;
        Assert.Equal("2025-12-31", root.GetProperty("as_of").GetString());
        Assert.Equal("warning", root.GetProperty("verdict").GetString());
        Assert.Equal(40_539, root.GetProperty("data").GetProperty("ingest").GetProperty("rows_read").GetInt64());
        Assert.Equal(
            root.GetProperty("customers").GetProperty("attribution").GetProperty("change").GetInt64(),
            root.GetProperty("customers").GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("change").GetInt64()));
    }

    [Fact]
    public void Diagnose_WithRulesAndMailings_IsApproved()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal(0, Tool.Run("sample", "--out", folder.FullName, "--count", "800", "--years", "6", "--scenario", "mail").Code);
            var rules = Path.Combine(folder.FullName, "10-own.mirai");
            File.WriteAllText(rules, "mirai 1\n\ndisable a7_step_to_best en \"we do not steer by it\" ja \"使っていません\"\n");
            File.WriteAllText(Path.Combine(folder.FullName, "20-broken.mirai"), "mirai 1\n\nrule broken\n  title \"x\"\n  when activ_customers < 3\n  severity warning\n");
            var said = new System.Text.StringBuilder();
            foreach (var language in new[] { "en", "ja" })
            {
                var answer = Tool.Run(
                    "diagnose", Path.Combine(folder.FullName, "purchases.csv"), "--contacts", Path.Combine(folder.FullName, "contacts.csv"), "--rules",
                    Path.Combine(folder.FullName, "*.mirai"), "--lang", language, "--quiet");
                said.Append(answer.Output);
            }

            Transcript.Matches("diagnose.mail.txt", said.ToString().Replace(folder.FullName, "FOLDER", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("notice", 1)]
    [InlineData("warning", 1)]
    [InlineData("critical", 0)]
    public void Diagnose_FailOn_ReturnsOneWhereAWarningIsAsGrave(string level, int code) =>
        Assert.Equal(code, Tool.Run("diagnose", Sample, "--format", "csv", "--fail-on", level).Code);

    [Theory]
    [InlineData("--fail-on", "bad")]
    [InlineData("--rules", "no-such-file.mirai")]
    [InlineData("--rules", "tests/*.mirai")]
    public void Diagnose_WithWrongOptions_SaysSo(string option, string value)
    {
        var answer = Tool.Run("diagnose", Sample, option, value);
        Assert.Equal(2, answer.Code);
        Assert.Contains(value, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnose_Overdue_ListsThoseWithTheHighestSales()
    {
        using var history = Csv.CsvPurchases.Load(Sample).History;
        var listed = new CustomerAnalysis(history).Overdue(history.Days.Last, [], listed: 4).Listed;
        using var document = JsonDocument.Parse(Tool.Run("diagnose", Sample, "--format", "json", "--overdue", "4").Output);
        var overdue = document.RootElement.GetProperty("purchases").GetProperty("overdue").GetProperty("listed").EnumerateArray().ToList();
        Assert.Equal(listed.Select(customer => (customer.Customer, customer.Sales)), overdue.Select(customer => (customer.GetProperty("customer").GetString()!, customer.GetProperty("sales").GetDecimal())));
        Assert.DoesNotContain(listed[0].Customer, Tool.Run("diagnose", Sample).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(listed[0].Customer, Tool.Run("diagnose", Sample, "--overdue", "0").Output, StringComparison.Ordinal);
        foreach (var language in new[] { "en", "ja" })
        {
            var page = Tool.RunAtScreen(60, "diagnose", Sample, "--overdue", "4", "--lang", language, "--quiet").Output;
            var words = Diagnosis.DiagnosisWords.For(language);
            Assert.All(Enum.GetValues<Diagnosis.OverdueColumn>(), column => Assert.Contains(words.Of(column), page, StringComparison.Ordinal));
            Assert.All(listed, customer => Assert.Contains($"{customer.Sales:N0}", page, StringComparison.Ordinal));
        }
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
