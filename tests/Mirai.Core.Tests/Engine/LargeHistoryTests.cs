using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Mirai.History;
using Mirai.Measures;

namespace Mirai.Core.Tests.Engine;

/// <summary>Histories large enough to be scattered over partitions and split over threads, against a dictionary of lists.</summary>
public sealed class LargeHistoryTests
{
    private static readonly DateOnly First = new(2019, 1, 1);

    [Theory]
    [InlineData(1, 150_000, 150_000, 1, 1)] // Every row is a customer of its own, and so tables must grow.
    [InlineData(2, 350_000, 350_000, 3, 2)]
    [InlineData(3, 300_000, 5, 2, 7)]
    [InlineData(4, 200_000, 20_000, 4, 3)]
    [InlineData(5, 140_000, 1_000, 1, 2)]
    public void Build_ManyRows_IsTheDictionary(int seed, int rows, int customers, int writers, int threads)
    {
        var random = new Random(seed);
        var drawn = new Row[rows];
        for (var i = 0; i < rows; i++)
        {
            var customer = customers == rows ? i : random.Next(customers);
            drawn[i] = new Row(Key(customer, seed), random.Next(1_500), random.Next(-200, 5_000));
        }

        Check(drawn, writers, threads);
    }

    [Fact]
    public void Build_OneCustomerWithTwoHundredThousandPurchases_KeepsThemByDay()
    {
        var random = new Random(6);
        var own = Enumerable.Range(0, 200_000).Select(_ => new Row("whale", random.Next(3_000), random.Next(1, 9_000)));
        var others = Enumerable.Range(0, 5_000).Select(i => new Row($"{i}", random.Next(3_000), random.Next(1, 9_000)));
        Row[] rows = [.. own, .. others];
        random.Shuffle(rows);
        Check(rows, writers: 3, threads: 2);
    }

    /// <summary>A writer that begins with narrow rows and goes on with wide ones, in the midst of scattering.</summary>
    [Fact]
    public void Build_NarrowAndWideRowsOfOneCustomer_MeetAgain()
    {
        var random = new Random(7);
        var rows = new Row[280_000];
        for (var i = 0; i < rows.Length; i++)
        {
            var amount = i % 7 == 0 ? 3_000_000_000L + random.Next(100) : random.Next(-200, 5_000);
            rows[i] = new Row(Key(random.Next(30_000), random.Next(2)), random.Next(1_500), amount);
        }

        Check(rows, writers: 2, threads: 3);
    }

    /// <summary>Numeric keys in columns: those of 32 bits are stored shorter, as long as day and amount allow it.</summary>
    [Theory]
    [InlineData(10, 1, 1, 1_500)]
    [InlineData(11, 3, 2, 1_500)]
    [InlineData(12, 2, 2, 40_000)] // Days too far from the first for two bytes.
    public void Build_ColumnsOfNumericKeysOfAnySize_IsTheDictionary(int seed, int writers, int threads, int days)
    {
        var random = new Random(seed);
        long[] starts = [0, uint.MaxValue - 3_000, uint.MaxValue - 20L, 900_000_000_000_000_000];
        var rows = new Row[400_000];
        for (var i = 0; i < rows.Length; i++)
        {
            var key = starts[random.Next(10) < 8 ? 0 : random.Next(4)] + random.Next(3_000);
            var amount = random.Next(1_000) == 0 ? 5_000_000_000L : random.Next(-200, 5_000);
            rows[i] = new Row(key.ToString(CultureInfo.InvariantCulture), random.Next(-days, days), amount);
        }

        Check(rows, writers, threads, byColumns: true);
        Check(rows, writers, threads, byColumns: false);
    }

    [Fact]
    public void Build_OrdersDiscountsAndDimensionsOverManyWriters_DoNotDependOnTheirNumber()
    {
        var random = new Random(8);
        var rows = Enumerable.Range(0, 140_000).Select(_ => new Line(
            new Row(Key(random.Next(3_000), 8), random.Next(400), random.Next(-300, 900)), random.Next(0, 90), random.Next(4), random.Next(3))).ToArray();
        var lines = from line in rows
            group line by (line.Row.Customer, line.Row.Day, Order: line.Order == 0 ? -1 : line.Order) into order
            from purchase in order.Key.Order < 0 ? order.Select(line => (line.Row.Amount, line.Discount)) : [(order.Sum(l => l.Row.Amount), order.Sum(l => l.Discount))]
            select (order.Key.Customer, order.Key.Day, purchase.Item1, purchase.Item2);
        var expected = lines.ToList();
        var one = WithLines(rows, writers: 1, threads: 1);
        var many = WithLines(rows, writers: 5, threads: 3);
        Assert.Equal(expected.Count, one.History.PurchaseCount);
        Assert.Equal(expected.Count(line => line.Item3 >= 0), one.Daily(SalesMeasures.Purchases)[0].Numerators.ToArray().Sum());
        Assert.Equal(expected.Sum(line => Math.Max(line.Item3, 0)), one.Daily(SalesMeasures.GrossSales)[0].Numerators.ToArray().Sum());
        Assert.Equal(expected.Where(line => line.Item3 >= 0 && line.Item4 > 0).Sum(line => line.Item3), one.Daily(SalesMeasures.DiscountedSales)[0].Numerators.ToArray().Sum());
        Figures.AssertSame(Figures.Of(one, step: 12), Figures.Of(many, step: 12));
    }

    /// <summary>Millions of purchases are split over threads part by part.</summary>
    [Fact]
    public void Daily_MillionsOfPurchases_AreTheSameOnAnyNumberOfThreads()
    {
        var random = new Random(9);
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var writer = builder.CreateWriter();
        for (var i = 0; i < 3_200_000; i++) writer.Add(random.Next(400_000), First.DayNumber + random.Next(1_400), random.Next(-100, 2_000));
        using var history = builder.Build(new HistoryBuildOptions());
        var analyses = new[] { 1, 2, 7 }.Select(threads => new CustomerAnalysis(history, options: new AnalysisOptions { MaxThreads = threads })).ToList();
        var expected = EngineFeed.MeasuresOf(analyses[0]);
        var day = First.AddDays(1_000);
        foreach (var analysis in analyses.Skip(1))
        {
            foreach (var (one, many) in analyses[0].Daily(expected).Zip(analysis.Daily(expected)))
            {
                Assert.True(one.Numerators.SequenceEqual(many.Numerators), one.Measure.Id);
                Assert.True(one.Denominators.SequenceEqual(many.Denominators), one.Measure.Id);
            }

            Assert.Equal(analyses[0].Deciles(day).AsSpan(), analysis.Deciles(day).AsSpan());
            Assert.True(analyses[0].Rfm(day).AsSpan().SequenceEqual(analysis.Rfm(day)));
            Assert.Equal($"{analyses[0].RetentionRate(day).Overall}", $"{analysis.RetentionRate(day).Overall}");
            Assert.Equal(analyses[0].Cohorts(CohortGrain.Year).Rows.SelectMany(row => row.Cells), analysis.Cohorts(CohortGrain.Year).Rows.SelectMany(row => row.Cells));
        }
    }

    private static CustomerAnalysis WithLines(Line[] rows, int writers, int threads)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { HasDiscounts = true, HasOrders = true, Dimensions = ["store"] });
        var all = Enumerable.Range(0, writers).Select(_ => builder.CreateWriter()).ToList();
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, discount, order, store) = rows[i];
            var writer = all[i % writers];
            var orderText = order == 0 ? [] : Encoding.UTF8.GetBytes($"order {order} with a long id");
            var code = writer.DimensionCode(0, Encoding.UTF8.GetBytes($"store {store}"));
            writer.Add(Encoding.UTF8.GetBytes(row.Customer), First.DayNumber + row.Day, row.Amount, discount, orderText, [code]);
        }

        var options = new AnalysisOptions { MaxThreads = threads };
        return new CustomerAnalysis(builder.Build(new HistoryBuildOptions(MaxThreads: threads)), CustomerAttributes.Empty, options);
    }

    private static string Key(int customer, int kind) => (kind % 4) switch
    {
        0 => customer.ToString(CultureInfo.InvariantCulture),
        1 => $"C{customer:000000}",
        2 => $"customer {customer:000000}",
        _ => $"customer {customer:000000} of a shop with long keys",
    };

    private static void WriteRows(Row[] rows, List<PurchaseWriter> writers)
    {
        for (var i = 0; i < rows.Length; i++)
            writers[(int)((long)i * writers.Count / rows.Length)].Add(Encoding.UTF8.GetBytes(rows[i].Customer), First.DayNumber + rows[i].Day, rows[i].Amount);
    }

    private static void WriteColumns(Row[] rows, List<PurchaseWriter> writers)
    {
        var size = 1;
        for (var i = 0; i < rows.Length; size = (size % 700) + 1)
        {
            var part = rows[i..Math.Min(rows.Length, i + size)];
            writers[(int)((long)i * writers.Count / rows.Length)].AddRange<long>(
                [.. part.Select(row => long.Parse(row.Customer, CultureInfo.InvariantCulture))],
                [.. part.Select(row => First.DayNumber + row.Day)],
                [.. part.Select(row => row.Amount)]);
            i += part.Length;
        }
    }

    private static void Check(Row[] rows, int writers, int threads, bool byColumns = false)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var all = Enumerable.Range(0, writers).Select(_ => builder.CreateWriter()).ToList();
        if (byColumns) WriteColumns(rows, all);
        else WriteRows(rows, all);
        using var history = builder.Build(new HistoryBuildOptions(MaxThreads: threads));

        var expected = new Dictionary<string, List<(int Day, long Amount)>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(expected, row.Customer, out _);
            (own ??= []).Add((row.Day, row.Amount));
        }

        Assert.Equal((expected.Count, rows.Length), (history.CustomerCount, history.PurchaseCount));
        var first = rows.Min(row => row.Day);
        for (var customer = 0; customer < history.CustomerCount; customer++)
        {
            var key = history.CustomerKey(customer);
            if (history.FindCustomer(key) != customer) Assert.Fail($"Customer {customer}, `{key}`, is found as {history.FindCustomer(key)}.");
            var own = expected[key];
            own.Sort();
            var found = history.PurchasesOf(customer);
            var days = found.Select(entry => entry.Day.DayNumber - First.DayNumber);
            if (!own.Select(row => row.Day).SequenceEqual(days)) Assert.Fail($"The days of `{key}` are {string.Join(' ', days.Take(50))}.");
            var sorted = found.Select(entry => (entry.Day.DayNumber - First.DayNumber, (long)entry.Amount)).Order();
            if (!own.SequenceEqual(sorted)) Assert.Fail($"The amounts of `{key}` are {string.Join(' ', sorted.Take(50))}.");
        }

        CheckDaily(history, expected, first, threads);
    }

    private static void CheckDaily(PurchaseHistory history, Dictionary<string, List<(int Day, long Amount)>> expected, int first, int threads)
    {
        var count = history.Days.Count;
        var (buyers, active, sales, leave) = (new long[count], new long[count + 1], new long[count], new int[count]);
        for (var day = 0; day < count; day++)
        {
            var end = day;
            while (end < count && history.Days[end].AddYears(-1) < history.Days[day]) end++;
            leave[day] = end;
        }

        foreach (var rows in expected.Values)
        {
            foreach (var (day, amount) in rows) sales[day - first] += amount;
            int[] days = [.. rows.Where(row => row.Amount >= 0).Select(row => row.Day - first).Distinct().Order()];
            for (var i = 0; i < days.Length; i++)
            {
                buyers[days[i]]++;
                active[days[i]]++;
                active[Math.Min(leave[days[i]], i + 1 < days.Length ? days[i + 1] : count)]--;
            }
        }

        for (var day = 1; day < count; day++) active[day] += active[day - 1];
        var found = new CustomerAnalysis(history, options: new AnalysisOptions { MaxThreads = threads })
            .Daily(SalesMeasures.Buyers, CustomerMeasures.ActiveCustomers, SalesMeasures.Sales);
        Assert.Equal(buyers, found[0].Numerators.ToArray());
        Assert.Equal(active[..count], found[1].Numerators.ToArray());
        Assert.Equal(sales, found[2].Numerators.ToArray());
    }

    private readonly record struct Row(string Customer, int Day, long Amount);

    private readonly record struct Line(Row Row, int Discount, int Order, int Store);
}
