using Mirai.DuckDb;
using Mirai.Measures;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Conformance.Tests;

/// <summary>On every real data set the library and SQL agree to the last unit: every measure of every day, every segment, every table.</summary>
public class LibraryAgainstDuckDbTests
{
    /// <summary>All sets with a short and a long active period.</summary>
    public static TheoryData<string, string> Questions { get; } = CreateQuestions();

    [TheoryWithTestData]
    [MemberData(nameof(Questions))]
    public void Daily_RealPurchases_EveryMeasureEqualsSql(string dataSet, string period)
    {
        using var question = new Question(dataSet, Period.Parse(period));
        var columns = question.Sql.DailyAll();
        Assert.Equal(question.Sql.Days, question.Library.History.Days);
        var measures = MeasuresOf(question);
        foreach (var series in question.Library.Daily(measures)) AssertEqual(series, columns, question);
    }

    [TheoryWithTestData]
    [MemberData(nameof(Questions))]
    public void DailyBy_RealPurchases_EveryValueOfEverySegmentEqualsSql(string dataSet, string period)
    {
        using var question = new Question(dataSet, Period.Parse(period));
        foreach (var (segment, kind, name) in question.Segments)
        {
            var byValue = question.Sql.BySegment(kind, name);
            var found = question.Library.DailyBy(segment, MeasuresOf(question));
            var values = found.Select(series => series.SegmentValue!).ToHashSet(StringComparer.Ordinal);
            Assert.Empty(byValue.Keys.Except(values, StringComparer.Ordinal));
            foreach (var series in found)
            {
                if (byValue.TryGetValue(series.SegmentValue!, out var columns)) AssertEqual(series, columns, question);
                else Assert.False(series.Numerators.ContainsAnyExcept(0), $"{segment} {series.SegmentValue}: SQL has no such value, {series.Measure} is not 0");
            }
        }
    }

    [TheoryWithTestData]
    [MemberData(nameof(Questions))]
    public void Tables_RealPurchases_EqualSql(string dataSet, string period)
    {
        using var question = new Question(dataSet, Period.Parse(period));
        foreach (var (grain, sqlGrain) in new[]
            { (CohortGrain.Month, CohortPeriod.Month), (CohortGrain.Quarter, CohortPeriod.Quarter), (CohortGrain.Year, CohortPeriod.Year) })
        {
            var cells = question.Library.Cohorts(grain).Rows
                .SelectMany(row => row.Cells.Select((cell, column) => new DuckDb.CohortCell(
                    row.Start, column, cell.Customers, cell.Purchases, (long)(cell.Sales * question.Currency.MinorPerUnit))))
                .Where(cell => cell is not { Customers: 0, Purchases: 0, Sales: 0 });
            Assert.Equal(question.Sql.Cohorts(sqlGrain).Where(cell => cell is not { Customers: 0, Purchases: 0, Sales: 0 }), cells);
        }

        var days = question.Sql.Days;
        foreach (var day in new[] { days.Count / 3, days.Count / 2, days.Count - 1 })
        {
            AssertScores(question, days[day]);
            AssertRetention(question, days[day]);
            var (s, t) = (days[day / 2], days[day]);
            var flow = question.Library.Flow(s, t);
            Assert.Equal(
                question.Sql.Flow(s, t), new StateFlow(flow.ActiveBefore, flow.ActiveAfter, flow.New, flow.Retained, flow.Reactivated, flow.Lapsed));
        }
    }

    private static TheoryData<string, string> CreateQuestions()
    {
        var questions = new TheoryData<string, string>();
        foreach (var dataSet in RealPurchases.All)
        {
            questions.Add(dataSet, "90d");
            questions.Add(dataSet, "1y");
        }

        return questions;
    }

    /// <summary>All measures of purchases but the attribution: it is made of these, and has a test of its own.</summary>
    private static List<Measure> MeasuresOf(Question question) =>
        [.. MeasureCatalog.BuiltIn.DailyMeasures.Where(measure => measure.IsSegmentable).Where(measure => !measure.NeedsDiscounts || question.Library.History.HasDiscounts)];

    private static void AssertEqual(DailySeries series, DailyColumns columns, Question question)
    {
        var (part, whole) = MeasureFractions.ColumnsOf(series.Measure.Id);
        AssertEqual(columns[part], series.Numerators, series, question, "numerator");
        if (whole is null) Assert.True(series.Denominators.IsEmpty);
        else AssertEqual(columns[whole], series.Denominators, series, question, "denominator");
        var isPerYear = string.Equals(series.Measure.Id, "annual_ltv", StringComparison.Ordinal);
        Assert.Equal(isPerYear ? question.Sql.ActivePeriod.PeriodsPerYear : (1, 1), series.Factor);
    }

    private static void AssertEqual(ReadOnlySpan<long> sql, ReadOnlySpan<long> library, DailySeries series, Question question, string what)
    {
        Assert.Equal(sql.Length, library.Length);
        var day = sql.CommonPrefixLength(library);
        if (day < sql.Length)
            Assert.Fail($"{what} of {series.Measure} {series.SegmentValue} on {question.Sql.Days[day]:yyyy-MM-dd}: SQL {sql[day]}, library {library[day]}");
    }

    private static void AssertScores(Question question, DateOnly day)
    {
        var deciles = question.Library.Deciles(day);
        var rfm = question.Library.Rfm(day);
        var history = question.Library.History;
        var found = Enumerable.Range(0, history.CustomerCount).Where(customer => deciles[customer] > 0)
            .Select(customer => (history.CustomerKey(customer), (int)deciles[customer], (int)rfm[customer].Recency, (int)rfm[customer].Frequency, (int)rfm[customer].Monetary))
            .OrderBy(score => score.Item1, StringComparer.Ordinal);
        Assert.Equal(
            question.Sql.Scores(day).Select(score => (score.Customer, score.Decile, score.Recency, score.Frequency, score.Monetary))
                .OrderBy(score => score.Customer, StringComparer.Ordinal),
            found);
    }

    private static void AssertRetention(Question question, DateOnly day)
    {
        var summary = question.Library.RetentionRate(day);
        Assert.Equal(Parts(question.Sql.RetentionByCustomerYear(day)), Parts(summary.ByCustomerYear));
        Assert.Equal(Parts(question.Sql.RetentionByPurchaseCount(day)), Parts(summary.ByPurchaseCount));
    }

    private static IEnumerable<RetentionPart> Parts(IEnumerable<RetentionPart> parts) => parts.OrderBy(part => part.Value, StringComparer.Ordinal);

    private static IEnumerable<RetentionPart> Parts(IEnumerable<SegmentShare> shares) => Parts(
        shares.Where(share => share.Share.Whole > 0).Select(share => new RetentionPart(share.SegmentValue, share.Share.Part, share.Share.Whole)));
}
