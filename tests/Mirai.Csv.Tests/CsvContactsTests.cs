using System.Globalization;
using System.IO.Compression;
using System.Text;
using Mirai.Csv.Loading;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Tests;

public class CsvContactsTests
{
    private const string Plain = "customer,date,channel,campaign,cost\nA,2024-03-01,post,spring,80\nB,2024-03-01,email,,\nA,2024-03-01,post,spring,80\n";

    [Theory]
    [InlineData(Plain)]
    [InlineData("顧客ID,発送日,媒体,施策,費用\nA,2024/3/1,post,spring,80円\nB,2024/3/1,email,,\nA,2024/3/1,post,spring,80円\n")]
    [InlineData("campaign_id;cost;Member ID;Sent at;Medium\nspring;80;A;2024-03-01 10:00;post\n;;B;20240301;email\nspring;\"80\";A;2024-03-01;\"post\"\n")]
    public void Load_KnownHeaders_AreRecognised(string text)
    {
        var load = Load(text);
        Assert.Equal(["A 2024-03-01 80 post spring", "A 2024-03-01 80 post spring", "B 2024-03-01 0 email "], Rows(load.Contacts));
        Assert.Equal((3, 2, true), (load.Contacts.ContactCount, load.Contacts.CustomerCount, load.Contacts.HasCosts));
    }

    [Fact]
    public void Load_OnlyCustomerAndDay_IsEnough()
    {
        var load = Load("customer,date\nA,2024-03-01\n");
        Assert.False(load.Contacts.HasCosts);
        Assert.Empty(load.Contacts.Dimensions);
        Assert.Null(load.Contacts.ContactsOf(0)[0].Cost);
        Assert.Equal("Columns: customer = customer, day = date.", load.Report.Notes[^1]);
    }

    [Fact]
    public void Load_HeaderWithoutRows_IsNoContacts()
    {
        var load = Load("customer,date\n");
        Assert.Equal((0, 0, null), (load.Contacts.ContactCount, load.Contacts.CustomerCount, load.Contacts.Days));
    }

    [Fact]
    public void Load_BadRows_AreCountedAndNamed()
    {
        var load = Load("customer,date,cost\nA,2024-03-01,80\n,2024-03-01,80\nA,yesterday,80\nA,2024-03-01,x\nA,2024-03-01,-1\nA,2024-03-01,1.5\nA,2024-03-01\n");
        Assert.Equal((7, 1), (load.Report.RowsRead, load.Report.RowsAccepted));
        Assert.Equal(
            [
                (IngestIssueKind.MissingCustomer, 3L), (IngestIssueKind.UnreadableDay, 4L), (IngestIssueKind.UnreadableCost, 5L),
                (IngestIssueKind.NegativeCost, 6L), (IngestIssueKind.TooManyDecimals, 7L), (IngestIssueKind.WrongFieldCount, 8L),
            ],
            load.Report.Samples.Select(issue => (issue.Kind, issue.LineNumber)));
        Assert.Equal("line 6, column cost: found `-1`, expected a cost of 0 or more", load.Report.Samples[3].ToString());
    }

    [Theory]
    [InlineData("customer,channel\nA,post\n", "No column is day. Found: `customer`, `channel`.")]
    [InlineData("customer,date,sent_at\nA,2024-03-01,2024-03-02\n", "--contacts-map day=date")]
    [InlineData("\n\n", "expected a header and rows")]
    [InlineData("customer,date\nA,x\n", "None of the 1 rows can be used.")]
    public void TryLoad_UnusableInput_SaysWhy(string text, string expected) => Assert.Contains(expected, Fail(text).Message, StringComparison.Ordinal);

    [Fact]
    public void TryLoad_MapOfPurchases_SaysWhatContactsHave() => Assert.Contains(
        "contacts have no amount; they have customer, day, cost, channel, campaign",
        Fail(Plain, new CsvOptions { Columns = ColumnMap.Parse("amount=cost") }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TryLoad_StopAtFirstBadRow_NamesIt() => Assert.StartsWith(
        "Stopped at the first bad row: line 2, column cost",
        Fail("customer,date,cost\nA,2024-03-01,x\nB,,1\n", new CsvOptions { Load = new PurchaseLoadOptions { OnBadRow = BadRowPolicy.Stop } }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Load_MappedColumns_MayBeOtherTextsToo()
    {
        var options = new CsvOptions { HasHeader = false, Columns = ColumnMap.Parse("day=1,customer=2,cost=4,language=3") };
        var load = Load("2024-03-01\tA\tja\t5\n", options);
        Assert.Equal(["language"], load.Contacts.Dimensions);
        Assert.Equal(["A 2024-03-01 5 ja"], Rows(load.Contacts));
    }

    [Fact]
    public void Load_SeveralFilesPatternsAndGzip_AreOneInput()
    {
        var folder = Directory.CreateTempSubdirectory("mirai-contacts-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.csv"), "customer,date,channel\nA,2024-03-01,post\n");
            using (var zipped = new GZipStream(File.Create(Path.Combine(folder, "b.csv.gz")), CompressionLevel.Fastest))
                zipped.Write("date,channel,customer\n2024-03-02,email,B\n"u8);
            File.WriteAllText(Path.Combine(folder, "c.txt"), "customer,date\nA,2024-03-01\n");
            var load = CsvContacts.Load(Path.Combine(folder, "*.csv*"));
            Assert.Equal(["A 2024-03-01 0 post", "B 2024-03-02 0 email"], Rows(load.Contacts));
            Assert.False(CsvContacts.TryLoad([Path.Combine(folder, "a.csv"), Path.Combine(folder, "c.txt")], null, out _, out var failure));
            Assert.Contains("it has no column channel, which the first file has", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Load_ShiftJis_IsRecognised()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(Encoding.GetEncoding("Shift_JIS").GetBytes("顧客ID,発送日,媒体\n山田,2024-03-01,はがき\n"));
        Assert.Equal(["山田 2024-03-01 0 はがき"], Rows(CsvContacts.Load(stream).Contacts));
    }

    /// <summary>Blocks of a few bytes, read on several threads, give the same contacts and the same bad rows.</summary>
    [Fact]
    public void Load_InSmallBlocksOnManyThreads_GivesTheSame()
    {
        var text = new StringBuilder("customer,date,channel,cost\n");
        for (var i = 0; i < 4_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"c{i % 700},2024-{1 + (i % 12):00}-{1 + (i % 28):00},{(i % 3 == 0 ? "post" : "\"e,mail\"")},{(i % 97 == 0 ? "x" : i % 100)}\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var expected = Outcome(bytes, blockSize: 1 << 20, threads: 1);
        Assert.Contains("read 4000, accepted 3958", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Outcome(bytes, blockSize: 200, threads: 5));
        Assert.Equal(expected, Outcome(bytes, blockSize: 4_000, threads: 2));
    }

    private static string Outcome(byte[] bytes, int blockSize, int threads)
    {
        var options = new CsvOptions { Load = new PurchaseLoadOptions { MaxThreads = threads } };
        using var files = new ContactFiles(options, progress: null, default, blockSize);
        using var stream = new MemoryStream(bytes);
        Assert.True(files.TryLoad(stream, out var load, out _));
        return string.Join('\n', Rows(load.Contacts)
            .Append($"read {load.Report.RowsRead}, accepted {load.Report.RowsAccepted}").Concat(load.Report.Samples.Select(issue => issue.ToString())));
    }

    private static ContactLoad Load(string text, CsvOptions? options = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return CsvContacts.Load(stream, options);
    }

    private static IngestFailure Fail(string text, CsvOptions? options = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.False(CsvContacts.TryLoad(stream, options, out _, out var failure));
        return failure;
    }

    private static List<string> Rows(ContactHistory contacts)
    {
        var rows = new List<string>();
        for (var customer = 0; customer < contacts.CustomerCount; customer++)
        {
            foreach (var entry in contacts.ContactsOf(customer))
            {
                var texts = string.Concat(contacts.Dimensions.Select(name => " " + entry.Texts[name]));
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"{contacts.CustomerKey(customer)} {entry.Day:yyyy-MM-dd} {entry.Cost ?? 0}{texts}"));
            }
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
