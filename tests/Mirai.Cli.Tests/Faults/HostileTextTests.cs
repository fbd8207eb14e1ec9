using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mirai.Cli.Tests.Faults;

/// <summary>Names and rule texts that would do harm if anything took them for more than text, through every output of the tool.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>";
    private const string Formula = "=cmd|' /C calc'!A0";
    private const string Escape = "\u001b[31mred\u001b]0;title\u0007\u001b[2J";
    private const string Turned = "\u202Eright to left\u202C\u200F";

    private static readonly string[] Names =
    [
        Script, Formula, Escape, Turned, "\"quoted\" 'too' `and` \\so", new('x', 10_000), "👩‍👩‍👧‍👦🇯🇵", "]]>", "'); DROP TABLE run; --", "+1", "@SUM(A1)", "[bold red]markup[/]", "{0}%n{{",
        "\u0085next\u009b31m", "--quiet",
    ];

    private readonly Tool.Folder _folder = Tool.NewFolder();

    public HostileTextTests()
    {
        var rows = new StringBuilder("customer,day,amount,store\n");
        for (var i = 0; i < Names.Length; i++)
        {
            var name = Names[i].Replace("\"", "\"\"", StringComparison.Ordinal);
            for (var day = new DateOnly(2023, 1, 1 + i); day < new DateOnly(2025, 1, 1); day = day.AddDays(97))
                rows.Append(CultureInfo.InvariantCulture, $"\"{name}\",{day:yyyy-MM-dd},{1000 + i},\"{name}\"\n");
        }

        File.WriteAllText(Purchases, rows.ToString());
        File.WriteAllText(
            _folder.File("own.mirai"),
            $"""
            mirai 1

            rule each_store
              title    ja "{Script} {Formula} {Escape}"
                       en "{Script} {Formula}"
              for each store
              when     active_customers < 50
              severity warning
              message  ja "{Escape} {Formula}"
                       en "{Escape} {Formula}"

            """);
        File.WriteAllText(_folder.File("wrong.mirai"), $"mirai 1\n\nrule wrong\n  title \"{Escape}\"\n  when {Escape} < 3\n  severity warning\n");
    }

    private string Purchases => _folder.File("purchases.csv");

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Diagnosis_OfHostileTexts_ReachesEveryOutputAsText(string language)
    {
        var answer = Tool.RunAtScreen(100, "diagnose", Purchases, "--rules", _folder.File("*.mirai"), "--out", _folder.File("out"), "--lang", language);
        Assert.Equal(0, answer.Code);
        AssertHarmless(answer);
        Assert.Contains("wrong.mirai:5", answer.Output + answer.Error, StringComparison.Ordinal);
        Assert.Contains(Formula, answer.Output, StringComparison.Ordinal);

        var page = File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.File("out"), "*.html")));
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
        AssertWorkbook(Assert.Single(Directory.GetFiles(_folder.File("out"), "*.xlsx")));

        var database = _folder.File("out/mirai.db");
        foreach (var asked in new string[][] { [], ["--day", "2024-12-31"], ["--measures", "active_customers"] })
        {
            string[] words = ["history", database, .. asked.Select(word => word is "2024-12-31" ? LastDay() : word), "--lang", language];
            AssertHarmless(Tool.RunAtScreen(100, words));
            AssertHarmless(Tool.RunAtScreen(100, [.. words, "--format", "csv"]));
            using var document = JsonDocument.Parse(Tool.Run([.. words, "--format", "json"]).Output);
        }
    }

    [Fact]
    public void Diagnosis_OfHostileTexts_IsExactInJson()
    {
        var answer = Tool.Run("diagnose", Purchases, "--rules", _folder.File("own.mirai"), "--format", "json", "-q");
        Assert.DoesNotContain('\u001b', answer.Output);
        using var document = JsonDocument.Parse(answer.Output);
        var stores = document.RootElement.GetProperty("rules").GetProperty("warnings").EnumerateArray()
            .Where(warning => warning.GetProperty("rule_id").GetString() is "each_store")
            .Select(warning => warning.GetProperty("part").GetProperty("store")[0].GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(Names.Order(StringComparer.Ordinal), stores, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("measures", "--measures", "active_customers", "--by", "store", "--from", "2024-11-01")]
    [InlineData("segments", "--by", "store")]
    [InlineData("segments", "--by", "store", "--per-customer")]
    public void Table_OfHostileNames_IsHarmlessOnAScreenAndExactInAFile(params string[] words)
    {
        string[] asked = [words[0], Purchases, .. words[1..], "-q"];
        AssertHarmless(Tool.RunAtScreen(80, [.. asked, "--format", "table"]));
        AssertHarmless(Tool.RunAtScreen(80, [.. asked, "--format", "csv"]));
        using var document = JsonDocument.Parse(Tool.Run([.. asked, "--format", "json"]).Output);
        var csv = Tool.Run([.. asked, "--format", "csv"]).Output;
        Assert.All(Names, name => Assert.Contains(name.Replace("\"", "\"\"", StringComparison.Ordinal), csv, StringComparison.Ordinal));
    }

    [Fact]
    public void Messages_ThatQuoteHostileTexts_AreHarmless()
    {
        File.WriteAllText(_folder.File("bad.csv"), $"customer,day,amount\nA,{Escape},5\n{Escape},2024-01-01,{Escape}\nB,2024-01-01,5\n");
        AssertHarmless(Tool.Run("measures", _folder.File("bad.csv")));
        AssertHarmless(Tool.Run("measures", $"{Escape}.csv"));
        AssertHarmless(Tool.Run("measures", Purchases, $"--{Escape}"));
        AssertHarmless(Tool.Run("measures", Purchases, "--by", Escape));
        AssertHarmless(Tool.Run("rules", "check", _folder.File("wrong.mirai")));
        File.WriteAllText(_folder.File("mirai.toml"), "[input]\npurchases = \"\\u001b[31m.csv\"\n[output]\nfolder = \"out\"\n\"\\u001b[2J\" = 1\n");
        AssertHarmless(Tool.Run("run", _folder.File("mirai.toml")));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Nothing but the tool's own colours acts on the terminal, and no line floods it.</summary>
    private static void AssertHarmless(Tool.Answer answer)
    {
        foreach (var text in new[] { Colour().Replace(answer.Output, ""), answer.Error })
        {
            Assert.DoesNotContain(text, character => (char.IsControl(character) && character is not ('\n' or '\r' or '\t')) || character is '\u202E' or '\u2066');
        }
    }

    private static void AssertWorkbook(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var texts = new StringBuilder();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var root = XDocument.Load(stream).Root!;
            Assert.DoesNotContain(root.DescendantsAndSelf(), element => element.Name.LocalName is "f" && element.Value.Contains("cmd", StringComparison.Ordinal));
            texts.Append(root.Value);
        }

        Assert.Contains(Formula, texts.ToString(), StringComparison.Ordinal);
        Assert.Contains(Script, texts.ToString(), StringComparison.Ordinal);
    }

    private string LastDay()
    {
        using var database = Sqlite.DiagnosisDatabase.Open(_folder.File("out/mirai.db"), Sqlite.DatabaseOptions.Reading);
        return database.LastDay!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Colour();
}
