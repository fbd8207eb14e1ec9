using System.Data.Common;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Core.Tests.Docs;

/// <summary>What README.md and docs/embedding.md show of asking.</summary>
public sealed class AskingExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    private readonly CustomerAnalysis _customers = new(company.History, company.Attributes);

    private DateOnly Today => company.History.Days.Last;

    private DateOnly LastYear => Today.AddYears(-1);

    [Fact]
    public void Readme_FromAReader_GivesTheHeadlines()
    {
        using var reader = company.OpenReader();
        var (active, retention, why, best) = Headlines(reader);

        Assert.Equal(_customers.ActiveCustomers(Today), active);
        Assert.Equal(_customers.Daily(CustomerMeasures.RetentionRate)[0].Share(Today), retention);
        Assert.Equal(why.Change, why.Customers + why.Frequency + why.OrderValue + why.Returns);
        Assert.Equal("1", best.Value);
        Assert.InRange(best.Customers, 1, active);
    }

    [Fact]
    public void Door_WithOptions_KnowsThem()
    {
        var (history, attributes) = (company.History, company.Attributes);
        // snippet: door
        var customers = new CustomerAnalysis(history, attributes, new AnalysisOptions
        {
            ActivePeriod = Period.Months(6),   // a purchase keeps a customer active for six months instead of a year
            MaxThreads = 2,
        });
        var active = customers.ActiveCustomers(history.Days.Last);
        // end

        Assert.InRange(active, 1, _customers.ActiveCustomers(Today));
    }

    [Fact]
    public void Daily_OfSomeMeasures_HoldsEveryDay()
    {
        var (customers, today, lines) = (_customers, Today, new List<string>());
        // snippet: daily
        var series = customers.Daily(CustomerMeasures.ActiveCustomers, CustomerMeasures.RetentionRate, SalesMeasures.AnnualSales);
        foreach (var one in series)
        {
            var value = one[today] is { } number ? $"{number:N3}" : "-";       // null where it is missing
            var note = one.IsComplete(today) ? "" : " (incomplete)";           // too little history before the day
            lines.Add($"{today:yyyy-MM-dd} {one.Measure.Id} {value}{note}");
        }

        long active = series[0].Count(today);                                   // exact
        Share retained = series[1].Share(today);                                // so many of so many
        decimal annualSales = series[2].Money(today);                           // exact, in currency units
        double[] everyDay = series[2].ToDoubles();                              // for a chart; NaN where missing
        // end

        Assert.Equal(3, lines.Count);
        Assert.StartsWith("2025-12-31 active_customers ", lines[0], StringComparison.Ordinal);
        Assert.Equal(customers.ActiveCustomers(today), active);
        Assert.InRange(retained.Part, 1, retained.Whole);
        Assert.Equal((double)annualSales, everyDay[^1]);
        Assert.Equal(company.History.Days.Count, everyDay.Length);
    }

    [Fact]
    public void DailyBy_ASegment_AddsUpToTheWhole()
    {
        var (customers, today) = (_customers, Today);
        // snippet: daily-by
        var december = new DayRange(new DateOnly(2025, 12, 1), today);
        var byYear = customers.DailyBy(Segment.CustomerYear, [CustomerMeasures.ActiveCustomers, CustomerMeasures.RetentionRate], december);
        var firstYear = byYear.Single(one => one.Measure == CustomerMeasures.RetentionRate && one.SegmentValue is "1");
        var intoSecondYear = firstYear.Share(today);
        var byRegion = customers.DailyBy(Segment.Attribute("region"), [SalesMeasures.Sales], december);
        var byCategory = customers.DailyBy(Segment.Dimension("category"), [SalesMeasures.Sales], december);
        // end

        Assert.Equal(customers.RetentionRate(today).ByCustomerYear[0].Share, intoSecondYear);
        var sales = customers.Daily([SalesMeasures.Sales], december)[0].Money(today);
        Assert.Equal(sales, byRegion.Sum(one => one.Money(today)));
        Assert.Equal(sales, byCategory.Sum(one => one.Money(today)));
    }

    [Fact]
    public void Retention_IntoADay_KeepsItsEvidence()
    {
        var (customers, today, lines) = (_customers, Today, new List<string>());
        // snippet: retention
        var retention = customers.RetentionRate(today);
        foreach (var (year, share) in retention.ByCustomerYear)
            lines.Add($"year {year}: {share.Part:N0} of {share.Whole:N0} = {share.Value:P1}");

        var spring = new DayRange(new DateOnly(2025, 3, 1), new DateOnly(2025, 5, 31));
        Share boughtAgain = customers.SecondPurchaseRate(spring, withinDays: 180).Customers;
        // end

        Assert.Equal(5, lines.Count);
        Assert.Equal(retention.Overall.Whole, retention.ByCustomerYear.Sum(one => one.Share.Whole));
        Assert.InRange(boughtAgain.Part, 1, boughtAgain.Whole);
    }

    [Fact]
    public void Cohorts_ByQuarter_EndWithTheData()
    {
        var (customers, lines) = (_customers, new List<string>());
        // snippet: cohorts
        var cohorts = customers.Cohorts(CohortGrain.Quarter);
        foreach (var cohort in cohorts.Rows)
            lines.Add($"{cohort.Label} {cohort.Size}: {string.Join(' ', cohort.Cells.Select(cell => cell.Customers))}");
        // end

        Assert.Equal(16, lines.Count);
        Assert.StartsWith("2022-Q1 ", lines[0], StringComparison.Ordinal);
        Assert.Single(cohorts.Rows[^1].Cells);
    }

    [Fact]
    public void FlowAndExplain_BetweenTwoDays_AddUp()
    {
        var (customers, today, lastYear) = (_customers, Today, LastYear);
        // snippet: flow
        CustomerFlow flow = customers.Flow(lastYear, today);
        var isWhole = flow.ActiveAfter == flow.ActiveBefore - flow.Lapsed + flow.New + flow.Reactivated;   // always true
        // end

        // snippet: explain
        SalesExplanation why = customers.Explain(lastYear, today);
        decimal change = why.Customers + why.Frequency + why.OrderValue + why.Returns;                     // = why.Change, exactly
        decimal heads = why.NewCustomers + why.ReactivatedCustomers + why.LapsedCustomers;                 // = why.Customers, exactly
        var byYear = customers.Explain(lastYear, today, Segment.CustomerYear);
        decimal sameChange = byYear.Mix + byYear.Parts.Sum(part => part.Total);
        // end

        Assert.True(isWhole);
        Assert.Equal((why.Change, why.Customers), (change, heads));
        Assert.Equal(why.Change, sameChange);
    }

    [Fact]
    public void Segments_OfTheDay_ListTheirMembers()
    {
        var (customers, today) = (_customers, Today);
        // snippet: segments
        SegmentTable deciles = customers.Segments(Segment.Decile, today);
        var shareOfTheBest = deciles.Rows[0].SalesShare;
        var toCall = customers.SegmentMembers(Segment.Rfm, today)
            .Where(member => member is { State: CustomerState.Active, Value: "155" or "154" or "145" })        // good customers, long silent
            .Select(member => member.Customer)
            .ToList();
        // end

        Assert.Equal(customers.ActiveCustomers(today), deciles.Rows.Sum(row => row.Customers));
        Assert.InRange(shareOfTheBest!.Value, 0.1, 1);
        Assert.NotEmpty(toCall);
        Assert.All(toCall, key => Assert.InRange(company.History.FindCustomer(key), 0, company.History.CustomerCount - 1));
    }

    [Fact]
    public void HostMeasure_InTheCatalog_IsAskedLikeAnyOther()
    {
        var (history, today) = (company.History, Today);
        // snippet: host-measure
        var tickets = Measure.FromHost("support_tickets", MeasureUnit.Number, MeasureKind.Flow, context =>
        {
            var values = new double[context.Days.Count];       // one for each observed day; NaN where it is not known
            for (var day = 0; day < values.Length; day++) values[day] = TicketsOn(context.Days[day]);
            return values;
        }) with { EnglishName = "Support tickets", JapaneseName = "問い合わせ件数", GoodDirection = GoodDirection.Down };

        var customers = new CustomerAnalysis(history, options: new AnalysisOptions { Catalog = MeasureCatalog.BuiltIn.With(tickets) });
        var found = customers.Options.Catalog.Find("support_tickets");
        double? ticketsToday = customers.Value(found, today);
        // end

        Assert.Equal(31, ticketsToday);
        Assert.Equal("Support tickets", found.EnglishName);

        static double TicketsOn(DateOnly day) => day.Day;
    }

    [Fact]
    public void Cancellation_OfAPass_LeavesTheAnalysisUsable()
    {
        var customers = new CustomerAnalysis(company.History);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Everything(customers, new Fractions([]), stop.Token));

        var told = new List<double>();
        var series = Everything(customers, new Fractions(told), CancellationToken.None);

        Assert.Equal(customers.Options.Catalog.DailyMeasures.Count(), series.Count);
        Assert.Equal(1, told[^1]);
    }

    // snippet: cancel
    private static IReadOnlyList<DailySeries> Everything(CustomerAnalysis customers, IProgress<double> progress, CancellationToken stop) =>
        customers.Daily([.. customers.Options.Catalog.DailyMeasures], customers.History.Days, progress, stop);
    // end

    private static (long Active, Share Retention, SalesExplanation Why, SegmentRow Best) Headlines(DbDataReader reader)
    {
        var told = new List<string>();
        // snippet: readme
        using var history = Purchases.Load(reader).History;           // any DbDataReader; columns are known by their English or Japanese names
        var customers = new CustomerAnalysis(history);
        var today = history.Days.Last;

        long active = customers.ActiveCustomers(today);
        Share retention = customers.RetentionRate(today).Overall;     // keeps its evidence: so many of so many
        var everyDay = customers.Daily(CustomerMeasures.ActiveCustomers, SalesMeasures.AnnualLtv);
        var why = customers.Explain(today.AddYears(-1), today);       // change of sales = customers + frequency + order value + returns
        foreach (var warning in customers.Diagnose(today).Rules.Warnings)   // the gravest first, with causes and evidence
            told.Add($"{warning.Severity}: {warning.Message["en"]}");
        // end
        Assert.Equal(active, everyDay[0].Count(today));
        return (active, retention, why, customers.Segments(Segment.Decile, today).Rows[0]);
    }

    private sealed class Fractions(List<double> told) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (told) told.Add(value);
        }
    }
}
