using System.Globalization;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Rules;
using Mirai.Segments;

namespace Mirai.Diagnosis;

/// <summary>The words of the field in one language: what every reader of a diagnosis calls its verdicts, levels, causes, groups and segments.</summary>
/// <remarks>The document itself holds no words but those of rules and measures; workbook, page, terminal and database take these from here, so that they agree.</remarks>
public sealed partial class DiagnosisWords
{
    private readonly IReadOnlyDictionary<string, string> _words;

    private DiagnosisWords(string language, IReadOnlyDictionary<string, string> words) => (Language, _words) = (language, words);

    /// <summary>In English.</summary>
    public static DiagnosisWords English { get; } = new("en", EnglishWords());

    /// <summary>In Japanese.</summary>
    public static DiagnosisWords Japanese { get; } = new("ja", JapaneseWords());

    /// <summary><c>en</c> or <c>ja</c>: the key of the texts of rules.</summary>
    public string Language { get; }

    private bool IsJapanese => Language is "ja";

    /// <summary>The words of a language.</summary>
    /// <param name="language"><c>ja</c>; every other language is taken as English.</param>
    public static DiagnosisWords For(string language) => language is "ja" ? Japanese : English;

    /// <summary>A verdict: critical, 危険.</summary>
    public string Of(DiagnosisVerdict verdict) => this["verdict", verdict];

    /// <summary>A level of a warning: notice, 注意.</summary>
    public string Of(WarningLevel level) => this["level", level];

    /// <summary>What has to be lacking for a rule to be undecided, as a sentence.</summary>
    public string Of(UndecidedReason reason) => this["undecided", reason];

    /// <summary>A kind of marketing: acquisition, 新規.</summary>
    public string Of(MarketingKind kind) => this["marketing", kind];

    /// <summary>A term of the attribution of active customers, named as the cause of a loss.</summary>
    /// <param name="cause">The term.</param>
    /// <param name="activePeriod">The active period, which is what lies between the two days that are compared.</param>
    public string Of(AttributionCause cause, Period activePeriod) => cause == AttributionCause.Base && activePeriod != Period.OneYear
        ? string.Format(CultureInfo.InvariantCulture, _words["pattern.cause.Base"], Of(activePeriod))
        : this["cause", cause];

    /// <summary>A stage of the portfolio: toddler, よちよち.</summary>
    public string Of(PortfolioStage stage) => this["stage", stage];

    /// <summary>A group of the portfolio: best, gone; 優良 離脱.</summary>
    public string Of(PortfolioGroup group) => IsJapanese
        ? $"{Of(group.Stage)}({(group.IsCurrent ? "現役" : "離脱")})"
        : $"{Of(group.Stage)}, {(group.IsCurrent ? "current" : "gone")}";

    /// <summary>A column of the list of overdue customers: last purchase, 最終購入日.</summary>
    public string Of(OverdueColumn column) => this["overdue", column];

    /// <summary>What the list of overdue customers is called: how many it shows, of how many.</summary>
    public string OverdueList(OverdueDiagnosis overdue)
    {
        ArgumentNullException.ThrowIfNull(overdue);
        return string.Format(CultureInfo.InvariantCulture, _words["overdue.List"], overdue.Listed.Count, overdue.Customers.Part);
    }

    /// <summary>A measure's name.</summary>
    public string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return IsJapanese ? measure.JapaneseName : measure.EnglishName;
    }

    /// <summary>A period: 90 days, 1年.</summary>
    public string Of(Period period)
    {
        var length = period.Length.ToString("N0", CultureInfo.InvariantCulture);
        if (IsJapanese) return length + period.Unit switch { PeriodUnit.Day => "日", PeriodUnit.Month => "か月", _ => "年" };
        var unit = period.Unit switch { PeriodUnit.Day => "day", PeriodUnit.Month => "month", _ => "year" };
        return $"{length} {unit}{(period.Length == 1 ? "" : "s")}";
    }

    /// <summary>What a forecast cannot know, as sentences; empty for <see cref="ForecastCaution.None"/>.</summary>
    /// <param name="caution">What it cannot know.</param>
    /// <param name="observed">The days from which it was made.</param>
    public string Of(ForecastCaution caution, DayRange observed) => string.Format(
        CultureInfo.InvariantCulture, this["caution", caution], observed.Count.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>What the forecast of a diagnosis cannot know, as sentences; empty where there is nothing to say.</summary>
    public string CautionOf(ForecastOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return Of(outlook.Caution, outlook.Forecast.Observed);
    }

    /// <summary>A segment's name by its id; an attribute or dimension of the caller's keeps the name it has.</summary>
    public string OfSegment(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _words.TryGetValue("segment." + id, out var name) ? name : id;
    }

    /// <summary>A value of a segment: <c>best_gone</c> of the portfolio becomes 優良(離脱), <c>1</c> of the customer year 1年目; values of the caller's stay as they are.</summary>
    /// <param name="segment">The segment's id.</param>
    /// <param name="value">The value.</param>
    public string OfValue(string segment, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (string.Equals(segment, Segment.Portfolio.Id, StringComparison.Ordinal))
        {
            foreach (var group in PortfolioGroup.All.Where(group => string.Equals(group.Id, value, StringComparison.Ordinal))) return Of(group);
        }

        if (_words.TryGetValue($"value.{segment}.{value}", out var word) || _words.TryGetValue($"value.{value}", out word)) return word;
        if (value.EndsWith('+') && _words.TryGetValue($"pattern.{segment}.more", out var more)) return string.Format(CultureInfo.InvariantCulture, more, value[..^1]);
        return _words.TryGetValue($"pattern.{segment}", out var pattern) ? string.Format(CultureInfo.InvariantCulture, pattern, value) : value;
    }

    private string this[string topic, Enum member] => _words[$"{topic}.{member}"];
}
