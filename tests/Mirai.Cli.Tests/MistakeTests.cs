namespace Mirai.Cli.Tests;

public class MistakeTests
{
    private const string Small = Tool.Inputs + "/small.csv";

    /// <summary>What people get wrong, one line each; the transcripts hold what they are told.</summary>
    private static readonly string[] Lines =
    [
        "",
        "diagnos samples/purchases.csv",
        "diagnose",
        "diagnose --as-of",
        $"diagnose {Small} --as-off 2024-01-01",
        $"diagnose {Small} --as-of 2024-01-01 --as-of 2024-01-02",
        $"diagnose {Small} --as-of 2030-01-01",
        $"diagnose {Small} --as-of yesterday",
        $"diagnose {Small} --format xml",
        $"diagnose {Small} --lang fr",
        $"diagnose {Small} --active-period fortnight",
        $"diagnose {Small} --active-period 0d",
        $"diagnose {Small} --currency yen",
        $"diagnose {Small} --delimiter xx",
        $"diagnose {Small} --encoding EBCDIC-QQ",
        $"diagnose {Small} --date-format qq",
        $"diagnose {Small} --map customer",
        $"diagnose {Small} --map customer=nobody",
        $"diagnose {Small} --max-bad-rows many",
        $"diagnose {Small} --overdue some",
        $"diagnose {Small} --overdue -1",
        $"diagnose {Small} --overdue 10001",
        $"diagnose {Small} --on-bad-row ignore",
        $"diagnose {Small} --observed-until 2021-01-01",
        $"diagnose {Small} --attributes {Tool.Inputs}/nothing.csv",
        $"diagnose {Tool.Inputs}/nothing.csv",
        $"diagnose {Tool.Inputs}/nothing*.csv",
        $"diagnose {Tool.Inputs}",
        $"diagnose {Tool.Inputs}/empty.csv",
        $"diagnose {Tool.Inputs}/header-only.csv",
        $"diagnose {Tool.Inputs}/missing-column.csv",
        $"diagnose {Tool.Inputs}/overflow.csv",
        $"diagnose {Tool.Inputs}/semicolon.csv --on-bad-row stop",
        $"measures {Small} --measures activ_customers",
        $"measures {Small} --measures zzz",
        $"measures {Small} --measures ,",
        $"measures {Small} --measures discount_rate --map discount=-",
        $"measures {Small} --by stores",
        $"measures {Small} --by portfolios",
        $"measures {Small} --by first_purchase_discounted --map discount=-",
        $"measures {Small} --by purchase_count:2,1",
        $"measures {Small} --from 2024-02-01 --to 2024-01-01",
        $"measures {Small} --to 2035-01-01",
        $"measures {Small} --output {Tool.Inputs}",
        $"measures {Small} --output no/such/folder/file.csv",
        $"segments {Small} --by decil",
        $"cohorts {Small} --grain week",
        $"cohorts {Small} --value profit",
        $"flow {Small} --between 2024-01-01",
        $"flow {Small} --between 2024-02-01 2024-01-01",
        $"flow {Small} --between 2024-01-01 soon",
        $"flow {Small} --between 2019-01-01 2024-01-01",
        "sample",
        $"sample --out {Tool.Inputs}",
        "sample --out nowhere --count 0",
        "sample --out nowhere --years 31",
        "sample --out nowhere --seed x",
        "sample --out nowhere --scenario sunny",
        "sample here --out nowhere",
    ];

    [Theory]
    [InlineData("en", "mistakes.txt")]
    [InlineData("ja", "mistakes.ja.txt")]
    public void Mistakes_OfEveryKind_AreToldApart(string language, string transcript) =>
        Transcript.Matches(transcript, Transcript.Of(Lines.Select(line => line.Contains("--lang", StringComparison.Ordinal) ? line : $"{line} --lang {language}")));

    [Fact]
    public void Mistakes_OfEveryKind_ExitWith2AndPrintNothing() => Assert.All(Lines, line =>
    {
        var answer = Tool.RunLine(line);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains("mirai: ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    });

    [Fact]
    public void Attribute_ThatIsAlsoADimension_MustBeSaidWhich()
    {
        using var folder = Tool.NewFolder();
        File.WriteAllText(folder.File("c.csv"), "customer,store\nA,north\n");
        string[] asked = ["segments", Small, "--attributes", folder.File("c.csv"), "--quiet", "--by"];
        Assert.Contains("attribute:store or dimension:store", Tool.Run([.. asked, "store"]).Error, StringComparison.Ordinal);
        Assert.Contains("\nnorth,", Tool.Run([.. asked, "attribute:store"]).Output, StringComparison.Ordinal);
        Assert.Contains("\neast,", Tool.Run([.. asked, "dimension:store"]).Output, StringComparison.Ordinal);
    }
}
