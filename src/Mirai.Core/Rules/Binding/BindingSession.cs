using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>What all rules of a set share while they are bound: the vocabulary, the functions, aliases, other rules, the findings.</summary>
internal sealed class BindingSession
{
    private readonly Dictionary<string, RuleMetric> _metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _dimensions = new(StringComparer.Ordinal);

    /// <summary>A session over a vocabulary.</summary>
    public BindingSession(RuleVocabulary vocabulary, RuleFunctions functions, RuleLimits limits)
    {
        (Vocabulary, Functions, Limits) = (vocabulary, functions, limits);
        foreach (var metric in vocabulary.Metrics)
        {
            _metrics[Compared(metric.Name)] = metric;
            _metrics.TryAdd(Compared(metric.JapaneseName), metric);
        }

        foreach (var dimension in vocabulary.Dimensions) _dimensions[Compared(dimension)] = dimension;
    }

    /// <summary>What names can mean.</summary>
    public RuleVocabulary Vocabulary { get; }

    /// <summary>The functions.</summary>
    public RuleFunctions Functions { get; }

    /// <summary>How large things may be.</summary>
    public RuleLimits Limits { get; }

    /// <summary>The findings.</summary>
    public DiagnosticLog Log { get; } = new();

    /// <summary>The shapes of the nodes made so far.</summary>
    public NodeShapes Shapes { get; } = new();

    /// <summary>The place of each rule in the bound set.</summary>
    public Dictionary<string, int> RuleIndex { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of metrics, Japanese ones and aliases among them, for the nearest one.</summary>
    public IEnumerable<string> MetricNames => _metrics.Keys;

    /// <summary>The form in which names are compared.</summary>
    public static string Compared(string name) => NameText.Compared(name);

    /// <summary>Whether a name means a metric or dimension already, and another one than a target does.</summary>
    public bool IsTaken(string name, string target) =>
        (_metrics.TryGetValue(name, out var metric) && !ReferenceEquals(metric, _metrics.GetValueOrDefault(target)))
        || (_dimensions.TryGetValue(name, out var dimension) && !string.Equals(dimension, _dimensions.GetValueOrDefault(target), StringComparison.Ordinal));

    /// <summary>Adds a further name for a metric or dimension; false where neither has the target's name.</summary>
    public bool TryAlias(string name, string target)
    {
        if (_metrics.TryGetValue(target, out var metric)) _metrics[name] = metric;
        else if (_dimensions.TryGetValue(target, out var dimension)) _dimensions[name] = dimension;
        else return false;
        return true;
    }

    /// <summary>The metric of a name, Japanese name or alias.</summary>
    public RuleMetric? Metric(string name) => _metrics.GetValueOrDefault(name);

    /// <summary>The dimension of a name or alias; a name that is not known is a dimension itself where there may be others. An unknown one is reported.</summary>
    public string? Dimension(NameSyntax name, RuleSource source)
    {
        if (_dimensions.TryGetValue(name.Value, out var dimension)) return dimension;
        var nearest = NearestName.Find(name.Value, _dimensions.Keys);
        if (Vocabulary.HasOpenDimensions && (nearest is null || nearest.Length < 4)) return name.Value;
        Log.Add(new RuleDiagnostic
        {
            Code = "MR3003", Source = source, Span = name.Span,
            Severity = Vocabulary.HasOpenDimensions ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            Message = new DiagnosticText("MR3003", name.Value),
            Note = nearest is null && _dimensions.Count > 0 ? new DiagnosticText("MR3003.note", string.Join(", ", _dimensions.Keys)) : null,
            Fix = nearest is null ? null : new RuleFix(name.Span, NameText.Written(nearest), IsGuess: true),
        });
        return Vocabulary.HasOpenDimensions ? name.Value : null;
    }

    /// <summary>The value of a dimension as it occurs. One that never occurred is reported, and then taken as it is.</summary>
    public string Value(string dimension, SegmentSyntax segment, RuleSource source)
    {
        var values = Vocabulary.ValuesOf(dimension);
        if (values.Count == 0 || IsNone(segment.Value)) return segment.Value;
        foreach (var value in values)
        {
            if (string.Equals(value, segment.Value, StringComparison.Ordinal)) return value;
        }

        var compared = Compared(segment.Value);
        if (values.FirstOrDefault(v => string.Equals(Compared(v), compared, StringComparison.Ordinal)) is { } same) return same;
        var nearest = NearestName.Find(segment.Value, values);
        var quote = segment.Span.Length > 0 && source.Text[segment.Span.Start] is '"' or '\'' ? source.Text[segment.Span.Start].ToString() : "";
        Log.Add(new RuleDiagnostic
        {
            Code = "MR3004", Source = source, Span = segment.Span,
            Message = new DiagnosticText("MR3004", dimension, segment.Value),
            Note = new DiagnosticText("MR3004.note", string.Join(", ", values.Take(20)) + (values.Count > 20 ? ", …" : "")),
            Fix = nearest is null ? null : new RuleFix(segment.Span, quote.Length > 0 ? quote + nearest + quote : WrittenForm.OfSegment(nearest), IsGuess: true),
        });
        return segment.Value;
    }

    private static bool IsNone(string value) => string.Equals(value, "none", StringComparison.Ordinal);
}
