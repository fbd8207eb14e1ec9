namespace Mirai.Rules;

/// <summary>Something that really happened, by which a back-test judges a rule.</summary>
/// <param name="RuleId">The rule that should warn of it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Part">The part that it happened to; <see langword="null"/> where a warning of any part counts.</param>
public sealed record RuleIncident(string RuleId, DateOnly From, DateOnly To, CustomerPart? Part = null);

/// <summary>How a rule's warnings and the incidents given for it agree. A warning and an incident meet when they have a day in common.</summary>
/// <param name="Warnings">How many warnings there were.</param>
/// <param name="Justified">How many of them met an incident.</param>
/// <param name="Incidents">How many incidents there were.</param>
/// <param name="Noticed">How many of them were met by a warning.</param>
/// <param name="MedianLeadDays">By how many days the first warning that met an incident opened before it, in the median; below 0 for later; <see langword="null"/> where none did.</param>
public sealed record IncidentScore(int Warnings, int Justified, int Incidents, int Noticed, double? MedianLeadDays)
{
    /// <summary>The share of warnings that were justified; <see langword="null"/> without a warning.</summary>
    public double? Precision => Warnings == 0 ? null : (double)Justified / Warnings;

    /// <summary>The share of incidents that were noticed; <see langword="null"/> without an incident.</summary>
    public double? Recall => Incidents == 0 ? null : (double)Noticed / Incidents;
}
