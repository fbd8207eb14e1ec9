using Mirai.Ingest;
using Mirai.Projection;
using Mirai.Rules.Syntax;
using Mirai.Segments;

namespace Mirai.Diagnosis;

/// <summary>What else a diagnosis should know or show.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>The segments of part A that every history has, and its attributes; no holidays, no remarks about the input.</summary>
    public static DiagnosisOptions Default { get; } = new();

    /// <summary>The segments by which part A is split; <see langword="null"/> for customer year, purchase count, first purchase at a discount, every attribute and every small purchase dimension.</summary>
    public IReadOnlyList<Segment>? Segments { get; init; }

    /// <summary>How the forecast is made; <see langword="null"/> for none. Its as-of day is that of the diagnosis.</summary>
    public ForecastOptions? Forecast { get; init; } = ForecastOptions.Default;

    /// <summary>The most overdue customers that can be listed.</summary>
    public const int MostOverdueListed = 10_000;

    /// <summary>How many overdue customers are listed by key, those with the highest sales first; 0 for none. A list of keys is personal data: ask for it where it is needed.</summary>
    public int OverdueListed { get; init; }

    /// <summary>The days that <c>is_holiday</c> means in rules.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>What happened to the rows of the input, to be shown among the remarks about the data.</summary>
    public IngestReport? Ingest { get; init; }

    /// <summary>Errors that were found in rule texts before, to be shown: those that <see cref="RuleTexts.Layer"/> left out.</summary>
    public IReadOnlyList<RuleDiagnostic> RuleErrors { get; init; } = [];
}
