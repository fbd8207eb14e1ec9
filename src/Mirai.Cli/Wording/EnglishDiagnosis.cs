using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Cli.Wording;

/// <summary>What the diagnosis says in English.</summary>
internal static class EnglishDiagnosis
{
    /// <summary>All of it.</summary>
    public static DiagnosisTexts All { get; } = new()
    {
        Verdicts = new Dictionary<DiagnosisVerdict, string>
        {
            [DiagnosisVerdict.Ok] = "OK", [DiagnosisVerdict.Undecided] = "UNDECIDED", [DiagnosisVerdict.Notice] = "NOTICE",
            [DiagnosisVerdict.Warning] = "WARNING", [DiagnosisVerdict.Critical] = "CRITICAL",
        },
        Levels = new Dictionary<WarningLevel, string>
        {
            [WarningLevel.Notice] = "notice", [WarningLevel.Warning] = "warning", [WarningLevel.Critical] = "critical",
        },
        NothingOpen = (verdict, decided, undecided) => verdict == DiagnosisVerdict.Ok
            ? $"Nothing to warn of: {Count(decided, "check", "checks")} made, {N(undecided)} could not be decided."
            : $"Too little is known to say that all is well: {Count(decided, "check", "checks")} made, {N(undecided)} could not be decided.",
        Warnings = count => $"Warnings ({N(count)})",
        OpenSince = (since, days) => $"since {since:yyyy-MM-dd}, open for {Count(days, "day", "days")}",
        Causes = "because",
        Strength = share => $"({share})",
        Drill = dimension => $"by {dimension.Replace('_', ' ')}",
        FurtherWarnings = count => $"and {Count(count, "more notice", "more notices")}; --format json has all of them.",
        Undecided = count => $"Not decided ({N(count)})",
        UndecidedReasons = new Dictionary<UndecidedReason, string>
        {
            [UndecidedReason.NotEnoughHistory] = "the history is too short",
            [UndecidedReason.MissingInput] = "a figure is missing, or there is too little history for it",
            [UndecidedReason.NeedsNotMet] = "there are too few customers, or another condition does not hold",
            [UndecidedReason.NoDiscounts] = "the purchases carry no discounts",
            [UndecidedReason.NoContacts] = "there are no contacts (--contacts FILE)",
            [UndecidedReason.NoContactCosts] = "the contacts carry no costs",
        },
        Disabled = count => $"Switched off ({N(count)})",
        RuleErrors = count => $"Rules with errors ({N(count)}): these texts were not used",
        Marketing = "Which marketing changed active customers",
        MarketingKinds = new Dictionary<MarketingKind, string>
        {
            [MarketingKind.Acquisition] = "Acquisition (new)", [MarketingKind.Retention] = "Retention (retained)",
            [MarketingKind.Reactivation] = "Reactivation (came back)",
        },
        ByRate = "by rate",
        ByPool = "by pool",
        Cause = "Most customers were lost by",
        AttributionCauses = new Dictionary<AttributionCause, string>
        {
            [AttributionCause.NewCustomers] = "acquisition: fewer new customers",
            [AttributionCause.RetentionRate] = "retention: a lower retention rate",
            [AttributionCause.Base] = "the year before: a smaller base to retain",
            [AttributionCause.ReactivationRate] = "reactivation: a lower rate of coming back",
            [AttributionCause.Pool] = "a smaller pool of lapsed customers to win back",
        },
        Forecast = "If it goes on like this",
        Horizons = ["in 30 days", "in 90 days", "in 1 year", "in 5 years"],
        Band80 = "80 % band",
        MoneyIn = (name, currency, unit) => $"{name} ({currency.Code}{(unit == 0 ? "" : unit == 1 ? " 1,000" : " 1,000,000")})",
        FiveYearMultiple = "Today's customers alone bring in five years, in years of today's sales:",
        Gap = (first, last, days) => $"No purchase at all from {first:yyyy-MM-dd} to {last:yyyy-MM-dd} ({Count(days, "day", "days")}): is the export whole?",
        Stale = (last, days) => $"The last purchase is of {last:yyyy-MM-dd}, {Count(days, "day", "days")} before: is the export up to date?",
    };

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count, string one, string many) => $"{N(count)} {(count == 1 ? one : many)}";
}
