using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Diagnosis;

/// <summary>With what a diagnosis was made: with the same settings and the same data it says the same.</summary>
/// <param name="ActivePeriod">How long a purchase keeps a customer active.</param>
/// <param name="Currency">The currency of all money.</param>
/// <param name="BeganWithData">Whether the caller said that the business began with the data.</param>
/// <param name="ChurnWindow">The window of churn and lifetime value.</param>
/// <param name="Portfolio">Where the portfolio's groups begin.</param>
/// <param name="Rules">The rule texts in the order of their layers.</param>
/// <param name="RulesHash">The SHA-256 of all rule texts and settings together, in hexadecimal: tells whether two diagnoses used the same rules.</param>
/// <param name="RuleCount">How many rules there are, those switched off included.</param>
/// <param name="Segments">The segments by which part A is split.</param>
public sealed record DiagnosisSettings(
    Period ActivePeriod,
    Currency Currency,
    bool BeganWithData,
    Period ChurnWindow,
    PortfolioOptions Portfolio,
    IReadOnlyList<RuleTextInfo> Rules,
    string RulesHash,
    int RuleCount,
    IReadOnlyList<string> Segments);

/// <summary>One rule text.</summary>
/// <param name="Name">Its name: a file's name, or that of the shipped text.</param>
/// <param name="Hash">The SHA-256 of its characters as UTF-8, in hexadecimal.</param>
/// <param name="IsUsed">Whether its rules ran; not where it has errors.</param>
public sealed record RuleTextInfo(string Name, string Hash, bool IsUsed);

/// <summary>What to know of the data before trusting the figures.</summary>
/// <param name="Observed">The observed days up to the day of the diagnosis.</param>
/// <param name="Customers">Everybody with a row in the history.</param>
/// <param name="Purchases">Purchases and returns in the history.</param>
/// <param name="LastPurchaseDay">The last day with a purchase up to the day; <see langword="null"/> without one. Long before the day, the export may be stale.</param>
/// <param name="LongestGap">The longest stretch of days without any purchase between two purchases, where it is 14 days or longer.</param>
/// <param name="CompleteFrom">By how much history figures need, from which day on they are complete; <see langword="null"/> where not yet.</param>
/// <param name="Ingest">What happened to every row of the input, where the caller gave it.</param>
public sealed record DataQuality(
    DayRange Observed,
    long Customers,
    long Purchases,
    DateOnly? LastPurchaseDay,
    DayRange? LongestGap,
    IReadOnlyList<CompletenessNote> CompleteFrom,
    IngestReport? Ingest);

/// <summary>From which day on the figures are complete that need so much history.</summary>
/// <param name="Needs">How much history they need.</param>
/// <param name="From">The first day with it; <see langword="null"/> where no observed day has.</param>
/// <param name="IsComplete">Whether the figures of the day itself are.</param>
public sealed record CompletenessNote(HistoryNeeded Needs, DateOnly? From, bool IsComplete);
