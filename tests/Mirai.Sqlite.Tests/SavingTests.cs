using Mirai.Diagnosis;

namespace Mirai.Sqlite.Tests;

/// <summary>What is in the database after saving.</summary>
public sealed class SavingTests : IDisposable
{
    private static readonly RunInfo Run = new("1.2.3", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)));

    private readonly TemporaryFolder _folder = new();

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_TheSameTwice_LeavesTheSameContent()
    {
        Save(Company.Last, Run);
        var first = TemporaryFolder.Dump(_folder.Database);

        Save(Company.Last, Run);

        Assert.Equal(first, TemporaryFolder.Dump(_folder.Database));
        Assert.Contains("== cause", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ADayAgain_ReplacesThatDayAndNothingElse()
    {
        Save(Company.DayBefore, Run);
        Save(Company.Last, Run);
        var expected = TemporaryFolder.Dump(_folder.Database);
        Save(Company.Last with { Verdict = DiagnosisVerdict.Ok, Forecast = null, Rules = Company.DayBefore.Rules }, Run);
        Assert.NotEqual(expected, TemporaryFolder.Dump(_folder.Database), StringComparer.Ordinal);

        Save(Company.Last, Run);

        Assert.Equal(expected, TemporaryFolder.Dump(_folder.Database));
    }

    [Fact]
    public void LastDay_AfterSaving_IsTheLatestAndNotTheLatestSaved()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        Assert.Null(database.LastDay);

        database.Save(Company.Last, Run);
        database.Save(Company.DayBefore, Run);

        Assert.Equal(Company.LastDay, database.LastDay);
    }

    [Fact]
    public void MissingDays_AfterTheLastStoredDay_AreAllDaysUpToTheGivenOne()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        Assert.Equal([Company.LastDay], database.MissingDays(Company.LastDay));
        database.Save(Company.DayBefore, Run);

        Assert.Equal([Company.LastDay, Company.LastDay.AddDays(1)], database.MissingDays(Company.LastDay.AddDays(1)));
        Assert.Empty(database.MissingDays(Company.LastDay.AddDays(-1)));
        Assert.Empty(database.MissingDays(Company.LastDay.AddDays(-9)));
    }

    [Fact]
    public void Save_Cancelled_LeavesNothing()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => database.Save(Company.Last, Run, stop.Token));

        Assert.Null(database.LastDay);
    }

    [Fact]
    public void Save_FiguresBySegment_AreThoseOfTheReport()
    {
        Save(Company.Last, Run);
        var rows = Query("SELECT measure, segment, value, part, whole, number, before FROM segment_figure")
            .ToDictionary(row => ((string)row[0], (string)row[1], (string)row[2]));

        foreach (var table in Company.Last.Customers.BySegment)
        {
            foreach (var row in table.Rows)
            {
                Assert.Equal((double)row.NewNow, rows[("new_customers_yoy", table.SegmentId, row.Value)][5]);
                Assert.Equal((row.RetentionNow.Part, row.RetentionNow.Whole), Evidence("retention_rate", table.SegmentId, row.Value));
                Assert.Equal((row.ReactivationNow.Part, row.ReactivationNow.Whole), Evidence("reactivation_rate", table.SegmentId, row.Value));
                Assert.Equal(row.RetentionBefore.Value, rows[("retention_rate", table.SegmentId, row.Value)][6] as double?);
            }
        }

        // Retention stands in two places of the document; both say the same.
        foreach (var share in Company.Last.Customers.Retention.ByCustomerYear)
            Assert.Equal((share.Share.Part, share.Share.Whole), Evidence("retention_rate", "customer_year", share.SegmentValue));
        foreach (var share in Company.Last.Customers.Retention.ByPurchaseCount)
            Assert.Equal((share.Share.Part, share.Share.Whole), Evidence("retention_rate", "purchase_count", share.SegmentValue));
        Assert.Equal(Company.Last.Customers.SecondPurchases.Count, rows.Keys.Count(key => key.Item2 is "first_purchase_month"));
        Assert.Equal(Company.Last.List.ByPortfolio.Sum(row => row.ActiveCustomers), Query("SELECT sum(exact) FROM segment_figure WHERE segment = 'portfolio'")[0][0]);

        (long Part, long Whole) Evidence(string measure, string segment, string value) =>
            ((long)rows[(measure, segment, value)][3], (long)rows[(measure, segment, value)][4]);
    }

    [Fact]
    public void Save_TablesOfTheParts_AreThoseOfTheReport()
    {
        Save(Company.Last, Run);
        var (customers, purchases) = (Company.Last.Customers, Company.Last.Purchases);

        Assert.Equal(
            customers.Rows.Select(row => (row.Now, row.Before, row.ByRate, row.ByPool)),
            Query("SELECT customers, before, by_rate, by_pool FROM marketing ORDER BY position").Select(row => ((long)row[0], (long)row[1], (long)row[2], (long)row[3])));
        Assert.Equal(customers.Attribution.Change, Query("SELECT sum(exact) FROM figure WHERE measure LIKE 'change_by_%'")[0][0]);
        Assert.Equal((long)purchases.Explanation!.Change, Query("SELECT sum(amount_exact) FROM sales_change")[0][0]);
        Assert.Equal(purchases.Churn.AnnualChurn, Query("SELECT annual_churn FROM churn WHERE at = 'now'")[0][0] as double?);
        Assert.Equal(
            Company.Last.Contacts!.DoseResponse.Rows.Select(row => (row.Band, row.Customers, row.Contacts)),
            Query("SELECT band, customers, contacts FROM dose_response ORDER BY position").Select(row => ((string)row[0], (long)row[1], (long)row[2])));
        Assert.Equal(
            [(purchases.Overdue.Customers.Part, purchases.Overdue.Customers.Whole, (long)purchases.Overdue.Sales)],
            Query("SELECT customers, customers_of, sales_exact FROM overdue WHERE segment IS NULL").Select(row => ((long)row[0], (long)row[1], (long)row[2])));
        Assert.Equal(purchases.Overdue.BySegment.Sum(table => table.Rows.Count), Query("SELECT * FROM overdue WHERE segment IS NOT NULL").Count);
        Assert.Equal(Company.Last.List.ByPortfolio.Count, Query("SELECT * FROM portfolio").Count);
        Assert.Equal(Company.Last.Charts.PortfolioMoves.Sum(move => move.Customers), Query("SELECT sum(customers) FROM portfolio_move")[0][0]);
        Assert.Equal(Company.Last.List.Changes.Count, Query("SELECT * FROM change").Count);
        Assert.Empty(Query("PRAGMA foreign_key_check"));
    }

    private IReadOnlyList<object[]> Query(string sql) => TemporaryFolder.Query(_folder.Database, sql);

    private void Save(DiagnosisReport report, RunInfo run)
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(report, run);
    }
}
