using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Csv.Loading;
using Mirai.Ingest;
using Mirai.Model;
using Sylvan.Data.Csv;

namespace Mirai.Csv.Tests;

/// <summary>However a text is cut into blocks, spread over threads and quoted, the same rows come out; and they are those another reader finds.</summary>
public class PathsAgreeProperties
{
    private static readonly CsvOptions Dollars = new() { Load = new() { Currency = Currency.Usd, SamplesPerKind = 1000 } };

    private static readonly string[] Keys = ["1", "007", "abc", "10023", "顧客一", "a,b", "say \"x\"", "two\nlines", "cr\rhere", "", "x y", "customer-with-a-long-key-01", "naïve"];
    private static readonly string[] Days = ["2024-01-31", "20240229", "2023/3/1", "1899-12-31", "2200-01-01", "2024-02-30", "2024-01-05 10:20:30", "soon", "", "２０２４-01-02"];
    private static readonly string[] Amounts = ["0", "5", "12.34", "-7.50", "1,234.50", "99999999999", "0.001", "12.3", "$4", "１２", "x", "", "123456789012345678901234567890"];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    public static Arbitrary<Table> Tables() => (
        from rows in Gen.ListOf(
            from key in Gen.Elements(Keys)
            from day in Gen.Frequency((4, Gen.Constant("2024-01-31")), (3, Gen.Elements(Days)))
            from amount in Gen.Frequency((4, Gen.Constant("12.34")), (3, Gen.Elements(Amounts)))
            from quoted in Gen.Choose(0, 7)
            from lineEnd in Gen.Elements(LineEnds)
            select new Line(key, day, amount, quoted, lineEnd))
        from blockSize in Gen.Choose(16, 200)
        from threads in Gen.Choose(1, 3)
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from endsWithBreak in Gen.Elements(true, false)
        select new Table([.. rows], blockSize, threads, delimiter, endsWithBreak)).ToArbitrary();

    public static Arbitrary<Soup> Soups() => (
        from pieces in Gen.ListOf(Gen.Elements(
            ",", "\"", "\"\"", "\n", "\r", "\r\n", "a", "1", "2024-01-31", "x,2024-01-31,5\n", "\"x\",\"2024-01-31\",\"5\"\r\n", "\0", " ", "é", "\u001A", "\t"))
        from blockSize in Gen.Choose(16, 60)
        from threads in Gen.Choose(1, 3)
        select new Soup(string.Concat(pieces), blockSize, threads)).ToArbitrary();

    [Property(Arbitrary = [typeof(PathsAgreeProperties)], MaxTest = 300)]
    public void Load_AnyTable_RowsAreThoseOfAnotherReader(Table table)
    {
        // The other reader takes a lone carriage return for text.
        var text = (table with { Lines = [.. table.Lines.Select(line => line with { LineEnd = line.LineEnd is "\r" ? "\r\n" : line.LineEnd })] }).Text(forceQuotes: false);
        var expected = Expected(text, table.Delimiter);
        using var files = new PurchaseFiles(
            Dollars with { Delimiter = table.Delimiter, Load = Dollars.Load with { MaxThreads = table.Threads } }, progress: null, default, table.BlockSize);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var loaded = files.TryLoad(stream, out var load, out var failure);
        Assert.Equal(expected.Count, (loaded ? load!.Report : failure!.Report!).RowsAccepted);
        if (loaded) Assert.Equal(expected, CsvText.Rows(load!.History));
    }

    [Property(Arbitrary = [typeof(PathsAgreeProperties)], MaxTest = 300)]
    public void Load_AnyTable_BlocksAndThreadsAndQuotesChangeNothing(Table table)
    {
        var options = Dollars with { Delimiter = table.Delimiter };
        var plain = Encoding.UTF8.GetBytes(table.Text(forceQuotes: false));
        var whole = CsvText.Outcome(plain, options);
        var quoted = Encoding.UTF8.GetBytes(table.Text(forceQuotes: true));
        Assert.Equal(whole, CsvText.Outcome(plain, options, table.BlockSize, table.Threads));
        Assert.Equal(whole, CsvText.Outcome(quoted, options));
        Assert.Equal(whole, CsvText.Outcome(quoted, options, table.BlockSize, table.Threads));
    }

    [Property(Arbitrary = [typeof(PathsAgreeProperties)], MaxTest = 1000)]
    public void Load_AnySoupOfBytes_BlocksAndThreadsChangeNothing(Soup soup)
    {
        var bytes = Encoding.UTF8.GetBytes("customer,day,amount\n" + soup.Text);
        var options = Dollars with { Delimiter = ',' };
        Assert.Equal(CsvText.Outcome(bytes, options), CsvText.Outcome(bytes, options, soup.BlockSize, soup.Threads));
    }

    private static List<string> Expected(string text, char delimiter)
    {
        var expected = new List<string>();
        var amounts = new AmountText(Currency.Usd, round: false);
        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { Delimiter = delimiter, BufferSize = 1 << 16 });
        while (reader.Read())
        {
            if (reader.RowFieldCount != 3) continue;
            var key = reader.GetString(0).Trim(' ', '\t');
            if (key.Length == 0 || !DayText.Any.TryParse(reader.GetString(1), out var day)) continue;
            if (amounts.TryParse(reader.GetString(2), out var minor) > AmountReading.Rounded) continue;
            expected.Add(CsvText.Row(key, day, Currency.Usd.ToAmount(minor)));
        }

        expected.Sort(StringComparer.Ordinal);
        return expected;
    }

    /// <summary>A table to be written in several ways.</summary>
    public sealed record Table(Line[] Lines, int BlockSize, int Threads, char Delimiter, bool EndsWithBreak)
    {
        public string Text(bool forceQuotes)
        {
            var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"customer{Delimiter}day{Delimiter}amount\n"));
            for (var i = 0; i < Lines.Length; i++)
            {
                var line = Lines[i];
                text.Append(Field(line.Key, forceQuotes)).Append(Delimiter);
                text.Append(Field(line.Day, forceQuotes || (line.Quoted & 1) != 0)).Append(Delimiter);
                text.Append(Field(line.Amount, forceQuotes || (line.Quoted & 2) != 0));
                if (EndsWithBreak || i < Lines.Length - 1) text.Append(line.LineEnd);
            }

            return text.ToString();
        }

        public override string ToString() => Text(forceQuotes: false).Replace("\r", "\\r", StringComparison.Ordinal) + $" block {BlockSize}, threads {Threads}";

        private string Field(string value, bool quote) => quote || value.AsSpan().IndexOfAny("\"\r\n") >= 0 || value.Contains(Delimiter, StringComparison.Ordinal)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    /// <summary>A row before it is written.</summary>
    public sealed record Line(string Key, string Day, string Amount, int Quoted, string LineEnd);

    /// <summary>Text without any order.</summary>
    public sealed record Soup(string Text, int BlockSize, int Threads);
}
