using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai;

/// <summary>Makes one diagnosis: asks the analysis for everything once, and puts it where the document has its place.</summary>
internal sealed partial class DiagnosisRun
{
    private static readonly Measure[] Always =
    [
        CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.RetainedCustomers,
        CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.LostCustomers, CustomerMeasures.LapsedPool, CustomerMeasures.NewCustomers,
        CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers, CustomerMeasures.RetentionRate,
        CustomerMeasures.NewCustomerRate, CustomerMeasures.ReactivationRate, CustomerMeasures.SecondPurchaseRate,
        SalesMeasures.TrailingSales, SalesMeasures.AnnualSales, SalesMeasures.AnnualLtv, SalesMeasures.PurchaseFrequency,
        SalesMeasures.AverageOrderValue, CustomerMeasures.AtRiskCustomers, CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers,
    ];

    private static readonly Measure[] Bought =
    [
        SalesMeasures.PurchaseFrequency, SalesMeasures.AverageOrderValue, SalesMeasures.RecentBuyers, SalesMeasures.RecentFrequency,
        SalesMeasures.RecentOrderValue, SalesMeasures.TrailingSales, SalesMeasures.AnnualLtv, CustomerMeasures.AtRiskCustomers,
        CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers, SalesMeasures.DiscountRate,
        SalesMeasures.DiscountedPurchaseShare, SalesMeasures.DiscountedSalesShare, SalesMeasures.DiscountAcquiredShare,
    ];

    private static readonly Period[] ChangePeriods = [Period.Days(1), Period.Days(7), Period.Days(30), Period.Days(90), Period.OneYear];

    private readonly CustomerAnalysis _analysis;
    private readonly DateOnly _asOf;
    private readonly DateOnly _before;
    private readonly DayRange _observed;
    private readonly RuleSet _rules;
    private readonly DiagnosisOptions _options;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _stop;
    private readonly CustomerFigures _figures;
    private readonly Dictionary<Measure, DailySeries> _series = [];

    public DiagnosisRun(
        CustomerAnalysis analysis, DateOnly asOf, RuleSet rules, DiagnosisOptions options, IProgress<double>? progress, CancellationToken stop)
    {
        (_analysis, _asOf, _rules, _options, _progress, _stop) = (analysis, asOf, rules, options, progress, stop);
        _before = analysis.Options.ActivePeriod.Before(asOf);
        _observed = new DayRange(analysis.History.Days.First, asOf);
        _figures = new CustomerFigures(analysis, options.Holidays);
    }

    /// <summary>The document.</summary>
    public DiagnosisReport Run()
    {
        ReadSeries();
        Report(0.2);
        var (findings, texts) = Evaluate();
        Report(0.6);
        var portfolio = _analysis.Portfolio(_asOf, options: null, _stop);
        var segments = SegmentsOfPartA();
        var report = new DiagnosisReport
        {
            AsOf = _asOf,
            Verdict = VerdictOf(findings),
            Headline = Headline(),
            List = List(portfolio),
            Customers = Customers(segments),
            Purchases = Purchases(segments),
            Contacts = Contacts(),
            Rules = findings,
            Charts = Charts(portfolio),
            Settings = Settings(texts, segments),
            Data = Data(),
            Definitions = _analysis.Options.Catalog.Measures,
        };
        Report(0.8);
        report = report with { Forecast = Outlook() };
        Report(1);
        return report;
    }

    private void Report(double fraction)
    {
        _stop.ThrowIfCancellationRequested();
        _progress?.Report(fraction);
    }

    private void ReadSeries()
    {
        Measure[] shown =
        [
            .. Always.Concat(Bought).Concat(PortfolioMeasures.All).Concat([SalesMeasures.Purchases, SalesMeasures.Sales])
                .Concat(ContactFigures()).Where(_analysis.CanCompute).Distinct(),
        ];
        foreach (var series in _analysis.Daily(shown, _observed, progress: null, _stop)) _series[series.Measure] = series;
    }

    private IEnumerable<Measure> ContactFigures() => _analysis.Contacts is null ? [] : _analysis.Options.Catalog.Measures.Where(m => m.NeedsContacts);

    private ComparedFigure Compare(Measure measure) => Compare(measure, _before);

    private ComparedFigure Compare(Measure measure, DateOnly earlier) =>
        new(measure, FigureValue.Of(_series[measure], _asOf), earlier < _asOf ? FigureValue.Of(_series[measure], earlier) : FigureValue.Missing);

    private IReadOnlyList<ComparedFigure> CompareKnown(IEnumerable<Measure> measures) => [.. measures.Where(_series.ContainsKey).Select(Compare)];

    private IEnumerable<Measure> ListMeasures() => Always.Append(ContactMeasures.ContactsPerCustomer).Where(_series.ContainsKey);

    private IReadOnlyList<ComparedFigure> Headline() =>
    [
        Compare(CustomerMeasures.ActiveCustomers), Compare(CustomerMeasures.RetentionRate),
        Compare(_analysis.Contacts is null ? SalesMeasures.AnnualLtv : ContactMeasures.ContactsPerCustomer),
    ];

    private ListDiagnosisRow List(PortfolioTable portfolio)
    {
        Measure[] changing = [CustomerMeasures.ActiveCustomers, SalesMeasures.TrailingSales];
        var changes = from period in ChangePeriods
                      from measure in changing
                      let since = period.Before(_asOf)
                      select new FigureChange(period, since, Compare(measure, since));
        return new ListDiagnosisRow(
            _asOf, [.. ListMeasures().Select(Compare)], [.. changes],
            _analysis.Segments(Segments.Segment.PurchaseCount, _asOf, _stop).Rows, portfolio.Rows);
    }
}
