using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Segments;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>The figures of an analysis as rules read them.</summary>
public class CustomerFiguresTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    [Fact]
    public void Metrics_OfTheWholeAndOfASegment_AreThoseOfTheAnalysisWhereComplete()
    {
        var analysis = Analysis();
        var figures = new CustomerFigures(analysis);
        var whole = figures.Daily("active_customers", [], default);
        var complete = analysis.History.Days.IndexOf(Start.AddYears(1));
        Assert.All(whole[..complete], v => Assert.True(double.IsNaN(v)));
        Assert.Equal(analysis.Daily(CustomerMeasures.ActiveCustomers)[0].ToDoubles()[complete..], whole[complete..]);
        var second = analysis.DailyBy(Segment.CustomerYear, [CustomerMeasures.RetentionRate]).Single(s => s.SegmentValue is "2").ToDoubles();
        Assert.Equal(second[(2 * 366)..], figures.Daily("retention_rate", [new SegmentPick("customer_year", ["2"])], default)[(2 * 366)..]);
        Assert.All(["discount_rate", "contacts_per_customer"], metric => Assert.All(figures.Daily(metric, [], default), v => Assert.True(double.IsNaN(v))));
        Assert.Equal("JPY/customers", figures.Metrics.Single(m => m.Name is "annual_ltv").Unit);
    }

    [Fact]
    public void Union_OfValues_AddsUpAndRatesAreComputedAnew()
    {
        var figures = new CustomerFigures(Analysis());
        var all = figures.Daily("retention_rate", [], default);
        var union = figures.Daily("retention_rate", [new SegmentPick("customer_year", ["1", "2", "3", "4", "5+"])], default);
        Assert.Equal(all, union);
        var fractions = figures.Fractions("retention_rate", [new SegmentPick("customer_year", ["1", "2"])], default)!;
        var rate = figures.Daily("retention_rate", [new SegmentPick("customer_year", ["1", "2"])], default);
        Assert.Equal(fractions.Numerators[^1] / fractions.Denominators[^1], rate[^1]);
        Assert.Null(figures.Fractions("active_customers", [], default));
    }

    [Fact]
    public void Union_OfStores_CountsWhoBoughtInBothOnce()
    {
        var figures = new CustomerFigures(Analysis());
        double Last(params string[] stores) => figures.Daily("active_customers", [new SegmentPick("store", stores)], default)[^1];
        Assert.True(Last("Ginza") + Last("Ueno") > Last("Ginza", "Ueno"));
        Assert.Equal(figures.Daily("active_customers", [], default)[^1], Last("Ginza", "Ueno"));
        Assert.Equal(figures.Daily("sales", [], default)[^1], figures.Daily("sales", [new SegmentPick("store", ["Ginza", "Ueno"])], default)[^1]);
    }

    [Fact]
    public void Parts_OfTwoSegments_AreCrossedAndAddUp()
    {
        var figures = new CustomerFigures(Analysis());
        var ofYear = figures.Daily("lapsed_customers", [new SegmentPick("customer_year", ["2"])], default);
        var crossed = figures.ValuesOf("purchase_count").Append("none")
            .Select(v => figures.Daily("lapsed_customers", [new SegmentPick("customer_year", ["2"]), new SegmentPick("purchase_count", [v])], default)).ToList();
        for (var day = 800; day < ofYear.Length; day++) Assert.Equal(ofYear[day], crossed.Sum(c => c[day]));
        Assert.DoesNotContain(figures.CombinationsOf(["customer_year", "purchase_count"]), c => c is ["5+", "1"]);
        Assert.Contains(figures.CombinationsOf(["customer_year", "purchase_count"]), c => c is ["2", "3-5"]);
        var error = Assert.Throws<ArgumentException>(() => figures.Daily("sales", [new SegmentPick("customer_year", ["2"]), new SegmentPick("store", ["Ueno"])], default));
        Assert.Contains("`customer_year` and `store`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_OverAHistory_RunByStoreAndCustomerYear()
    {
        const string text = """
            mirai 1
            rule small_store
              for each store
              when active_customers < 12 for 7 days
              message en "{segment}: {active_customers}"
            rule churn
              for overall and each customer_year
              when retention_rate > 0%
              drill retention_rate by customer_year
            """;
        var evaluation = RuleSet.Parse(text).Evaluate(new CustomerFigures(Analysis()));
        Assert.Equal("Ueno: 6", Assert.Single(evaluation.Warnings, w => w.RuleId is "small_store").Message["en"]);
        var churn = evaluation.Warnings.Where(w => w.RuleId is "churn").ToList();
        Assert.Contains(churn, w => w.Part.IsWhole);
        var drill = Assert.Single(churn.First(w => w.Part.IsWhole).Drills);
        Assert.Equal(1, drill.Rows.Where(r => !double.IsNaN(r.Contribution)).Sum(r => r.Contribution), 9);
    }

    [Fact]
    public void Values_OfADimension_AreThoseThatOccur()
    {
        var figures = new CustomerFigures(Analysis());
        Assert.Equal("1 2 3 4 5+", string.Join(' ', figures.ValuesOf("customer_year")));
        Assert.Equal("Ginza Ueno", string.Join(' ', figures.ValuesOf("store").Order(StringComparer.Ordinal)));
        Assert.Equal("east west none", string.Join(' ', figures.ValuesOf("region")));
        Assert.Throws<ArgumentException>(() => figures.ValuesOf("shop"));
    }

    /// <summary>Twenty customers over five years: all buy in Ginza, every other one in Ueno too; the later the rarer.</summary>
    private static CustomerAnalysis Analysis()
    {
        var purchases = new List<Purchase>();
        for (var customer = 0; customer < 20; customer++)
        {
            for (var day = customer * 17; day < 1826; day += 40 + (customer * 9) + (day / 12))
            {
                purchases.Add(new Purchase($"c{customer}", Start.AddDays(day), 1000 + customer) { Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = customer % 2 == 0 && day % 2 == 0 ? "Ueno" : "Ginza" } });
            }
        }

        var history = Purchases.Load(purchases).History;
        return new CustomerAnalysis(history, CustomerAttributes.Of([("c1", "region", "east"), ("c2", "region", "west")]));
    }
}
