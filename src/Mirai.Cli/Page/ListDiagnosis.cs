using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>A measure on the day, and one active period before.</summary>
internal readonly record struct Comparison(Measure Measure, Cell Now, Cell Before);

/// <summary>The list diagnosis of one day: every figure on the page, before anybody decides where it stands.</summary>
internal sealed class ListDiagnosis
{
    private static readonly Measure[] Always =
    [
        CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.RetainedCustomers,
        CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.LostCustomers, CustomerMeasures.LapsedPool, CustomerMeasures.NewCustomers,
        CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers, CustomerMeasures.RetentionRate,
        CustomerMeasures.SecondPurchaseRate, CustomerMeasures.ReactivationRate, CustomerMeasures.NewCustomerRate, SalesMeasures.TrailingSales,
        SalesMeasures.AnnualLtv, SalesMeasures.PurchaseFrequency, SalesMeasures.AverageOrderValue, CustomerMeasures.AtRiskCustomers,
        CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers,
    ];

    private static readonly Measure[] WithDiscounts =
    [
        SalesMeasures.DiscountRate, SalesMeasures.DiscountedPurchaseShare, SalesMeasures.DiscountedSalesShare, SalesMeasures.DiscountAcquiredShare,
    ];

    private readonly Dictionary<Measure, DailySeries> _series;

    private ListDiagnosis(PurchaseInput input, DateOnly day, Dictionary<Measure, DailySeries> series)
    {
        (Input, Day, _series) = (input, day, series);
        Before = input.Analysis.Options.ActivePeriod.Before(day);
        ChangeDays = [Back(day, 1), Back(day, 7), Back(day, 30), Back(day, 90), Period.OneYear.Before(day)];
        Retention = input.Analysis.RetentionRate(day);
        if (input.Days.Contains(Before) && Before < day) Explanation = input.Analysis.Explain(Before, day);
    }

    /// <summary>What the page is about.</summary>
    public PurchaseInput Input { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>One active period before the day; may lie before the data.</summary>
    public DateOnly Before { get; }

    /// <summary>1, 7, 30, 90 days and a year before the day; may lie before the data.</summary>
    public IReadOnlyList<DateOnly> ChangeDays { get; }

    /// <summary>Retention into the day.</summary>
    public RetentionSummary Retention { get; }

    /// <summary>What explains the change of sales; <see langword="null"/> where the day before is not observed.</summary>
    public SalesExplanation? Explanation { get; }

    /// <summary>The measures of the list, in order.</summary>
    public IEnumerable<Measure> Measures => _series.Keys;

    /// <summary>The length of an active period.</summary>
    public Period ActivePeriod => Input.Analysis.Options.ActivePeriod;

    /// <summary>All figures of a day.</summary>
    public static ListDiagnosis Of(PurchaseInput input, DateOnly day, CancellationToken cancellationToken)
    {
        Measure[] measures =
        [
            .. Always, .. input.History.HasDiscounts ? WithDiscounts : [],
            .. input.Analysis.Contacts is null ? Array.Empty<Measure>() : [ContactMeasures.ContactsPerCustomer],
        ];
        var series = input.Analysis.Daily(measures, new DayRange(input.Days.First, day), progress: null, cancellationToken);
        return new ListDiagnosis(input, day, series.ToDictionary(one => one.Measure));
    }

    /// <summary>The history of a measure up to the day.</summary>
    public DailySeries SeriesOf(Measure measure) => _series[measure];

    /// <summary>The figure of any day; missing where the day is not observed.</summary>
    public Cell On(Measure measure, DateOnly day) => day >= Input.Days.First && day <= Day ? Cell.Of(_series[measure], day) : Cell.Missing;

    /// <summary>The figure now and before.</summary>
    public Comparison Compare(Measure measure) => new(measure, On(measure, Day), On(measure, Before));

    private static DateOnly Back(DateOnly day, int days) => Period.Days(days).Before(day);
}
