using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Mirai.Cli.Tests;

/// <summary>Whatever is wrong with the input, the tool in Japanese speaks Japanese.</summary>
public sealed partial class JapaneseRemarksTests : IDisposable
{
    private const string Header = "customer,day,amount,discount,order\n";
    private const string Good = "A,2024-03-01,100,0,1\n";
    private readonly Tool.Folder _folder = Tool.NewFolder();

    public JapaneseRemarksTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Options, and the text of the file: <c>~</c> stands for a line break, <c>0</c> behind <c>\</c> for NUL.</summary>
    public static TheoryData<string, string> BadInput => new()
    {
        { "", Header + Good + ",2024-03-01,1,,\nA,yesterday,1,,\nA,2024-03-01,x,,\nA,2024-03-01,99999999999999999999,,\nA,2024-03-01,1.5,,\nA,2024-03-01,1,y,\nA,2024-03-01,1,-1,\nA\n\"A,2024-03-01,1,,\nA\0,2024-03-01,1,,\nA,2024-03-01" },
        { "--currency USD", Header + Good + "A,2024-03-01,1.555,,\nA,2024-03-01,x,,\n" },
        { "--observed-until 2024-03-01", Header + Good + "A,2024-03-02,1,,\n" },
        { "--date-format dd/MM/yyyy", Header + Good },
        { "--on-bad-row stop", Header + "A,yesterday,1,,\n" },
        { "--max-bad-rows 0", Header + Good + "A,yesterday,1,,\n" },
        { "", Header },
        { "", "" },
        { "", "\n\n" },
        { "", "\"never closed\n" },
        { "", "nothing\n1\n" },
        { "", "customer;day\nA;2024-03-01\n" },
        { "", "customer,顧客ID,day,amount\nA,B,2024-03-01,1\n" },
        { "", "customer,customer,day,amount\nA,B,2024-03-01,1\n" },
        { "", "customer,day,amount,store,shop\nA,2024-03-01,1,x,y\n" },
        { "", string.Join(',', Enumerable.Range(1, 40).Select(column => $"c{column}")) + "\n1\n" },
        { "--map customer=custmer", Header + Good },
        { "--map customer=customer,store=customer", Header + Good },
        { "--map store=x", "x,x,customer,day,amount\n1,2,A,2024-03-01,1\n" },
        { "--map customer", Header + Good },
        { "--map =x", Header + Good },
        { "--map \"a\"=x", Header + Good },
        { "--map a=\"x", Header + Good },
        { "--map a=\"x\"y", Header + Good },
        { "--map a=\"\"", Header + Good },
        { "--map a=", Header + Good },
        { "--map a=b=c", Header + Good },
        { "--map a=b,", Header + Good },
        { "--map a=b,a=c", Header + Good },
        { "--map date=b", Header + Good },
        { "--map ,a=b", Header + Good },
        { "--no-header", Good },
        { "--no-header --map customer=1,day=2,amount=9", Good },
        { "--no-header --map customer=x,day=2,amount=3", Good },
        { "--no-header --map customer=1,day=2,amount=3", Good },
        { "--date-format YYYY", Header + Good },
        { "--date-format dd/MM/q", Header + Good },
        { "--date-format DD", Header + Good },
        { "--date-format MMMMM", Header + Good },
        { "--date-format dd/mm/yyyy", Header + Good },
        { "--date-format %d", Header + Good },
        { "--date-format 'dd", Header + Good },
        { "--encoding EBCDIC-QQ", Header + Good },
        { "--delimiter tab", "customer\tday\tamount\nA\t2024-03-01\n" },
        { "", "customer\tday\tamount\nA\t2024-03-01\t1\n" },
        { "", "PK\u0003\u0004 and so on" },
        { "", "PAR1 and so on" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public void BadInput_InJapanese_IsTalkedAboutInJapanese(string options, string text)
    {
        File.WriteAllText(_folder.File("in.csv"), text);
        IsJapanese(["measures", _folder.File("in.csv"), "--measures", "sales", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        IsJapanese(["measures", "-", "--measures", "sales", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)], text);
    }

    [Fact]
    public void Files_ThatCannotBeUsed_AreTalkedAboutInJapanese()
    {
        var good = Write("good.csv", Encoding.UTF8.GetBytes(Header + Good));
        var gzip = Zipped(Header + string.Concat(Enumerable.Repeat(Good, 5000)));
        IsJapanese(["measures", _folder.File("missing.csv")]);
        IsJapanese(["measures", _folder.File("missing*.csv")]);
        IsJapanese(["measures", _folder.Place]);
        IsJapanese(["measures", ""]);
        IsJapanese(["measures", good, good, "--measures", "sales"]);
        IsJapanese(["measures", good, Write("other.csv", Encoding.UTF8.GetBytes("customer,day,amount,order,channel\nA,2024-03-01,1,2,x\n"))]);
        IsJapanese(["measures", Write("plain.csv.gz", Encoding.UTF8.GetBytes(Header + Good)), "--measures", "sales"]);
        IsJapanese(["measures", Write("cut.csv.gz", gzip[..^30]), "--measures", "sales"]);
        IsJapanese(["measures", Write("damaged.csv.gz", [.. gzip[..20], 255, 255, 255, .. gzip[23..]]), "--measures", "sales"]);
        IsJapanese(["measures", Write("head.csv.gz", gzip[..12]), "--measures", "sales"]);
        IsJapanese(["measures", Write("sjis.csv", Encoding.GetEncoding(932).GetBytes("顧客ID,購入日,金額\n山田,2024-03-01,1\n")), "--measures", "sales"]);
        IsJapanese(["measures", Write("latin.csv", [.. Encoding.UTF8.GetBytes(Header), 0xE4, 0xFF, .. ",2024-03-01,1,,\n"u8, .. Encoding.UTF8.GetBytes(Good)]), "--measures", "sales"]);
        IsJapanese(["measures", Write("much.csv", Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("A,2024-03-01,9000000000000000000,,\n", 3))))]);
    }

    [Fact]
    public void AttributesAndContacts_ThatCannotBeUsed_AreTalkedAboutInJapanese()
    {
        var good = Write("good.csv", Encoding.UTF8.GetBytes(Header + Good));
        foreach (var text in (string[])
        [
            "", "\n", "x,y\n1,2\n", "customer,a,a\n1,2,3\n", "customer,a\n1,x\n1,y\n1,z\n", "customer,a\n,x\nB\nC\0,x\n\"D,x\n",
            "customer,a\n" + string.Concat(Enumerable.Range(1, 9).Select(row => $"{row},x\n{row},y\n")), "\"a", "customer,a\n1",
        ])
        {
            IsJapanese(["measures", good, "--measures", "sales", "--attributes", Write("attributes.csv", Encoding.UTF8.GetBytes(text))]);
        }

        foreach (var text in (string[])["", "day\n2024-03-01\n", "customer,day,cost\nA,2024-03-01,-1\nA,2024-03-01,x\n,2024-03-01,1\n"])
            IsJapanese(["measures", good, "--measures", "contacts", "--contacts", Write("contacts.csv", Encoding.UTF8.GetBytes(text))]);
        IsJapanese(["measures", good, "--contacts", good, "--contacts-map", "amount=amount"]);
    }

    [Fact]
    public void Configuration_WithAWrongMap_IsTalkedAboutInJapanese()
    {
        var file = Write("mirai.toml", Encoding.UTF8.GetBytes("[input]\npurchases = \"good.csv\"\ndate_format = \"qq\"\n[output]\nfolder = \"out\"\n"));
        Write("good.csv", Encoding.UTF8.GetBytes(Header + Good));
        IsJapanese(["run", file]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void IsJapanese(string[] arguments, string input = "")
    {
        var answer = Tool.RunWith(input, [.. arguments, "--lang", "ja"]);
        Assert.NotEmpty(answer.Error);
        Assert.NotEqual(3, answer.Code);
        var shown = answer.Error.Replace(_folder.Place, "", StringComparison.Ordinal);
        Assert.True(!Sentence().IsMatch(shown), $"{string.Join(' ', arguments)}\n{answer.Error}");
        Assert.Matches("[\u3041-\u30FF\u4E00-\u9FFF]", answer.Error);
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }

    private static byte[] Zipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>Two words side by side. Names of columns and files, options and formats stand alone or between signs.</summary>
    [GeneratedRegex(@"(?<![-.\w])[A-Za-z]{2,}[,;:.]? (?>[a-z_]{2,})(?!=)", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
