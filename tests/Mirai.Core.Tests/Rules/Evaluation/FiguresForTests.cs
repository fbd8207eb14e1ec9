using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>Figures written as rows of numbers.</summary>
internal static class FiguresForTests
{
    public static readonly DateOnly FirstDay = new(2024, 1, 1);

    /// <summary>One level called <c>x</c> for all customers.</summary>
    public static InMemoryFigures Of(params IReadOnlyList<double> values) => Of(("x", values));

    /// <summary>Levels for all customers.</summary>
    public static InMemoryFigures Of(params IReadOnlyList<(string Metric, IReadOnlyList<double> Values)> series) =>
        new(DaysOf(series[0].Values.Count), "JPY", series.Select(s => new FigureSeries(Trees.MetricNamed(s.Metric), CustomerPart.Whole, [.. s.Values])));

    /// <summary>A level called <c>x</c> for values of a dimension.</summary>
    public static InMemoryFigures By(string dimension, params IReadOnlyList<(string Value, IReadOnlyList<double> Values)> series) => new(
        DaysOf(series[0].Values.Count), "JPY",
        series.Select(s => new FigureSeries(Trees.MetricNamed("x"), new CustomerPart(s.Value.Length == 0 ? [] : [Trees.Pick(dimension, s.Value)]), [.. s.Values])));

    public static DayRange DaysOf(int count) => new(FirstDay, FirstDay.AddDays(count - 1));

    /// <summary>Seeded figures with gaps, zeros and plateaus: metrics a and b (levels), f (a flow), r (a rate), by rank and as a whole.</summary>
    public static InMemoryFigures Random(Random random, int days, double gaps)
    {
        var series = new List<FigureSeries>();
        foreach (var rank in (string?[])[null, "New", "Gold", "none"])
        {
            var part = rank is null ? CustomerPart.Whole : new CustomerPart([Trees.Pick("rank", rank)]);
            foreach (var name in (string[])["a", "b", "f"])
            {
                var isFlow = string.Equals(name, "f", StringComparison.Ordinal);
                series.Add(new FigureSeries(Trees.MetricNamed(name, isFlow ? MeasureKind.Flow : MeasureKind.Level), part, Walk(random, days, gaps, isFlow)));
            }

            var wholes = Walk(random, days, gaps, isFlow: false);
            series.Add(new FigureSeries(Trees.MetricNamed("r", MeasureKind.Rate), part, [.. wholes.Select(w => Math.Floor(w * random.NextDouble()))], wholes));
        }

        return new InMemoryFigures(DaysOf(days), "JPY", series, [FirstDay.AddDays(6), FirstDay.AddDays(20)]);
    }

    private static double[] Walk(Random random, int days, double gaps, bool isFlow)
    {
        var values = new double[days];
        var (level, unit) = ((double)random.Next(0, 60), random.Next(3) switch { 0 => 0.25, 1 => 0.1, _ => 1 });
        for (var day = 0; day < days;)
        {
            var kind = random.NextDouble();
            var length = kind < gaps ? random.Next(1, 7) : kind < 0.2 ? random.Next(1, 15) : 1;
            var value = kind < gaps ? double.NaN : kind > 0.97 ? 0 : level;
            for (var i = 0; i < length && day < days; i++) values[day++] = value * (double.IsNaN(value) ? 1 : unit);
            level = isFlow ? random.Next(0, 12) : Math.Max(0, level + random.Next(-3, 4));
        }

        return values;
    }
}
