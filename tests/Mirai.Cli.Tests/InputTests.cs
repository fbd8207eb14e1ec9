using System.IO.Compression;
using System.Text;

namespace Mirai.Cli.Tests;

public class InputTests
{
    private const string Small = Tool.Inputs + "/small.csv";

    private static readonly string[] Sales = ["--measures", "sales", "--quiet"];

    [Fact]
    public void Input_FromStandardInput_IsThatOfTheFile() =>
        Assert.Equal(Tool.Run(["measures", Small, .. Sales]).Output, Tool.RunWith(File.ReadAllText(Small), ["measures", "-", .. Sales]).Output);

    [Fact]
    public void Input_OfSeveralFilesAPatternAndGzip_IsOneInput()
    {
        using var folder = Tool.NewFolder();
        var lines = File.ReadAllLines(Small);
        File.WriteAllLines(folder.File("a1.csv"), lines.Take(8));
        using (var zipped = new GZipStream(File.Create(folder.File("a2.csv.gz")), CompressionLevel.Fastest))
            zipped.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines.Skip(8).Prepend(lines[0]))));
        var expected = Tool.Run(["measures", Small, .. Sales]).Output;
        Assert.Equal(expected, Tool.Run(["measures", folder.File("a*.csv*"), .. Sales]).Output);
        Assert.Equal(expected, Tool.Run(["measures", folder.File("a2.csv.gz"), folder.File("a1.csv"), .. Sales]).Output);
    }

    [Fact]
    public void Input_WithoutHeader_IsReadByPositions()
    {
        var rows = string.Join('\n', File.ReadAllLines(Small).Skip(1));
        string[] map = ["--no-header", "--map", "customer=1,day=2,amount=3,discount=4,order=5,store=6"];
        Assert.Equal(Tool.Run(["measures", Small, .. Sales]).Output, Tool.RunWith(rows, ["measures", "-", .. map, .. Sales]).Output);
    }

    [Theory]
    [InlineData("a;b;c\nA;31/12/2024;10\n", "--map customer=a,day=b,amount=c --delimiter ; --date-format dd/MM/yyyy", "2024-12-31,10")]
    [InlineData("customer day  amount\n A  20241231   10\n", "--delimiter space", "2024-12-31,10")]
    [InlineData("customer\tday\tamount\nA\t2024-12-31\t10.255\n", "--delimiter tab --currency USD --round", "2024-12-31,10.26")]
    [InlineData("customer,day,amount\nA,2024-12-31,10.255\n", "--currency xyz:3", "2024-12-31,10.255")]
    [InlineData("customer,day,amount\nA,2024-12-31,7.5\n", "--currency EUR", "2024-12-31,7.50")]
    [InlineData("customer|day|amount\nA|2024-12-31|\"1,234\"\n", "--delimiter |", "2024-12-31,1234")]
    [InlineData("顧客ID,購入日,金額\nA,2024/12/31,1000\n", "", "2024-12-31,1000")]
    public void Input_InOtherForms_IsRead(string text, string options, string expected)
    {
        var answer = Tool.RunWith(text, ["measures", "-", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. Sales]);
        Assert.Equal($"day,sales\n{expected}\n", answer.Output);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public void Input_InShiftJis_IsReadByNameAndRecognised()
    {
        string[] asked = ["segments", Tool.Inputs + "/shift-jis.csv", "--by", "store", "--per-customer", "--quiet"];
        var stated = Tool.Run([.. asked, "--encoding", "Shift_JIS"]);
        Assert.Contains("い2,大阪,active,2024-03-05", stated.Output, StringComparison.Ordinal);
        Assert.Equal(stated.Output, Tool.Run(asked).Output);
    }

    [Fact]
    public void Contacts_OfAFile_GiveTheirMeasures()
    {
        using var folder = Tool.NewFolder();
        File.WriteAllText(folder.File("mail.csv"), "member,sent,price\nA1,2024-12-30,80\nnobody,2024-12-30,80\nA1,2025-12-31,80\n");
        string[] asked = ["measures", Small, "--measures", "contacts,contact_cost", "--from", "2024-12-30", "--quiet"];
        string[] contacts = ["--contacts", folder.File("mail.csv"), "--contacts-map", "customer=member,day=sent,cost=price"];
        var answer = Tool.Run([.. asked, .. contacts]);
        Assert.Equal("day,contacts,contact_cost\n2024-12-30,2,160\n", answer.Output);
        Assert.Empty(answer.Error);
        var talk = Tool.Run([.. asked[..^1], .. contacts, "--lang", "ja"]).Error;
        Assert.Contains("観測最終日より後の配布1件は除きました。", talk, StringComparison.Ordinal);
        var all = Tool.Run(["measures", Small, "-q", .. contacts]).Output.Split('\n')[0].Split(',');
        Assert.Equal(Mirai.Measures.MeasureCatalog.BuiltIn.Measures.Where(measure => !measure.IsMonthly).Select(measure => measure.Id).Prepend("day"), all, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("--measures contacts", "needs contacts")]
    [InlineData("--by contact_band", "needs contacts")]
    [InlineData("--contacts nowhere.csv", "nowhere.csv")]
    [InlineData("--contacts-map amount=3 --contacts " + Small, "contacts have no amount")]
    public void Contacts_Missing_AreAskedFor(string options, string expected)
    {
        var answer = Tool.Run(["measures", Small, .. options.Split(' ')]);
        Assert.Equal(2, answer.Code);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ObservedUntil_AfterTheLastRow_LengthensTheSeries()
    {
        var lines = Tool.Run(["measures", Small, "--observed-until", "2025-01-02", .. Sales]).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["2024-12-30,980", "2024-12-31,0", "2025-01-01,0", "2025-01-02,0"], lines[^4..]);
    }

    [Theory]
    [InlineData("bad-rows.txt", "en")]
    [InlineData("bad-rows.ja.txt", "ja")]
    public void BadRows_OfEveryKind_AreAlwaysTold(string transcript, string language) => Transcript.Matches(transcript, Transcript.Of(
    [
        $"measures {Tool.Inputs}/bad-rows.csv --measures sales --from 2024-03-01 --quiet --lang {language}",
        $"measures {Tool.Inputs}/bad-rows.csv --measures sales --from 2024-03-01 --round --lang {language}",
        $"measures {Tool.Inputs}/bad-rows.csv --on-bad-row stop --lang {language}",
        $"measures {Tool.Inputs}/bad-rows.csv --max-bad-rows 4 --lang {language}",
        $"measures {Tool.Inputs}/bad-rows.csv --max-bad-rows 5 --measures sales --from 2024-03-01 --quiet --lang {language}",
        $"diagnose {Tool.Inputs}/bad-rows.csv --quiet --lang {language}",
    ]));
}
