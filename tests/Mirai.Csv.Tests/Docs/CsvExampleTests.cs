using System.Text;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Csv.Tests.Docs;

/// <summary>What docs/embedding.md shows of CSV.</summary>
public sealed class CsvExampleTests
{
    [Fact]
    public void Files_OfAPattern_AreOneInput()
    {
        var folder = Directory.CreateTempSubdirectory("mirai-docs-").FullName;
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var shiftJis = Encoding.GetEncoding("Shift_JIS");
            File.WriteAllText(Path.Combine(folder, "2025-01.csv"), "顧客番号,日付,税込,店\nA,2025-01-10,1200,銀座\n", shiftJis);
            File.WriteAllText(Path.Combine(folder, "2025-02.csv"), "顧客番号,日付,税込,店\nA,2025/2/11,800,銀座\nB,soon,1,梅田\n", shiftJis);

            var (customers, rows, bad) = Read(Path.Combine(folder, "*.csv"));

            Assert.Equal((1, 2, 1L), (customers, rows, bad));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Customers, int Purchases, long BadRows) Read(string pattern)
    {
        // snippet: csv
        var options = new CsvOptions
        {
            Columns = ColumnMap.Parse("customer=顧客番号,day=日付,amount=税込,store=店"),
            EncodingName = "Shift_JIS",
            Load = PurchaseLoadOptions.Default with { Currency = Currency.Jpy, MaxBadRows = 100 },
        };
        var load = CsvPurchases.Load(pattern, options);        // a file, a pattern such as exports/*.csv, gzip, or - for standard input
        using var history = load.History;
        // end
        return (history.CustomerCount, history.PurchaseCount, load.Report.BadRowCount);
    }
}
