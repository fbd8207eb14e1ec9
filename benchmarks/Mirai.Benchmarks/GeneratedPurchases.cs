using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mirai.DuckDb;

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

/// <summary>Purchases of ten years: customers with gamma-mixed rates who drop out, so that counts are skewed as real ones are.</summary>
internal static class GeneratedPurchases
{
    private const int TotalDays = 3653;
    private static readonly int FirstDayNumber = new DateOnly(2016, 1, 1).DayNumber;

    /// <summary>Rows in the order of their days, as an export has them, and a few returns among them.</summary>
    public static PurchaseRows Create(int purchases, int customers, int seed = 1)
    {
        var customerNumbers = new long[purchases];
        var dayNumbers = new int[purchases];
        var amounts = new long[purchases];
        var random = new Random(seed);
        var row = 0;
        for (var customer = 0; row < purchases; customer++)
        {
            var left = Math.Max(1, customers - customer);
            var mean = (purchases - row) / (double)left;
            var count = left == 1 ? purchases - row : Math.Min(purchases - row, 1 + (int)(-Math.Log(1 - random.NextDouble()) * (mean - 1) * 1.05));
            var start = random.Next(TotalDays);
            var gap = Math.Min(20 - (150 * Math.Log(1 - random.NextDouble())), (TotalDays - start) / (double)count);
            for (var purchase = 0; purchase < count; purchase++, row++)
            {
                customerNumbers[row] = customer + 1;
                dayNumbers[row] = FirstDayNumber + Math.Min(TotalDays - 1, start + (int)(gap * (purchase + (0.9 * random.NextDouble()))));
                amounts[row] = random.Next(100) < 2 ? -random.Next(500, 20_000) : random.Next(500, 20_000);
            }
        }

        return InOrderOfDays(customerNumbers, dayNumbers, amounts);
    }

    /// <summary>The same rows in an order without any pattern.</summary>
    public static PurchaseRows Shuffle(PurchaseRows rows, int seed = 2)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Random(seed).Shuffle(order);
        return Pick(rows, order);
    }

    /// <summary>The same rows customer by customer and by day.</summary>
    public static PurchaseRows SortByCustomer(PurchaseRows rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var keys = Array.ConvertAll(order, row => (rows.CustomerNumbers![row] << 24) | (uint)rows.DayNumbers[row]);
        Array.Sort(keys, order);
        return Pick(rows, order);
    }

    /// <summary>The same rows with a share of them given to one customer.</summary>
    public static PurchaseRows WithOneGiant(PurchaseRows rows, int purchasesOfGiant)
    {
        var customers = (long[])rows.CustomerNumbers!.Clone();
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

    private static PurchaseRows InOrderOfDays(long[] customers, int[] days, long[] amounts)
    {
        var next = new int[TotalDays + 1];
        foreach (var day in days) next[day - FirstDayNumber + 1]++;
        for (var day = 1; day <= TotalDays; day++) next[day] += next[day - 1];
        var (sortedCustomers, sortedDays, sortedAmounts) = (new long[days.Length], new int[days.Length], new long[days.Length]);
        for (var row = 0; row < days.Length; row++)
        {
            var place = next[days[row] - FirstDayNumber]++;
            (sortedCustomers[place], sortedDays[place], sortedAmounts[place]) = (customers[row], days[row], amounts[row]);
        }

        return new PurchaseRows { CustomerNumbers = sortedCustomers, DayNumbers = sortedDays, Amounts = sortedAmounts };
    }

    private static PurchaseRows Pick(PurchaseRows rows, int[] order) => new()
    {
        CustomerNumbers = Array.ConvertAll(order, row => rows.CustomerNumbers![row]),
        DayNumbers = Array.ConvertAll(order, row => rows.DayNumbers[row]),
        Amounts = Array.ConvertAll(order, row => rows.Amounts[row]),
    };
}
