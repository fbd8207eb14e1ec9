using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Mirai.Cli.Tests;

/// <summary><c>mirai history</c>.</summary>
public sealed class HistoryTests(StoredSample sample) : IClassFixture<StoredSample>
{
    [Theory]
    [InlineData("en", "history.txt")]
    [InlineData("ja", "history.ja.txt")]
    public void History_Pages_AreApproved(string language, string transcript)
    {
        string[][] lines =
        [
            ["--format", "table"], ["--format", "table", "--from", "2025-12-20", "--to", "2025-12-30"], ["--day", "2025-12-31", "--format", "table"],
            ["--day", "2025-12-28", "--format", "table"], ["--measures", "active_customers,retention_rate,trailing_sales", "--format", "table"],
            ["--from", "2030-01-01", "--format", "table"],
        ];
        var said = new StringBuilder();
        foreach (var line in lines)
        {
            var answer = Tool.Run(["history", sample.Database, .. line, "--lang", language]);
            Assert.Equal(0, answer.Code);
            said.Append("$ mirai history FOLDER/mirai.db ").AppendJoin(' ', line).Append('\n').Append(answer.Error).Append(answer.Output).Append('\n');
        }

        Transcript.Matches(transcript, sample.Anonymous(said.ToString()));
    }

    [Fact]
    public void History_AtAWideScreen_TellsTheFirstWarningBesideTheFiguresInColours()
    {
        foreach (var language in new[] { "en", "ja" })
        {
            var answer = Tool.RunAtScreen(120, "history", sample.Database, "--lang", language);

            Assert.Contains("\u001b[", answer.Output, StringComparison.Ordinal);
            var lines = System.Text.RegularExpressions.Regex.Replace(answer.Output, "\u001b\\[[0-9;]*m", "", default, TimeSpan.FromSeconds(10)).TrimEnd().Split('\n');
            Assert.Equal(7, lines.Length);
            Assert.All(lines, line => Assert.InRange(Page.Line.WidthOf(line), 0, 120));
            Assert.Contains(sample.Last.FirstWarning!.Title[language][..10], lines[5], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void History_AsCsv_IsOneRowADay()
    {
        var lines = Tool.Run("history", sample.Database).Output.TrimEnd().Split('\n');

        Assert.Equal("day,verdict,active_customers,change_7_days,change_1_year,retention_rate,warnings,first_warning_rule,first_warning,rules_hash", lines[0].TrimEnd('\r'));
        Assert.Equal(5, lines.Length);
        var active = sample.Last.Headline[0].Now.Exact!.Value;
        Assert.StartsWith($"2025-12-31,warning,{active},", lines[4], StringComparison.Ordinal);
        Assert.Contains($",{sample.Last.FirstWarning!.RuleId},", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void History_AsJson_IsOneObjectADay()
    {
        using var document = JsonDocument.Parse(Tool.Run("history", sample.Database, "--format", "json", "--to", "2025-12-29").Output);

        Assert.Equal(["2025-11-21", "2025-12-28", "2025-12-29"], document.RootElement.EnumerateArray().Select(day => day.GetProperty("day").GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public void History_ADayAsJson_IsTheStoredDocumentByteForByte()
    {
        using var expected = new MemoryStream();
        sample.Last.WriteJson(expected);
        expected.Write("\n"u8);

        Assert.Equal(Encoding.UTF8.GetString(expected.ToArray()), Tool.Run("history", sample.Database, "--day", "2025-12-31", "--format", "json").Output);
    }

    [Fact]
    public void History_ADayAsCsv_IsOneRowAFigure()
    {
        var lines = Tool.Run("history", sample.Database, "--day", "2025-12-31").Output.TrimEnd().Split('\n');

        Assert.Equal("measure,name,value,before,change,part,whole,complete", lines[0].TrimEnd('\r'));
        var retention = sample.Last.Headline[1].Now.Evidence!.Value;
        Assert.Contains(lines, line => line.StartsWith("retention_rate,Retention rate,", StringComparison.Ordinal)
            && line.Contains($",{retention.Part},{retention.Whole},1", StringComparison.Ordinal));
    }

    [Fact]
    public void History_Measures_AreSeriesOverTheStoredDays()
    {
        var lines = Tool.Run("history", sample.Database, "--measures", "active_customers, trailing_sales", "--from", "2025-12-01").Output.TrimEnd().Split('\n');

        Assert.Equal("day,active_customers,trailing_sales", lines[0].TrimEnd('\r'));
        Assert.Equal(4, lines.Length);
        Assert.Equal($"2025-12-31,{sample.Last.Headline[0].Now.Exact},{sample.Last.List[Measures.SalesMeasures.TrailingSales]!.Now.Exact}", lines[3].TrimEnd('\r'));
    }

    [Theory]
    [InlineData("", 2, "Which database?")]
    [InlineData("DB --day 2025-12-30", 2, "2025-12-30 is not stored; the last stored day is 2025-12-31.")]
    [InlineData("DB --day 2025-12-30 --format json", 2, "2025-12-30 is not stored")]
    [InlineData("DB --day 2025-12-31 --from 2025-01-01", 2, "--day and --from do not go together")]
    [InlineData("DB --from 2025-12-31 --to 2025-01-01", 2, "must come before")]
    [InlineData("DB --measures active_custmers", 2, "active_customers")]
    [InlineData("DB --day yesterday", 2, "--day")]
    [InlineData("FOLDER/none.db", 2, "there is no diagnosis database")]
    [InlineData("samples/purchases.csv", 2, "this file is no database")]
    [InlineData("samples", 2, "this is a folder")]
    [InlineData("none/mirai.db", 2, "there is no such folder")]
    public void History_Mistakes_AreToldAndExitWith2(string line, int code, string said)
    {
        var arguments = line.Replace("DB", sample.Database, StringComparison.Ordinal).Replace("FOLDER", Path.GetDirectoryName(sample.Database), StringComparison.Ordinal);

        var answer = Tool.RunLine($"history {arguments}");

        Assert.Equal(code, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void History_OfADamagedFile_SaysSoInTheLanguageAskedFor()
    {
        using var folder = Tool.NewFolder();
        var bytes = File.ReadAllBytes(sample.Database);
        bytes.AsSpan(4096, bytes.Length / 2).Fill(0xA5);
        File.WriteAllBytes(folder.File("mirai.db"), bytes);

        var answer = Tool.Run("history", folder.File("mirai.db"), "--lang", "ja");

        Assert.Equal(2, answer.Code);
        Assert.Contains("データベースが壊れています", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_WhileAnotherProgramWrites_WaitsForIt()
    {
        using var folder = Tool.NewFolder();
        File.Copy(sample.Database, folder.File("mirai.db"));
        using var other = new SqliteConnection($"Data Source={folder.File("mirai.db")};Pooling=False");
        other.Open();
        Execute(other, "BEGIN EXCLUSIVE");
        var ended = Task.Run(async () =>
        {
            await Task.Delay(1500);
            Execute(other, "ROLLBACK");
        });

        var answer = Tool.Run("history", folder.File("mirai.db"));
        await ended;

        Assert.Equal(0, answer.Code);
        Assert.Contains("2025-12-31", answer.Output, StringComparison.Ordinal);

        static void Execute(SqliteConnection connection, string sql)
        {
            using var command = new SqliteCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }
}
