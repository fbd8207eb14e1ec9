using Mirai.Model;
using Mirai.Rules;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Binder, prose and evaluation: a text that is a rule set can be explained, evaluated for a day, and back-tested.</summary>
public sealed class EvaluationTarget : IFuzzTarget
{
    private const int Rendered = 3;
    private static readonly FigureSource Figures = new AnyFigures();

    /// <inheritdoc/>
    public string Name => "bind, explain and evaluate";

    /// <inheritdoc/>
    public void Take(string text)
    {
        var isSound = RuleSet.TryParse(text, options: null, out var rules, out var findings);
        foreach (var found in findings.Take(Rendered))
        {
            if (found.ToString("en").Length == 0 || found.ToString("ja").Length == 0) throw new InvalidOperationException($"{found.Code} has no text");
        }

        if (!isSound) return;
        foreach (var rule in rules!.Rules.Take(Rendered))
        {
            if (rules.Explain(rule.Name, "ja").Length == 0) throw new InvalidOperationException($"{rule.Name} has no explanation");
        }

        try
        {
            var options = new EvaluationOptions { MaxThreads = 1 };
            rules.Evaluate(Figures, options: options);
            rules.Backtest(Figures, options: options);
        }
        catch (Exception exception) when (exception is RuleTextException or RuleLimitException)
        {
            // The figures lack a dimension that the rules name, or the rules want too much: both are said, not thrown at random.
        }
    }

    /// <summary>Every metric and any dimension, with gaps, zeros and negative values.</summary>
    private sealed class AnyFigures : FigureSource
    {
        private const int DayCount = 100;
        private static readonly DateOnly Last = new(2026, 3, 31);

        public override DayRange Days { get; } = new(Last.AddDays(1 - DayCount), Last);

        public override string Currency => "JPY";

        public override IReadOnlyList<RuleMetric> Metrics => RuleVocabulary.BuiltIn.Metrics;

        public override IReadOnlyList<string> Dimensions { get; } = [.. RuleVocabulary.BuiltIn.Dimensions, "store", "channel", "rank", "region"];

        public override IReadOnlyList<string> ValuesOf(string dimension)
        {
            var known = RuleVocabulary.BuiltIn.ValuesOf(dimension);
            return known.Count > 0 ? known : ["1", "2", "Ginza"];
        }

        public override double[] Daily(string metric, IReadOnlyList<SegmentPick> part, CancellationToken cancellationToken)
        {
            var values = new double[DayCount];
            var shift = metric.Length + (part.Count * 5);
            for (var day = 0; day < DayCount; day++)
            {
                values[day] = ((day + shift) % 17) switch { 0 => double.NaN, 1 => 0, 2 => -3.5, var step => 100 + (step * Math.Sin(day / 9.0)) };
            }

            return values;
        }
    }
}
