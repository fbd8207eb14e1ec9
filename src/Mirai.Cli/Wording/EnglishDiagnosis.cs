using System.Globalization;
using Mirai.Diagnosis;

namespace Mirai.Cli.Wording;

/// <summary>What the diagnosis says in English.</summary>
internal static class EnglishDiagnosis
{
    /// <summary>All of it.</summary>
    public static DiagnosisTexts All { get; } = new()
    {
        NothingOpen = (verdict, decided, undecided) => verdict == DiagnosisVerdict.Ok
            ? $"Nothing to warn of: {Count(decided, "check", "checks")} made, {N(undecided)} could not be decided."
            : $"Too little is known to say that all is well: {Count(decided, "check", "checks")} made, {N(undecided)} could not be decided.",
        Warnings = count => $"Warnings ({N(count)})",
        OpenSince = (since, days) => $"since {since:yyyy-MM-dd}, open for {Count(days, "day", "days")}",
        Causes = "because",
        Strength = share => $"({share})",
        Drill = dimension => $"by {dimension}",
        FurtherWarnings = count => $"and {Count(count, "more notice", "more notices")}; --format json has all of them.",
        Undecided = count => $"Not decided ({N(count)})",
        UndecidedFor = (rules, lack) => $"{rules}: {lack}",
        ContactRules = numbers => $"{numbers} (contacts)",
        NoContacts = "no contact data (--contacts FILE)",
        Disabled = count => $"Switched off ({N(count)})",
        RuleErrors = count => $"Rules with errors ({N(count)}): these texts were not used",
        Marketing = "Which marketing changed active customers",
        ByRate = "by rate",
        ByPool = "by pool",
        Cause = "Most customers were lost by",
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
