using System.Globalization;
using System.Text;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Csv.Tests;

/// <summary>Nothing that a file can hold is an exception, and nothing is dropped without being counted.</summary>
public class BadInputTests
{
    private const string Header = "customer,day,amount\n";

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\r\n \n", "nothing but blank lines")]
    [InlineData("customer,date,total_qty\n1,2024-01-01,5\n", "No column is amount. Found: `customer`, `date`, `total_qty`.")]
    [InlineData("customer,day,amount,amount\n1,2024-01-01,5,6\n", "2 columns fit amount and have the same header")]
    [InlineData("customer,day,amount,売上\n1,2024-01-01,5,6\n", "2 columns fit amount: `amount` and `売上`")]
    [InlineData("just one column\n1\n", "The delimiter taken is `,`")]
    [InlineData("cus\"tomer,\"day,amount\n1,2,3\n", "a quote in the first line is never closed")]
    [InlineData("PK\u0003\u0004workbook", "is a ZIP archive or a workbook")]
    [InlineData("PAR1xxxxPAR1", "is a Parquet or Arrow file")]
    public void Load_NoTable_SaysWhatWasFound(string text, string expected) =>
        Assert.Contains(expected, CsvText.Fail(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_HeaderOnly_SaysThereAreNoRows() => Assert.Contains("has no rows", CsvText.Fail(Header).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1,2024-13-01,5", IngestIssueKind.UnreadableDay, "day", "2024-13-01")]
    [InlineData("1,2023-02-29,5", IngestIssueKind.UnreadableDay, "day", "2023-02-29")]
    [InlineData("1,,5", IngestIssueKind.UnreadableDay, "day", "")]
    [InlineData("1,0000-01-01,5", IngestIssueKind.UnreadableDay, "day", "0000-01-01")]
    [InlineData("1,2024-01-01,5x", IngestIssueKind.UnreadableAmount, "amount", "5x")]
    [InlineData("1,2024-01-01,", IngestIssueKind.UnreadableAmount, "amount", "")]
    [InlineData("1,2024-01-01,1.5", IngestIssueKind.TooManyDecimals, "amount", "1.5")]
    [InlineData("1,2024-01-01,9223372036854775808", IngestIssueKind.AmountTooLarge, "amount", "9223372036854775808")]
    [InlineData(",2024-01-01,5", IngestIssueKind.MissingCustomer, "customer", "")]
    [InlineData("a\0b,2024-01-01,5", IngestIssueKind.InvalidText, "customer", "a␀b")]
    [InlineData("1,2024-01-01", IngestIssueKind.WrongFieldCount, "", "1,2024-01-01")]
    [InlineData("1,2024-01-01,5,6", IngestIssueKind.WrongFieldCount, "", "1,2024-01-01,5,6")]
    [InlineData("\"1,2024-01-01,5", IngestIssueKind.BrokenQuote, "", "\"1,2024-01-01,5")]
    [InlineData("\"1\"x,2024-01-01,5", IngestIssueKind.BrokenQuote, "", "\"1\"x,2024-01-01,5")]
    public void Load_OneBadRow_IsNamedByLineColumnAndText(string row, IngestIssueKind kind, string column, string found)
    {
        // The same row is judged on the plain path, and on that of quoted text.
        foreach (var good in (string[])["7,2024-01-02,1\n", "\"7\",2024-01-02,1\n"])
        {
            var load = CsvText.Load($"{Header}{good}\n{row}\n{good}");
            var issue = Assert.Single(load.Report.Samples);
            Assert.Equal((kind, 4L, column, found), (issue.Kind, issue.LineNumber, issue.Column, issue.Found));
            Assert.Equal((3, 2), (load.Report.RowsRead, load.Report.RowsAccepted));
            Assert.Equal(["7|2024-01-02|1|0", "7|2024-01-02|1|0"], CsvText.Rows(load.History));
        }
    }

    [Fact]
    public void Load_LastLineCutOff_IsAnIssueOnlyWhereFieldsAreMissing()
    {
        Assert.Equal(2, CsvText.Load($"{Header}1,2024-01-01,5\n2,2024-01-01,6").Report.RowsAccepted);
        foreach (var good in (string[])["1,2024-01-01,5\n", "\"1\",2024-01-01,5\n"])
        {
            var issue = Assert.Single(CsvText.Load($"{Header}{good}2,2024-0").Report.Samples);
            Assert.Equal((IngestIssueKind.CutOff, 3L, "2,2024-0"), (issue.Kind, issue.LineNumber, issue.Found));
        }
    }

    [Fact]
    public void Load_QuoteNeverClosed_CostsItsLineAndNoOther()
    {
        var rows = string.Concat(Enumerable.Range(0, 400_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},2024-01-01,5\n")));
        var load = CsvText.Load($"{Header}1,2024-01-01,5\n\"2,2024-01-01,5\n\"two\nlines\",2024-01-01,6\n{rows}");

        Assert.Equal((IngestIssueKind.BrokenQuote, 3L), load.Report.Samples.Select(issue => (issue.Kind, issue.LineNumber)).Single());
        Assert.Equal(400_002, load.Report.RowsAccepted);
        Assert.Contains("two\nlines|2024-01-01|6|0", CsvText.Rows(load.History), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Load_LineEnds_AllServe(string lineEnd)
    {
        var load = CsvText.Load($"customer,day,amount{lineEnd}1,2024-01-01,5{lineEnd}{lineEnd}2,2024-01-02,x{lineEnd}3,2024-01-03,7{lineEnd}");

        Assert.Equal(["1|2024-01-01|5|0", "3|2024-01-03|7|0"], CsvText.Rows(load.History));
        Assert.Equal(4, load.Report.Samples.Single().LineNumber);
    }

    [Fact]
    public void Load_FirstAndLastDayOfTheCalendar_AreDays()
    {
        var load = CsvText.Load($"{Header}1,0001-01-01,5\n1,9999-12-31,6\n1,00010102,7\n");

        Assert.Equal(["1|0001-01-01|5|0", "1|0001-01-02|7|0", "1|9999-12-31|6|0"], CsvText.Rows(load.History));
    }

    [Fact]
    public void Load_LargestAmount_IsExact() =>
        Assert.Equal(["1|2024-01-01|92233720368547758.07|0"], CsvText.Rows(CsvText.Load(
            $"{Header}1,2024-01-01,92233720368547758.07\n", new() { Load = new() { Currency = Currency.Usd } }).History));

    [Fact]
    public void Load_SumBeyond64Bits_IsAFailure() =>
        Assert.Contains("do not fit", CsvText.Fail($"{Header}1,2024-01-01,9223372036854775807\n1,2024-01-01,9223372036854775807\n").Message, StringComparison.Ordinal);

    [Fact]
    public void Load_FullWidthDigits_AreDigits() =>
        Assert.Equal(["１２|2024-01-31|1234|0"], CsvText.Rows(CsvText.Load($"{Header}１２,２０２４/１/３１,１，２３４\n".Replace("１，２３４", "\"１，２３４\"", StringComparison.Ordinal)).History));

    [Fact]
    public void Load_FieldOfAMegabyte_IsAField()
    {
        var key = new string('k', 1 << 20);
        var load = CsvText.Load($"{Header}{key},2024-01-01,5\n\"{key}\",2024-01-02,6\n1,2024-01-03,7\n");

        Assert.Equal([1, 1 << 20], Enumerable.Range(0, load.History.CustomerCount).Select(customer => load.History.CustomerKey(customer).Length).Order());
        Assert.Equal(3, load.Report.RowsAccepted);
    }

    [Fact]
    public void Load_NoLineBreakForever_IsAFailureInsteadOfAllMemory()
    {
        var text = new byte[70 << 20];
        Array.Fill(text, (byte)'a');
        Header.Select(character => (byte)character).ToArray().CopyTo(text, 0);

        Assert.Contains("has a line of more than 64 MiB", CsvText.Fail(text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ThreeHundredColumns_TheRightOnesAreUsed()
    {
        var headers = Enumerable.Range(0, 300).Select(column => column switch { 7 => "customer", 120 => "day", 299 => "amount", _ => "x" });
        var fields = Enumerable.Range(0, 300).Select(column => column switch { 7 => "K", 120 => "2024-01-01", 299 => "5", _ => "junk" }).ToArray();
        var row = string.Join(',', fields);
        var load = CsvText.Load($"{string.Join(',', headers)}\n{string.Concat(Enumerable.Repeat(row + "\r\n", 1000))}");

        Assert.Equal(1000, load.Report.RowsAccepted);
        Assert.Equal(5000m, load.History.PurchasesOf(0).Sum(entry => entry.Amount));
    }

    [Fact]
    public void Load_DayAfterObservedUntil_IsABadRow()
    {
        var options = new CsvOptions { Load = new() { ObservedUntil = new DateOnly(2024, 1, 31) } };
        var load = CsvText.Load($"{Header}1,2024-01-31,5\n1,2024-02-01,5\n", options);

        Assert.Equal((IngestIssueKind.AfterObservedUntil, 3L), load.Report.Samples.Select(issue => (issue.Kind, issue.LineNumber)).Single());
    }

    [Fact]
    public void Load_StopAtBadRow_NamesTheFirstWhateverTheThreads()
    {
        var text = new StringBuilder(Header);
        for (var row = 0; row < 200_000; row++) text.Append(CultureInfo.InvariantCulture, $"{row},2024-01-01,{(row % 1000 == 700 ? "x" : "5")}\n");
        var options = new CsvOptions { Load = new() { OnBadRow = BadRowPolicy.Stop } };
        var bytes = Encoding.UTF8.GetBytes(text.ToString());

        for (var threads = 1; threads <= 4; threads++)
            Assert.StartsWith("Stopped at the first bad row: line 702, column amount: found `x`", CsvText.Outcome(bytes, options, blockSize: 4096, threads), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MoreBadRowsThanAllowed_Fails()
    {
        var options = new CsvOptions { Load = new() { MaxBadRows = 1 } };

        Assert.Contains("2 of 3 rows are bad; at most 1 may be", CsvText.Fail($"{Header}1,2024-01-01,5\n1,x,5\n1,y,5\n", options).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Cancelled_Throws()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{Header}1,2024-01-01,5\n"));
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => CsvPurchases.Load(stream, cancellationToken: source.Token));
    }

    [Fact]
    public void Load_CancelledWhileReading_StopsBeforeTheEnd()
    {
        using var source = new CancellationTokenSource();
        using var endless = new EndlessRows(read =>
        {
            if (read == 20) source.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => CsvPurchases.Load(endless, cancellationToken: source.Token));
    }

    [Fact]
    public void Load_DeviceFails_IsAFailureThatSaysSo()
    {
        using var broken = new EndlessRows(read =>
        {
            if (read == 5) throw new IOException("the device is gone");
        });

        Assert.False(CsvPurchases.TryLoad(broken, null, out _, out var failure));
        Assert.Equal("The input cannot be read: the device is gone", failure!.Message);
    }

    [Fact]
    public void Load_Progress_CountsAllRowsAndReachesTheEnd()
    {
        var seen = new List<IngestProgress>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("1,2024-01-01,5\n", 100_000))));
        CsvPurchases.Load(stream, progress: new Recorder(seen));

        Assert.Equal((100_000L, 1.0), (seen[^1].RowsRead, seen[^1].Fraction));
        Assert.True(seen.Count > 1);
    }

    private sealed class Recorder(List<IngestProgress> seen) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => seen.Add(value);
    }

    /// <summary>Rows without end; something happens at one of the reads.</summary>
    private sealed class EndlessRows(Action<int> atRead) : Mirai.Csv.Sources.InputStream
    {
        private readonly byte[] _rows = Encoding.UTF8.GetBytes("1,2024-01-01,5\n");
        private int _reads;
        private long _position;

        public override int Read(Span<byte> buffer)
        {
            atRead(++_reads);
            for (var at = 0; at < buffer.Length; at++, _position++)
                buffer[at] = _position < Header.Length ? (byte)Header[(int)_position] : _rows[(int)((_position - Header.Length) % _rows.Length)];
            return buffer.Length;
        }
    }
}
