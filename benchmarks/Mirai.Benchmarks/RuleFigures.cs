using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Benchmarks;

/// <summary>Generated figures by store, with gaps, and fifteen rules that run for each store: most constructs of the language, the dear ones among them.</summary>
internal static class RuleFigures
{
    /// <summary>The rules.</summary>
    public const string Text = """
        mirai 1
        rule active_falling
          for each store
          param    drop = 5%
          let      delta = change(active_customers, 28 days)
          needs    active_customers >= 200
          when     delta <= -drop for 7 days
          until    delta > -drop / 2 for 3 days
          severity critical if delta <= -3 * drop
          severity warning
          cooldown 14 days
        rule many_lost
          for each store
          needs    sum(lapsed_customers, 28 days) >= 30
          when     sum(lapsed_customers, 28 days) / active_customers >= 6% for 7 days
          cooldown 28 days
        rule retention_low
          for each store
          needs    active_customers >= 50
          when     retention_rate < 40% and wilson_high(retained_customers, active_customers, 95%) < 66% for 14 days
          until    retention_rate >= 45% for 7 days
        rule frequency_falling
          for each store
          needs    active_customers >= 100
          when     trend(purchase_frequency, 90 days) <= -8% and gap(purchase_frequency, yearly, 2 years) <= -5% for 14 days
          unless   firing(active_falling)
          cooldown 30 days
        rule discounts_rising
          for each store
          let      rate = sum(discounts, 28 days) / sum(gross_sales, 28 days)
          needs    sum(sales, 28 days) >= 100 JPY
          when     change(sum(sales, 28 days), 52 weeks) >= 5% and rate - rate 52 weeks ago >= 3pt for 7 days
          cooldown 28 days
        rule fewer_new
          for each store
          when     avg(new_customers, 7 days) < 60% of avg(new_customers, 7 days) 4 weeks ago for 7 days
        rule leaking
          for each store
          let      gain = sum(new_customers, 90 days) / (active_customers 90 days ago)
          let      loss = sum(lapsed_customers, 90 days) / (active_customers 90 days ago)
          when     gain < loss for 14 days
          until    gain >= 105% of loss
          severity critical if gain < 70% of loss
          severity warning
        rule value_falling
          for each store
          when     change(avg(annual_ltv, 28 days), 52 weeks) <= -5% for 14 days
          cooldown 60 days
        rule below_season
          for each store
          needs    avg(purchases, 28 days) >= 20
          when     avg(purchases, 7 days) / avg(expected(purchases, yearly, 2 years), 7 days) < 85% and zscore(purchases, 90 days) < 0 for 5 of 7 days
          unless   is_holiday
        rule stopped
          for each store
          when     purchases is missing for 3 days
          severity critical
        rule lowest_in_a_year
          for each store
          when     active_customers <= min(active_customers, 365 days) and median(sales, 90 days) < median(sales, 90 days) 52 weeks ago for 14 days
        rule pipeline_filling
          for each store
          let      at_risk = at_risk_customers / active_customers
          when     at_risk >= 110% of avg(at_risk, 365 days) for 14 days
          severity notice
        rule order_value_hides
          for each store
          when     change(avg(average_order_value, 28 days), 52 weeks) > 5% and change(avg(purchases, 28 days), 52 weeks) < -5% for 7 days
        rule churn_rising
          for each store
          when     churn_rate - churn_rate a year ago >= 2pt and lost_customers > new_customers for 14 days
        rule month_below
          for each store
          let      ratio = avg(active_customers, 7 days) / (avg(active_customers, 7 days) 30 days ago)
          when     ratio <= 99% for 14 days
          severity critical if ratio <= 95%
          severity notice
        """;

    private static readonly string[] Names =
    [
        "active_customers", "new_customers", "lapsed_customers", "purchases", "sales", "gross_sales", "discounts", "retention_rate", "churn_rate",
        "purchase_frequency", "average_order_value", "annual_ltv", "retained_customers", "lost_customers", "at_risk_customers",
    ];

    /// <summary>Random walks and noise, seeded; one value in two hundred is missing.</summary>
    public static InMemoryFigures Create(int stores, int days)
    {
        var (random, first, series) = (new Random(1), new DateOnly(2015, 1, 1), new List<FigureSeries>());
        for (var store = 0; store < stores; store++)
        {
            var part = new CustomerPart([new SegmentPick("store", [$"store{store:000}"])]);
            foreach (var name in Names)
            {
                var metric = RuleVocabulary.MetricOf(MeasureCatalog.BuiltIn.Find(name), "JPY");
                series.Add(new FigureSeries(metric, part, Values(metric, random, days)));
            }
        }

        return new InMemoryFigures(new DayRange(first, first.AddDays(days - 1)), "JPY", series);
    }

    private static double[] Values(RuleMetric metric, Random random, int days)
    {
        var (values, level, phase) = (new double[days], 1000.0 + random.Next(500), random.Next(400));
        for (var day = 0; day < days; day++)
        {
            level = Math.Max(50, level + random.Next(-8, 9));
            values[day] = metric.Unit is "%" ? 0.5 + (0.3 * Math.Sin((day + phase) / 200.0)) + (0.02 * random.NextDouble())
                : metric.Kind == MeasureKind.Flow ? random.Next(5, 60) * (day % 7 == 5 ? 2 : 1) : level;
            if (random.Next(200) == 0) values[day] = double.NaN;
        }

        return values;
    }
}
