using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;

namespace Mirai.Excel.Tests;

/// <summary>The figures of the workbook are those of the document, to the last digit.</summary>
public sealed class WorkbookFiguresTests
{
    private static readonly Lazy<WorkbookContent> LeakyBook = new(() => new WorkbookContent(SampleReports.WorkbookOf("leaky")));
    private static readonly Lazy<WorkbookContent> MailBook = new(() => new WorkbookContent(SampleReports.WorkbookOf("mail", "ja")));

    [Fact]
    public void ListFigures_OfTheDayAndBefore_AreThoseOfTheDocument()
    {
        AssertCompared(SampleReports.Leaky.List.Figures, LeakyBook.Value.Table("ListFigures"));
        AssertCompared(SampleReports.Mail.List.Figures, MailBook.Value.Table("ListFigures"));
        AssertCompared(SampleReports.Mail.Contacts!.Figures, MailBook.Value.Table("ContactFigures"));
        AssertCompared(SampleReports.Mail.Purchases.Figures, MailBook.Value.Table("PurchaseFigures"));
    }

    [Fact]
    public void ListDays_OneRowADay_NewestFirst()
    {
        var report = SampleReports.Leaky;
        var rows = LeakyBook.Value.Table("ListDays");
        var series = report.Charts.List;
        Assert.Equal(series[0].Days.Count, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var place = rows.Count - 1 - i;
            Assert.Equal(series[0].Days[place], Day(rows[i][0]));
            for (var column = 0; column < series.Count; column++) AssertNumber(series[column].Values[place], rows[i][column + 1]);
        }
    }

    [Fact]
    public void OverdueCustomers_Listed_AreThoseOfTheDocument()
    {
        var leaky = SampleReports.Leaky;
        OverdueCustomer[] listed =
        [
            new("=1+1", new DateOnly(2025, 11, 3), 58, 21.25, new DateOnly(2025, 12, 1), 12, 345_678m),
            new("B", new DateOnly(2025, 11, 4), 57, 20, new DateOnly(2025, 12, 2), 3, 5m),
        ];
        var report = leaky with { Purchases = leaky.Purchases with { Overdue = leaky.Purchases.Overdue with { Listed = listed } } };
        var rows = new WorkbookContent(SampleReports.Write(report)).Table("OverdueCustomers");
        Assert.Equal(listed.Select(customer => customer.Customer), rows.Select(row => (string)row[0]!), StringComparer.Ordinal);
        Assert.Equal(listed.Select(customer => customer.OverdueSince), rows.Select(row => Day(row[4])));
        Assert.Equal([[58.0, 21.25, 12.0, 345_678.0], [57.0, 20.0, 3.0, 5.0]], rows.Select(row => new[] { row[2], row[3], row[5], row[6] }.Select(cell => (double)cell!).ToArray()));
    }

    [Fact]
    public void Attribution_TermsAddUpToTheChange()
    {
        var attribution = SampleReports.Leaky.Customers.Attribution;
        var rows = LeakyBook.Value.Table("Attribution");
        Assert.Equal(attribution.Terms.Select(term => (double)term.Customers), rows.SkipLast(1).Select(row => (double)row[1]!));
        Assert.Equal(attribution.Terms.Select(term => term.Exact), rows.SkipLast(1).Select(row => (double)row[2]!));
        Assert.Equal((double)attribution.Change, rows[^1][1]);
        Assert.Equal(rows.SkipLast(1).Sum(row => (double)row[1]!), rows[^1][1]);
    }

    [Fact]
    public void Forecast_MonthsAndPoints_AreThoseOfTheDocument()
    {
        var forecast = SampleReports.Leaky.Forecast!;
        var months = LeakyBook.Value.Table("ForecastMonths");
        Assert.Equal(60, months.Count);
        foreach (var (month, row) in forecast.Forecast.Months.Zip(months))
        {
            Assert.Equal(month.Days.Last, Day(row[0]));
            Assert.Equal(
                new object?[]
                {
                    month.ActiveCustomers.Value, month.ActiveCustomers.Band80.Low, month.ActiveCustomers.Band80.High, month.ActiveCustomers.Band95.Low,
                    month.ActiveCustomers.Band95.High, month.NewCustomers.Value, month.ReactivatedCustomers.Value, month.LapsedCustomers.Value,
                    month.Sales.Value, month.Sales.Band80.Low, month.Sales.Band80.High, month.Sales.Band95.Low, month.Sales.Band95.High,
                },
                row[1..]);
        }

        foreach (var name in new[] { "ForecastPoints", "SummaryForecast" })
        {
            var points = LeakyBook.Value.Table(name);
            Assert.Equal(forecast.Points.Select(point => point.ActiveCustomers.Value), points.Skip(1).Select(row => (double)row[2]!));
            Assert.Equal(forecast.Points.Select(point => point.AnnualSales.Band80.High), points.Skip(1).Select(row => (double)row[7]!));
        }
    }

    [Fact]
    public void Portfolio_GroupsAndMoves_AreThoseOfTheDocument()
    {
        var charts = SampleReports.Leaky.Charts;
        var groups = LeakyBook.Value.Table("PortfolioGroups");
        Assert.Equal(charts.Portfolio.Rows.Select(row => (double)row.Customers.Part), groups.Select(row => (double)row[1]!));
        Assert.Equal(charts.Portfolio.Rows.Select(row => (double)row.Sales), groups.Select(row => (double)row[5]!));
        var moves = LeakyBook.Value.Table("PortfolioMoves");
        Assert.Equal(11, moves.Count);
        Assert.Equal(charts.PortfolioMoves.Sum(move => move.Customers), moves.SelectMany(row => row.Skip(1)).OfType<double>().Sum());
    }

    [Fact]
    public void Cohorts_Shares_AreCustomersOverSize()
    {
        var cohorts = SampleReports.Leaky.Charts.Cohorts.Rows;
        foreach (var (cohort, row) in cohorts.Zip(LeakyBook.Value.Table("CohortCustomers")))
        {
            Assert.Equal(cohort.Label, row[0]);
            Assert.Equal((double)cohort.Size, row[1]);
            var shares = row.Skip(2).Take(cohort.Cells.Count).ToList();
            Assert.Equal(cohort.Cells.Select(cell => (object?)((double)cell.Customers / cohort.Size)), shares);
            Assert.All(row.Skip(2 + cohort.Cells.Count), Assert.Null);
        }
    }

    [Fact]
    public void ChartData_EvidenceAndMonths_AreThoseOfTheDocument()
    {
        var report = SampleReports.Leaky;
        var days = LeakyBook.Value.Table("EvidenceDays");
        var series = report.Rules.Warnings.SelectMany(warning => warning.Evidence).Where(evidence => evidence.Series.Count > 1).ToList();
        Assert.NotEmpty(series);
        Assert.Equal(report.AsOf, Day(days[^1][0]));
        for (var i = 0; i < series.Count; i++)
        {
            var scale = string.Equals(series[i].Unit, "pt", StringComparison.Ordinal) ? 100 : 1;
            AssertNumber(series[i].Value * scale, days[^1][i + 1]);
            AssertNumber(series[i].Series[0] * scale, days[days.Count - series[i].Series.Count][i + 1]);
        }

        var months = LeakyBook.Value.Table("Months");
        Assert.Equal(report.Charts.Months.Select(month => -(double)month.Lapsed), months.Select(row => (double)row[4]!));
        Assert.Equal(report.Charts.Months.Select(month => (double)month.Sales), months.Select(row => (double)row[5]!));
    }

    [Fact]
    public void Contacts_DoseResponse_IsThatOfTheDocument()
    {
        var dose = SampleReports.Mail.Contacts!.DoseResponse.Rows;
        var rows = MailBook.Value.Table("DoseResponse");
        foreach (var (band, row) in dose.Zip(rows))
        {
            Assert.Equal((double)band.Customers, row[1]);
            Assert.Equal((double)band.Sales, row[4]);
            AssertNumber(band.Retention.Value ?? double.NaN, row[8]);
            AssertNumber(band.MarginalPurchases ?? double.NaN, row[9]);
        }
    }

    [Fact]
    public void Contacts_WithoutAny_SaysWhatIsMissing()
    {
        var sheet = LeakyBook.Value.Sheet("C Contacts");
        Assert.Contains(sheet.SelectMany(row => row).OfType<string>(), text => text.StartsWith("There are no contacts", StringComparison.Ordinal));
        Assert.DoesNotContain("ContactFigures", LeakyBook.Value.TableNames, StringComparer.Ordinal);
    }

    [Fact]
    public void Tables_InBothLanguages_HaveTheSameNames()
    {
        var japanese = new WorkbookContent(SampleReports.WorkbookOf("leaky", "ja"));
        Assert.Equal(LeakyBook.Value.TableNames.Order(StringComparer.Ordinal), japanese.TableNames.Order(StringComparer.Ordinal));
        Assert.Equal("総括", japanese.SheetNames[0]);
        Assert.Equal("Summary", LeakyBook.Value.SheetNames[0]);
    }

    private static void AssertCompared(IReadOnlyList<ComparedFigure> figures, List<object?[]> rows)
    {
        Assert.Equal(figures.Count, rows.Count);
        foreach (var (figure, row) in figures.Zip(rows))
        {
            AssertNumber(ValueOf(figure.Now), row[1]);
            AssertNumber(ValueOf(figure.Before), row[2]);
            AssertNumber((figure.Change ?? double.NaN) * (figure.Measure.Unit == MeasureUnit.Percentage ? 100 : 1), row[3]);
            AssertNumber(figure.ChangeRate ?? double.NaN, row[4]);
        }
    }

    private static double ValueOf(FigureValue value) => (double?)value.Exact ?? value.Value ?? double.NaN;

    /// <summary>A number is itself, a missing one a dash or nothing.</summary>
    private static void AssertNumber(double expected, object? found)
    {
        if (double.IsFinite(expected)) Assert.Equal(expected, Assert.IsType<double>(found));
        else Assert.True(found is null or "-", string.Create(CultureInfo.InvariantCulture, $"{found} is not missing"));
    }

    private static DateOnly Day(object? cell) => DateOnly.FromDateTime(Assert.IsType<DateTime>(cell));
}
