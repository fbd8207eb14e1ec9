using Mirai.Rules;
using Mirai.Samples;

namespace Mirai.Core.Tests.Diagnosis;

/// <summary>The four stories, each told by one company; the benchmark <c>diagnosis-quality</c> asks many.</summary>
public sealed class StoryTests
{
    private const int Seed = 21;

    private static readonly Lazy<DiagnosedStory> Leaky = new(() => new DiagnosedStory(SampleScenario.Leaky, Seed));

    [Fact]
    public void Healthy_InTenYears_RaisesNothingAboveANotice()
    {
        var story = new DiagnosedStory(SampleScenario.Healthy, Seed);

        Assert.Equal([], story.Warnings.Where(w => w.Severity > WarningLevel.Notice).Select(w => $"{w.RuleId} {w.Opened:yyyy-MM-dd}"), StringComparer.Ordinal);
    }

    [Fact]
    public void Leaky_CustomersAndRetentionWarn_BeforeSalesFall()
    {
        var story = Leaky.Value;
        var peak = Enumerable.Range(0, story.Sales.Days.Count).Select(at => story.Sales.Days[at]).MaxBy(day => story.Sales[day]);

        Assert.True(story.Opened("a2_retention_falls") < peak.AddDays(-90), $"A2 {story.Opened("a2_retention_falls")}, sales {peak}");
        Assert.True(story.Opened("l1_active_customers_fall") < peak, $"L1 {story.Opened("l1_active_customers_fall")}, sales {peak}");
        Assert.True(story.Opened("l2_customers_fall_before_sales") < peak, $"L2 {story.Opened("l2_customers_fall_before_sales")}, sales {peak}");
        var first = story.Notices.First(r => r.RuleId is "l1_active_customers_fall" or "l2_customers_fall_before_sales");
        Assert.Equal("a2_retention_falls", first.Causes[0].RuleId);
    }

    [Fact]
    public void Leaky_RetentionWarning_NamesTheSegmentThatLostMost()
    {
        var story = Leaky.Value;

        var opened = story.Notices.First(r => r is { RuleId: "a2_retention_falls", State: RuleState.Opened });
        Assert.Equal(["customer_year", "purchase_count"], opened.Drills.Select(d => d.Dimension), StringComparer.Ordinal);
        Assert.All(opened.Drills, drill => Assert.True(drill.Rows[0].Contribution > 0));
    }

    [Fact]
    public void Discount_RulesOfBoughtGrowthWarn()
    {
        var story = new DiagnosedStory(SampleScenario.Discount, Seed);

        Assert.NotNull(story.Opened("b4_growth_bought"));
        Assert.NotNull(story.Opened("b5_discount_acquired_leave"));
        Assert.Null(story.Opened("l1_active_customers_fall"));
    }

    [Fact]
    public void Mail_RulesOfContactsWarn()
    {
        var story = new DiagnosedStory(SampleScenario.Mail, Seed);

        Assert.NotNull(story.Opened("c2_too_many"));
        Assert.NotNull(story.Opened("c3_concentrated"));
        Assert.NotNull(story.Opened("c4_at_risk_neglected"));
    }
}
