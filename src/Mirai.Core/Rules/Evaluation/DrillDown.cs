using Mirai.Measures;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Splits a value, or the change of one, over the segments of a dimension.</summary>
/// <remarks>
/// Something that adds up is split by its parts. The change of a rate r = sum of w r over segments of weight w is split exactly into
/// mean(w) x change of r (the rate effect) and (mean(r) - mean of the whole) x change of w (the mix effect). Weights come from the denominators.
/// </remarks>
internal sealed class DrillDown(RuleRun run, Func<CustomerPart, PartValues> valuesOf)
{
    /// <summary>The split by each dimension of the clause.</summary>
    public IEnumerable<RuleDrill> Of(RulePlan plan, BoundDrill drill, CustomerPart part, int day)
    {
        var value = plan.Terms.Of(drill.Value);
        foreach (var dimension in drill.Dimensions) yield return Of(drill, value, dimension, part, day);
    }

    private RuleDrill Of(BoundDrill drill, Term value, string dimension, CustomerPart part, int day)
    {
        var (level, duration) = Change(value);
        var before = duration is { } d ? run.Days.Before(d)[day] : -1;
        var weight = WeightOf(level, part);
        var segments = run.Segments([dimension]).Select(s => new Segment(s.Picks[0].Values[0], valuesOf(part.With(s.Picks)))).ToList();
        foreach (var segment in segments) segment.Read(value, level, weight, day, before);
        var whole = new Segment("", valuesOf(part));
        whole.Read(value, level, weight, day, before);
        if (weight is not null)
        {
            Weigh(segments);
            (whole.Share, whole.ShareBefore) = (1, 1);
        }

        var total = duration is null ? whole.Level : whole.Level - whole.LevelBefore;
        var rows = segments.ConvertAll(s => Row(s, whole, total, drill.Value.Type, weight is not null, duration is not null));
        var known = rows.Where(r => !double.IsNaN(r.Contribution)).OrderByDescending(r => r.Contribution);
        List<DrillRow> sorted = [.. known, .. rows.Where(r => double.IsNaN(r.Contribution))];
        var shown = Math.Min(sorted.Count, drill.Top ?? int.MaxValue);
        return new RuleDrill(
            drill.Source, dimension, run.Days[day], whole.Value, TextRendering.Value(whole.Value, drill.Value.Type), sorted[..shown], sorted.Count - shown,
            1 - rows.Where(r => !double.IsNaN(r.Contribution)).Sum(r => r.Contribution));
    }

    private static DrillRow Row(Segment segment, Segment whole, double total, Binding.ValueType type, bool isRate, bool isChange)
    {
        var text = TextRendering.Value(segment.Value, type);
        if (!isRate) return new DrillRow(segment.Name, segment.Value, text, Share(isChange ? segment.Level - segment.LevelBefore : segment.Level, total), null, null);
        if (!isChange) return new DrillRow(segment.Name, segment.Value, text, Share(segment.Share * segment.Level, total), null, null);
        var (level, earlier) = (segment.Level, segment.LevelBefore);
        if (segment.ShareBefore.Equals(0.0)) earlier = level; // Nobody was there: all of it is mix.
        if (segment.Share.Equals(0.0)) level = earlier;
        var rate = (segment.Share + segment.ShareBefore) / 2 * (level - earlier);
        var mix = (((level + earlier) / 2) - ((whole.Level + whole.LevelBefore) / 2)) * (segment.Share - segment.ShareBefore);
        return new DrillRow(segment.Name, segment.Value, text, Share(rate + mix, total), rate, mix);
    }

    private static double Share(double part, double whole) => ArithmeticKernel.Of<Division>(part, whole);

    private static void Weigh(List<Segment> segments)
    {
        var (now, before) = (segments.Sum(s => Known(s.Weight)), segments.Sum(s => Known(s.WeightBefore)));
        foreach (var segment in segments) (segment.Share, segment.ShareBefore) = (Known(segment.Weight) / now, Known(segment.WeightBefore) / before);
    }

    private static double Known(double weight) => double.IsNaN(weight) ? 0 : weight;

    /// <summary>What changes in <c>diff(x, d)</c> and <c>change(x, d)</c>, and over how long.</summary>
    private static (Term Level, RuleDuration? Duration) Change(Term value) =>
        value.Kind is TermKind.Subtract or TermKind.RelativeChange && value.Operands[1].Kind == TermKind.Ago && value.Operands[1].Operands[0] == value.Operands[0]
            ? (value.Operands[0], value.Operands[1].Duration)
            : (value, null);

    /// <summary>What a rate is counted out of; <see langword="null"/> for something that adds up over segments.</summary>
    private Term? WeightOf(Term term, CustomerPart part)
    {
        switch (term.Kind)
        {
            case TermKind.Metric when term.Metric!.Metric.Kind == MeasureKind.Rate && run.Figures.HasFractions(term.Metric.Metric, part):
                return run.Graph.OfMetric(TermKind.Denominator, term.Metric);
            case TermKind.Divide or TermKind.Multiply when term.Operands[1].Kind is TermKind.Constant or TermKind.Table:
                return WeightOf(term.Operands[0], part);
            case TermKind.Multiply when term.Operands[0].Kind is TermKind.Constant or TermKind.Table:
                return WeightOf(term.Operands[1], part);
            case TermKind.Divide:
                return term.Operands[1];
            case TermKind.Average or TermKind.FadingMean or TermKind.Minimum or TermKind.Maximum or TermKind.Percentile:
                return WeightOf(term.Operands[0], part) is { } averaged ? run.Graph.Of(TermKind.Average, term.Duration, 0, averaged) : null;
            case TermKind.Ago:
                return WeightOf(term.Operands[0], part) is { } shifted ? run.Graph.Of(TermKind.Ago, term.Duration, 0, shifted) : null;
            default:
                return null;
        }
    }

    private sealed class Segment(string name, PartValues values)
    {
        public string Name => name;

        public double Value { get; private set; }

        public double Level { get; private set; }

        public double LevelBefore { get; private set; }

        public double Weight { get; private set; }

        public double WeightBefore { get; private set; }

        public double Share { get; set; }

        public double ShareBefore { get; set; }

        public void Read(Term value, Term level, Term? weight, int day, int before)
        {
            (Value, Level, LevelBefore) = (values.At(value, day), values.At(level, day), values.At(level, before));
            if (weight is not null) (Weight, WeightBefore) = (values.At(weight, day), values.At(weight, before));
        }
    }
}
