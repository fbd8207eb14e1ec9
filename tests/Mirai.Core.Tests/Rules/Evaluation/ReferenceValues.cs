using Mirai.Rules;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>
/// The plainest evaluation of the language: the value of an expression on one day, found by walking the tree, with direct sums over windows. It
/// refuses to look past the day it is asked for, so what agrees with it does not look ahead.
/// </summary>
internal sealed class ReferenceValues(FigureSource figures, Func<int, CustomerPart, bool, int, bool?> firing)
{
    private const double Epsilon = 1e-9;

    private int _today = int.MaxValue;

    /// <summary>A number on a day for a part; NaN where it is missing.</summary>
    public double Number(BoundNode node, CustomerPart part, int day)
    {
        if (day < 0) return double.NaN;
        if (day > _today) throw new InvalidOperationException($"Day {day} lies after day {_today}.");
        var (before, value) = (_today, double.NaN);
        _today = day;
        try
        {
            value = Of(node, part, day);
        }
        finally
        {
            _today = before;
        }

        return double.IsFinite(value) ? value : double.NaN;
    }

    /// <summary>A truth on a day for a part; null where it is missing.</summary>
    public bool? Truth(BoundNode node, CustomerPart part, int day)
    {
        if (day < 0) return null;
        switch (node)
        {
            case ConstantNode constant: return constant.Value != 0;
            case FiringNode fires: return firing(fires.RuleIndex, part, false, day);
            case AgoNode ago: return Truth(ago.Operand, part, DayBefore(ago.Duration, day));
            case CalendarNode: return figures.IsHoliday(figures.Days[day]);
            case UnaryNode { Kind: UnaryKind.Not } not: return !Truth(not.Operand, part, day);
            case UnaryNode { Operand.Type.Kind: ValueKind.Condition } missing: return Truth(missing.Operand, part, day) is null;
            case UnaryNode missing: return double.IsNaN(Number(missing.Operand, part, day));
            case BinaryNode { Kind: BinaryKind.And } and: return Truth(and.Left, part, day) & Truth(and.Right, part, day);
            case BinaryNode { Kind: BinaryKind.Or } or: return Truth(or.Left, part, day) | Truth(or.Right, part, day);
            case BinaryNode binary: return Compare(binary.Kind, Number(binary.Left, part, day), Number(binary.Right, part, day));
            case CallNode { Function.Name: "if" } choice: return Truth(choice.Arguments[0], part, day) switch
            {
                true => Truth(choice.Arguments[1], part, day),
                false => Truth(choice.Arguments[2], part, day),
                null => null,
            };
            case CallNode { Function.Name: "default" } call: return Truth(call.Arguments[0], part, day) ?? Truth(call.Arguments[1], part, day);
            default: throw new InvalidOperationException($"{node} is no condition.");
        }
    }

    private static bool? Compare(BinaryKind kind, double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b)) return null;
        var epsilon = Epsilon * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
        return kind switch
        {
            BinaryKind.Less => a < b - epsilon,
            BinaryKind.LessOrEqual => a <= b + epsilon,
            BinaryKind.Greater => a > b + epsilon,
            BinaryKind.GreaterOrEqual => a >= b - epsilon,
            BinaryKind.Equal => Math.Abs(a - b) <= epsilon,
            _ => Math.Abs(a - b) > epsilon,
        };
    }

    private double Of(BoundNode node, CustomerPart part, int day) => node switch
    {
        ConstantNode constant => constant.Value,
        DurationNode duration => duration.Value.NominalDays,
        TableNode table => part.Picks.FirstOrDefault(p => string.Equals(p.Dimension, table.Dimension, StringComparison.Ordinal)) is { Values: [var value] } && table.Rows.TryGetValue(value, out var row)
            ? row : table.Else ?? double.NaN,
        MetricNode metric => figures.Daily(metric.Metric.Name, FigureColumns.PartOf(metric, part).Picks, default)[day],
        AgoNode ago => Number(ago.Operand, part, DayBefore(ago.Duration, day)),
        UnaryNode unary => -Number(unary.Operand, part, day),
        BinaryNode binary => Arithmetic(binary.Kind, Number(binary.Left, part, day), Number(binary.Right, part, day)),
        CalendarNode { Kind: CalendarKind.Weekday } => ((int)figures.Days[day].DayOfWeek + 6) % 7 + 1,
        CalendarNode { Kind: CalendarKind.Month } => figures.Days[day].Month,
        CalendarNode => figures.Days[day].Day,
        CallNode call => Call(call, part, day),
        _ => throw new InvalidOperationException($"{node} is no number."),
    };

    private static double Arithmetic(BinaryKind kind, double a, double b) => kind switch
    {
        BinaryKind.Add => a + b,
        BinaryKind.Subtract => a - b,
        BinaryKind.Multiply => a * b,
        _ => Math.Abs(b) <= Epsilon ? double.NaN : a / b,
    };

    private double Call(CallNode call, CustomerPart part, int day)
    {
        var duration = call.Arguments.OfType<DurationNode>().FirstOrDefault()?.Value ?? default;
        var x = call.Arguments[0];
        double Argument(int place) => Number(call.Arguments[place], part, day);
        return call.Function.Name switch
        {
            "avg" => Window(x, part, day, duration, known => known.Average()),
            "sum" => Window(x, part, day, duration, known => known.Average() * (day - DayBefore(duration, day))),
            "min" => Window(x, part, day, duration, known => known.Min()),
            "max" => Window(x, part, day, duration, known => known.Max()),
            "median" => Window(x, part, day, duration, known => Percentile(known, 0.5)),
            "percentile" => Window(x, part, day, duration, known => Percentile(known, ((ConstantNode)call.Arguments[1]).Value)),
            "stdev" => Window(x, part, day, duration, known => known.Length < 2 ? double.NaN : Deviation(known)),
            "zscore" => Score(x, part, day, duration),
            "slope" => Line(x, part, day, duration, (slope, _, _) => slope),
            "trend" => Line(x, part, day, duration, (_, first, last) => Change(last, first)),
            "coverage" => (double)Enumerable.Range(0, day - DayBefore(duration, day)).Count(i => !double.IsNaN(Number(x, part, day - i))) / (day - DayBefore(duration, day)),
            "ewma" => Fading(x, part, day, duration),
            "change" => Change(Argument(0), Number(x, part, DayBefore(duration, day))),
            "diff" => Argument(0) - Number(x, part, DayBefore(duration, day)),
            "expected" => Expected(call, part, day),
            "gap" => Change(Argument(0), Expected(call, part, day)),
            "streak" => Truth(x, part, day) is null ? double.NaN : ReferenceLifeCycle.Run(t => Truth(x, part, t), day),
            "days_since" => Enumerable.Range(0, day + 1).Where(i => Truth(x, part, day - i) == true).Select(i => (double)i).FirstOrDefault(double.NaN),
            "count_days" => CountDays(x, part, day, duration),
            "abs" => Math.Abs(Argument(0)),
            "least" => Math.Min(Argument(0), Argument(1)),
            "greatest" => Math.Max(Argument(0), Argument(1)),
            "default" => double.IsNaN(Argument(0)) ? Argument(1) : Argument(0),
            "if" => Truth(x, part, day) switch { true => Argument(1), false => Argument(2), null => double.NaN },
            "overall" => Number(x, CustomerPart.Whole, day),
            "share" => Arithmetic(BinaryKind.Divide, Argument(0), Number(x, CustomerPart.Whole, day)),
            "wilson_low" => Wilson(Argument(0), Argument(1), -1),
            "wilson_high" => Wilson(Argument(0), Argument(1), 1),
            "largest_share" => OverParts(call, part, day, parts => parts.Max() / parts.Sum()),
            "concentration" => OverParts(call, part, day, parts => parts.Sum(p => p * p) / parts.Sum() / parts.Sum()),
            var name => throw new InvalidOperationException($"No reference for {name}."),
        };
    }

    private int DayBefore(RuleDuration duration, int day) => duration.Before(figures.Days[day]).DayNumber - figures.Days.First.DayNumber;

    private double[] Known(BoundNode x, CustomerPart part, int from, int until) =>
        [.. Enumerable.Range(from, until - from + 1).Select(t => Number(x, part, t)).Where(v => !double.IsNaN(v))];

    private double Window(BoundNode x, CustomerPart part, int day, RuleDuration duration, Func<double[], double> result)
    {
        var start = DayBefore(duration, day) + 1;
        var known = Known(x, part, start, day);
        return known.Length > 0 && known.Length >= 0.8 * (day - start + 1) ? result(known) : double.NaN;
    }

    private double Score(BoundNode x, CustomerPart part, int day, RuleDuration duration)
    {
        var start = DayBefore(duration, day);
        var known = Known(x, part, start, day - 1);
        if (known.Length < 2 || known.Length < 0.8 * (day - start)) return double.NaN;
        var deviation = Deviation(known);
        return deviation > 0 ? (Number(x, part, day) - known.Average()) / deviation : double.NaN;
    }

    private double Line(BoundNode x, CustomerPart part, int day, RuleDuration duration, Func<double, double, double, double> result)
    {
        var start = DayBefore(duration, day) + 1;
        var points = Enumerable.Range(start, day - start + 1).Select(t => (T: (double)(t - start), X: Number(x, part, t))).Where(p => !double.IsNaN(p.X)).ToArray();
        if (points.Length < 2 || points.Length < 0.8 * (day - start + 1)) return double.NaN;
        var (meanT, meanX) = (points.Average(p => p.T), points.Average(p => p.X));
        var slope = points.Sum(p => (p.T - meanT) * (p.X - meanX)) / points.Sum(p => (p.T - meanT) * (p.T - meanT));
        return result(slope, meanX - slope * meanT, meanX + slope * (day - start - meanT));
    }

    private double Fading(BoundNode x, CustomerPart part, int day, RuleDuration duration)
    {
        var ages = Enumerable.Range(0, day + 1).Where(age => !double.IsNaN(Number(x, part, day - age))).ToArray();
        var weights = ages.Sum(age => Math.Pow(0.5, age / (double)duration.NominalDays));
        return ages.Sum(age => Math.Pow(0.5, age / (double)duration.NominalDays) * Number(x, part, day - age)) / weights;
    }

    private double Expected(CallNode call, CustomerPart part, int day)
    {
        var (x, history) = (call.Arguments[0], call.Arguments.OfType<DurationNode>().First().Value.Count);
        if (call.Arguments.OfType<TextNode>().First().Value is "weekly")
        {
            var known = Enumerable.Range(1, history).Select(k => Number(x, part, day - 7 * k)).Where(v => !double.IsNaN(v)).ToArray();
            return known.Length >= 2 && known.Length * 2 >= history ? Percentile(known, 0.5) : double.NaN;
        }

        var now = Mean(x, part, day - 28, day - 1);
        return Enumerable.Range(1, history).Average(k =>
        {
            var then = day - 364 * k;
            return Mean(x, part, then - 3, then + 3) * Arithmetic(BinaryKind.Divide, now, Mean(x, part, then - 28, then - 1));
        });
    }

    private double Mean(BoundNode x, CustomerPart part, int from, int until)
    {
        var known = Known(x, part, from, until);
        return known.Length > 0 && known.Length >= 0.8 * (until - from + 1) ? known.Average() : double.NaN;
    }

    private double CountDays(BoundNode x, CustomerPart part, int day, RuleDuration duration)
    {
        var days = day - DayBefore(duration, day);
        var truths = Enumerable.Range(0, days).Select(i => Truth(x, part, day - i)).OfType<bool>().ToArray();
        return truths.Length > 0 && truths.Length >= 0.8 * days ? truths.Count(t => t) : double.NaN;
    }

    private double OverParts(CallNode call, CustomerPart part, int day, Func<double[], double> result)
    {
        var parts = figures.ValuesOf(call.By[0]).Select(v => Number(call.Arguments[0], part.With([Trees.Pick(call.By[0], v)]), day)).ToArray();
        return parts.Any(double.IsNaN) || parts.Sum() <= Epsilon ? double.NaN : result(parts);
    }

    private static double Change(double now, double basis) => basis > Epsilon * Math.Max(1, Math.Abs(basis)) ? now / basis - 1 : double.NaN;

    private static double Percentile(double[] known, double fraction)
    {
        double[] sorted = [.. known.Order()];
        var place = fraction * (sorted.Length - 1);
        var (low, high) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    private static double Deviation(double[] known)
    {
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Length - 1));
        return deviation <= Epsilon * Math.Max(1, Math.Abs(mean)) ? 0 : deviation;
    }

    /// <summary>At 95 %.</summary>
    private static double Wilson(double k, double n, int sign)
    {
        if (double.IsNaN(k) || double.IsNaN(n) || n <= 0 || k < 0 || k > n) return double.NaN;
        const double z = 1.959963984540054;
        var p = k / n;
        return (p + z * z / (2 * n) + sign * z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }
}
