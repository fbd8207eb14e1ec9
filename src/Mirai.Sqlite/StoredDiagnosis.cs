using Mirai.Diagnosis;
using Mirai.Rules;

namespace Mirai.Sqlite;

/// <summary>A stored diagnosis, as far as it lies in rows; all of it is in <see cref="DiagnosisDatabase.Document"/>.</summary>
public sealed record StoredDiagnosis
{
    /// <summary>The day on one line.</summary>
    public required StoredRun Run { get; init; }

    /// <summary>The figures on top of the diagnosis.</summary>
    public required IReadOnlyList<ComparedFigure> Headline { get; init; }

    /// <summary>All figures of all customers, in the order of the diagnosis.</summary>
    public required IReadOnlyList<ComparedFigure> Figures { get; init; }

    /// <summary>The open warnings with evidence, causes and segments; texts in English and Japanese.</summary>
    public required IReadOnlyList<RuleResult> Warnings { get; init; }

    /// <summary>Warnings that closed on the day.</summary>
    public required IReadOnlyList<RuleResult> Closed { get; init; }

    /// <summary>Conditions that held, and that a known circumstance kept from warning.</summary>
    public required IReadOnlyList<RuleResult> Suppressed { get; init; }

    /// <summary>Rules and parts that could not be decided.</summary>
    public required IReadOnlyList<RuleResult> Undecided { get; init; }

    /// <summary>The rules that were switched off.</summary>
    public required IReadOnlyList<DisabledRule> Disabled { get; init; }

    /// <summary>Errors in rule texts.</summary>
    public required IReadOnlyList<StoredRuleError> RuleErrors { get; init; }

    /// <summary>How many times a rule was decided for a part, and had nothing to say.</summary>
    public required int QuietCount { get; init; }

    /// <summary>What was forecast for 30, 90, 365 days and 5 years ahead, as far as the forecast reached; empty where none was made.</summary>
    public required IReadOnlyList<ForecastPoint> Forecast { get; init; }

    /// <summary>What the forecast could not know; mostly empty.</summary>
    public required IReadOnlyList<LanguageTexts> ForecastNotes { get; init; }

    /// <summary>The figure of a measure; <see langword="null"/> where it is not stored.</summary>
    /// <param name="measureId">The measure's id.</param>
    public ComparedFigure? Figure(string measureId) => Figures.FirstOrDefault(figure => string.Equals(figure.Measure.Id, measureId, StringComparison.Ordinal));
}

/// <summary>An error of a rule text.</summary>
/// <param name="Code">Its code.</param>
/// <param name="RuleText">The name of the text.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Character">The character of the line, from 1.</param>
/// <param name="Text">The whole finding, with the line it is in.</param>
public sealed record StoredRuleError(string Code, string RuleText, int Line, int Character, LanguageTexts Text);
