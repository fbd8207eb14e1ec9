using System.Text;
using Mirai.Ingest;

namespace Mirai.Csv.Tests;

public class CsvAttributesTests
{
    [Fact]
    public void Load_JapaneseHeaders_EveryOtherColumnIsAnAttribute()
    {
        var load = Load("顧客ID,地域,流入経路\nA1,東京,\"検索, 広告\"\nA2,,紹介\n");

        Assert.Equal("地域,流入経路", string.Join(",", load.Attributes.Names));
        Assert.Equal("検索, 広告", load.Attributes.Find("A1", "流入経路"));
        Assert.Null(load.Attributes.Find("A2", "地域"));
        Assert.Equal(2, load.Report.RowsAccepted);
    }

    [Fact]
    public void Load_BadRows_AreCountedAndNamed()
    {
        var load = Load("customer,region\nA,x\n,y\nB\n\"C,z\nD,w\0\nE,v");

        Assert.Equal(6, load.Report.RowsRead);
        Assert.Equal(2, load.Report.RowsAccepted);
        Assert.Equal(
            [(IngestIssueKind.MissingCustomer, 3L), (IngestIssueKind.WrongFieldCount, 4L), (IngestIssueKind.BrokenQuote, 5L), (IngestIssueKind.InvalidText, 6L)],
            load.Report.Samples.Select(issue => (issue.Kind, issue.LineNumber)));
        Assert.Equal("v", load.Attributes.Find("E", "region"));
    }

    [Fact]
    public void Load_RowsContradictEachOther_TheReportSaysSo()
    {
        var load = Load("customer,region\nA,x\nA,y\n");

        Assert.Contains(load.Report.Notes, note => note.ToString().Contains("customer A, region: kept `x`, dropped `y`", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NoCustomerColumn_NamesWhatWasFound()
    {
        using var stream = new MemoryStream("region,rank\nx,1\n"u8.ToArray());

        Assert.False(CsvAttributes.TryLoad(stream, null, out _, out var failure));
        Assert.Contains("No column is customer. Found: `region`, `rank`.", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoAttributesOfOneName_Fails()
    {
        using var stream = new MemoryStream("customer,region,region\nx,1,2\n"u8.ToArray());

        Assert.False(CsvAttributes.TryLoad(stream, null, out _, out var failure));
        Assert.Contains("2 columns are called `region`", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MappedCustomerWithoutHeader_ColumnsAreNumbered()
    {
        var load = Load("x;A\ny;B\n", new CsvOptions { HasHeader = false, Columns = ColumnMap.Parse("customer=2") });

        Assert.Equal("y", load.Attributes.Find("B", "column 1"));
    }

    [Fact]
    public void Load_CutOffLastLine_IsReported()
    {
        var load = Load("customer,region\nA,x\nB");

        Assert.Equal(IngestIssueKind.CutOff, Assert.Single(load.Report.Samples).Kind);
    }

    private static AttributeLoad Load(string text, CsvOptions? options = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return CsvAttributes.Load(stream, options);
    }
}
