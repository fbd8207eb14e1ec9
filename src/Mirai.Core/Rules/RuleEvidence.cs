using Mirai.Model;

namespace Mirai.Rules;

/// <summary>A value that a rule shows with its warning.</summary>
/// <param name="Label">What it is; the rule's own words where the clause gives no text.</param>
/// <param name="Source">The expression as the rule writes it.</param>
/// <param name="Unit">Its unit as <see cref="RuleMetric.Unit"/> writes it; also <c>pt</c> and <c>days</c>.</param>
/// <param name="Value">The value of the day; <see cref="double.NaN"/> where it is missing.</param>
/// <param name="Text">The value for people.</param>
/// <param name="IsEstimated">Whether a sum over days had to make up for missing days.</param>
/// <param name="Days">The days of the series, the last one being the day.</param>
/// <param name="Series">A value for each of them; just that of the day where the rule asks for no more.</param>
public sealed record RuleEvidence(
    LanguageTexts Label, string Source, string Unit, double Value, LanguageTexts Text, bool IsEstimated, DayRange Days, IReadOnlyList<double> Series);

/// <summary>A cause of a warning: a condition that held when the warning opened or rose, or another rule that warned in the days before.</summary>
/// <param name="Text">What it is. Where the clause gives no text: the title of the rule that warned, its name if it has none; the condition in words.</param>
/// <param name="Strength">How strong it is held to be, from 0 to 1.</param>
/// <param name="Day">The day on which it was found.</param>
/// <param name="RuleId">The rule that warned; <see langword="null"/> for a condition.</param>
/// <param name="Parts">The parts for which it warned; for a condition, the warning's own.</param>
/// <param name="Causes">The causes of that rule's warning. Every rule stands once in a tree.</param>
public sealed record RuleCause(
    LanguageTexts Text, double Strength, DateOnly Day, string? RuleId, IReadOnlyList<CustomerPart> Parts, IReadOnlyList<RuleCause> Causes);

/// <summary>Where a value comes from, by the values of one dimension.</summary>
/// <param name="Source">The expression as the rule writes it.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Day">The day on which the warning opened.</param>
/// <param name="Amount">The value of the whole.</param>
/// <param name="Text">The value of the whole for people.</param>
/// <param name="Rows">The segments, the greatest contribution first, those without figures last.</param>
/// <param name="Omitted">How many more segments there are.</param>
/// <param name="Rest">The share that no segment explains: what overlaps, is not among the segments, or is not additive.</param>
public sealed record RuleDrill(
    string Source, string Dimension, DateOnly Day, double Amount, LanguageTexts Text, IReadOnlyList<DrillRow> Rows, int Omitted, double Rest);

/// <summary>A segment's part in a value.</summary>
/// <param name="Segment">The value of the dimension.</param>
/// <param name="Amount">The segment's own value; <see cref="double.NaN"/> where it has none.</param>
/// <param name="Text">The segment's own value for people.</param>
/// <param name="Contribution">Its share of the whole as a fraction; it may be below 0 or above 1 where parts work against each other.</param>
/// <param name="RateEffect">Of the change of a rate, what the segment's own rate changed: in the unit of the rate; else <see langword="null"/>.</param>
/// <param name="MixEffect">Of the change of a rate, what the segment's weight changed; else <see langword="null"/>.</param>
public sealed record DrillRow(string Segment, double Amount, LanguageTexts Text, double Contribution, double? RateEffect, double? MixEffect);
