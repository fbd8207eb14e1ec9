using Mirai.Diagnosis;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>What the diagnosis says beside the texts of the rules: verdict, warnings, causes, forecast.</summary>
internal sealed record DiagnosisTexts
{
    /// <summary>The first line where no warning is open: of so many rules decided and undecided.</summary>
    public required Func<DiagnosisVerdict, int, int, string> NothingOpen { get; init; }

    public required Func<int, string> Warnings { get; init; }

    /// <summary>Since when a warning holds, and for how many days it has been open.</summary>
    public required Func<DateOnly, int, string> OpenSince { get; init; }

    public required string Causes { get; init; }

    public required Func<string, string> Strength { get; init; }

    /// <summary>Where the figure comes from, by a dimension.</summary>
    public required Func<string, string> Drill { get; init; }

    public required Func<int, string> FurtherWarnings { get; init; }

    public required Func<int, string> Undecided { get; init; }

    /// <summary>Rules, and what they lack.</summary>
    public required Func<string, string, string> UndecidedFor { get; init; }

    /// <summary>The rules of contacts, by their numbers.</summary>
    public required Func<string, string> ContactRules { get; init; }

    public required string NoContacts { get; init; }

    public required Func<int, string> Disabled { get; init; }

    public required Func<int, string> RuleErrors { get; init; }

    public required string Marketing { get; init; }

    public required string ByRate { get; init; }

    public required string ByPool { get; init; }

    public required string Cause { get; init; }

    public required string Forecast { get; init; }

    public required IReadOnlyList<string> Horizons { get; init; }

    public required string Band80 { get; init; }

    /// <summary>The name of an amount of money that is shown in units (0), thousands (1) or millions (2).</summary>
    public required Func<string, Currency, int, string> MoneyIn { get; init; }

    public required string FiveYearMultiple { get; init; }

    public required Func<DateOnly, DateOnly, int, string> Gap { get; init; }

    public required Func<DateOnly, int, string> Stale { get; init; }

    /// <summary>The texts of a language.</summary>
    public static DiagnosisTexts Of(Texts texts) => texts.Language is "ja" ? JapaneseDiagnosis.All : EnglishDiagnosis.All;
}
