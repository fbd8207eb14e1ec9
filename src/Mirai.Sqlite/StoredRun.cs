using Mirai.Diagnosis;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Sqlite;

/// <summary>A stored day on one line.</summary>
/// <param name="Day">The day.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="ActivePeriod">The active period that it was made with.</param>
/// <param name="Currency">The currency of its money.</param>
/// <param name="ActiveCustomers">Active customers on the day and one active period before; <see langword="null"/> where they were not diagnosed.</param>
/// <param name="ChangeIn7Days">How many more customers were active than 7 days before; <see langword="null"/> where that day was not observed.</param>
/// <param name="ChangeInAYear">How many more than a year before.</param>
/// <param name="RetentionRate">The retention rate on the day and one active period before.</param>
/// <param name="Warnings">How many warnings were open.</param>
/// <param name="FirstWarning">The first of them: what a manager had to know first; <see langword="null"/> where none was open.</param>
/// <param name="RulesHash">Tells whether two days used the same rules.</param>
/// <param name="ToolVersion">The version of the program that saved it, where it was kept.</param>
/// <param name="WrittenAt">When it was saved, where that was kept.</param>
public sealed record StoredRun(
    DateOnly Day,
    DiagnosisVerdict Verdict,
    Period ActivePeriod,
    Currency Currency,
    ComparedFigure? ActiveCustomers,
    long? ChangeIn7Days,
    long? ChangeInAYear,
    ComparedFigure? RetentionRate,
    int Warnings,
    StoredTitle? FirstWarning,
    string RulesHash,
    string? ToolVersion,
    DateTimeOffset? WrittenAt);

/// <summary>Which rule warned, and of what.</summary>
/// <param name="RuleId">The rule's name.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Title">Its title.</param>
public sealed record StoredTitle(string RuleId, WarningLevel? Level, LanguageTexts Title);
