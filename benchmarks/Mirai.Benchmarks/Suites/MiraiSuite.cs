using System.Text;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>The library's answers to the questions that all engines are asked.</summary>
internal static class MiraiSuite
{
    /// <summary>The daily measures of sections 3 to 5 that are whole numbers, by the columns in which SQL answers; rates are their quotients.</summary>
    private static readonly (Measure Measure, string Part, string? Whole)[] DailyMeasures =
    [
        (CustomerMeasures.ActiveCustomers, "active_customers", null),
        (CustomerMeasures.NewCustomers, "new_customers", null),
        (CustomerMeasures.ReactivatedCustomers, "reactivated_customers", null),
        (CustomerMeasures.LapsedCustomers, "lapsed_customers", null),
        (CustomerMeasures.LapsedPool, "lapsed_pool", null),
        (CustomerMeasures.NewCustomersYoy, "new_customers_yoy", null),
        (CustomerMeasures.RetainedCustomers, "retained_customers", null),
        (CustomerMeasures.ReactivatedCustomersYoy, "reactivated_customers_yoy", null),
        (CustomerMeasures.LostCustomers, "lost_customers", null),
        (SalesMeasures.Buyers, "buyers", null),
        (SalesMeasures.Purchases, "purchases", null),
        (SalesMeasures.Sales, "sales", null),
        (SalesMeasures.GrossSales, "gross_sales", null),
        (SalesMeasures.Returns, "returns", null),
        (SalesMeasures.AnnualSales, "annual_sales", null),
        (SalesMeasures.TrailingLtv, "trailing_sales", "active_customers"),
        (SalesMeasures.PurchaseFrequency, "trailing_purchases", "active_customers"),
        (SalesMeasures.AverageOrderValue, "trailing_sales", "trailing_purchases"),
        (CustomerMeasures.RetentionRate, "retained_customers", "active_before"),
        (CustomerMeasures.ChurnRate, "lost_customers", "active_before"),
        (CustomerMeasures.NewCustomerRate, "new_customers_yoy", "active_before"),
        (SalesMeasures.AnnualLtv, "trailing_sales", "active_customers"),
        (CustomerMeasures.ReactivationRate, "reactivation_rate_part", "lapsed_pool_before"),
        (CustomerMeasures.SecondPurchaseRate, "second_purchase_part", "second_purchase_whole"),
    ];

    /// <summary>What a timed run leaves in memory: daily columns, cohorts, and every customer's decile and scores.</summary>
    public sealed record Figures(DailyColumns Daily, CohortTable Cohorts, byte[] Deciles, Segments.RfmScore[] Rfm);

    /// <summary>A history of rows: with numeric keys through the public door for columns, with texts made of them through a builder.</summary>
    /// <exception cref="InvalidOperationException">A row was bad.</exception>
    public static PurchaseHistory Build(PurchaseRows rows, KeyStyle style = KeyStyle.Number)
    {
        if (style != KeyStyle.Number)
        {
            using var builder = Fill(rows, style);
            return builder.Build(new HistoryBuildOptions());
        }

        var load = Purchases.Load(new PurchaseColumns(
            rows.CustomerNumbers!, DayColumn.OfDayNumbers(rows.DayNumbers), AmountColumn.OfMinorUnits(rows.Amounts)));
        return load.Report.BadRowCount == 0 ? load.History : throw new InvalidOperationException($"bad rows: {string.Join("; ", load.Report.Samples)}");
    }

    /// <summary>A builder that holds the rows, filled on all cores.</summary>
    public static PurchaseHistoryBuilder Fill(PurchaseRows rows, KeyStyle style)
    {
        var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            var writer = builder.CreateWriter();
            var (from, to) = ((int)((long)rows.Count * part / parts), (int)((long)rows.Count * (part + 1) / parts));
            Span<byte> key = stackalloc byte[64];
            for (var row = from; row < to; row++)
            {
                if (style == KeyStyle.Number) writer.Add((long)rows.CustomerNumbers![row], rows.DayNumbers[row], rows.Amounts[row]);
                else writer.Add(key[..GeneratedPurchases.WriteKey(rows.CustomerNumbers![row], style, key)], rows.DayNumbers[row], rows.Amounts[row]);
            }
        });
        return builder;
    }

    /// <summary>Everything that is timed, on a history of which nothing has been asked yet.</summary>
    public static Figures Run(PurchaseHistory history, Period activePeriod)
    {
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = activePeriod });
        return new Figures(
            Daily(analysis), analysis.Cohorts(CohortGrain.Month), analysis.Deciles(history.Days.Last), analysis.Rfm(history.Days.Last));
    }

    /// <summary>The daily figures of sections 3 to 5.</summary>
    public static DailyColumns Daily(CustomerAnalysis analysis)
    {
        var columns = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (series, asked) in analysis.Daily([.. DailyMeasures.Select(asked => asked.Measure)]).Zip(DailyMeasures))
        {
            columns.TryAdd(asked.Part, series.Numerators.ToArray());
            if (asked.Whole is { } whole) columns.TryAdd(whole, series.Denominators.ToArray());
        }

        return new DailyColumns(analysis.History.Days.First, columns);
    }

    /// <summary>The figures in the form in which engines are compared; not part of a timed run.</summary>
    /// <param name="history">The history that was asked.</param>
    /// <param name="figures">What it answered.</param>
    /// <param name="style">How its keys are written: the customer's number is in their last digits.</param>
    public static SuiteResult Compare(PurchaseHistory history, Figures figures, KeyStyle style)
    {
        var cells = figures.Cohorts.Rows
            .SelectMany(row => row.Cells.Select((cell, column) => new DuckDb.CohortCell(row.Start, column, cell.Customers, cell.Purchases, (long)cell.Sales)))
            .Where(cell => cell is not { Customers: 0, Purchases: 0, Sales: 0 });
        return new SuiteResult(figures.Daily, [.. cells], Summarize(history, figures, style));
    }

    private static ScoreSummary Summarize(PurchaseHistory history, Figures figures, KeyStyle style)
    {
        var deciles = new long[10];
        var rfm = new long[125];
        var checksum = 0L;
        for (var customer = 0; customer < figures.Deciles.Length; customer++)
        {
            var decile = figures.Deciles[customer];
            if (decile == 0) continue;
            var score = figures.Rfm[customer];
            var code = ScoreSummary.Code(decile, score.Recency, score.Frequency, score.Monetary);
            deciles[decile - 1]++;
            rfm[code % 125]++;
            checksum = checked(checksum + (GeneratedPurchases.NumberOf(history.CustomerKey(customer), style) % 1_000_003 * code));
        }

        return new ScoreSummary(deciles.Sum(), deciles, rfm, checksum);
    }
}
