using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mirai.DuckDb;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>How the customers of a generated history are called.</summary>
internal enum KeyStyle
{
    /// <summary>Whole numbers.</summary>
    Number,

    /// <summary>A letter and eight digits.</summary>
    Text,

    /// <summary>36 characters, as a UUID has.</summary>
    Long,
}

/// <summary>Purchases of ten years of a made-up company, some of them turned into returns.</summary>
internal static class GeneratedPurchases
{
    private const int Years = 10;

    /// <summary>About as many rows as asked for.</summary>
    public static PurchaseRows Create(int purchases, int customers, PurchaseOrder order = PurchaseOrder.ByDay, long seed = 1)
    {
        var columns = SampleCompany.PurchaseColumns(customers, purchases / (double)customers, Years, seed, order);
        var amounts = columns.Amounts;
        for (var row = 0; row < amounts.Length; row++)
        {
            // Which rows are returns must not depend on their order.
            if (((columns.Customers[row] * 31L) + (columns.DayNumbers[row] * 17L) + amounts[row]) % 50 == 0) amounts[row] = -amounts[row];
        }

        return new PurchaseRows { CustomerNumbers = columns.Customers, DayNumbers = columns.DayNumbers, Amounts = amounts };
    }

    /// <summary>The same rows with a share of them given to one customer.</summary>
    public static PurchaseRows WithOneGiant(PurchaseRows rows, int purchasesOfGiant)
    {
        var customers = (int[])rows.CustomerNumbers!.Clone();
        var every = Math.Max(1, rows.Count / purchasesOfGiant);
        for (var row = 0; row < customers.Length; row += every) customers[row] = 0;
        return rows with { CustomerNumbers = customers };
    }

    /// <summary>A customer's key in a style, as UTF-8; returns its length.</summary>
    public static int WriteKey(long customer, KeyStyle style, Span<byte> key)
    {
        var (prefix, digits) = style switch
        {
            KeyStyle.Number => ("", 0),
            KeyStyle.Text => ("C", 8),
            _ => ("3f2b8c1e-7a64-4d09-9b5f-", 12),
        };
        var start = Encoding.UTF8.GetBytes(prefix, key);
        Utf8Formatter.TryFormat(customer, key[start..], out var written, digits == 0 ? default : new System.Buffers.StandardFormat('D', (byte)digits));
        return start + written;
    }

    /// <summary>The number that a key was written from.</summary>
    public static long NumberOf(string key, KeyStyle style) => long.Parse(
        style switch { KeyStyle.Number => key, KeyStyle.Text => key.AsSpan(1), _ => key.AsSpan(24) }, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The number that a key was written from, in SQL.</summary>
    public static string NumberInSql(KeyStyle style) => style switch
    {
        KeyStyle.Number => "customer",
        KeyStyle.Text => "substr(customer, 2)::BIGINT",
        _ => "substr(customer, 25)::BIGINT",
    };

    /// <summary>Writes <c>customer,day,amount</c> lines.</summary>
    public static void WriteCsv(PurchaseRows rows, KeyStyle style, string path)
    {
        var days = new Dictionary<int, byte[]>();
        using var file = File.Create(path, 1);
        file.Write("customer,day,amount\n"u8);
        var buffer = new byte[1 << 20];
        var used = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (used > buffer.Length - 128)
            {
                file.Write(buffer, 0, used);
                used = 0;
            }

            used += WriteKey(rows.CustomerNumbers![row], style, buffer.AsSpan(used));
            buffer[used++] = (byte)',';
            if (!days.TryGetValue(rows.DayNumbers[row], out var day))
            {
                day = Encoding.ASCII.GetBytes(DateOnly.FromDayNumber(rows.DayNumbers[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                days.Add(rows.DayNumbers[row], day);
            }

            day.CopyTo(buffer, used);
            used += day.Length;
            buffer[used++] = (byte)',';
            Utf8Formatter.TryFormat(rows.Amounts[row], buffer.AsSpan(used), out var written);
            used += written;
            buffer[used++] = (byte)'\n';
        }

        file.Write(buffer, 0, used);
    }
}
