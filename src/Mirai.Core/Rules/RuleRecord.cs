namespace Mirai.Rules;

/// <summary>How a rule behaved in a back-test, over all parts it runs for.</summary>
public sealed record RuleRecord
{
    /// <summary>The rule's name.</summary>
    public required string RuleId { get; init; }

    /// <summary>For how many parts it ran.</summary>
    public required int Parts { get; init; }

    /// <summary>How many warnings opened, by year.</summary>
    public required IReadOnlyDictionary<int, int> WarningsByYear { get; init; }

    /// <summary>How many warnings opened.</summary>
    public required int Warnings { get; init; }

    /// <summary>How many openings were suppressed.</summary>
    public required int Suppressed { get; init; }

    /// <summary>On how many days a warning was open, summed over the parts.</summary>
    public required long DaysWarning { get; init; }

    /// <summary>How long a warning lasted in the median, those still open as far as they got; <see langword="null"/> without a warning.</summary>
    public required double? MedianDays { get; init; }

    /// <summary>On how many days the rule could not be decided, a warning open or not, summed over the parts.</summary>
    public required long DaysUndecided { get; init; }

    /// <summary>How many days there are, summed over the parts.</summary>
    public required long Days { get; init; }

    /// <summary>The share of days on which the rule could not be decided.</summary>
    public double UndecidedShare => Days == 0 ? 0 : (double)DaysUndecided / Days;

    /// <summary>Whether there was no warning and no suppressed one.</summary>
    public bool NeverFires => Warnings == 0 && DaysWarning == 0 && Suppressed == 0;

    /// <summary>Whether a warning was open on nine of ten days that could be decided, or more: a rule that always warns says nothing.</summary>
    public bool AlwaysFires => DaysWarning > 0 && DaysWarning >= 0.9 * Math.Max(1, Days - DaysUndecided);

    /// <summary>How it agrees with incidents, where any are given for it.</summary>
    public IncidentScore? Incidents { get; init; }
}
