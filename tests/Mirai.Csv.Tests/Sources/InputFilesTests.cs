using System.IO.Compression;
using System.Text;
using Mirai.Ingest;

namespace Mirai.Csv.Tests.Sources;

public sealed class InputFilesTests : IDisposable
{
    private const string Rows = "customer,day,amount\n1,2024-01-01,5\n2,2024-01-02,6\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("mirai-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_SeveralFilesWithColumnsInAnotherOrder_AreOneInput()
    {
        var first = Write("a.csv", "customer,day,amount,store,discount\n1,2024-01-01,5,Ginza,1\n");
        var second = Write("b.csv", "値引額;店舗;金額;購入日;顧客ID\n2;Ueno;6;2024/1/2;1\n");
        var load = CsvPurchases.Load([first, second]);

        Assert.Equal(["1|2024-01-01|5|1", "1|2024-01-02|6|2"], CsvText.Rows(load.History), StringComparer.Ordinal);
        Assert.Equal(["Ginza", "Ueno"], load.History.DimensionValues("store").Where(text => text.Length > 0), StringComparer.Ordinal);
        Assert.Contains($"{second}: delimiter recognised as `;`.", load.Report.Notes.Select(note => note.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Load_SecondFileLacksADimension_NamesBothFiles()
    {
        var first = Write("a.csv", "customer,day,amount,store\n1,2024-01-01,5,Ginza\n");
        var second = Write("b.csv", "customer,day,amount,order\n1,2024-01-01,5,77\n");

        Assert.Equal(
            $"{second} does not fit {first}: it has a column order, which the first file has not, it has no column store, which the first file has. "
            + "Files of one load have the same columns; --map NAME=- leaves one out.",
            Failure(first, second));
    }

    [Fact]
    public void Load_Pattern_FilesInOrdinalOrder()
    {
        Write("p/b.csv", "customer,day,amount\n1,x,5\n");
        Write("p/B.csv", "customer,day,amount\n1,y,5\n");
        Write("p/q/a.csv", Rows);
        Write("p/c.txt", "not a table");
        var load = CsvPurchases.Load(Path.Combine(_folder, "p/**/*.csv"));

        Assert.Equal((4, 2), (load.Report.RowsRead, load.Report.RowsAccepted));
        Assert.Equal(["y", "x"], load.Report.Samples.Select(issue => issue.Found), StringComparer.Ordinal);
        Assert.All(load.Report.Samples, issue => Assert.Equal(2, issue.LineNumber));
    }

    [Fact]
    public void Load_PatternWithoutMatch_NamesThePattern() =>
        Assert.Contains($"No file matches the pattern `{_folder}/none-*.csv`", Failure($"{_folder}/none-*.csv"), StringComparison.Ordinal);

    [Fact]
    public void Load_FileNamedTwice_IsReadOnceAndNoted()
    {
        var file = Write("a.csv", Rows);
        var load = CsvPurchases.Load([file, Path.Combine(_folder, "*.csv")]);

        Assert.Equal(2, load.Report.RowsRead);
        Assert.Contains($"{file} was given twice and is read once.", load.Report.Notes.Select(note => note.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Load_WhatIsNoFile_SaysWhatItIs()
    {
        var file = Write("a.csv", Rows);

        Assert.Contains($"{_folder} is a folder; expected a file", Failure(_folder), StringComparison.Ordinal);
        Assert.Contains($"There is no file {_folder}/missing.csv", Failure($"{_folder}/missing.csv"), StringComparison.Ordinal);
        Assert.Contains($"{file}/x", Failure($"{file}/x"), StringComparison.Ordinal);
        Assert.Contains("The name of an input file is empty", Failure(""), StringComparison.Ordinal);
        Assert.Contains("No input was given", Failure(), StringComparison.Ordinal);
    }

    [FactWithoutRoot]
    public void Load_FileWithoutPermission_SaysSo()
    {
        var file = Write("a.csv", Rows);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.None);

        Assert.Contains($"{file} cannot be read", Failure(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Gzip_InOneOrSeveralMembers()
    {
        byte[] members = [.. Gzip("customer,day,amount\n1,2024-01-01,5\n"), .. Gzip("2,2024-01-0"), .. Gzip("2,6\n")];
        foreach (var bytes in (byte[][])[Gzip(Rows), members])
        {
            var load = CsvText.Load(bytes);
            Assert.Equal((2, 2), (load.Report.RowsRead, load.Report.RowsAccepted));
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.999)]
    public void Load_GzipCutOff_IsReportedAndWhatCameBeforeIsKept(double part)
    {
        var random = new Random(7);
        var text = new StringBuilder("customer,day,amount\n");
        for (var row = 0; row < 50_000; row++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{random.Next()},2024-01-01,{random.Next(1000)}\n");
        byte[] whole = [.. Gzip(text.ToString(0, 500_000)), .. Gzip(text.ToString(500_000, text.Length - 500_000))];
        var load = CsvText.Load(whole[..(int)(whole.Length * part)]);

        var issue = Assert.Single(load.Report.Samples);
        Assert.Equal(IngestIssueKind.CutOff, issue.Kind);
        Assert.Contains("the compressed data ends too early", issue.Expected, StringComparison.Ordinal);
        Assert.Equal(load.Report.RowsRead + 1, issue.LineNumber);
        Assert.InRange(load.Report.RowsAccepted, 10_000, 49_999);
    }

    [Fact]
    public void Load_GzipWithoutItsLastBytes_SaysThatMoreMayHaveFollowed()
    {
        var whole = Gzip(Rows);
        var issue = Assert.Single(CsvText.Load(whole[..^3]).Report.Samples);

        Assert.Equal((IngestIssueKind.CutOff, 4L), (issue.Kind, issue.LineNumber));
    }

    [Fact]
    public void Load_NamedAsGzipButIsNot_SaysSo() =>
        Assert.Contains("is named as gzip, but its first bytes are not", Failure(Write("a.csv.gz", Rows)), StringComparison.Ordinal);

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Load_NoDelimiterStated_ItIsFound(string delimiter)
    {
        var text = "customer,day,amount,remark\n1,2024-01-01,5,\"a;b|c\td\"\n2,2024-01-02,6,x\n".Replace(",", delimiter, StringComparison.Ordinal);

        Assert.Equal(2, CsvText.Load(text).Report.RowsAccepted);
    }

    [Fact]
    public void Load_HintOfASpreadsheetProgram_SetsTheDelimiterAndKeepsLineNumbers()
    {
        var load = CsvText.Load("sep=;\r\ncustomer;day;amount\r\n1;2024-01-01;5\r\n2;x,y,z;6\r\n");

        Assert.Equal(1, load.Report.RowsAccepted);
        Assert.Equal(4, load.Report.Samples.Single().LineNumber);
    }

    [Fact]
    public void Load_RunsOfBlanks_AlignedColumnsAndQuotes()
    {
        var options = new CsvOptions { Delimiter = CsvDelimiter.Blanks };
        var load = CsvText.Load("  customer   day\t amount  \r\n \"A  \"\"B\"\" C\"  20240101   5\r\n\r\nD 20240102 6", options);

        Assert.Equal(["A  \"B\" C|2024-01-01|5|0", "D|2024-01-02|6|0"], CsvText.Rows(load.History), StringComparer.Ordinal);
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Failure(params string[] paths)
    {
        Assert.False(CsvPurchases.TryLoad(paths, null, out _, out var failure));
        return failure!.Message;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A fact about permissions, which do not bind the superuser.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FactWithoutRootAttribute : FactAttribute
    {
        public FactWithoutRootAttribute()
        {
            if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Skip = "Permissions do not bind this user.";
        }
    }
}
